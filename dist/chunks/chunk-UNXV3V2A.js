import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  NONE
} from "./chunk-UJVJRZQK.js";
import {
  findProgram,
  isThere
} from "./chunk-SFAXQ2WK.js";
import {
  InputError,
  UserError
} from "./chunk-GTGSVCFP.js";

// actions/snapshot/installation.ts
import { realpath } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
var PYTHON_HINT = 'Set "python" to the one that ComfyUI runs with, or to none to leave packages alone.';
async function installationOf(task) {
  return { ...await foldersOf(task), python: await pythonOf(task.inputs.installation.python, task) };
}
async function foldersOf(task) {
  const { nodes, comfyui } = task.inputs.installation;
  const folder = task.path(nodes);
  return { nodes: folder, core: await coreOf(comfyui, folder, task) };
}
async function coreOf(given, nodes, { path }) {
  if (given === NONE) return void 0;
  if (given !== "") return path(given);
  const above = dirname(await realpath(nodes).catch(() => nodes));
  return await isThere(join(above, "main.py")) ? above : void 0;
}
async function pythonOf(given, { path, services: { environment } }) {
  if (given === NONE) return void 0;
  if (given.includes("/")) return path(given);
  const active = environment.VIRTUAL_ENV;
  if (given === "" && active) return join(active, "bin/python");
  const name = given || "python3";
  const found = await findProgram(name, (environment.PATH ?? "").split(delimiter));
  if (found !== void 0) return found;
  throw new UserError("IMG8302", `There is no ${name} here.`, { hint: PYTHON_HINT });
}
async function requireNodes({ nodes }, { inputs }) {
  if (await isThere(nodes)) return;
  throw new InputError("IMG8301", `There is no folder "${inputs.installation.nodes}" here.`, {
    hint: 'Set "nodes" to the custom_nodes of the installation, such as ComfyUI/custom_nodes.'
  });
}

// actions/base/inside.ts
import { lstat, readlink } from "node:fs/promises";
import { join as join2 } from "node:path";
var LINKS = 40;
async function resolveInside(root, path) {
  const left = partsOf(path);
  let at = [];
  for (let links = 0; left.length > 0; ) {
    const part = left.shift();
    if (part === "..") {
      at.pop();
      continue;
    }
    const here = join2(root, ...at, part);
    const found = await lstat(here).catch(() => void 0);
    if (!found) return void 0;
    if (!found.isSymbolicLink()) {
      if (left.length > 0 && !found.isDirectory()) return void 0;
      at.push(part);
      continue;
    }
    if (++links > LINKS) return void 0;
    const target = await readlink(here);
    if (target.startsWith("/")) at = [];
    left.unshift(...partsOf(target));
  }
  return join2(root, ...at);
}
function partsOf(path) {
  return path.split("/").filter((part) => part !== "" && part !== ".");
}

// actions/nodes/installation.ts
import { join as join3 } from "node:path";
var DISABLED = ".disabled";
var STAGING = ".restoring.disabled";
var RESTORED = ".snapshot-restored.json";
var OF_COMFYUI = /* @__PURE__ */ new Set(["websocket_image_save.py", "example_node.py.example"]);
function nodeFolder({ nodes }, name, disabled) {
  return disabled ? join3(nodes, DISABLED, name) : join3(nodes, name);
}

// actions/nodes/prove/settings.ts
var SECTION = /^\[([A-Za-z0-9.-]+)(?: "((?:[^"\\]|\\["\\])*)")?\]$/;
var SETTING = /^([A-Za-z][A-Za-z0-9-]*)(?:\s*=\s*(.*))?$/;
function readSettings(text) {
  const values = /* @__PURE__ */ new Map();
  const unclear = [];
  let section;
  for (const line of text.split("\n").map((each) => each.trim())) {
    if (line === "" || line.startsWith("#") || line.startsWith(";")) continue;
    const [, name, subsection] = SECTION.exec(line) ?? [];
    if (name !== void 0) {
      const unescaped = subsection?.replace(/\\(.)/g, "$1");
      section = [name.toLowerCase(), unescaped].filter((part) => part !== void 0).join(".");
      continue;
    }
    const [, key, value = "true"] = SETTING.exec(line) ?? [];
    if (key === void 0 || section === void 0 || value.endsWith("\\"))
      unclear.push(line.replace(/=.*/, "= \u2026"));
    else values.set(`${section}.${key.toLowerCase()}`, unquoted(value));
  }
  return { values, unclear };
}
function unquoted(value) {
  const [, inner] = /^"((?:[^"\\]|\\["\\])*)"$/.exec(value) ?? [];
  return inner === void 0 ? value : inner.replace(/\\(.)/g, "$1");
}
var HARMLESS = [
  /^core\.(repositoryformatversion|filemode|bare|logallrefupdates|symlinks|ignorecase|precomposeunicode|autocrlf|eol|longpaths)$/,
  /^extensions\.(objectformat|partialclone|refstorage)$/,
  /^remote\..+\.(url|fetch|tagopt|promisor|partialclonefilter)$/s,
  /^branch\..+\.(remote|merge|rebase)$/s,
  /^submodule\.(active|.+\.(url|active|branch))$/s,
  /^lfs\.repositoryformatversion$/,
  /^user\.(name|email)$/,
  /^(gc|maintenance)\.auto$/,
  /^advice\./
];
function unusualSettings({ values, unclear }, elsewhere = false) {
  const harmless = elsewhere ? [...HARMLESS, /^core\.worktree$/] : HARMLESS;
  const keys = [...values.keys()].filter((key) => !harmless.some((each) => each.test(key)));
  return [...keys, ...unclear];
}
function remoteOf({ values }) {
  const remotes = [...values].filter(([key]) => /^remote\..+\.url$/s.test(key));
  return values.get("remote.origin.url") ?? (remotes.length === 1 ? remotes[0]?.[1] : void 0);
}

// actions/nodes/prove/repository.ts
import { lstat as lstat2, readdir } from "node:fs/promises";
import { join as join4, relative } from "node:path";

// actions/nodes/prove/read-text.ts
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
var LONGEST = 16 * 1024 * 1024;
function readText(place) {
  let file;
  try {
    file = openSync(place, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return void 0;
  }
  try {
    const { size } = fstatSync(file);
    if (!fstatSync(file).isFile() || size > LONGEST) return void 0;
    const bytes = Buffer.alloc(size);
    return bytes.toString("utf8", 0, readSync(file, bytes, 0, size, 0));
  } finally {
    closeSync(file);
  }
}
async function readTextInside(root, path) {
  const place = await resolveInside(root, path);
  return place === void 0 ? void 0 : readText(place);
}

// actions/nodes/prove/repository.ts
var COMMIT = /^[0-9a-f]{40}$/;
var NAMES = 5;
async function openRepository(folder, root = "/") {
  const git = await gitFolderOf(folder, root);
  if (git === void 0) return void 0;
  const common = await commonFolderOf(git, root);
  const objects = await resolveInside(root, `${relative(root, common)}/objects`);
  if (objects === void 0) return void 0;
  const settings = [join4(common, "config"), join4(git, "config.worktree")];
  const texts = settings.map((path) => readText(path) ?? "");
  return {
    ...await headOf([git, common], root),
    objects,
    settings: readSettings(texts.join("\n")),
    elsewhere: git !== join4(await resolveInside(root, relative(root, folder)) ?? folder, ".git"),
    hooks: await hooksOf(common, root)
  };
}
async function gitFolderOf(folder, root) {
  const here = relative(root, folder);
  const place = await resolveInside(root, `${here}/.git`);
  if (place === void 0) return void 0;
  if ((await lstat2(place)).isDirectory()) return place;
  const [, target] = /^gitdir: (.+)\n?$/.exec(readText(place) ?? "") ?? [];
  return target === void 0 ? void 0 : resolveInside(root, from(here, target));
}
async function commonFolderOf(git, root) {
  const text = readText(join4(git, "commondir"))?.trim();
  const common = text === void 0 ? void 0 : await resolveInside(root, from(relative(root, git), text));
  return common ?? git;
}
function from(folder, path) {
  return path.startsWith("/") ? path : `${folder}/${path}`;
}
async function headOf(folders, root) {
  let name = "HEAD";
  let branch;
  for (let names = 0; names < NAMES; names++) {
    const text = await refOf(folders, name, root);
    if (text === void 0 || COMMIT.test(text)) return { head: text, branch };
    const [, next] = /^ref: (refs\/.+)$/.exec(text) ?? [];
    if (next === void 0) break;
    name = next;
    branch ??= next;
  }
  return { head: void 0, branch };
}
async function refOf(folders, name, root) {
  for (const folder of folders) {
    const text = await readTextInside(root, `${relative(root, folder)}/${name}`);
    if (text !== void 0) return text.trim();
  }
  const packed = readText(join4(folders.at(-1) ?? "", "packed-refs")) ?? "";
  const line = packed.split("\n").find((each) => each.slice(41) === name);
  return line?.slice(0, 40);
}
async function hooksOf(common, root) {
  const folder = await resolveInside(root, `${relative(root, common)}/hooks`);
  const names = folder === void 0 ? [] : await readdir(folder).catch(() => []);
  return names.filter((name) => !name.endsWith(".sample")).sort();
}

export {
  resolveInside,
  DISABLED,
  STAGING,
  RESTORED,
  OF_COMFYUI,
  nodeFolder,
  readText,
  readTextInside,
  readSettings,
  unusualSettings,
  remoteOf,
  openRepository,
  PYTHON_HINT,
  installationOf,
  foldersOf,
  requireNodes
};
