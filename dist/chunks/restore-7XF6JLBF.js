import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  BareCache,
  fetchCommit,
  has,
  isWhole
} from "./chunk-WWMCBUL5.js";
import {
  CORE,
  isCoreLeft,
  leftCore
} from "./chunk-3O4YVS4M.js";
import {
  pinned
} from "./chunk-KPLOK53V.js";
import {
  complaintOf,
  culpritsOf,
  failureOf,
  fetchArchive,
  findTool,
  hiddenFromOthers,
  indexOptionOf,
  installArguments,
  isWritten
} from "./chunk-JEBAXDDY.js";
import {
  contentOf,
  isOfTorch,
  isSameVersion,
  isVersion,
  mayRun,
  pinOf,
  pinPhrase,
  survey,
  verifyCore,
  verifyInstallation,
  wantedNodes
} from "./chunk-6P6CY3IM.js";
import "./chunk-PHDFN2CA.js";
import {
  nodeTable
} from "./chunk-A443EPKH.js";
import {
  folderAt,
  placeOf,
  readCommit,
  readInstalled,
  shown,
  sitePackagesOf
} from "./chunk-SUHOLRIE.js";
import {
  DISABLED,
  OF_COMFYUI,
  RESTORED,
  STAGING,
  installationOf,
  openRepository,
  remoteOf
} from "./chunk-UNXV3V2A.js";
import "./chunk-D4GNW7OK.js";
import {
  makeGitFolder,
  openGit
} from "./chunk-ILG7TDND.js";
import {
  counted,
  nodesIn
} from "./chunk-ZLFWH7DP.js";
import "./chunk-UJVJRZQK.js";
import "./chunk-S3NHVWSB.js";
import {
  COMFYUI,
  canonicalText,
  digestOf as digestOf2,
  hostOf,
  normalPackage,
  normalUrl,
  shortPin
} from "./chunk-ZQ3A7QTU.js";
import "./chunk-57ATMLXS.js";
import {
  joined
} from "./chunk-AEMEIGJB.js";
import {
  atOnce
} from "./chunk-EOUI6E6D.js";
import {
  findProgram,
  isFile,
  isThere
} from "./chunk-SFAXQ2WK.js";
import "./chunk-RZBAGCDT.js";
import "./chunk-ZNDI3WQU.js";
import {
  formatDuration
} from "./chunk-5XXXVB74.js";
import "./chunk-GDCOOEY7.js";
import {
  printable,
  sentence,
  withoutLogin
} from "./chunk-HNYI7RT3.js";
import "./chunk-C5D3HR52.js";
import {
  literal,
  object,
  string
} from "./chunk-J6MGYEM6.js";
import {
  plain,
  table
} from "./chunk-TIJULC24.js";
import {
  ProcessError
} from "./chunk-DNWJD24H.js";
import {
  digestOf
} from "./chunk-EZQO47NV.js";
import "./chunk-Z26LTSII.js";
import {
  CancelledError,
  Problems,
  UserError,
  UserErrors,
  isUserError,
  messageOf,
  reworded,
  userErrorsOf
} from "./chunk-GTGSVCFP.js";
import "./chunk-EXVEHUUA.js";
import "./chunk-TO6V6YKD.js";

// actions/nodes/restore/restore.ts
import { mkdir as mkdir5, rm as rm10 } from "node:fs/promises";
import { join as join18 } from "node:path";

// actions/nodes/restore/core.ts
import { readdir } from "node:fs/promises";
import { relative } from "node:path";

// actions/nodes/restore/mismatch.ts
function mismatchText({ what, expected, actual }) {
  return `${what}: expected ${expected}, found ${actual}`;
}

// actions/nodes/restore/core.ts
async function findCore({ snapshot, to }, git) {
  const commit = snapshot.comfyui;
  if (to.core === void 0 || commit === null) return void 0;
  const folder = to.core;
  const repository = await openRepository(folder);
  if (!repository) {
    await judgeEmpty(folder, to.nodes);
    return { folder, url: COMFYUI, commit, repository, proven: false, differences: [], whole: false };
  }
  const url = normalUrl(remoteOf(repository.settings) ?? COMFYUI) ?? COMFYUI;
  const differences = await differencesOfCore(folder, snapshot, git);
  const proven = repository.head === commit && differences.length === 0;
  if (!proven && repository.elsewhere)
    throw new UserError("IMG8711", `ComfyUI: ${folder} shares its repository with other folders.`, {
      hint: "Check out its commit there yourself, or set `comfyui` to none."
    });
  const { objects } = repository;
  const whole = proven || await has(git, { objects }, commit) && await isWhole(git, { objects }, commit);
  return { folder, url, commit, repository, proven, differences, whole };
}
async function differencesOfCore(folder, snapshot, git) {
  const { mismatches } = await verifyCore(snapshot, folder, git, "/");
  return mismatches.map(mismatchText);
}
async function judgeEmpty(folder, nodes) {
  const [own] = relative(folder, nodes).split("/");
  const entries = await readdir(folder).catch(() => []);
  if (entries.every((name) => name === own)) return;
  throw new UserError(
    "IMG8711",
    `ComfyUI: ${folder} is no git checkout, so it can't be brought to a commit.`,
    {
      hint: "Keep its .git, give an empty folder, or set `comfyui` to none."
    }
  );
}

// actions/nodes/restore/extras.ts
import { rm as rm2 } from "node:fs/promises";
import { join as join2 } from "node:path";

// actions/nodes/restore/move.ts
import { cp, mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
async function move(from, to) {
  await mkdir(dirname(to), { recursive: true });
  try {
    await rename(from, to);
  } catch (error) {
    if (error.code !== "EXDEV") throw error;
    const beside = join(dirname(to), `.copying-${process.pid}.disabled`);
    await rm(beside, { recursive: true, force: true });
    await cp(from, beside, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    await rename(beside, to);
    await rm(from, { recursive: true, force: true });
  }
}

// actions/nodes/restore/extras.ts
async function settleExtras({ extras: rule, to }, extras) {
  for (const { path } of extras) {
    const place = join2(to.nodes, path);
    if (rule === "remove") await rm2(place, { recursive: true, force: true });
    if (rule === "disable") await move(place, await freePlace(to.nodes, path));
  }
}
async function freePlace(nodes, name) {
  for (let count = 1; ; count++) {
    const place = join2(nodes, DISABLED, count === 1 ? name : `${name}@${count}`);
    if (!await isThere(place)) return place;
  }
}

// actions/nodes/restore/files.ts
import { copyFile, readFile, rename as rename2, rm as rm3 } from "node:fs/promises";
import { join as join3 } from "node:path";
async function settleFile({ filename, disabled }, { to, files, lock }) {
  const on = join3(to.nodes, filename);
  const off = `${on}.disabled`;
  const [right, wrong] = disabled ? [off, on] : [on, off];
  const given = files === void 0 ? void 0 : join3(files, filename);
  const outcome = given !== void 0 && await isThere(given) ? await copyUnlessEqual(given, right) : await findFile(right, wrong, { filename, disabled }, to.core);
  await rm3(wrong, { force: true });
  const locked = lock?.files?.[filename];
  if (locked !== void 0 && digestOf(await readFile(right)) !== locked)
    throw new UserError("IMG8701", `Node ${filename}: it is another file than the one that the lock names.`, {
      hint: "Give the folder that has that one as `files`, or find out why it changed and make a new lock."
    });
  return outcome;
}
async function findFile(right, wrong, { filename, disabled }, core) {
  if (await isFile(right)) return "unchanged";
  if (await isFile(wrong)) {
    await move(wrong, right);
    return disabled ? "disabled" : "enabled";
  }
  const brought = core === void 0 ? void 0 : join3(core, "custom_nodes", filename);
  if (brought !== void 0 && await isThere(brought)) return copyUnlessEqual(brought, right);
  throw new UserError("IMG8702", `Node ${filename}: the file is not there, and nothing has it.`, {
    hint: "Give the folder that has it as `files`, or take it out of the snapshot."
  });
}
async function copyUnlessEqual(from, to) {
  const wanted = await readFile(from);
  if (await isFile(to) && (await readFile(to)).equals(wanted)) return "unchanged";
  await copyFile(from, `${to}.new`);
  await rename2(`${to}.new`, to);
  return "fetched";
}

// actions/nodes/restore/find.ts
import { join as join4 } from "node:path";
async function findNode(node, { places }, job, git) {
  const all = places.get(node) ?? [];
  let differences = [];
  for (const place of all) {
    const found = await contentOf(node, place, join4(job.to.nodes, place.path), job, git);
    if (found.length === 0)
      return { node, proven: place, others: all.filter((other) => other !== place), differences };
    if (differences.length === 0) differences = found.map(mismatchText);
  }
  return { node, proven: void 0, others: all, differences };
}

// actions/nodes/restore/judge.ts
import { lstat } from "node:fs/promises";
import { join as join5 } from "node:path";

// actions/nodes/restore/judge-requirements.ts
import { readFile as readFile2 } from "node:fs/promises";
async function judgeRequirements(problems, { requirements, lock, to }) {
  if (to.python === void 0) return;
  const locked = lock && Object.keys(lock.packages).length > 0 ? lock.extra : void 0;
  for (const path of requirements) {
    const bytes = await readFile2(path).catch(() => void 0);
    if (bytes === void 0)
      problems.add("IMG8602", `The requirements file ${path} is not there.`, "Check the input requirements.");
    else if (locked && !locked.includes(digestOf(bytes)))
      problems.add(
        "IMG8602",
        `The requirements file ${path} is not one that the lock was made with.`,
        "Make a new lock with mode lock and the same requirements, where they were restored without one."
      );
  }
}

// actions/nodes/restore/judge.ts
async function judge(job, wanted, { extras }) {
  const problems = new Problems();
  for (const node of wanted) judgeNode(problems, node, job.lock);
  judgeNames(problems, wanted);
  judgeScripts(problems, job.installScripts, wanted);
  await judgeRequirements(problems, job);
  for (const file of job.snapshot.files)
    if (!await canBeThere(file, job))
      problems.add(
        "IMG8702",
        `Node ${file.filename}: the file is not there, and nothing has it.`,
        "Give the folder that has it as `files`, or take it out of the snapshot."
      );
  const goesOff = wanted.some(({ disabled }) => disabled) || job.extras === "disable" && extras.length > 0;
  if (goesOff && await isLink(join5(job.to.nodes, DISABLED)))
    problems.add(
      "IMG8703",
      `${DISABLED} in ${job.to.nodes} is a symbolic link: what is switched off would leave this folder.`,
      "Put a folder there."
    );
  if (job.extras === "fail")
    for (const { path } of extras)
      problems.add(
        "IMG8704",
        `Node ${path}: it is not in the snapshot.`,
        "Add it there, take it away, or set `extras` to disable or remove."
      );
  problems.throwIfAny();
}
var NAME = /^(?![.-])(?!.*\.disabled$)[\w.~+-]+$/i;
function judgeNode(problems, { name, source }, lock) {
  if (!NAME.test(name) || name === "__pycache__")
    problems.add(
      "IMG8231",
      `Node ${name}: no folder of a node can have this name.`,
      "Take it out of the snapshot."
    );
  if (!("url" in source)) {
    const locked2 = lock?.registry[source.id];
    if (lock && locked2?.version !== source.version)
      problems.add("IMG8701", ...otherLock(name, locked2?.version));
    return;
  }
  if (!/^[0-9a-f]{40}$/.test(source.commit))
    problems.add(
      "IMG8211",
      `Node ${name}: ${source.commit} is no commit.`,
      "Put its commit there with mode pin."
    );
  if (normalUrl(source.url) !== source.url)
    problems.add(
      "IMG8221",
      `Node ${name}: ${source.url} is no address in its normal form.`,
      "Run mode normalise."
    );
  const locked = lock?.git[source.url];
  if (lock && locked?.commit !== source.commit) problems.add("IMG8701", ...otherLock(name, locked?.commit));
}
function otherLock(name, pin) {
  return [
    `Node ${name}: the lock ${pin === void 0 ? "does not have it" : `says ${pin}`}, unlike the snapshot.`,
    "Make a new lock of this snapshot with mode lock."
  ];
}
function judgeNames(problems, wanted) {
  const seen = /* @__PURE__ */ new Set();
  for (const { name } of wanted) {
    if (seen.has(name.toLowerCase()))
      problems.add(
        "IMG8241",
        `Node ${name}: two nodes of the snapshot have this folder.`,
        "Keep one of them."
      );
    seen.add(name.toLowerCase());
  }
}
function judgeScripts(problems, installScripts, wanted) {
  if (typeof installScripts === "string") return;
  for (const name of installScripts)
    if (!wanted.some((node) => node.name === name))
      problems.add(
        "IMG8705",
        `Node ${name}: its install.py is to run, but it is not in the snapshot.`,
        "Write it as its folder is called, or leave it out of install-scripts."
      );
}
async function canBeThere({ filename }, { to, files, snapshot }) {
  if (to.core !== void 0 && snapshot.comfyui !== null && OF_COMFYUI.has(filename)) return true;
  const places = [
    join5(to.nodes, filename),
    join5(to.nodes, `${filename}.disabled`),
    ...to.core === void 0 ? [] : [join5(to.core, "custom_nodes", filename)],
    ...files === void 0 ? [] : [join5(files, filename)]
  ];
  for (const place of places) if (await isThere(place)) return true;
  return false;
}
async function isLink(path) {
  return (await lstat(path).catch(() => void 0))?.isSymbolicLink() ?? false;
}

// actions/nodes/restore/named.ts
function named(subject, error) {
  if (subject === "") return error;
  if (error instanceof ProcessError)
    return new UserError(
      "IMG8305",
      `${subject}: a program failed here: ${sentence(printable(messageOf(error)))}`,
      {
        hint: "See whether the disk is full, or the folder is somebody else\u2019s.",
        cause: error
      }
    );
  if (!isUserError(error)) return error;
  return joined(userErrorsOf(error).map((each) => reworded(each, `${subject}: ${each.message}`)));
}

// actions/nodes/packages/install.ts
import { mkdtemp as mkdtemp2, rm as rm5, writeFile as writeFile3 } from "node:fs/promises";
import { join as join11 } from "node:path";

// actions/nodes/packages/sources.ts
import { lstat as lstat2 } from "node:fs/promises";
import { basename, dirname as dirname3, join as join7 } from "node:path";

// actions/nodes/packages/requirements.ts
import { readFile as readFile3, realpath } from "node:fs/promises";
import { dirname as dirname2, join as join6, relative as relative2 } from "node:path";
var NAME2 = "[A-Za-z0-9](?:[\\w.-]*[A-Za-z0-9])?";
var VERSIONS = "\\(?\\s*(?:===|[<>=!~]=|[<>])[^;@]*";
var PACKAGE = new RegExp(`^(${NAME2})\\s*(?:\\[[^\\]]*\\])?\\s*(?:${VERSIONS})?(?:;.*)?$`);
var AT = new RegExp(`^(${NAME2})\\s*(?:\\[[^\\]]*\\])?\\s*@\\s*(\\S+)\\s*(?:;.*)?$`);
var ADDRESS = /^(?:git\+)?https:\/\/[^\s@/]+\/\S+$/i;
var DEEPEST = 10;
var MISLEADING = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]|\s-|\$\{/;
function requirementOf(text) {
  if (MISLEADING.test(text)) return void 0;
  const [, name] = PACKAGE.exec(text) ?? [];
  if (name !== void 0) return { text, name: normalPackage(name), addressed: false };
  const [, named2, address = ""] = AT.exec(text) ?? [];
  if (named2 !== void 0)
    return ADDRESS.test(address) ? { text, name: normalPackage(named2), addressed: true } : void 0;
  return ADDRESS.test(text.split(/\s*;\s/, 1)[0] ?? "") ? { text, name: nameInAddress(text), addressed: true } : void 0;
}
function linesOf(text) {
  const joined2 = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n").replace(/\\\n/g, "");
  return joined2.split("\n").flatMap((line) => line.replace(/(^|\s)#.*$/, "").trim() || []);
}
async function readRequirements(whose, folder, file) {
  const reader = new Reader(whose, await realpath(folder));
  await reader.read(file, 0);
  reader.problems.throwIfAny();
  return reader.wanted;
}
var Reader = class {
  wanted = { requirements: [], options: [], warnings: [], texts: [] };
  problems = new Problems();
  #whose;
  #folder;
  #seen = /* @__PURE__ */ new Set();
  constructor(whose, folder) {
    this.#whose = whose;
    this.#folder = folder;
  }
  async read(path, depth) {
    const real2 = await realpath(join6(this.#folder, path)).catch(() => void 0);
    if (real2 === void 0 || depth > DEEPEST) this.#fault(`${path} is not there.`, "Ask the author for it.");
    else if (relative2(this.#folder, real2).split("/")[0] === "..")
      this.#fault(`${path} is outside of its folder.`, "Only files of the same folder are read.");
    else if (!this.#seen.has(real2)) {
      this.#seen.add(real2);
      const text = await readFile3(real2, "utf8");
      this.wanted.texts.push(text);
      for (const line of linesOf(text)) await this.#take(line, path, depth);
    }
  }
  async #take(line, path, depth) {
    const other = /^(?:-r\s*|--requirement(?:\s+|=))(.+)$/.exec(line)?.[1];
    if (other !== void 0) await this.read(join6(dirname2(path), other.trim()), depth + 1);
    else if (line.startsWith("-")) this.#takeOption(line, path);
    else this.#takeRequirement(line, path);
  }
  #takeOption(line, path) {
    const option = indexOptionOf(line);
    if (option) {
      this.wanted.options.push(option);
      this.#warn(`${path} has the option ${line}, which holds for all that is installed here.`);
    } else
      this.#fault(
        `${shown2(line)} in ${path} is an option that is not taken from a requirements file.`,
        "Take it out, or ask its author to name packages only."
      );
  }
  #takeRequirement(line, path) {
    const plain2 = line.replace(/(?:\s+--hash[=\s]\S+)+\s*$/, "");
    if (plain2 !== line) this.#warn(`the hashes of ${plain2} are not looked at; a lock has its own.`);
    const requirement = requirementOf(plain2);
    if (requirement) this.wanted.requirements.push(requirement);
    else
      this.#fault(
        `${shown2(line)} in ${path} is no requirement that can be installed.`,
        "It takes a name with versions, or an address that begins with https:// or git+https://."
      );
  }
  #fault(what, hint) {
    this.problems.add("IMG8601", `${this.#whose}: ${what}`, hint);
  }
  #warn(what) {
    this.wanted.warnings.push(`${this.#whose}: ${what}`);
  }
};
function shown2(line) {
  return JSON.stringify(withoutLogin(printable(line)));
}
function nameInAddress(address) {
  const egg = /[#&]egg=([\w.-]+)/.exec(address)?.[1];
  const wheel = /\/([^/-]+)-[^/]*\.whl(?:$|[?#;\s])/.exec(address)?.[1];
  const name = egg ?? wheel;
  return name === void 0 ? void 0 : normalPackage(name);
}

// actions/nodes/packages/sources.ts
var FILE = "requirements.txt";
async function readSources(job) {
  const problems = new Problems();
  const sources = [];
  const add = async (whose, folder, file) => {
    const wanted = await problems.tryAsync(() => readRequirements(whose, folder, file));
    if (wanted) sources.push({ whose, ...wanted });
  };
  for (const { name, folder } of job.nodes)
    if (await isThere2(join7(folder, FILE))) await add(`Node ${name}`, folder, FILE);
  for (const path of job.requirements) {
    if (await isThere2(path)) await add(`Requirements file ${basename(path)}`, dirname3(path), basename(path));
    else
      problems.add("IMG8602", `The requirements file ${path} is not there.`, "Check the input requirements.");
  }
  problems.throwIfAny();
  return sources;
}
function pinnedSource(packages, installed, { log }) {
  const problems = new Problems();
  const source = {
    whose: "The snapshot",
    requirements: [],
    options: [],
    warnings: [],
    texts: packages.map(({ requirement, address }) => `${requirement} @ ${address}`)
  };
  for (const pinned2 of packages) {
    const { requirement: text, address } = pinned2;
    if (isLocal(pinned2)) {
      log.warn(`The snapshot's package ${text} came from a folder of its machine, so it is left out.`);
      continue;
    }
    const requirement = requirementOf(address === "" ? text : `${text} @ ${address}`);
    if (!requirement)
      problems.add(
        "IMG8603",
        `The snapshot's package ${JSON.stringify(text)} can't be installed.`,
        "Write it as name==version, or leave it out of the snapshot."
      );
    else if (!problems.try(() => staysAnyhow(text, requirement.name, installed)))
      source.requirements.push(requirement);
  }
  problems.throwIfAny();
  return source;
}
function pinnedVersion(requirement) {
  return /===?\s*([^\s;,]+)\s*(?:;.*)?$/.exec(requirement)?.[1];
}
function isLocal({ requirement, address }) {
  return requirement === "loc" || /^file:/i.test(address) || /@\s*file:/i.test(requirement);
}
function staysAnyhow(text, name, installed) {
  const base = name !== void 0 && isOfTorch(name) ? installed.get(name) : void 0;
  if (!base) return false;
  const asked = pinnedVersion(text);
  if (asked !== void 0 && isSameVersion(asked, base.version)) return true;
  throw new UserError(
    "IMG8604",
    `The snapshot asks for ${name} ${asked ?? "from an address"}, but the base image has ${base.version}, which stays.`,
    { hint: "Build on the base image that the snapshot was saved on, or take that line out of pips." }
  );
}
async function isThere2(path) {
  return await lstat2(path).catch(() => void 0) !== void 0;
}

// actions/nodes/packages/constraints.ts
function constraintsOf(installed, pinned2, sources) {
  const free = /* @__PURE__ */ new Set([
    ...pinned2.requirements.filter(({ text }) => pinnedVersion(text) !== void 0).map(({ name }) => name),
    ...[pinned2, ...sources].flatMap(
      ({ requirements }) => requirements.filter(({ addressed }) => addressed).map(({ name }) => name)
    )
  ]);
  const kept = [...installed.values()].filter(({ name, version }) => !free.has(name) && isVersion(version));
  return new Map(kept.map(({ name, version }) => [name, `${name}==${version}`]));
}

// actions/nodes/packages/install-locked.ts
import { mkdtemp, rm as rm4, writeFile } from "node:fs/promises";
import { join as join8 } from "node:path";
async function installLocked(python, lock, services) {
  const missing = missingOf(lock, await installedFor(python));
  judge2(missing, await installedFor(python));
  const folder = await mkdtemp(join8(services.temp, "packages-"));
  try {
    const install = await installer(python, folder, services);
    await install(missing.filter(({ hashes }) => hashes.length > 0).map(hashedLine), true);
    await install(missing.filter(({ hashes }) => hashes.length === 0).map(plainLine), false);
  } finally {
    await rm4(folder, { recursive: true, force: true });
  }
  const still = missingOf(lock, await installedFor(python));
  if (still.length > 0)
    throw new UserError("IMG8607", `After installing, these are not as the lock says: ${listed(still)}.`, {
      hint: "Make a new lock on this base image."
    });
}
function missingOf(lock, installed) {
  return Object.entries(lock).flatMap(([name, locked]) => {
    const found = installed.get(name);
    const commit = /@([0-9a-f]{40})(?:#|$)/.exec(locked.address ?? "")?.[1];
    const same = found && isSameVersion(found.version, locked.version) && (!commit || found.commit === commit);
    return same ? [] : [{ name, ...locked }];
  });
}
function judge2(missing, installed) {
  const problems = new Problems();
  for (const locked of missing) {
    const { name, version, hashes, address } = locked;
    const there = installed.get(name)?.version;
    if (there !== void 0 && isOfTorch(name))
      problems.add(
        "IMG8604",
        `The lock asks for ${name} ${version}, but the base image has ${there}, which stays.`,
        "Build on the base image that the lock was made on."
      );
    else if (hashes.length === 0 && !isCommit(address))
      problems.add(
        "IMG8607",
        `The lock has no hash for ${name} ${version}, and the base image doesn't have it.`,
        "Build on the base image that the lock was made on, or make a new lock."
      );
    else if (!requirementOf(plainLine(locked)))
      problems.add(
        "IMG8202",
        `The lock has ${JSON.stringify(printable(name))}, whose version or address nobody can install.`,
        "No tool writes that: find out who changed the lock, and make a new one."
      );
  }
  problems.throwIfAny();
}
function isCommit(address) {
  return address !== void 0 && /^git\+https:\/\/.+@[0-9a-f]{40}(#|$)/.test(address);
}
async function installer(python, folder, services) {
  const tool = await findTool(python, services);
  return async (lines, hashed) => {
    if (lines.length === 0) return;
    const file = join8(folder, hashed ? "locked.txt" : "commits.txt");
    await writeFile(file, lines.map((line) => `${line}
`).join(""));
    const job = { files: [file], exactly: true, hashed };
    const result = await tool.run(installArguments(tool, python, job), { show: true, anyExit: true });
    if (result.exitCode === 0) return;
    const said = sentence(printable(complaintOf(`${result.stdout}
${result.stderr}`).replace(/\s+/g, " ")));
    throw new UserError("IMG8607", `The packages of the lock can't be installed: ${said}`, {
      hint: /hash/i.test(said) ? "A file is not the one that was locked: find out why before a new lock is made." : "Run this again once the index can be reached, or make a new lock."
    });
  };
}
function plainLine({ name, version, address }) {
  return address === void 0 ? `${name}==${version}` : `${name} @ ${address}`;
}
function hashedLine({ hashes, ...locked }) {
  return [plainLine(locked), ...hashes.map((hash) => `--hash=${hash}`)].join(" ");
}
async function installedFor(python) {
  return await readInstalled(await sitePackagesOf(python));
}
function listed(packages) {
  return packages.map(({ name, version }) => `${name} ${version}`).join(", ");
}

// actions/nodes/packages/restored.ts
import { createHash } from "node:crypto";
import { readFile as readFile4, rename as rename3, writeFile as writeFile2 } from "node:fs/promises";
import { join as join10 } from "node:path";

// actions/nodes/packages/install-scripts.ts
import { lstat as lstat3 } from "node:fs/promises";
import { join as join9 } from "node:path";
async function runInstallScripts(job, services) {
  const ran = [];
  for (const node of job.nodes) {
    if (await scriptOf(node) === void 0) continue;
    const before = await torchOf(job.python);
    await runScript(node, job.python, services);
    judgeTorch(node, before, await torchOf(job.python));
    ran.push(node.name);
  }
  return ran;
}
async function scriptOf({ folder, script }) {
  if (!script) return void 0;
  const path = join9(folder, "install.py");
  const found = await lstat3(path).catch(() => void 0);
  return found?.isFile() ? path : void 0;
}
async function runScript({ name, folder }, python, { run, log, environment }) {
  log.info(`Node ${name}: running its install.py.`);
  const env = {
    ...environment,
    ...hiddenFromOthers(environment),
    ...{ PYTHONNOUSERSITE: "1", PYTHONUSERBASE: void 0, PIP_USER: "0" }
  };
  const { exitCode } = await run(python, ["install.py"], { cwd: folder, env, show: true, anyExit: true });
  if (exitCode === 0) return;
  throw new UserError("IMG8608", `Node ${name}: its install.py ended with exit code ${exitCode}.`, {
    hint: "What it said is above; leave it out of install-scripts if the node works without."
  });
}
function judgeTorch({ name }, before, after) {
  const now = new Map(after.map((each) => [each.name, each.version]));
  const moved = before.filter((each) => now.get(each.name) !== each.version);
  if (moved.length === 0) return;
  const changes = moved.map((each) => `${each.name} ${each.version} \u2192 ${now.get(each.name) ?? "none"}`);
  throw new UserError(
    "IMG8608",
    `Node ${name}: its install.py replaced what the base image has: ${changes.join(", ")}.`,
    {
      hint: "Leave it out of install-scripts, and begin again from the base image."
    }
  );
}
async function torchOf(python) {
  const installed = await readInstalled(await sitePackagesOf(python));
  return [...installed.values()].filter(({ name }) => isOfTorch(name));
}

// actions/nodes/packages/restored.ts
var restored = object({ schema: literal(1), inputs: string(), installed: string() });
async function isRestored(job) {
  for (const node of job.nodes) if (node.changed && await scriptOf(node) !== void 0) return false;
  const before = await read(job.folder);
  if (!before || before.installed !== await installedDigest(job.python)) return false;
  return before.inputs === await inputsDigest(job);
}
async function rememberPackages(job) {
  const document = {
    schema: 1,
    inputs: await inputsDigest(job),
    installed: await installedDigest(job.python)
  };
  const path = join10(job.folder, RESTORED);
  await writeFile2(`${path}.new`, `${JSON.stringify(document, void 0, 2)}
`);
  await rename3(`${path}.new`, path);
}
async function read(folder) {
  try {
    return restored.parse(JSON.parse(await readFile4(join10(folder, RESTORED), "utf8")));
  } catch {
    return void 0;
  }
}
async function installedDigest(python) {
  const installed = await readInstalled(await sitePackagesOf(python));
  return digestOf(JSON.stringify([...installed.values()]));
}
async function inputsDigest(job) {
  const { packages, python, lock = null } = job;
  const sources = await readSources(job);
  const wanted = sources.map(({ whose, texts }) => ({ whose, texts }));
  const scripts = await Promise.all(
    job.nodes.map(async (node) => {
      const script = await scriptOf(node);
      return script === void 0 ? [] : [node.name, node.pin, hashOf(await readFile4(script))];
    })
  );
  return digestOf(JSON.stringify({ packages, python, lock, wanted, scripts }));
}
function hashOf(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}

// actions/nodes/packages/install.ts
async function installPackages(job, services) {
  if (await isRestored(job)) return { outcome: "unchanged" };
  const hasLock = Object.keys(job.lock ?? {}).length > 0;
  if (job.lock && hasLock) await installLocked(job.python, job.lock, services);
  else await new Resolution(job, services).install();
  return { outcome: "installed" };
}
var Resolution = class {
  #job;
  #services;
  constructor(job, services) {
    this.#job = job;
    this.#services = services;
  }
  async install() {
    const { log, temp } = this.#services;
    const installed = await readInstalled(await sitePackagesOf(this.#job.python));
    const pinned2 = pinnedSource(this.#job.packages, installed, this.#services);
    const others = await readSources(this.#job);
    for (const { warnings } of others) for (const warning of warnings) log.warn(warning);
    const sources = [pinned2, ...others].filter(({ requirements }) => requirements.length > 0);
    if (sources.length === 0) return;
    const constraints = constraintsOf(installed, pinned2, others);
    const folder = await mkdtemp2(join11(temp, "packages-"));
    try {
      const tool = await findTool(this.#job.python, this.#services);
      await this.#resolve(tool, sources, constraints, folder);
    } finally {
      await rm5(folder, { recursive: true, force: true });
    }
  }
  async #resolve(tool, sources, constraints, folder) {
    const kept = join11(folder, "constraints.txt");
    await writeFile3(kept, linesFor([...constraints.values()]));
    const files = await Promise.all(sources.map((source, index) => written(source, index, folder)));
    const attempt = (of2, dry) => {
      const options = sources.flatMap((source) => source.options);
      return this.#run(tool, { files: of2, constraints: kept, options, dry }, !dry);
    };
    const { exitCode, stdout, stderr } = await attempt(files, false);
    if (exitCode === 0) return;
    const complaint = complaintOf(`${stdout}
${stderr}`);
    const culprits = culpritsOf(complaint, sources);
    if (culprits.length > 0) throw failureOf(complaint, culprits, keptIn(complaint, culprits, constraints));
    throw await this.#blame(complaint, sources, async (index) => attempt([files[index] ?? ""], true));
  }
  /** The resolver speaks of what nobody named: whoever fails alone is to blame. */
  async #blame(complaint, sources, attempt) {
    const errors = [];
    for (const [index, { whose, requirements }] of sources.entries()) {
      const { exitCode, stdout, stderr } = await attempt(index);
      const culprit = { whose, requirements: requirements.map(({ text }) => text) };
      if (exitCode !== 0) errors.push(failureOf(complaintOf(`${stdout}
${stderr}`), [culprit], []));
    }
    if (errors.length > 1) return new UserErrors(errors);
    return errors[0] ?? failureOf(complaint, [], []);
  }
  #run(tool, job, show) {
    return tool.run(installArguments(tool, this.#job.python, job), { anyExit: true, show });
  }
};
async function written({ whose, requirements }, index, folder) {
  const path = join11(folder, `${index}-${whose.replace(/[^\w.-]+/g, "-")}.txt`);
  await writeFile3(path, linesFor(requirements.map(({ text }) => text)));
  return path;
}
function linesFor(lines) {
  return lines.map((line) => `${line}
`).join("");
}
function keptIn(complaint, culprits, constraints) {
  const asked = new Set(culprits.flatMap(({ requirements }) => requirements));
  return [...constraints.values()].filter((line) => isWritten(complaint, line) && !asked.has(line));
}

// actions/nodes/restore/packages.ts
async function restorePackages(job, restored2, services, steps) {
  const work = packagesJob(job, restored2);
  if (!work) return "left alone";
  const { outcome } = await steps.take(
    "packages",
    () => installPackages(work, services),
    (result) => result.outcome === "unchanged" ? "Found all packages there" : "Installed packages"
  );
  if (outcome === "unchanged") return outcome;
  await steps.take(
    "install.py",
    () => runInstallScripts(work, services),
    (names) => names.length === 0 ? void 0 : `Ran install.py of ${names.join(", ")}`
  );
  await rememberPackages(work);
  return outcome;
}
function packagesJob(job, restored2) {
  const { to, snapshot, requirements, lock, installScripts } = job;
  if (to.python === void 0) return void 0;
  const nodes = wantedNodes(snapshot, to).filter(({ disabled }) => !disabled).map((node) => ({
    name: node.name,
    folder: node.folder,
    pin: pinOf(node),
    script: mayRun(installScripts, node.name),
    changed: restored2.some(({ name, outcome }) => name === node.name && outcome === "fetched")
  }));
  return {
    ...{ folder: to.nodes, python: to.python, packages: snapshot.packages, nodes, requirements },
    ...lock === void 0 ? {} : { lock: lock.packages }
  };
}

// actions/nodes/restore/stage.ts
import { join as join13 } from "node:path";

// actions/nodes/git/checkout.ts
import { mkdir as mkdir2, rm as rm6, writeFile as writeFile4 } from "node:fs/promises";
import { join as join12 } from "node:path";

// actions/nodes/git/paths.ts
var LEFT_OUT = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;
function isGitFolder(name) {
  const text = Buffer.from(name, "latin1").toString("utf8").replace(LEFT_OUT, "").toLowerCase();
  return text.split(/[\\:]/).some((part) => /^(\.git|git~\d+)[. ]*$/.test(part));
}
function judgePaths({ files, folders }) {
  for (const path of [...files.keys(), ...folders]) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    if (isGitFolder(name)) throw refused(`a file at ${shown(path)}, which is git\u2019s own`);
    if (files.has(path) && folders.has(path)) throw refused(`a file and a folder at ${shown(path)}`);
  }
  if (files.get(".gitmodules")?.kind === "link") throw refused("a link in place of .gitmodules");
}
function refused(what) {
  return new UserError("IMG8404", `Its commit has ${what}.`, {
    hint: "No tool makes that by accident: tell the node\u2019s author, and don\u2019t use it until you know why."
  });
}

// actions/nodes/git/submodules.ts
import { buffer } from "node:stream/consumers";
async function submodulesOf(git, gitDir, parent, { files }, allowHosts) {
  const recorded = [...files].filter(([, { kind }]) => kind === "submodule");
  const found = { list: [], withoutAddress: [] };
  if (recorded.length === 0) return found;
  const blob = files.get(".gitmodules")?.hash;
  const addresses = blob === void 0 ? /* @__PURE__ */ new Map() : await addressesIn(git, gitDir, blob);
  for (const [path, { hash: commit }] of recorded) {
    const written2 = addresses.get(path);
    if (written2 === void 0) found.withoutAddress.push(path);
    else found.list.push({ path, commit, url: judgedUrl(written2, parent.url, path, allowHosts) });
  }
  return found;
}
async function addressesIn(git, gitDir, blob) {
  let written2 = "";
  const read2 = async (stdout) => {
    written2 = (await buffer(stdout)).toString("latin1");
  };
  const args = ["config", `--blob=${blob}`, "--no-includes", "--null", "--list"];
  const { exitCode } = await git.run(args, { gitDir, read: read2, anyExit: true });
  if (exitCode !== 0)
    throw new UserError("IMG8404", "Its .gitmodules can\u2019t be read.", { hint: "Tell the node\u2019s author." });
  const paths = /* @__PURE__ */ new Map();
  const urls = /* @__PURE__ */ new Map();
  for (const setting of written2.split("\0")) {
    const [, name = "", key, value = ""] = /^submodule\.(.*)\.(path|url)\n(.*)$/s.exec(setting) ?? [];
    if (key === "path") paths.set(name, value);
    if (key === "url") urls.set(name, value);
  }
  return new Map(
    [...paths].flatMap(([name, path]) => {
      const url = urls.get(name);
      return url === void 0 ? [] : [[path.replace(/\/+$/, ""), url]];
    })
  );
}
function judgedUrl(written2, parent, path, allowHosts) {
  const absolute = /^\.\.?\//.test(written2) ? URL.parse(written2, `${parent}/`)?.href : written2;
  const url = absolute === void 0 ? void 0 : normalUrl(absolute);
  const where = `Its submodule ${shown(path)}`;
  if (url === void 0)
    throw new UserError(
      "IMG8404",
      `${where} has the address ${JSON.stringify(printable(written2))}, which is none of https.`,
      {
        hint: "A repository is fetched by https and in no other way: tell the node\u2019s author."
      }
    );
  if (allowHosts.length > 0 && !allowHosts.includes(hostOf(url)))
    throw new UserError("IMG8224", `${where} is at ${url}, and nothing may come from ${hostOf(url)}.`, {
      hint: "Add that host to `allow-hosts`, if you trust it."
    });
  return url;
}

// actions/nodes/git/checkout.ts
var DEEPEST2 = 8;
async function checkOut(source, pinned2, folder, allowHosts, depth = 0) {
  if (depth > DEEPEST2) throw refused(`submodules in submodules, deeper than ${DEEPEST2}`);
  const { git, log } = source;
  const gitDir = join12(folder, ".git");
  await mkdir2(gitDir, { recursive: true });
  await makeGitFolder(gitDir, pinned2.url);
  await fetchCommit(source, pinned2, gitDir);
  const files = await readCommitOf(git, gitDir, pinned2.commit);
  judgePaths(files);
  const submodules = await submodulesOf(git, gitDir, pinned2, files, allowHosts);
  await writeTree(git, { gitDir, workTree: folder, commit: pinned2.commit });
  await rm6(join12(gitDir, "refs", "restored"), { recursive: true, force: true });
  await writeFile4(join12(gitDir, "HEAD"), `${pinned2.commit}
`);
  for (const path of submodules.withoutAddress)
    log.warn(`${pinned2.url} names no address for its submodule ${shown(path)}, which stays empty.`);
  for (const submodule of submodules.list) {
    const place = folderAt(folder, submodule.path);
    if (place === void 0) throw refused(`a submodule at ${shown(submodule.path)}, which is no text`);
    await checkOut(source, submodule, place, allowHosts, depth + 1).catch((error) => {
      throw ofSubmodule(error, shown(submodule.path));
    });
  }
}
async function writeTree(git, { commit, ...of2 }) {
  await git.run(["read-tree", commit], of2);
  await git.run(["checkout-index", "--all", "--force", "--quiet"], { ...of2, cwd: of2.workTree });
}
async function readCommitOf(git, gitDir, commit) {
  try {
    return await readCommit(git, join12(gitDir, "objects"), commit);
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    throw new UserError("IMG8404", `Its commit can\u2019t be used: ${error.message}.`, {
      hint: "No tool makes that by accident: tell the node\u2019s author, and don\u2019t use it until you know why.",
      cause: error
    });
  }
}
function ofSubmodule(error, path) {
  if (!(error instanceof UserError)) return error;
  return reworded(error, `In its submodule ${path}: ${error.message}`);
}

// actions/nodes/git/times.ts
import { lutimesSync } from "node:fs";
import { readdir as readdir2 } from "node:fs/promises";
async function setTimes(folder, seconds) {
  const path = Buffer.from(folder);
  for (const entry of await readdir2(path, { encoding: "buffer", withFileTypes: true })) {
    const place = Buffer.concat([path, Buffer.from("/"), entry.name]);
    if (entry.isDirectory()) await setTimes(place, seconds);
    else lutimesSync(place, seconds, seconds);
  }
  lutimesSync(path, seconds, seconds);
}
function setTimesOf(folder, paths, seconds) {
  for (const path of paths) lutimesSync(placeOf(folder, path), seconds, seconds);
}
async function commitTime(git, store, commit) {
  const { stdout } = await git.run(["cat-file", "commit", commit], store);
  const seconds = Number(/^committer .* (\d+) [+-]\d+$/m.exec(stdout)?.[1] ?? 0);
  return Math.min(seconds, 2 ** 32);
}

// actions/nodes/restore/stage.ts
async function stage(node, folder, job, source, services) {
  if ("url" in node.source) {
    await checkOut(source, node.source, folder, job.allowHosts);
    const seconds = await commitTime(source.git, { gitDir: join13(folder, ".git") }, node.source.commit);
    await setTimes(folder, seconds);
  } else await unpackArchive(node.source, folder, job, services);
  const as = { ...job, installScripts: "never" };
  const [difference] = await contentOf(node, { link: false }, folder, as, source.git);
  if (difference === void 0) return;
  throw new UserError("IMG8706", `What was fetched is not ${pinOf(node)}: ${mismatchText(difference)}.`, {
    hint: "Run it again; if it stays so, somebody hands out something else than what the snapshot or its lock names."
  });
}
async function unpackArchive({ id, version }, folder, { registry, allowHosts, lock }, services) {
  const expected = lock?.registry[id];
  await fetchArchive(
    { id, version, registry, allowHosts, ...expected ? { expected } : {} },
    folder,
    services
  );
}

// actions/nodes/restore/staging.ts
import { mkdir as mkdir4, rename as rename4, rm as rm8 } from "node:fs/promises";
import { join as join15 } from "node:path";

// actions/nodes/restore/at-work.ts
import { mkdir as mkdir3, readFile as readFile5, rm as rm7, writeFile as writeFile5 } from "node:fs/promises";
import { dirname as dirname4, join as join14 } from "node:path";
var OWNER = "process";
async function isAtWork(folder) {
  const owner = await readFile5(join14(folder, OWNER), "utf8").catch(() => "");
  const [, id] = /^(\d+) \d+$/.exec(owner) ?? [];
  return id !== void 0 && await processOf(id) === owner;
}
async function claim(folder) {
  await mkdir3(folder, { recursive: true });
  try {
    await writeFile5(join14(folder, OWNER), await processOf(process.pid), { flag: "wx" });
  } catch (error) {
    throw error.code === "EEXIST" ? another(folder) : error;
  }
}
async function release(folder) {
  await rm7(join14(folder, OWNER), { force: true });
}
function another(folder) {
  return new UserError("IMG8304", `Another restore works in ${dirname4(folder)}.`, {
    hint: "Let it finish, then run this again."
  });
}
async function processOf(id) {
  const text = await readFile5(`/proc/${id}/stat`, "utf8").catch(() => "");
  const began = text.slice(text.lastIndexOf(")")).split(" ")[20];
  return began === void 0 ? "" : `${id} ${began}`;
}

// actions/nodes/restore/staging.ts
var Staging = class {
  #folder;
  #claimed;
  #away = 0;
  constructor({ nodes }) {
    this.#folder = join15(nodes, STAGING);
  }
  /** What an earlier restore left when it was cut off is of no use; one that still works is not disturbed. */
  async begin() {
    if (await isAtWork(this.#folder)) throw another(this.#folder);
    await rm8(this.#folder, { recursive: true, force: true });
  }
  async placeFor(name) {
    await this.#claim();
    await mkdir4(join15(this.#folder, "new"), { recursive: true });
    return this.placeOf(name);
  }
  placeOf(name) {
    return join15(this.#folder, "new", name);
  }
  /** For git folders that are no node's. */
  async folderFor(name) {
    await this.#claim();
    return join15(this.#folder, "git", name);
  }
  /** At once, however long its removal takes; what can't be renamed, as in a lower layer of an image, is removed here and now. */
  async takeAway(path) {
    await this.#claim();
    const away = join15(this.#folder, "old");
    await mkdir4(away, { recursive: true });
    try {
      await rename4(path, join15(away, String(this.#away++)));
    } catch (error) {
      if (error.code !== "EXDEV") throw error;
      await rm8(path, { recursive: true, force: true });
    }
  }
  /** At the end; what is another's stays. */
  async clear() {
    if (this.#claimed) await rm8(this.#folder, { recursive: true, force: true });
  }
  /** What is there is nobody's from now on. */
  async release() {
    if (this.#claimed) await release(this.#folder);
  }
  /** Only where there is something to do: a folder that can't be written to may be as it should. */
  async #claim() {
    this.#claimed ??= claim(this.#folder);
    try {
      await this.#claimed;
    } catch (error) {
      this.#claimed = void 0;
      throw error;
    }
  }
};

// actions/nodes/restore/steps.ts
var Steps = class {
  list = [];
  #services;
  constructor(services) {
    this.#services = services;
  }
  async take(name, work, what) {
    const { clock, log } = this.#services;
    const started = clock.now();
    const result = await work();
    const milliseconds = clock.now() - started;
    const told = what(result);
    if (told === void 0) return result;
    this.list.push({ name, milliseconds, what: told });
    log.info(`${told} in ${formatDuration(milliseconds)}`);
    return result;
  }
};

// actions/nodes/restore/switch.ts
import { lstat as lstat4 } from "node:fs/promises";
import { join as join16 } from "node:path";
async function switchNode({ node, proven, others }, { nodes }, staging) {
  for (const other of others) await staging.takeAway(join16(nodes, other.path));
  const from = proven ? join16(nodes, proven.path) : staging.placeOf(node.name);
  if (from === node.folder) return "unchanged";
  if (await lstat4(node.folder).catch(() => void 0)) await staging.takeAway(node.folder);
  await move(from, node.folder);
  if (!proven) return "fetched";
  if (proven.disabled === node.disabled) return "moved";
  return node.disabled ? "disabled" : "enabled";
}

// actions/nodes/restore/switch-core.ts
import { appendFile, lstat as lstat5, readdir as readdir3, readFile as readFile6, realpath as realpath2, rename as rename5, rm as rm9, writeFile as writeFile6 } from "node:fs/promises";
import { dirname as dirname5, join as join17, sep } from "node:path";
async function stageCore(core, source, gitDir) {
  await makeGitFolder(gitDir, core.url);
  if (!core.whole) await fetchCommit(source, core, gitDir);
  const files = await readCommit(source.git, objectsOf(core, gitDir), core.commit);
  judgePaths(files);
  await judgeLinks(core.folder, files);
}
async function judgeLinks(folder, { folders }) {
  for (const path of folders) {
    const found = await lstat5(placeOf(folder, path)).catch(() => void 0);
    if (found?.isSymbolicLink())
      throw new UserError(
        "IMG8703",
        `${shown(path)} in ${folder} is a symbolic link, and a folder of its commit.`,
        {
          hint: "Keep the real folder there and link to it from elsewhere, or set `comfyui` to none."
        }
      );
  }
}
function objectsOf({ whole, repository }, gitDir) {
  return whole && repository ? repository.objects : join17(gitDir, "objects");
}
async function switchCore(core, snapshot, git, staged) {
  const { folder, commit, repository } = core;
  await rm9(join17(staged, "refs", "restored"), { recursive: true, force: true });
  const gitDir = repository ? staged : await beginRepository(folder, staged);
  const objects = objectsOf(core, gitDir);
  const files = await readCommit(git, objects, commit);
  if (repository) await removeFormer(core, repository, files, git);
  await writeTree(git, { gitDir, workTree: folder, commit, objects });
  const seconds = await commitTime(git, { objects }, commit);
  setTimesOf(folder, [...files.files.keys()], seconds);
  if (repository) await takeOver(core, repository, gitDir);
  await writeHead(folder, commit);
  if (!repository) await setTimes(gitDir, seconds);
  const [difference] = await differencesOfCore(folder, snapshot, git);
  if (difference === void 0) return;
  throw new UserError("IMG8711", `It is not ${commit}: ${difference}.`, {
    hint: "Take away what is not ComfyUI\u2019s own, or start with an empty folder."
  });
}
async function beginRepository(folder, staged) {
  const own = join17(folder, ".git");
  await move(staged, own);
  return own;
}
async function writeHead(folder, commit) {
  const own = join17(folder, ".git");
  await writeFile6(join17(own, "HEAD.new"), `${commit}
`);
  await rename5(join17(own, "HEAD.new"), join17(own, "HEAD"));
}
async function removeFormer({ folder }, { head, objects }, { files }, git) {
  if (head === void 0) return;
  const former = await readCommit(git, objects, head).catch(() => void 0);
  const root = await realpath2(folder);
  for (const path of former?.files.keys() ?? []) {
    if (files.has(path)) continue;
    const place = placeOf(folder, path);
    const found = await lstat5(place).catch(() => void 0);
    if (!found || found.isDirectory()) continue;
    const parent = await realpath2(dirname5(place.toString()));
    if (parent === root || parent.startsWith(root + sep)) await rm9(place, { force: true });
  }
}
async function takeOver({ folder, whole }, { objects }, gitDir) {
  const own = join17(folder, ".git");
  if (!whole) {
    const packs = join17(gitDir, "objects", "pack");
    const names = (await readdir3(packs)).sort(
      (a, b) => Number(a.endsWith(".idx")) - Number(b.endsWith(".idx"))
    );
    for (const name of names) await move(join17(packs, name), join17(objects, "pack", name));
    const shallow = await readFile6(join17(gitDir, "shallow"), "utf8").catch(() => "");
    await appendFile(join17(own, "shallow"), shallow);
  }
  await move(join17(gitDir, "index"), join17(own, "index"));
}

// actions/nodes/restore/restore.ts
var CORE2 = "ComfyUI";
async function restore(job, services) {
  const git = openGit(services);
  const cache = job.cache === void 0 ? void 0 : new BareCache(job.cache, git, services.log);
  const steps = new Steps(services);
  const work = {
    ...{ job, services, steps },
    source: { git, log: services.log, cache },
    staging: new Staging(job.to)
  };
  const plan = await steps.take(
    "look",
    () => look(work),
    ({ nodes }) => `Looked at ${nodes.length} nodes (${nodes.filter(isLeft).length} as they should be)`
  );
  await mkdir5(job.to.nodes, { recursive: true });
  await work.staging.begin();
  const restored2 = await bringAndSettle(work, plan);
  const packages = await restorePackages(job, restored2, services, steps);
  return { steps: steps.list, nodes: restored2, extras: plan.extras.map(({ path }) => path), packages };
}
async function bringAndSettle(work, plan) {
  try {
    await bringAll(work, plan);
    const restored2 = await work.steps.take("place", () => settle(work, plan), summary);
    await work.staging.clear();
    return restored2;
  } finally {
    await work.staging.release();
  }
}
async function look({ job, source }) {
  const wanted = wantedNodes(job.snapshot, job.to);
  if (wanted.some(({ source: from }) => "url" in from)) await source.git.run(["version"]);
  const seen = await survey(job.to.nodes, wanted, job.snapshot.files);
  const problems = new Problems();
  await problems.tryAsync(() => judge(job, wanted, seen));
  const core = await problems.tryAsync(() => findCore(job, source.git));
  problems.throwIfAny();
  const nodes = await atOnce(job.jobs, wanted, (node) => findNode(node, seen, job, source.git));
  return { nodes, core, extras: seen.extras };
}
function isLeft({ node, proven }) {
  return proven !== void 0 && proven.disabled === node.disabled;
}
async function bringAll(work, { nodes, core }) {
  const { job, services, source, steps, staging } = work;
  const problems = new Problems();
  const bring = (name, pin, subject, fetch) => () => problems.tryAsync(async () => {
    try {
      await steps.take(name, fetch, () => `Fetched ${name} ${pin}`);
    } catch (error) {
      throw named(subject, error);
    }
  });
  const tell = (name, [first]) => {
    if (first !== void 0) services.log.info(`${name} is not as the snapshot has it: ${first}`);
  };
  const works = nodes.filter(({ proven }) => !proven).map(({ node, differences }) => {
    tell(node.name, differences);
    const fetch = async () => stage(node, await staging.placeFor(node.name), job, source, services);
    const subject = "url" in node.source ? `Node ${node.name}` : "";
    return bring(node.name, pinPhrase(node), subject, fetch);
  });
  if (core && !core.proven) {
    tell(CORE2, core.differences);
    const fetch = async () => stageCore(core, source, await staging.folderFor(CORE2));
    works.unshift(bring(CORE2, `at ${shortPin(core.commit)}`, CORE2, fetch));
  }
  await atOnce(job.jobs, works, (start) => start());
  if (problems.list.length > 0) await staging.clear();
  problems.throwIfAny();
}
async function settle({ job, source, staging }, { nodes, core, extras }) {
  const restored2 = [];
  if (core) {
    if (!core.proven)
      await of(CORE2, async () => switchCore(core, job.snapshot, source.git, await staging.folderFor(CORE2)));
    restored2.push({ name: CORE2, outcome: core.proven ? "unchanged" : "fetched", commit: core.commit });
  }
  const unscripted = nodes.some(({ node, proven }) => !proven && mayRun(job.installScripts, node.name));
  if (unscripted) await rm10(join18(job.to.nodes, RESTORED), { force: true });
  for (const found of nodes) {
    const { name, source: from } = found.node;
    const outcome = await of(`Node ${name}`, () => switchNode(found, job.to, staging));
    const pin = "url" in from ? { commit: from.commit } : { version: from.version };
    restored2.push({ name, outcome, ...pin });
  }
  await settleExtras(job, extras);
  for (const file of job.snapshot.files)
    restored2.push({ name: file.filename, outcome: await settleFile(file, job) });
  return restored2;
}
async function of(subject, work) {
  try {
    return await work();
  } catch (error) {
    throw isUserError(error) || error instanceof ProcessError ? named(subject, error) : error;
  }
}
function summary(restored2) {
  const changed = restored2.filter(({ outcome }) => outcome !== "unchanged").length;
  return changed === 0 ? void 0 : `Put ${changed} of ${restored2.length} in place`;
}

// actions/nodes/comfy-cli/run.ts
import { mkdtemp as mkdtemp3, rm as rm11, writeFile as writeFile8 } from "node:fs/promises";
import { delimiter as delimiter2, dirname as dirname7, join as join21 } from "node:path";

// actions/nodes/comfy-cli/kept-packages.ts
import { writeFile as writeFile7 } from "node:fs/promises";
import { join as join19 } from "node:path";
async function keptPackages(python, folder, { environment }) {
  const installed = await readInstalled(await sitePackagesOf(python));
  const lines = [...installed.values()].filter(({ name }) => isOfTorch(name)).map(({ name, version }) => `${name}==${version}
`);
  if (lines.length === 0) return {};
  const file = join19(folder, "constraints.txt");
  await writeFile7(file, lines.join(""));
  const beside = (given) => [given, file].filter(Boolean).join(" ");
  return {
    PIP_CONSTRAINT: beside(environment.PIP_CONSTRAINT),
    UV_CONSTRAINT: beside(environment.UV_CONSTRAINT)
  };
}

// actions/nodes/comfy-cli/program.ts
import { delimiter, dirname as dirname6 } from "node:path";
async function findComfy(python, { environment }) {
  const folders = [dirname6(python), ...(environment.PATH ?? "").split(delimiter)];
  const found = await findProgram("comfy", folders);
  if (found !== void 0) return found;
  throw new UserError("IMG8731", 'comfy-cli is not installed here: there is no program "comfy".', {
    hint: "Install comfy-cli and comfyui-manager into the environment that ComfyUI runs with, or use the engine native, which needs neither."
  });
}

// actions/nodes/comfy-cli/workspace.ts
import { realpath as realpath3 } from "node:fs/promises";
import { join as join20 } from "node:path";
var MARKS = ["main.py", "nodes.py", "comfy", "comfy_extras", "comfy_api"];
async function workspaceOf({ core, nodes }) {
  if (core === void 0)
    throw new UserError("IMG8731", "The engine comfy-cli needs ComfyUI itself, and none is named.", {
      hint: 'Set "comfyui" to its folder, or use the engine native.'
    });
  const marks = await Promise.all(MARKS.map((name) => isThere(join20(core, name))));
  if (marks.filter(Boolean).length < 4)
    throw new UserError("IMG8731", `${core} is no ComfyUI that comfy-cli would accept.`, {
      hint: `It looks for ${MARKS.join(", ")} there. Set "comfyui" to the folder that has them, or use the engine native.`
    });
  const own = join20(core, "custom_nodes");
  if (await real(own) !== await real(nodes))
    throw new UserError("IMG8731", `The engine comfy-cli fills ${own}, and not ${nodes}.`, {
      hint: "Make one a link to the other, or use the engine native."
    });
  return core;
}
function real(path) {
  return realpath3(path).catch(() => path);
}

// actions/nodes/comfy-cli/run.ts
var SUMMARY = /^\[ +[A-Z]+ +\] .+$/;
async function runComfyCli({ snapshot, to }, services) {
  const core = await workspaceOf(to);
  if (to.python === void 0)
    throw new UserError("IMG8731", "The engine comfy-cli installs packages, and no Python is named.", {
      hint: 'Set "python" to the one that ComfyUI runs with, or use the engine native.'
    });
  const program = await findComfy(to.python, services);
  const folder = await mkdtemp3(join21(services.temp, "comfy-cli-"));
  try {
    const file = join21(folder, "snapshot.json");
    await writeFile8(file, canonicalText(snapshot));
    const env = {
      ...await environmentOf(program, to.python, services),
      ...await keptPackages(to.python, folder, services)
    };
    const options = ["--skip-prompt", "--no-enable-telemetry", "--no-json", "--workspace", core];
    const { exitCode, stdout, stderr } = await services.run(
      program,
      [...options, "node", "restore-snapshot", file],
      { cwd: core, env, signal: services.signal, show: true, anyExit: true }
    );
    if (exitCode !== 0) throw couldNotStart(exitCode, `${stdout}
${stderr}`);
    return { said: stdout.split("\n").filter((line) => SUMMARY.test(line)) };
  } finally {
    await rm11(folder, { recursive: true, force: true });
  }
}
async function environmentOf(program, python, { environment }) {
  const above = dirname7(dirname7(python));
  return {
    ...hiddenFromOthers(environment),
    PATH: [dirname7(program), environment.PATH].filter(Boolean).join(delimiter2),
    // The tool believes this more than the Python that it runs with itself.
    VIRTUAL_ENV: await isThere(join21(above, "pyvenv.cfg")) ? above : void 0,
    CONDA_PREFIX: void 0,
    DO_NOT_TRACK: "1",
    GIT_TERMINAL_PROMPT: "0",
    PIP_NO_INPUT: "1"
  };
}
function couldNotStart(exitCode, output) {
  const said = output.split("\n").map((line) => line.trim()).filter(Boolean).slice(-3).join(" ");
  return new UserError(
    "IMG8731",
    `comfy node restore-snapshot ended with ${exitCode}: ${sentence(printable(said))}`,
    {
      hint: "It needs comfyui-manager beside comfy-cli; the engine native needs neither."
    }
  );
}

// actions/nodes/comfy-cli/restore.ts
async function restoreWithComfyCli(job, services) {
  const { clock, log } = services;
  if (job.installScripts !== "all")
    log.warn(
      "comfy-cli runs every node's install.py, whatever install-scripts says; the engine native does not."
    );
  const began = clock.now();
  const { said } = await runComfyCli(job, services);
  const milliseconds = clock.now() - began;
  log.info(`comfy node restore-snapshot took ${formatDuration(milliseconds)}`);
  const wrong = await leftWrong(job, services);
  const repaired = await restore(job, services);
  const what = `comfy node restore-snapshot; wrong after it: ${wrong.length}`;
  return {
    ...repaired,
    steps: [{ name: "comfy-cli", milliseconds, what }, ...repaired.steps],
    official: { said, wrong }
  };
}
async function leftWrong(job, services) {
  const { snapshot, lock, to: of2, installScripts } = job;
  const { mismatches } = await verifyInstallation(
    { snapshot, ...lock ? { lock } : {}, of: of2, installScripts },
    services
  );
  for (const { subject, what, expected, actual } of mismatches)
    services.log.warn(`comfy-cli left ${subject} wrong: ${what} should be ${expected}, and is ${actual}.`);
  return mismatches;
}

// actions/snapshot/report/official.ts
var HEAD = ["What", "Differs in", "Expected", "comfy-cli left"];
function officialText({ wrong }) {
  if (wrong.length === 0) return "comfy-cli left everything as the snapshot says.\n";
  const subjects = [...new Set(wrong.map(({ subject }) => subject))];
  return `comfy-cli got ${counted(wrong.length, "thing")} wrong, in ${subjects.join(", ")}; that is put right.
`;
}
function officialMarkdown(official) {
  const rows = official.wrong.map(
    ({ subject, what, expected, actual }) => [subject, what, expected, actual].map(plain)
  );
  return [plain(officialText(official).trim()), ...rows.length === 0 ? [] : [table(HEAD, rows)]].join(
    "\n\n"
  );
}

// actions/snapshot/modes/restore.ts
var restoreNodes = async (task) => {
  const { clock } = task.services;
  const began = clock.now();
  const job = await jobOf(task);
  const engine = task.inputs.restoring.engine === "comfy-cli" ? restoreWithComfyCli : restore;
  const report = await engine(job, task.services);
  const { official } = report;
  const restored2 = report.nodes.map(({ name }) => name);
  if (isCoreLeft(restored2, task))
    task.services.log.warn(`The snapshot pins ComfyUI, which was not looked at: ${leftCore(task)}.`);
  const head = headline(job.snapshot, report, clock.now() - began);
  return {
    outputs: {
      digest: digestOf2(job.snapshot),
      nodes: String(nodesIn(job.snapshot)),
      changed: String(isChanged(report)),
      ...official ? { mismatches: JSON.stringify(official.wrong) } : {}
    },
    document: { mode: "restore", file: task.read.file, digest: digestOf2(job.snapshot), ...report },
    text: `${official ? officialText(official) : ""}${extrasText(report, task)}${head}.
`,
    markdown: markdownOf(job.snapshot, report, head)
  };
};
async function jobOf(task) {
  const { restoring, rules } = task.inputs;
  const { snapshot } = await pinned(task.read.snapshot, task);
  return {
    snapshot,
    ...task.lock ? { lock: task.lock } : {},
    to: await installationOf(task),
    ...restoring.cache === "" ? {} : { cache: task.path(restoring.cache) },
    jobs: restoring.jobs,
    extras: restoring.extras,
    ...restoring.files === "" ? {} : { files: task.path(restoring.files) },
    installScripts: restoring.installScripts,
    requirements: restoring.requirements.map(task.path),
    registry: restoring.registry,
    allowHosts: rules.allowHosts
  };
}
function isChanged({ nodes, extras, packages }) {
  return nodes.some(({ outcome }) => outcome !== "unchanged") || extras.length > 0 || packages === "installed";
}
function headline(snapshot, { nodes, packages }, took) {
  const fresh = nodes.filter(({ outcome }) => outcome !== "unchanged").length;
  const what = fresh === 0 ? "all of them as they were" : `${fresh} of them changed`;
  const core = nodes.some(({ name }) => name === CORE) ? `${CORE} and ` : "";
  return `${core}${counted(nodesIn(snapshot), "node")} in place, ${what}; packages ${packages}; ${formatDuration(took)}`;
}
var BECAME = {
  disable: "moved to .disabled",
  remove: "removed",
  keep: "left as it is",
  fail: "left as it is"
};
function extrasText({ extras }, { inputs }) {
  return extras.map((name) => `${printable(name)} is not in the snapshot: ${BECAME[inputs.restoring.extras]}.
`).join("");
}
function markdownOf(snapshot, report, head) {
  const outcomes = new Map(report.nodes.map(({ name, outcome }) => [name, outcome]));
  const steps = report.steps.map(({ name, milliseconds, what }) => [
    plain(name),
    plain(what),
    formatDuration(milliseconds)
  ]);
  return [
    `## ${plain(head)}`,
    nodeTable(snapshot, { head: "Outcome", of: (name) => outcomes.get(name) ?? "" }),
    report.extras.length === 0 ? "" : `Not in the snapshot: ${report.extras.map(plain).join(", ")}`,
    report.official ? officialMarkdown(report.official) : "",
    steps.length === 0 ? "" : table(["Step", "What", "Time"], steps)
  ].filter(Boolean).join("\n\n");
}
export {
  restoreNodes
};
