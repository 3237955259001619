import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  cachedRepository
} from "./chunk-WWMCBUL5.js";
import {
  commitsBetween,
  diffMarkdown,
  diffSnapshots,
  historyFolder,
  isConnected,
  isSame,
  kindOfChange
} from "./chunk-SDP6KO6F.js";
import {
  foldersOf,
  nodeFolder,
  openRepository
} from "./chunk-UNXV3V2A.js";
import {
  pagesOf
} from "./chunk-D4GNW7OK.js";
import {
  openGit
} from "./chunk-ILG7TDND.js";
import {
  nodesIn
} from "./chunk-ZLFWH7DP.js";
import {
  openFile,
  readSnapshot
} from "./chunk-AOIKYUBH.js";
import "./chunk-UJVJRZQK.js";
import "./chunk-S3NHVWSB.js";
import {
  COMFYUI,
  digestOf,
  folderNameOf,
  normalUrl,
  packageNameOf,
  repositoryOf,
  shortPin
} from "./chunk-ZQ3A7QTU.js";
import "./chunk-RRHYVJRH.js";
import {
  textTable
} from "./chunk-URNUVPV7.js";
import {
  atOnce
} from "./chunk-EOUI6E6D.js";
import {
  isThere
} from "./chunk-SFAXQ2WK.js";
import "./chunk-RZBAGCDT.js";
import "./chunk-BKXCIMUH.js";
import "./chunk-GDCOOEY7.js";
import {
  printable,
  sentence
} from "./chunk-HNYI7RT3.js";
import "./chunk-J6MGYEM6.js";
import {
  plain
} from "./chunk-TIJULC24.js";
import "./chunk-DNWJD24H.js";
import "./chunk-EZQO47NV.js";
import "./chunk-Z26LTSII.js";
import {
  InputError,
  InputProblems
} from "./chunk-GTGSVCFP.js";
import "./chunk-TO6V6YKD.js";

// actions/nodes/diff/at-hand.ts
var COMMIT = /^[0-9a-f]{40}$/;
var AT_ONCE = 4;
async function commitsAtHand(diff2, storesOf, git) {
  const found = await atOnce(AT_ONCE, movedIn(diff2), async ({ url, from, to }) => {
    for (const objects of await storesOf(url))
      if (await isConnected(git, { objects }, from, to))
        return [[url, await commitsBetween(git, { objects }, from, to)]];
    return [];
  });
  return new Map(found.flat());
}
function movedIn({ comfyui, git }) {
  const core = comfyui ? [{ url: COMFYUI, from: comfyui.from ?? "", to: comfyui.to ?? "" }] : [];
  const nodes = git.changed.map(({ from, to }) => ({ url: to.url, from: from.commit, to: to.commit }));
  return [...core, ...nodes].filter(
    ({ from, to }) => from !== to && [from, to].every((pin2) => COMMIT.test(pin2))
  );
}

// actions/snapshot/histories.ts
import { join } from "node:path";
async function objectsAtHand(url, task) {
  if (normalUrl(url) !== url) return [];
  const cache = task.inputs.restoring.cache && task.path(task.inputs.restoring.cache);
  const cached = cache === "" ? [] : [historyFolder(cache, url), cachedRepository(cache, url)];
  const installed = await Promise.all((await placesOf(url, task)).map((folder) => openRepository(folder)));
  return [
    ...cached.map((folder) => join(folder, "objects")),
    ...installed.flatMap((repository) => repository?.objects ?? [])
  ];
}
async function placesOf(url, task) {
  const { nodes, core } = await foldersOf(task);
  if (url === COMFYUI) return core === void 0 ? [] : [core];
  const name = folderNameOf({ url, commit: "", disabled: false });
  return [false, true].map((disabled) => nodeFolder({ nodes }, name, disabled));
}

// actions/snapshot/report/diff.ts
function diffText(diff2, commits) {
  if (isSame(diff2)) return "Nothing changed.\n";
  const packages = rowsOf(
    diff2.packages,
    ({ requirement }) => packageNameOf(requirement),
    ({ requirement, address }) => address === "" ? requirement : address
  );
  const parts = [...tableOf("Node", nodeRows(diff2)), ...tableOf("Package", packages), ...moves(diff2, commits)];
  return `${parts.join("\n\n")}
`;
}
function nodeRows({ comfyui, git, registry, files }) {
  const { from, to } = comfyui ?? { from: null, to: null };
  return [
    ...comfyui ? [["ComfyUI", "moved", pin(from), pin(to)]] : [],
    ...rowsOf(
      git,
      ({ url }) => repositoryOf(url),
      ({ commit }) => shortPin(commit)
    ),
    ...rowsOf(
      registry,
      ({ id }) => id,
      ({ version }) => version
    ),
    ...rowsOf(
      files,
      ({ filename }) => filename,
      ({ disabled }) => disabled ? "off" : "on"
    )
  ];
}
function rowsOf({ added, removed, changed }, name, state) {
  return [
    ...added.map((thing) => [name(thing), "added", "", state(thing)]),
    ...removed.map((thing) => [name(thing), "removed", state(thing), ""]),
    ...changed.map(({ from, to }) => [name(to), kindOfChange(from, to), state(from), state(to)])
  ];
}
function tableOf(what, rows) {
  return rows.length === 0 ? [] : [textTable([what, "Change", "From", "To"], rows)];
}
function moves({ comfyui, git }, commits) {
  const core = comfyui ? [{ url: COMFYUI, ...comfyui }] : [];
  const nodes = git.changed.map(({ from, to }) => ({ url: to.url, from: from.commit, to: to.commit }));
  return [...core, ...nodes].flatMap(({ url, from, to }) => {
    if (from === to) return [];
    const page = from === null || to === null ? void 0 : pagesOf(url)?.compare(from, to);
    const lines = (commits.get(url) ?? []).map(
      ({ hash, subject }) => `  ${printable(`${shortPin(hash)} ${subject}`)}`
    );
    if (page === void 0 && lines.length === 0) return [];
    return [[printable(`${repositoryOf(url)}: ${page ?? ""}`), ...lines].join("\n")];
  });
}
function pin(commit) {
  return commit === null ? "not pinned" : shortPin(commit);
}

// actions/snapshot/states.ts
async function openStates(task) {
  const { from, to, snapshot } = task.inputs;
  const problems = new InputProblems();
  const before = await problems.tryAsync(() => openState(from || `HEAD:./${snapshot}`, task));
  const after = await problems.tryAsync(() => openState(to || snapshot, task));
  problems.throwIfAny();
  return [before, after];
}
async function openState(name, task) {
  const { workspace } = task.runner.event;
  if (await isThere(task.path(name)) || !name.includes(":")) return openFile(name, workspace);
  return readSnapshot(await committed(name, task), name);
}
async function committed(name, { services, runner }) {
  if (name.startsWith("-"))
    throw new InputError("IMG8102", `"${name}" is neither a file nor REF:path.`, {
      hint: "Name a snapshot, or what git has of it, as in main:production-snapshot.json."
    });
  const { exitCode, stdout, stderr } = await services.run("git", ["cat-file", "blob", name], {
    cwd: runner.event.workspace,
    anyExit: true
  });
  if (exitCode === 0) return stdout;
  throw new InputError(
    "IMG8102",
    `git has no "${name}" here: ${sentence(stderr.trim().split("\n").at(-1) ?? "")}`,
    {
      hint: "Check the path; in a job, actions/checkout brings earlier commits along with fetch-depth: 0."
    }
  );
}

// actions/snapshot/modes/diff.ts
var diff = async (task) => {
  const [from, to] = await openStates(task);
  const found = diffSnapshots(from.snapshot, to.snapshot);
  const git = openGit(task.services);
  const commits = await commitsAtHand(found, (url) => objectsAtHand(url, task), git);
  const markdown = diffMarkdown(found, commits);
  return {
    outputs: {
      digest: digestOf(to.snapshot),
      nodes: String(nodesIn(to.snapshot)),
      changed: String(!isSame(found))
    },
    document: {
      mode: "diff",
      from: from.file,
      to: to.file,
      diff: found,
      commits: Object.fromEntries(commits)
    },
    text: diffText(found, commits),
    markdown: `## ${plain(to.file)} against ${plain(from.file)}

${markdown}`
  };
};
export {
  diff
};
