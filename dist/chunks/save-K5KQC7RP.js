import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  nodeTable
} from "./chunk-A443EPKH.js";
import {
  TRACKING,
  projectOf,
  proveFiles,
  readInstalled,
  sitePackagesOf
} from "./chunk-SUHOLRIE.js";
import {
  DISABLED,
  STAGING,
  installationOf,
  openRepository,
  remoteOf,
  requireNodes
} from "./chunk-UNXV3V2A.js";
import "./chunk-D4GNW7OK.js";
import {
  outputFile,
  writeSnapshot,
  writtenOutputs
} from "./chunk-GNJUW4U5.js";
import {
  openGit
} from "./chunk-ILG7TDND.js";
import {
  countsOf
} from "./chunk-ZLFWH7DP.js";
import "./chunk-UJVJRZQK.js";
import "./chunk-S3NHVWSB.js";
import {
  digestOf,
  folderNameOf,
  normalUrl,
  normalise,
  shortPin
} from "./chunk-ZQ3A7QTU.js";
import {
  atOnce
} from "./chunk-EOUI6E6D.js";
import {
  isThere
} from "./chunk-SFAXQ2WK.js";
import "./chunk-RZBAGCDT.js";
import "./chunk-GDCOOEY7.js";
import "./chunk-HNYI7RT3.js";
import {
  plain
} from "./chunk-TIJULC24.js";
import "./chunk-DNWJD24H.js";
import {
  hexOf,
  isDigest
} from "./chunk-EZQO47NV.js";
import "./chunk-Z26LTSII.js";
import {
  Problems
} from "./chunk-GTGSVCFP.js";
import "./chunk-TO6V6YKD.js";

// actions/nodes/save/found.ts
import { join } from "node:path";
var SHOWN = 10;
async function nodeAt(place, git, notes) {
  const repository = await openRepository(place.folder);
  if (!repository) return registryNodeAt(place, notes);
  const url = normalUrl(remoteOf(repository.settings) ?? "");
  const commit = repository.head;
  if (url === void 0)
    notes.problems.add(
      "IMG8721",
      `Node ${place.path}: its repository has no remote that is reached by https.`,
      'Set the remote "origin" to its address, or move the folder out of custom_nodes.'
    );
  if (commit === void 0)
    notes.problems.add(
      "IMG8721",
      `Node ${place.path}: its HEAD leads to no commit.`,
      "Check out a commit there."
    );
  if (url === void 0 || commit === void 0) return void 0;
  await requireClean(`Node ${place.path}`, place.folder, commit, git, notes);
  return { place, node: { url, commit, disabled: place.disabled } };
}
async function registryNodeAt(place, { warnings }) {
  const isListed = await isThere(join(place.folder, TRACKING));
  const { name: id, version } = await projectOf(place.folder);
  if (!isListed || id === void 0 || version === void 0) {
    warnings.push(`${place.path} is neither a git repository nor from the registry: it is left out.`);
    return void 0;
  }
  if (place.disabled) {
    warnings.push(
      `${place.path} is switched off, which a snapshot can't say of a registry node: it is left out.`
    );
    return void 0;
  }
  return { place, node: { id, version } };
}
async function requireClean(whose, folder, commit, git, { problems, warnings }, apart) {
  const proof = await proveFiles(folder, commit, git, {
    generated: true,
    ...apart === void 0 ? {} : { apart }
  });
  const isSetUp = ({ what }) => what === "setting" || what === "hook";
  const changes = proof.differences.filter((each) => !isSetUp(each));
  const setUp = proof.differences.filter(isSetUp);
  if (setUp.length > 0)
    warnings.push(`${whose}: its repository is set up in a way that is left out: ${listed(setUp, "actual")}.`);
  if (changes.length > 0)
    problems.add(
      "IMG8722",
      `${whose}: it is not as its commit ${shortPin(commit)} has it: ${listed(changes, "path")}.`,
      "Commit and push what was changed and check that commit out, or take the changes back."
    );
}
function listed(differences, by) {
  const names = differences.map(
    (each) => by === "path" ? [each.what, each.path].filter(Boolean).join(" ") : each.what === "hook" ? each.path : each.actual
  );
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : "";
  return names.slice(0, SHOWN).join(", ") + more;
}

// actions/nodes/save/freeze.ts
var OF_PYTHON = /* @__PURE__ */ new Set(["pip", "setuptools", "wheel", "distribute"]);
async function freeze(python, warnings) {
  const installed = await readInstalled(await sitePackagesOf(python));
  return [...installed.values()].flatMap((each) => {
    if (OF_PYTHON.has(each.name)) return [];
    if (each.address?.startsWith("file:") || each.address?.startsWith("git+file:")) {
      warnings.push(`The package ${each.name} came from a folder of this machine: it is left out.`);
      return [];
    }
    return [pinned(each)];
  });
}
function pinned({ name, version, address, commit, archive }) {
  if (address === void 0) return { requirement: `${name}==${version}`, address: "" };
  const [place = "", below] = address.split("#", 2);
  const at = commit === void 0 ? place : `${place.replace(/(?<=\/[^/]*)@[^/@]*$/, "")}@${commit}`;
  const hash = archive !== void 0 && isDigest(archive) ? `sha256=${hexOf(archive)}` : void 0;
  const fragment = [hash, below].filter((part) => part !== void 0).join("&");
  return { requirement: name, address: fragment === "" ? at : `${at}#${fragment}` };
}

// actions/nodes/save/places.ts
import { lstat, readdir, realpath } from "node:fs/promises";
import { join as join2 } from "node:path";
var OFF = /\.disabled$/i;
async function placesOf(nodes) {
  const [here, off] = await Promise.all([foldersIn(nodes, ""), foldersIn(nodes, DISABLED)]);
  return [
    ...here.filter(({ path }) => ![DISABLED, STAGING, "__pycache__"].includes(path)).map((each) => ({ ...each, disabled: OFF.test(each.path) })),
    ...off.map((each) => ({ ...each, disabled: true }))
  ];
}
async function foldersIn(nodes, inner) {
  const names = (await namesIn(join2(nodes, inner))).sort();
  const found = await Promise.all(
    names.map(async (name) => {
      const folder = await realpath(join2(nodes, inner, name)).catch(() => void 0);
      const isFolder = folder !== void 0 && (await lstat(folder)).isDirectory();
      return isFolder ? [{ path: join2(inner, name), folder }] : [];
    })
  );
  return found.flat();
}
async function filesOf(nodes) {
  const entries = await readdir(nodes, { withFileTypes: true }).catch(() => []);
  return entries.flatMap((entry) => {
    if (!entry.isFile() || !/\.py(\.disabled)?$/i.test(entry.name)) return [];
    return [{ filename: entry.name.replace(OFF, ""), disabled: OFF.test(entry.name) }];
  });
}
async function namesIn(folder) {
  return readdir(folder).catch((error) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
}

// actions/nodes/save/save.ts
var AT_ONCE = 4;
async function saveSnapshot(of, services) {
  const git = openGit(services);
  const notes = { problems: new Problems(), warnings: [] };
  const comfyui = of.core === void 0 ? null : await commitOfCore(of.core, git, notes);
  const found = await atOnce(AT_ONCE, await placesOf(of.nodes), (place) => nodeAt(place, git, notes));
  const nodes = eachOnce(
    found.filter((each) => each !== void 0),
    notes
  ).map(({ node }) => node);
  const packages = of.python === void 0 ? [] : await freeze(of.python, notes.warnings);
  notes.problems.throwIfAny();
  const snapshot = normalise({
    comfyui,
    git: nodes.filter((node) => "url" in node),
    registry: nodes.filter((node) => "id" in node),
    files: await filesOf(of.nodes),
    packages
  });
  return { snapshot, warnings: notes.warnings.sort() };
}
async function commitOfCore(folder, git, notes) {
  const commit = (await openRepository(folder))?.head;
  if (commit !== void 0) await requireClean("ComfyUI", folder, commit, git, notes, "custom_nodes");
  else notes.warnings.push(`${folder} is no git checkout: the snapshot doesn't say which ComfyUI it is for.`);
  return commit ?? null;
}
function eachOnce(found, { problems, warnings }) {
  const byFolder = Map.groupBy(found, ({ node }) => keyOf(node));
  return [...byFolder.values()].flatMap((copies) => {
    const active = copies.filter(({ place }) => !place.disabled);
    const [kept, ...others] = active.length > 0 ? active : copies;
    if (!kept) return [];
    const name = folderNameOf(kept.node);
    const paths = copies.map(({ place }) => place.path);
    if (others.length > 0)
      problems.add("IMG8723", `${paths.join(" and ")} are the same node.`, "Keep one of them.");
    else if (copies.length > 1)
      warnings.push(
        `${paths.join(" and ")} are the same node: only ${kept.place.path}, which is switched on, is saved.`
      );
    if (!kept.place.disabled && kept.place.path !== name)
      warnings.push(`${kept.place.path} will be restored as ${name}, which is the repository's own name.`);
    return [kept];
  });
}
function keyOf(node) {
  return ("url" in node ? node.url : node.id).toLowerCase();
}

// actions/snapshot/modes/save.ts
var save = async (task) => {
  outputFile(task);
  const from = await installationOf(task);
  await requireNodes(from, task);
  const { snapshot, warnings } = await saveSnapshot(from, task.services);
  for (const warning of warnings) task.services.log.warn(warning);
  const written = await writeSnapshot(snapshot, task);
  const { file, changed } = written;
  const what = changed ? `What is installed is saved in ${file}` : `What is installed is in ${file} already`;
  return {
    outputs: writtenOutputs(snapshot, written),
    document: { mode: "save", file, changed, digest: digestOf(snapshot), snapshot, warnings },
    text: `${what}: ${countsOf(snapshot)}.
${digestOf(snapshot)}
`,
    markdown: [
      `## ${plain(what)}`,
      `${countsOf(snapshot)}. \`${digestOf(snapshot)}\``,
      nodeTable(snapshot),
      warnings.map((warning) => `- ${plain(warning)}`).join("\n")
    ].filter(Boolean).join("\n\n")
  };
};
export {
  save
};
