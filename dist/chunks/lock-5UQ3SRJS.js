import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  complaintOf,
  fetchArchive,
  findTool
} from "./chunk-JEBAXDDY.js";
import {
  isVersion,
  mayRun,
  proveArchive,
  requirementsOf,
  survey,
  verifyInstallation,
  wantedNodes
} from "./chunk-6P6CY3IM.js";
import "./chunk-PHDFN2CA.js";
import {
  proveFiles,
  readInstalled,
  sitePackagesOf
} from "./chunk-SUHOLRIE.js";
import {
  installationOf,
  openRepository,
  remoteOf,
  requireNodes
} from "./chunk-UNXV3V2A.js";
import {
  writeDocument
} from "./chunk-GNJUW4U5.js";
import {
  openGit
} from "./chunk-ILG7TDND.js";
import {
  counted,
  nodesIn
} from "./chunk-ZLFWH7DP.js";
import {
  lockFileOf
} from "./chunk-AOIKYUBH.js";
import "./chunk-UJVJRZQK.js";
import "./chunk-S3NHVWSB.js";
import {
  digestOf as digestOf2,
  normalPackage,
  normalUrl
} from "./chunk-ZQ3A7QTU.js";
import "./chunk-RRHYVJRH.js";
import "./chunk-57ATMLXS.js";
import "./chunk-AEMEIGJB.js";
import "./chunk-EOUI6E6D.js";
import "./chunk-SFAXQ2WK.js";
import "./chunk-RZBAGCDT.js";
import "./chunk-ZNDI3WQU.js";
import "./chunk-BKXCIMUH.js";
import "./chunk-GDCOOEY7.js";
import {
  printable,
  sentence
} from "./chunk-HNYI7RT3.js";
import "./chunk-C5D3HR52.js";
import "./chunk-J6MGYEM6.js";
import {
  plain
} from "./chunk-TIJULC24.js";
import "./chunk-DNWJD24H.js";
import {
  digestOf
} from "./chunk-EZQO47NV.js";
import "./chunk-Z26LTSII.js";
import {
  InputError,
  UserError,
  UserErrors
} from "./chunk-GTGSVCFP.js";
import "./chunk-EXVEHUUA.js";
import "./chunk-TO6V6YKD.js";

// actions/nodes/lock/make.ts
import { mkdtemp as mkdtemp2, readFile as readFile2, rm as rm3 } from "node:fs/promises";
import { join as join3 } from "node:path";

// actions/nodes/packages/lock-packages.ts
import { mkdtemp, rm as rm2 } from "node:fs/promises";
import { join as join2 } from "node:path";

// actions/nodes/packages/hashes.ts
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
var Asker = class {
  #tool;
  #python;
  #folder;
  constructor(tool, python, folder) {
    this.#tool = tool;
    this.#python = python;
    this.#folder = folder;
  }
  /** All at once; where something is in no index, halves are asked for until it stands alone. */
  async hashesOf(packages) {
    if (packages.length === 0) return /* @__PURE__ */ new Map();
    const found = this.#tool.name === "uv" ? await this.#askUv(packages) : await this.#askPip(packages);
    if (found) return found;
    if (packages.length === 1) return /* @__PURE__ */ new Map();
    const half = Math.ceil(packages.length / 2);
    return new Map([
      ...await this.hashesOf(packages.slice(0, half)),
      ...await this.hashesOf(packages.slice(half))
    ]);
  }
  async #askUv(packages) {
    const output = join(this.#folder, "locked.txt");
    await rm(output, { force: true });
    const result = await this.#tool.run(
      [
        "compile",
        ...["--python", this.#python, "--no-deps", "--generate-hashes", "--no-header", "--no-annotate"],
        ...["--quiet", "--output-file", output, await this.#listed(packages)]
      ],
      { anyExit: true }
    );
    if (result.exitCode === 0) return hashesIn(await readFile(output, "utf8"));
    if (result.exitCode !== 1) throw notAsked(result.stderr);
    return void 0;
  }
  async #askPip(packages) {
    const report = join(this.#folder, "report.json");
    const result = await this.#tool.run(
      [
        "install",
        ...["--dry-run", "--ignore-installed", "--no-deps", "-vv", "--report", report],
        ...["--requirement", await this.#listed(packages)]
      ],
      { anyExit: true }
    );
    if (result.exitCode === 0) return hashesInReport(await readFile(report, "utf8"));
    const said = `${result.stdout}
${result.stderr}`;
    if (/Retrying \(|Could not fetch URL (?!.*\b404\b)|ConnectionError/.test(said)) throw notAsked(said);
    return void 0;
  }
  async #listed(packages) {
    const path = join(this.#folder, "installed.txt");
    await writeFile(path, packages.map(({ name, version }) => `${name}==${version}
`).join(""));
    return path;
  }
};
function hashesIn(text) {
  const entries = text.replaceAll("\\\n", " ").split("\n");
  return new Map(
    entries.flatMap((entry) => {
      const name = /^([\w.-]+)==/.exec(entry)?.[1];
      const hashes = [...entry.matchAll(/--hash=(sha256:[0-9a-f]{64})/g)].map(([, hash = ""]) => hash);
      return name === void 0 ? [] : [[normalPackage(name), hashes]];
    })
  );
}
function hashesInReport(text) {
  const { install } = JSON.parse(text);
  return new Map(
    install.map(({ metadata, download_info: from }) => {
      const hash = from.archive_info?.hashes?.sha256;
      return [normalPackage(metadata.name), hash === void 0 ? [] : [`sha256:${hash}`]];
    })
  );
}
function notAsked(stderr) {
  const said = sentence(printable(complaintOf(stderr).replace(/\s+/g, " ")));
  return new UserError("IMG8606", `The hashes of the packages can't be found out: ${said}`, {
    hint: "Run this again once the package index can be reached."
  });
}

// actions/nodes/packages/lock-packages.ts
async function lockPackages({ python }, services) {
  const installed = [...(await readInstalled(await sitePackagesOf(python))).values()];
  const folder = await mkdtemp(join2(services.temp, "packages-"));
  try {
    const tool = await findTool(python, services);
    const asker = new Asker(tool, python, folder);
    const hashes = await asker.hashesOf(
      installed.filter(({ address, version }) => address === void 0 && isVersion(version))
    );
    return lockedFrom(installed, hashes, tool);
  } finally {
    await rm2(folder, { recursive: true, force: true });
  }
}
function lockedFrom(installed, hashes, tool) {
  const packages = Object.fromEntries(installed.map((each) => [each.name, lockedAs(each, hashes)]));
  const bare = Object.entries(packages).filter(
    ([, { hashes: known, address }]) => known.length === 0 && !address?.startsWith("git+")
  );
  const warnings = [];
  if (bare.length > 0) warnings.push(withoutHashes(bare.map(([name, { version }]) => `${name} ${version}`)));
  if (tool.name === "pip")
    warnings.push(
      "The hashes are those of this platform's files alone, as pip tells no others: with uv the lock holds for all platforms."
    );
  return { packages, warnings };
}
function withoutHashes(names) {
  const more = names.length - MOST_NAMES;
  const some = more > 1 ? `${names.slice(0, MOST_NAMES).join(", ")} and ${more} more` : names.join(", ");
  return `The lock has no hashes for ${some}: no index has them, so the base image must bring them.`;
}
var MOST_NAMES = 5;
function lockedAs(each, hashes) {
  const { name, version, address, commit, archive } = each;
  if (address === void 0) return { version, hashes: (hashes.get(name) ?? []).toSorted() };
  const own = archive === void 0 ? [] : [archive];
  return { version, hashes: own, address: commit === void 0 ? address : atCommit(address, commit) };
}
function atCommit(address, commit) {
  const [place = "", ...below] = address.split("#");
  return [`${place.replace(/@[^/@]*$/, "")}@${commit}`, ...below].join("#");
}

// actions/nodes/lock/make.ts
async function makeLock(job, services) {
  const { snapshot, of } = job;
  const { mismatches } = await verifyInstallation(job, services);
  if (mismatches.length > 0) throw new UserErrors(mismatches.map(notRestored));
  const git = openGit(services);
  const wanted = wantedNodes(snapshot, of);
  const { places } = await survey(of.nodes, wanted, snapshot.files);
  const lock2 = {
    ...{ schema: 1, snapshot: digestOf2(snapshot), git: {}, registry: {}, packages: {} },
    extra: await Promise.all(job.requirements.map(async (file) => digestOf(await readFile2(file))))
  };
  for (const { filename, disabled } of snapshot.files) {
    const bytes = await readFile2(join3(of.nodes, disabled ? `${filename}.disabled` : filename));
    lock2.files = { ...lock2.files, [filename]: digestOf(bytes) };
  }
  for (const node of wanted) {
    const folder = join3(of.nodes, places.get(node)?.[0]?.path ?? node.name);
    if ("url" in node.source) lock2.git[node.source.url] = await lockedGit(node.source, folder, git);
    else lock2.registry[node.source.id] = await lockedArchive(node, node.source, folder, job, services);
  }
  if (of.python !== void 0) {
    const { packages, warnings } = await lockPackages({ python: of.python }, services);
    lock2.packages = packages;
    for (const warning of warnings) services.log.warn(warning);
  }
  return lock2;
}
function notRestored({ subject, what, expected, actual }) {
  return new UserError("IMG8802", `${subject}: ${what}: expected ${expected}, but found ${actual}.`, {
    hint: "Restore the snapshot first: a lock is made of what it gives."
  });
}
async function lockedGit({ commit }, folder, git) {
  const { tree = "", submodules } = await proveFiles(folder, commit, git, { generated: true });
  const inner = submodules.map(async ({ path, commit: at, tree: of = "" }) => {
    const repository = await openRepository(join3(folder, path));
    const remote = repository === void 0 ? void 0 : remoteOf(repository.settings);
    const address = (remote === void 0 ? void 0 : normalUrl(remote)) ?? remote ?? "";
    return [path, { url: address, commit: at, tree: of }];
  });
  return {
    ...{ commit, tree, submodules: Object.fromEntries(await Promise.all(inner)) },
    requirements: await requirementsOf(folder)
  };
}
async function lockedArchive({ name }, { id, version }, folder, { registry, allowHosts, installScripts }, services) {
  const temp = await mkdtemp2(join3(services.temp, "lock-"));
  try {
    const into = join3(temp, "archive");
    const { address, archive, files } = await fetchArchive(
      { id, version, registry, allowHosts },
      into,
      services
    );
    const generated = mayRun(installScripts, name);
    const mismatches = await proveArchive({ id, version, folder, generated, files });
    if (mismatches.length > 0) throw new UserErrors(mismatches.map(notRestored));
    return { version, address, archive, files, requirements: await requirementsOf(folder) };
  } finally {
    await rm3(temp, { recursive: true, force: true });
  }
}

// actions/nodes/lock/write.ts
function lockText(lock2) {
  return `${JSON.stringify(sorted(lock2), null, 2)}
`;
}
function sorted(value) {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)]);
  return Object.fromEntries(entries.sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0));
}

// actions/snapshot/modes/lock.ts
var lock = async (task) => {
  const file = task.inputs.output || lockFileOf(task.inputs);
  if (file === void 0)
    throw new InputError("IMG8002", 'Input "lock" is "none".', {
      hint: "Mode lock writes one: name its file."
    });
  const { restoring, rules } = task.inputs;
  const { snapshot } = task.read;
  const of = await installationOf(task);
  await requireNodes(of, task);
  const made = await makeLock(
    {
      snapshot,
      of,
      installScripts: restoring.installScripts,
      requirements: restoring.requirements.map(task.path),
      registry: restoring.registry,
      allowHosts: rules.allowHosts
    },
    task.services
  );
  const { changed } = await writeDocument(file, lockText(made), task);
  const packages = counted(Object.keys(made.packages).length, "package");
  const what = changed ? `${file} is written` : `${file} holds all that already`;
  return {
    outputs: {
      digest: digestOf2(snapshot),
      nodes: String(nodesIn(snapshot)),
      changed: String(changed)
    },
    document: { mode: "lock", file, changed, lock: made },
    text: `${what}: ${counted(nodesIn(snapshot), "node")} and ${packages} of ${task.read.file}.
`,
    markdown: `## ${plain(what)}

${counted(nodesIn(snapshot), "node")} and ${packages} of ${plain(task.read.file)}.`
  };
};
export {
  lock
};
