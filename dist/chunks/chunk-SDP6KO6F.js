import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  pagesOf
} from "./chunk-D4GNW7OK.js";
import {
  makeGitFolder
} from "./chunk-ILG7TDND.js";
import {
  COMFYUI,
  kinds,
  normalise,
  packageNameOf,
  repositoryOf,
  shortPin
} from "./chunk-ZQ3A7QTU.js";
import {
  code,
  folded,
  link,
  plain,
  table
} from "./chunk-TIJULC24.js";

// actions/nodes/diff/diff.ts
import { isDeepStrictEqual } from "node:util";
function diffSnapshots(from, to) {
  const [old, now] = [normalise(from), normalise(to)];
  return {
    ...old.comfyui === now.comfyui ? {} : { comfyui: { from: old.comfyui, to: now.comfyui } },
    git: changes(kinds.git, old.git, now.git),
    registry: changes(kinds.registry, old.registry, now.registry),
    files: changes(kinds.files, old.files, now.files),
    packages: changes(kinds.packages, old.packages, now.packages)
  };
}
function isSame(diff) {
  const lists = [diff.git, diff.registry, diff.files, diff.packages];
  return diff.comfyui === void 0 && lists.every(({ added, removed, changed }) => added.length + removed.length + changed.length === 0);
}
function changes(kind, from, to) {
  const old = byIdentity(kind, from);
  const now = byIdentity(kind, to);
  const changed = [...now].flatMap(([identity, thing]) => {
    const before = old.get(identity);
    return before === void 0 || isDeepStrictEqual(before, thing) ? [] : [{ from: before, to: thing }];
  });
  return {
    added: [...now].flatMap(([identity, thing]) => old.has(identity) ? [] : [thing]),
    removed: [...old].flatMap(([identity, thing]) => now.has(identity) ? [] : [thing]),
    changed
  };
}
function byIdentity(kind, things) {
  return new Map(things.map((thing) => [kind.identity(thing), thing]));
}

// actions/nodes/diff/markdown.ts
function diffMarkdown(diff, commits = /* @__PURE__ */ new Map()) {
  if (isSame(diff)) return "Nothing changed.\n";
  const parts = [core(diff), nodes(diff), packages(diff.packages), histories(diff, commits)];
  return `${parts.filter((part) => part !== "").join("\n\n")}
`;
}
function core({ comfyui }) {
  if (!comfyui) return "";
  return `**ComfyUI**: ${move(COMFYUI, comfyui.from, comfyui.to)}`;
}
function nodes({ git, registry, files }) {
  const rows = [
    ...rowsOf(git, gitName, gitState, gitChange),
    ...rowsOf(
      registry,
      ({ id }) => plain(id),
      versionOf,
      (from, to) => `${versionOf(from)} \u2192 ${versionOf(to)}`
    ),
    ...rowsOf(
      files,
      ({ filename }) => plain(filename),
      state,
      (from, to) => flip(from, to)
    )
  ];
  return rows.length === 0 ? "" : `### Nodes

${table(["Node", "Change", "Commit or version"], rows)}`;
}
function packages(changes2) {
  const name = ({ requirement }) => plain(packageNameOf(requirement));
  const rows = rowsOf(changes2, name, pinned, (from, to) => `${pinned(from)} \u2192 ${pinned(to)}`);
  if (rows.length === 0) return "";
  const body = table(["Package", "Change", "Version"], rows);
  return rows.length > MANY ? folded(`${rows.length} packages`, body) : `### Packages

${body}`;
}
var MANY = 20;
function pinned({ requirement, address }) {
  return code(address === "" ? requirement : `${requirement} @ ${address}`);
}
function rowsOf({ added, removed, changed }, name, now, between) {
  return [
    ...added.map((thing) => [name(thing), "added", now(thing)]),
    ...removed.map((thing) => [name(thing), "removed", now(thing)]),
    ...changed.map(({ from, to }) => [name(to), kindOfChange(from, to), between(from, to)])
  ];
}
function kindOfChange(from, to) {
  const off = (thing) => "disabled" in thing ? thing.disabled : void 0;
  const turned = off(from) === off(to) ? [] : [off(to) ? "disabled" : "enabled"];
  const same = ["commit", "version", "requirement", "address"].every(
    (key) => field(from, key) === field(to, key)
  );
  const words = [...same ? [] : ["commit" in to ? "moved" : "changed"], ...turned];
  return words.length === 0 ? "renamed" : words.join(", ");
}
function field(thing, key) {
  return Object.entries(thing).find(([name]) => name === key)?.[1];
}
function gitName({ url }) {
  return link(plain(repositoryOf(url)), url);
}
function gitState(node) {
  const at = commitLink(node.url, node.commit);
  return node.disabled ? `${at}, disabled` : at;
}
function gitChange(from, to) {
  return from.commit === to.commit ? commitLink(to.url, to.commit) : move(to.url, from.commit, to.commit);
}
function versionOf({ version }) {
  return code(version);
}
function state({ disabled }) {
  return disabled ? "disabled" : "";
}
function flip(from, to) {
  return from.filename === to.filename ? "" : `${code(from.filename)} \u2192 ${code(to.filename)}`;
}
function move(url, from, to) {
  const pages = pagesOf(url);
  const compare = from !== null && to !== null && pages ? ` (${link("compare", pages.compare(from, to))})` : "";
  return `${commitLink(url, from)} \u2192 ${commitLink(url, to)}${compare}`;
}
function commitLink(url, commit) {
  if (commit === null) return "not pinned";
  return link(code(shortPin(commit)), pagesOf(url)?.commit(commit));
}
function histories({ comfyui, git }, commits) {
  const moved = [...comfyui ? [COMFYUI] : [], ...git.changed.map(({ to }) => to.url)];
  return moved.flatMap((url) => {
    const between = commits.get(url) ?? [];
    return between.length === 0 ? [] : [history(url, between)];
  }).join("\n\n");
}
function history(url, commits) {
  const lines = commits.map(
    ({ hash, subject }) => `- ${commitLink(url, hash)} ${unmentioned(plain(subject))}`
  );
  const count = commits.length === 1 ? "1 commit" : `${commits.length} commits`;
  return folded(`${repositoryOf(url)}: ${count}`, lines.join("\n"));
}
function unmentioned(markdown) {
  return markdown.replaceAll("@", "@<!-- -->");
}

// actions/nodes/git/between.ts
var MOST_COMMITS = 250;
var BY_COMMITS = ["-c", "core.commitGraph=false"];
async function commitsBetween(git, store, from, to) {
  const range = [`--max-count=${MOST_COMMITS}`, to, `^${from}`, "--"];
  const { stdout } = await git.run(
    [...BY_COMMITS, "rev-list", "--no-commit-header", "--format=%H %s", ...range],
    store
  );
  const lines = stdout.split("\n").filter((line) => line !== "");
  return lines.map((line) => ({ hash: line.slice(0, 40), subject: line.slice(41) }));
}
async function isConnected(git, store, from, to) {
  return (await git.run([...BY_COMMITS, "merge-base", from, to], { ...store, anyExit: true })).exitCode === 0;
}

// actions/nodes/update/history.ts
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
function historyFolder(cache, url) {
  const { host, pathname } = new URL(url);
  return join(cache, "history", host.replace(":", "_"), `${pathname.slice(1)}.git`);
}
var History = class _History {
  #git;
  #folder;
  #url;
  constructor(git, folder, url) {
    this.#git = git;
    this.#folder = folder;
    this.#url = url;
  }
  /** Brings the folder up to date with the remote; the folder is made where it isn't there. */
  static async open(url, folder, git) {
    const history2 = new _History(git, folder, url);
    await makeGitFolder(folder);
    await writeFile(join(folder, "config"), configuration(url));
    const refs = ["+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"];
    await history2.#ask("fetch", "--quiet", "--prune", "--no-tags", "--no-write-fetch-head", "origin", ...refs);
    return history2;
  }
  /** What the remote calls its default branch; undefined: it has none, or none that is there. */
  async defaultBranch() {
    const said = await this.#ask("ls-remote", "--symref", "origin", "HEAD");
    return /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(said)?.[1];
  }
  async tip(branch) {
    return this.#commitOf(`refs/remotes/origin/${branch}`);
  }
  async tags() {
    const format = "%(refname:strip=2)%09%(objectname)%09%(*objectname)%09%(creatordate:unix)%09%(*committerdate:unix)";
    const lines = await this.#lines("for-each-ref", `--format=${format}`, "refs/tags");
    return lines.map((line) => {
      const [name = "", object = "", peeled = "", made, committed] = line.split("	");
      return { name, commit: peeled || object, date: Math.max(Number(made), Number(committed)) };
    });
  }
  /** The newest on the first-parent line that is no younger than this, in seconds. */
  async newestBefore(tip, before) {
    const [commit] = await this.#lines("rev-list", "--first-parent", "-1", `--min-age=${before}`, tip, "--");
    return commit;
  }
  /** Also a commit that nothing leads to any more, as long as the remote gives it away by its hash. */
  async has(commit) {
    return this.#holds("cat-file", "-e", `${commit}^{commit}`);
  }
  /** Whether any branch or tag leads to it. */
  async isReachable(commit) {
    return (await this.#lines("for-each-ref", "--count=1", `--contains=${commit}`)).length > 0;
  }
  isAncestor(commit, of) {
    return this.#holds("merge-base", "--is-ancestor", commit, of);
  }
  /** In seconds. */
  async dateOf(commit) {
    return Number(await this.#run("rev-list", "-1", "--no-commit-header", "--format=%ct", commit, "--"));
  }
  /** The newest first. */
  async between(from, to) {
    return commitsBetween(this.#git, { gitDir: this.#folder }, from, to);
  }
  /** What lies at the top of a commit's tree: names of files, each with its object. */
  async filesOf(commit) {
    const entries = (await this.#ask("ls-tree", "-z", commit)).split("\0");
    return new Map(
      entries.flatMap((entry) => {
        const [, object, name] = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/s.exec(entry) ?? [];
        return name === void 0 || object === void 0 ? [] : [[name, object]];
      })
    );
  }
  async textOf(object) {
    return this.#ask("cat-file", "blob", object);
  }
  async #commitOf(ref) {
    const { exitCode, stdout } = await this.#git.run(
      ["rev-parse", "--verify", "--quiet", `${ref}^{commit}`],
      {
        gitDir: this.#folder,
        anyExit: true
      }
    );
    return exitCode === 0 ? stdout.trim() : void 0;
  }
  async #holds(...args) {
    return (await this.#git.run(args, { gitDir: this.#folder, anyExit: true })).exitCode === 0;
  }
  async #lines(...args) {
    return (await this.#run(...args)).split("\n").filter((line) => line !== "");
  }
  async #run(...args) {
    return (await this.#git.run(args, { gitDir: this.#folder })).stdout;
  }
  async #ask(...args) {
    return (await this.#git.run(args, { gitDir: this.#folder, remote: this.#url })).stdout;
  }
};
function configuration(url) {
  return `[core]
	repositoryformatversion = 1
	bare = true
[extensions]
	partialClone = origin
[remote "origin"]
	url = ${url}
	promisor = true
	partialclonefilter = tree:0
`;
}

export {
  diffSnapshots,
  isSame,
  commitsBetween,
  isConnected,
  historyFolder,
  History,
  diffMarkdown,
  kindOfChange
};
