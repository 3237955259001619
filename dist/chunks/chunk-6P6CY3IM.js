import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  TRACKING,
  bytesOf,
  entriesOf,
  hashFile,
  hashLink,
  hashObject,
  inner,
  isCompiled,
  placeOf,
  projectOf,
  proveFiles,
  readInstalled,
  sameVersion,
  shown,
  sitePackagesOf
} from "./chunk-SUHOLRIE.js";
import {
  DISABLED,
  OF_COMFYUI,
  STAGING,
  nodeFolder,
  openRepository,
  readText,
  remoteOf,
  resolveInside
} from "./chunk-UNXV3V2A.js";
import {
  openGit
} from "./chunk-ILG7TDND.js";
import {
  folderNameOf,
  normalPackage,
  normalUrl,
  packageNameOf,
  shortPin
} from "./chunk-ZQ3A7QTU.js";
import {
  eq,
  satisfies,
  valid
} from "./chunk-57ATMLXS.js";
import {
  atOnce
} from "./chunk-EOUI6E6D.js";
import {
  isFile
} from "./chunk-SFAXQ2WK.js";
import {
  digestOf
} from "./chunk-EZQO47NV.js";

// actions/nodes/prove/verify.ts
import { join as join8 } from "node:path";

// actions/nodes/restore/survey.ts
import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
var OFF = /\.disabled$/;
async function survey(folder, wanted, files, root = "/") {
  const top = (await placesIn(folder, "")).filter(({ path, link }) => link || !isOfPython(folder, path));
  const found = [...top, ...await placesIn(folder, DISABLED)];
  const places = new Map(wanted.map((node) => [node, []]));
  const extras = [];
  for (const place of found) {
    const node = wanted.find(({ name }) => same(name, place.name)) ?? await byAddress(folder, place, wanted, root);
    if (node) places.get(node)?.push(place);
    else if (!place.disabled) extras.push(place);
  }
  for (const [node, list] of places) {
    const distance = (place) => Number(join(folder, place.path) !== node.folder);
    list.sort((a, b) => distance(a) - distance(b));
  }
  return { places, extras: [...extras, ...await extraFiles(folder, files)] };
}
async function placesIn(folder, inner2) {
  if (inner2 !== "" && (await lstat(join(folder, inner2)).catch(() => void 0))?.isSymbolicLink()) return [];
  const entries = await sortedEntries(join(folder, inner2));
  return entries.filter((entry) => entry.isDirectory() || entry.isSymbolicLink()).filter(({ name }) => inner2 !== "" || ![DISABLED, STAGING].includes(name)).map((entry) => ({
    path: join(inner2, entry.name),
    link: entry.isSymbolicLink(),
    ...stateOf(entry.name, inner2 !== "")
  }));
}
function isOfPython(folder, name) {
  if (name !== "__pycache__") return false;
  return entriesOf(folder, name).every(
    (entry) => entry.isFile() && isCompiled(folder, `${name}/${entry.name.toString("latin1")}`)
  );
}
function stateOf(name, inDisabled) {
  if (inDisabled) return { name: name.replace(/@.*$/, ""), disabled: true };
  return { name: name.replace(OFF, ""), disabled: OFF.test(name) };
}
async function byAddress(folder, place, wanted, root) {
  const repository = await openRepository(join(folder, place.path), root);
  const remote = repository && remoteOf(repository.settings);
  const url = remote === void 0 ? void 0 : normalUrl(remote);
  return url === void 0 ? void 0 : wanted.find(({ source }) => "url" in source && same(source.url, url));
}
async function extraFiles(folder, files) {
  const known = /* @__PURE__ */ new Set([...OF_COMFYUI, ...files.map(({ filename }) => filename)]);
  return (await sortedEntries(folder)).filter((entry) => entry.isFile() && entry.name.endsWith(".py") && !known.has(entry.name)).map(({ name }) => ({ path: name, name, disabled: false, link: false }));
}
async function sortedEntries(folder) {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => a.name < b.name ? -1 : 1);
  } catch (error) {
    if (error.code === "ENOENT") return [];
    throw error;
  }
}
function same(one, other) {
  return one.toLowerCase() === other.toLowerCase();
}

// actions/nodes/restore/wanted.ts
function wantedNodes(snapshot, to) {
  const git = snapshot.git.map((source) => ({ source, disabled: source.disabled }));
  const registry = snapshot.registry.map((source) => ({ source, disabled: false }));
  return [...git, ...registry].map(({ source, disabled }) => {
    const name = folderNameOf(source);
    return { name, disabled, source, folder: nodeFolder(to, name, disabled) };
  });
}
function pinOf({ source }) {
  return "url" in source ? source.commit : source.version;
}
function pinPhrase({ source }) {
  return "url" in source ? `at ${shortPin(source.commit)}` : `in version ${source.version}`;
}
function mayRun(installScripts, name) {
  return installScripts === "all" || installScripts !== "never" && installScripts.includes(name);
}

// actions/nodes/prove/proof.ts
function mismatchOf(subject, { what, path, expected, actual }) {
  return { subject, what: [what, path].filter(Boolean).join(" "), expected, actual };
}

// actions/nodes/prove/verify-core.ts
var CORE = "ComfyUI";
var NODES = "custom_nodes";
async function verifyCore({ comfyui, files }, folder, git, root) {
  if (comfyui === null) return { checked: [], mismatches: [] };
  const { differences } = await proveFiles(folder, comfyui, git, { generated: true, root, apart: NODES });
  const settled = new Set(files.map(({ filename }) => `${NODES}/${filename}`));
  const own = differences.filter(({ path, what }) => what !== "file" || !settled.has(path));
  return {
    checked: [{ subject: CORE, what: "core" }],
    mismatches: own.map((difference) => mismatchOf(CORE, difference))
  };
}

// actions/nodes/prove/verify-files.ts
import { readFile } from "node:fs/promises";
import { join as join2 } from "node:path";
async function verifyFiles(files, nodes, locked) {
  const mismatches = await Promise.all(files.map((file) => verifyFile(file, nodes, locked?.[file.filename])));
  return {
    checked: files.map(({ filename }) => ({ subject: filename, what: "file" })),
    mismatches: mismatches.flat()
  };
}
async function verifyFile({ filename, disabled }, nodes, locked) {
  const say = (what, expected2, actual) => [
    { subject: filename, what, expected: expected2, actual }
  ];
  const [on, off] = await Promise.all([
    isFile(join2(nodes, filename)),
    isFile(join2(nodes, `${filename}.disabled`))
  ]);
  const expected = stateName(disabled);
  if (on && off) return say("extra", `${expected} only`, "both switched on and off");
  if (!on && !off) return say("missing", expected, "not there");
  const content = await digestIn(join2(nodes, on ? filename : `${filename}.disabled`));
  return [
    ...on === disabled ? say("disabled", expected, stateName(off)) : [],
    ...locked === void 0 || locked === content ? [] : say("content", locked, content)
  ];
}
async function digestIn(path) {
  return readFile(path).then(digestOf, ({ code }) => String(code));
}
function stateName(disabled) {
  return disabled ? "switched off" : "switched on";
}

// actions/nodes/prove/verify-node.ts
import { join as join7 } from "node:path";

// actions/nodes/archives/prove-archive.ts
import { join as join4 } from "node:path";

// actions/nodes/archives/files.ts
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { open, readdir as readdir2 } from "node:fs/promises";
import { join as join3 } from "node:path";
async function filesOf(folder) {
  const files = /* @__PURE__ */ new Map();
  const walk = async (below) => {
    for (const entry of await readdir2(join3(folder, below), { withFileTypes: true })) {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (path === TRACKING || entry.isFile() && isCompiled(folder, bytesOf(path))) continue;
      if (entry.isDirectory()) await walk(path);
      else files.set(path, entry.isFile() ? await hashOf(join3(folder, path)) : void 0);
    }
  };
  await walk("");
  return files;
}
function digestOfFiles(files) {
  const lines = [...files].map(([path, hash]) => `${hash ?? "none"}  ${path}
`).toSorted();
  return `sha256:${createHash("sha256").update(lines.join("")).digest("hex")}`;
}
async function hashOf(path) {
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const hash = createHash("sha256");
    for await (const chunk of file.createReadStream()) hash.update(chunk);
    return hash.digest("hex");
  } catch {
    return void 0;
  }
}

// actions/nodes/archives/prove-archive.ts
var SHOWN = 5;
async function proveArchive(node) {
  const say = (what, expected, actual2) => ({
    subject: node.id,
    what,
    expected,
    actual: actual2
  });
  const tracked = trackedIn(node.folder);
  if (!tracked) return [say("missing", TRACKING, "no list of its files: not from the registry")];
  const actual = await filesOf(node.folder);
  const missing = [...tracked].filter((path) => !actual.has(path));
  const odd = [...actual].flatMap(([path, hash]) => hash === void 0 ? [path] : []);
  const extra2 = node.generated ? [] : [...actual.keys()].filter((path) => !tracked.has(path));
  const own = new Map([...actual].filter(([path]) => tracked.has(path)));
  const project = projectOf(node.folder);
  return [
    ...missing.length > 0 ? [say("files", "all of its list", `missing: ${shown2(missing)}`)] : [],
    ...extra2.length > 0 ? [say("files", "none but those of its list", `extra: ${shown2(extra2)}`)] : [],
    ...odd.length > 0 ? [say("files", "regular files", `links or the like: ${shown2(odd)}`)] : [],
    ...project.name?.toLowerCase() === node.id.toLowerCase() ? [] : [say("id", node.id, project.name ?? "none in pyproject.toml")],
    ...sameVersion(project.version, node.version) ? [] : [say("version", node.version, project.version ?? "none in pyproject.toml")],
    ...node.files === void 0 || node.files === digestOfFiles(own) ? [] : [say("files", node.files, digestOfFiles(own))]
  ];
}
function trackedIn(folder) {
  const lines = readText(join4(folder, TRACKING))?.split("\n");
  const files = lines?.filter((line) => line !== "" && !line.endsWith("/") && line !== TRACKING);
  return files && new Set(files.filter((line) => !isCompiled(folder, bytesOf(line))));
}
function shown2(paths) {
  const more = paths.length > SHOWN ? ` and ${paths.length - SHOWN} more` : "";
  return paths.toSorted().slice(0, SHOWN).join(", ") + more;
}

// actions/nodes/prove/locked.ts
import { lstatSync as lstatSync2 } from "node:fs";
import { join as join5 } from "node:path";

// actions/nodes/prove/tree-of.ts
import { lstatSync } from "node:fs";
function treeOf(folder, submodules, at = "") {
  const entries = entriesOf(folder, at).flatMap((found) => {
    const name = found.name.toString("latin1");
    const path = inner(at, name);
    if (path === ".git" || found.isFile() && isCompiled(folder, path)) return [];
    const submodule = Object.hasOwn(submodules, shown(path)) ? submodules[shown(path)] : void 0;
    if (submodule) return [{ mode: "160000", name, hash: submodule.commit }];
    if (!found.isDirectory()) return [{ name, ...fileAt(placeOf(folder, path)) }];
    const hash = treeOf(folder, submodules, path);
    return hash === void 0 ? [] : [{ mode: "40000", name, hash }];
  });
  return entries.length === 0 && at !== "" ? void 0 : hashTree(entries);
}
function fileAt(place) {
  const found = lstatSync(place);
  if (found.isSymbolicLink()) return { mode: "120000", hash: hashLink(place) };
  if (!found.isFile()) return { mode: "100644", hash: "0".repeat(40) };
  return { mode: (found.mode & 64) !== 0 ? "100755" : "100644", hash: hashFile(place) };
}
function hashTree(entries) {
  const key = ({ mode, name }) => mode === "40000" ? `${name}/` : name;
  const sorted = entries.toSorted((a, b) => key(a) < key(b) ? -1 : 1);
  const parts = sorted.flatMap(({ mode, name, hash }) => [
    Buffer.from(`${mode} ${name}\0`, "latin1"),
    Buffer.from(hash, "hex")
  ]);
  return hashObject("tree", Buffer.concat(parts));
}

// actions/nodes/prove/locked.ts
function differencesFromLock({ tree, submodules }, locked, requirements) {
  const found = new Map(submodules.map((each) => [each.path, each.tree]));
  return [
    ...treeDifference("", locked.tree, tree),
    ...Object.entries(locked.submodules).flatMap(
      ([path, each]) => treeDifference(path, each.tree, found.get(path))
    ),
    ...requirementDifferences(locked, requirements)
  ];
}
function lockedTree(folder, locked, requirements) {
  const all = Object.entries(locked.submodules);
  const trees = [
    ["", locked.tree],
    ...all.map(([path, { tree }]) => [path, tree])
  ];
  return [
    ...trees.flatMap(([path, tree]) => {
      const within = all.flatMap(
        ([other, each]) => other.startsWith(path === "" ? "" : `${path}/`) ? [[other.slice(path === "" ? 0 : path.length + 1), each]] : []
      );
      const place = join5(folder, path);
      const there = lstatSync2(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
      return treeDifference(path, tree, there ? treeOf(place, Object.fromEntries(within)) : "no folder");
    }),
    ...requirementDifferences(locked, requirements)
  ];
}
function treeDifference(path, expected, actual) {
  if (actual === void 0 || actual === expected) return [];
  return [{ path, what: "files", expected, actual }];
}
function requirementDifferences({ requirements: expected }, actual) {
  const paths = [.../* @__PURE__ */ new Set([...Object.keys(expected), ...Object.keys(actual)])].sort();
  return paths.filter((path) => expected[path] !== actual[path]).map((path) => ({
    ...{ path, what: "requirements" },
    expected: expected[path] ?? "none",
    actual: actual[path] ?? "none"
  }));
}

// actions/nodes/prove/requirements.ts
import { readdir as readdir3 } from "node:fs/promises";
import { join as join6 } from "node:path";
async function requirementsOf(folder) {
  const names = (await readdir3(folder)).filter((name) => /^requirements.*\.txt$/i.test(name)).sort();
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = readText(join6(folder, name));
      return text === void 0 ? [] : [[name, digestOf(text)]];
    })
  );
}

// actions/nodes/prove/verify-node.ts
async function verifyNode(node, places, nodes, job, git) {
  const [place, ...others] = places;
  const mismatches = place ? [
    ...stateOf2(node, place),
    ...others.map((other) => copyOf(node, other)),
    ...await contentOf(node, place, join7(nodes, place.path), job, git)
  ] : [{ subject: node.name, what: "missing", expected: pinOf(node), actual: "not there" }];
  return { checked: [{ subject: node.name, what: "node" }], mismatches };
}
function stateOf2({ name, disabled }, place) {
  if (place.disabled !== disabled)
    return [
      {
        ...{ subject: name, what: "disabled", expected: stateName(disabled) },
        actual: `${stateName(place.disabled)} (${place.path})`
      }
    ];
  if (disabled || place.path === name) return [];
  return [{ subject: name, what: "folder", expected: name, actual: place.path }];
}
function copyOf({ name }, { path }) {
  return { subject: name, what: "extra", expected: "one copy", actual: `another one in ${path}` };
}
async function contentOf({ name, source }, place, folder, job, git) {
  if (place.link) return [{ subject: name, what: "folder", expected: "a folder", actual: "a symbolic link" }];
  const generated = mayRun(job.installScripts, name);
  if (!("url" in source)) return archiveOf(name, source, folder, job, generated);
  const differences = await gitDifferences(source, folder, job, git, generated);
  return differences.map((difference) => mismatchOf(name, difference));
}
async function gitDifferences({ url, commit }, folder, { lock, root }, git, generated) {
  const proof = await proveFiles(folder, commit, git, { generated, ...root === void 0 ? {} : { root } });
  const locked = lock?.git[url];
  if (!locked) return proof.differences;
  const requirements = await requirementsOf(folder);
  const isBare = proof.differences.some(({ what, path }) => what === "repository" && path === "");
  if (isBare) return lockedTree(folder, locked, requirements);
  return [...proof.differences, ...differencesFromLock(proof, locked, requirements)];
}
async function archiveOf(name, { id, version }, folder, { lock }, generated) {
  const files = lock?.registry[id]?.files;
  const found = await proveArchive({
    id,
    version,
    folder,
    generated,
    ...files === void 0 ? {} : { files }
  });
  return found.map((mismatch) => ({ ...mismatch, subject: name }));
}

// actions/nodes/packages/compare.ts
var OF_TORCH = /^(torch|torchvision|torchaudio|xformers|triton|nvidia-.+)$/;
function isOfTorch(name) {
  return OF_TORCH.test(name);
}
function isSameVersion(one, other) {
  const [a = "", localA] = one.toLowerCase().split("+");
  const [b = "", localB] = other.toLowerCase().split("+");
  if (localA !== void 0 && localB !== void 0 && localA !== localB) return false;
  return valid(a) && valid(b) ? eq(a, b) : a === b;
}
function isVersion(text) {
  return valid(text) !== null;
}

// actions/nodes/prove/verify-packages.ts
async function verifyPackages({ snapshot, lock, root }, python) {
  const installed = await readInstalled(await sitePackagesOf(python, root));
  const wanted = new Map(snapshot.packages.flatMap(wantedBy).map((each) => [each.name, each]));
  for (const [name, { version, address }] of Object.entries(lock?.packages ?? {}))
    wanted.set(name, { name, version, ...address === void 0 ? {} : { address } });
  const all = [...wanted.values()];
  return {
    checked: all.map(({ name }) => ({ subject: name, what: "package" })),
    mismatches: all.flatMap((each) => mismatchesOf(each, installed.get(each.name)))
  };
}
function wantedBy({ requirement, address }) {
  if (/^file:/i.test(address)) return [];
  const name = normalPackage(packageNameOf(requirement));
  if (address !== "") return [{ name, address }];
  const [, written2 = ""] = /^[^=<>!~;]*?(?:\[[^\]]*\])?\s*([=<>!~][^;]*)?(?:;.*)?$/.exec(requirement) ?? [];
  const [, version] = /^={2,3}\s*([^\s,*]+)$/.exec(written2.trim()) ?? [];
  if (version !== void 0) return [{ name, version }];
  return [written2.trim() === "" ? { name } : { name, range: written2.trim() }];
}
function mismatchesOf(wanted, installed) {
  const { name, version, range, address } = wanted;
  const say = (what, expected, actual) => [{ subject: name, what, expected, actual }];
  if (!installed) return say("missing", version ?? range ?? address ?? "any version", "not installed");
  if (version !== void 0 && !isSameVersion(installed.version, version))
    return say("version", version, installed.version);
  if (range !== void 0 && !satisfies(installed.version, range, { prereleases: true }))
    return say("version", range, installed.version);
  if (address !== void 0 && !isFrom(address, installed)) return say("address", address, written(installed));
  return [];
}
function written({ address, commit }) {
  if (address === void 0) return "an index";
  return commit === void 0 ? address : `${address} at ${commit}`;
}
function isFrom(address, { address: actual, commit }) {
  if (actual === void 0) return false;
  const [wanted, found] = [partsOf(address), partsOf(actual)];
  if (wanted.place !== found.place) return false;
  if (commit === void 0) return wanted.ref === found.ref;
  return wanted.ref === void 0 || !/^[0-9a-f]{40}$/.test(wanted.ref) || wanted.ref === commit;
}
function partsOf(address) {
  const bare = address.split("#", 1)[0] ?? "";
  if (!/^git\+/i.test(bare)) return { place: bare, ref: void 0 };
  const [, place = "", ref] = /^git\+(.+?)(?:@([^/@]+))?$/i.exec(bare) ?? [];
  return { place: (normalUrl(place) ?? place).toLowerCase(), ref };
}

// actions/nodes/prove/verify.ts
var AT_ONCE = 4;
async function verifyInstallation(job, services) {
  const git = openGit(services);
  const { snapshot, root = "/" } = job;
  const nodes = await placeIn(root, job.of.nodes, services);
  const core = job.of.core === void 0 ? void 0 : await placeIn(root, job.of.core, services);
  const wanted = wantedNodes(snapshot, { nodes });
  const { places, extras } = await survey(nodes, wanted, snapshot.files, root);
  const parts = [
    ...core === void 0 ? [] : [await verifyCore(snapshot, core, git, root)],
    ...await atOnce(AT_ONCE, wanted, (node) => verifyNode(node, places.get(node) ?? [], nodes, job, git)),
    await verifyFiles(snapshot.files, nodes, job.lock?.files),
    ...extras.map(({ path }) => extra(path)),
    job.of.python === void 0 ? nothing : await verifyPackages(job, job.of.python)
  ];
  return {
    checked: parts.flatMap(({ checked }) => checked),
    mismatches: parts.flatMap(({ mismatches }) => mismatches)
  };
}
var nothing = { checked: [], mismatches: [] };
function extra(path) {
  const mismatch = { subject: path, what: "extra", expected: "not there", actual: "in no snapshot" };
  return { checked: [], mismatches: [mismatch] };
}
async function placeIn(root, path, services) {
  return await resolveInside(root, path) ?? join8(services.temp, "nothing-lies-here");
}

export {
  survey,
  wantedNodes,
  pinOf,
  pinPhrase,
  mayRun,
  verifyCore,
  filesOf,
  digestOfFiles,
  proveArchive,
  requirementsOf,
  contentOf,
  isOfTorch,
  isSameVersion,
  isVersion,
  verifyInstallation
};
