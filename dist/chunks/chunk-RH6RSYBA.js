import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  COMFYUI,
  hostOf,
  kinds,
  normalise,
  packageNameOf,
  repositoryOf
} from "./chunk-BJOZIW3C.js";
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

// actions/nodes/diff/web.ts
function pagesOf(url) {
  const host = hostOf(url);
  const isGitLab = host === "gitlab.com" || host.startsWith("gitlab.");
  if (host !== "github.com" && !isGitLab) return void 0;
  const base = isGitLab ? `${url}/-` : url;
  return {
    commit: (hash) => `${base}/commit/${encodeURIComponent(hash)}`,
    compare: (from, to) => `${base}/compare/${encodeURIComponent(from)}...${encodeURIComponent(to)}`
  };
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
  const short = /^[0-9a-f]{40}$/.test(commit) ? commit.slice(0, 8) : commit;
  return link(code(short), pagesOf(url)?.commit(commit));
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

export {
  diffSnapshots,
  diffMarkdown
};
