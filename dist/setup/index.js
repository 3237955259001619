import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  HEREDOCS,
  OLDEST,
  isAtLeast
} from "../chunks/chunk-7DS6YNXF.js";
import {
  probePodman
} from "../chunks/chunk-H6VPPYTF.js";
import {
  textTable
} from "../chunks/chunk-URNUVPV7.js";
import {
  resolvePlan
} from "../chunks/chunk-NXDTJQED.js";
import {
  checkPath
} from "../chunks/chunk-CILVAWX5.js";
import {
  platformOf
} from "../chunks/chunk-THVJOUJ4.js";
import {
  isThere
} from "../chunks/chunk-SFAXQ2WK.js";
import {
  said
} from "../chunks/chunk-LUX6I4HD.js";
import {
  documentSources
} from "../chunks/chunk-INPAMFGY.js";
import "../chunks/chunk-2HSYLW7U.js";
import {
  isLoopback
} from "../chunks/chunk-ZNDI3WQU.js";
import {
  formatBytes
} from "../chunks/chunk-5XXXVB74.js";
import "../chunks/chunk-HNYI7RT3.js";
import "../chunks/chunk-C5D3HR52.js";
import "../chunks/chunk-J6MGYEM6.js";
import {
  runAction
} from "../chunks/chunk-XXCC3H4E.js";
import "../chunks/chunk-XV2DQXQM.js";
import "../chunks/chunk-7C7IGOF2.js";
import {
  code,
  plain,
  table
} from "../chunks/chunk-TIJULC24.js";
import {
  ProcessError
} from "../chunks/chunk-DNWJD24H.js";
import "../chunks/chunk-EZQO47NV.js";
import "../chunks/chunk-LSEBAOCN.js";
import "../chunks/chunk-Z26LTSII.js";
import {
  Problems,
  UserError,
  isUserError,
  messageOf
} from "../chunks/chunk-GTGSVCFP.js";
import "../chunks/chunk-EXVEHUUA.js";
import "../chunks/chunk-TO6V6YKD.js";

// actions/setup/main.ts
import { homedir } from "node:os";
import { join as join6 } from "node:path";

// actions/setup/apparmor.ts
import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
var SWITCH = "/proc/sys/kernel/apparmor_restrict_unprivileged_userns";
async function kernelDemandsProfile(path = SWITCH) {
  const text = await readFile(path, "utf8").catch(() => "0");
  return text.trim() === "1";
}
async function loadProfile(programs, folder, run) {
  const path = join(folder, "apparmor.profile");
  await writeFile(path, profileFor(programs));
  try {
    await run("sudo", ["-n", "apparmor_parser", "-r", path]);
  } catch (cause) {
    if (!(cause instanceof ProcessError) && !(cause instanceof UserError)) throw cause;
    throw new UserError("IMG2015", "The AppArmor profile that podman needs here could not be loaded.", {
      hint: 'Allow this user "sudo apparmor_parser", or take a runner with a newer podman: ubuntu-26.04 or ubuntu-26.04-arm.',
      cause
    });
  }
}
function profileFor(programs) {
  const profiles = programs.map(
    (path) => `profile image-actions-${basename(path)} "${path}" flags=(unconfined) {
  userns,
}
`
  );
  return ["abi <abi/4.0>,\ninclude <tunables/global>\n", ...profiles].join("\n");
}

// actions/setup/containerfiles.ts
import { readFile as readFile2 } from "node:fs/promises";
import { posix, resolve } from "node:path";
async function readContainerfiles(sources, workspace) {
  const found = await Promise.all(sources.map((source) => readFirst(candidates(source), workspace)));
  return found.filter((file) => file !== void 0);
}
function candidates({ context, file }) {
  return file === "" ? ["Containerfile", "Dockerfile"].map((name) => posix.join(context, name)) : [file];
}
async function readFirst(paths, workspace) {
  for (const path of paths) {
    const text = await readFile2(resolve(workspace, path), "utf8").catch(() => void 0);
    if (text !== void 0) return { path, text };
  }
  return void 0;
}

// actions/setup/heredocs.ts
var INSTRUCTION = /^\s*(?:ONBUILD\s+)?(?:RUN|COPY|ADD)\s+(.*)$/is;
var HEREDOC = /^\d*<<-?[^<\s]+$/;
function usesHeredocs(containerfile) {
  return instructions(containerfile).some((line) => {
    const operands = INSTRUCTION.exec(line)?.[1];
    return operands !== void 0 && words(operands).some((word) => HEREDOC.test(word));
  });
}
function instructions(text) {
  const continuation = escapeCharacter(text);
  const found = [];
  let open = "";
  for (const line of text.split(/\r\n?|\n/)) {
    if (/^\s*#/.test(line)) continue;
    const trimmed = line.trimEnd();
    if (trimmed.endsWith(continuation)) {
      open += `${trimmed.slice(0, -1)} `;
    } else {
      found.push(open + line);
      open = "";
    }
  }
  return open === "" ? found : [...found, open];
}
function escapeCharacter(text) {
  const top = /^(?:[ \t]*#[^\r\n]*(?:\r\n?|\n|$))*/.exec(text)?.[0] ?? "";
  return /^[ \t]*#[ \t]*escape[ \t]*=[ \t]*([`\\])[ \t]*$/im.exec(top)?.[1] ?? "\\";
}
function words(text) {
  const found = [];
  for (const word of text.match(/(?:\\.|"(?:\\.|[^"\\])*"|'[^']*'|[^\s])+/gs) ?? []) {
    if (word.startsWith("#")) break;
    found.push(word);
  }
  return found;
}

// actions/setup/requirement.ts
function parseMinimum(text) {
  const value = text.trim();
  if (value === "auto" || /^\d{1,4}\.\d{1,4}(?:\.\d{1,4})?$/.test(value)) return value;
  throw new UserError("IMG1001", `Input "minimum-buildah" is "${text}".`, {
    hint: "Write auto, or a version such as 1.35."
  });
}
function requirementFor(minimum, files) {
  if (minimum !== "auto") return { minimum, reason: 'asked for by "minimum-buildah"' };
  const file = files.find(({ text }) => usesHeredocs(text));
  return file ? { minimum: HEREDOCS, reason: `${file.path} uses heredocs` } : { minimum: OLDEST, reason: "no Containerfile uses heredocs" };
}

// actions/setup/inputs.ts
var ARCHITECTURES = ["amd64", "arm64"];
function parseInputs(reader) {
  const problems = new Problems();
  const mirror = problems.try(() => parseMirror(reader.text("mirror")));
  const releases = {};
  for (const architecture of ARCHITECTURES) {
    const release = problems.try(() => parseRelease(reader, architecture, mirror ?? ""));
    if (release) releases[architecture] = release;
  }
  const minimum = problems.try(() => parseMinimum(reader.text("minimum-buildah")));
  const context = problems.try(() => checkPath(reader.text("context").trim() || ".", "context"));
  const file = problems.try(() => optionalPath(reader.text("file").trim()));
  problems.throwIfAny();
  return { plan: reader.text("plan").trim(), context, file, minimum, releases };
}
function parseRelease(reader, architecture, mirror) {
  const names = [`podman-url-${architecture}`, `podman-sha256-${architecture}`];
  const [url, sha256] = names.map((name) => reader.text(name).trim());
  if (!url && !sha256) return void 0;
  if (!url || !sha256) {
    const [given, missing] = url ? names : [names[1], names[0]];
    throw new UserError("IMG2001", `Input "${given}" is set, but "${missing}" is not.`, {
      hint: "A release is installed by address and checksum: set both, or none."
    });
  }
  if (!/^[0-9a-f]{64}$/i.test(sha256)) {
    throw new UserError("IMG2002", `Input "${names[1]}" is not a SHA-256 checksum.`, {
      hint: "Write the 64 hexadecimal digits that sha256sum prints for the file."
    });
  }
  const address = parseAddress(url, names[0]);
  return { url: mirror === "" ? address.href : mirrored(address, mirror), sha256: sha256.toLowerCase() };
}
function parseMirror(text) {
  const value = text.trim().replace(/\/+$/, "");
  return value === "" ? "" : parseAddress(value, "mirror").href.replace(/\/+$/, "");
}
function mirrored(address, mirror) {
  return `${mirror}${address.pathname}${address.search}`;
}
function parseAddress(text, name) {
  const url = URL.canParse(text) ? new URL(text) : void 0;
  if (url?.protocol === "https:" || url?.protocol === "http:" && isLoopback(url.hostname)) return url;
  throw new UserError("IMG2003", `Input "${name}" is not an https address.`, {
    hint: "Write the whole address, https://\u2026."
  });
}
function optionalPath(path) {
  return path === "" ? "" : checkPath(path, "file");
}

// actions/setup/run.ts
import { delimiter, dirname as dirname3, join as join5 } from "node:path";

// actions/setup/install.ts
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir as readdir2, rm } from "node:fs/promises";
import { join as join3 } from "node:path";
import { pipeline } from "node:stream/promises";

// actions/setup/bundle.ts
import { readdir } from "node:fs/promises";
import { dirname, join as join2 } from "node:path";
var HELPERS = ["netavark", "aardvark-dns", "rootlessport", "pasta", "slirp4netns", "catatonit"];
var UNSHARING = ["podman", "crun", "runc", "pasta", "pasta.avx2", "slirp4netns"];
async function openBundle(folder) {
  const files = await filesByName(folder);
  const runtime = ["crun", "runc"].find((name) => files.has(name));
  const podman = files.get("podman");
  const conmon = files.get("conmon");
  if (!podman || !conmon || !runtime) throw incomplete({ podman, conmon, "crun or runc": runtime });
  return {
    podman,
    conmon,
    runtime: { name: runtime, path: files.get(runtime) ?? "" },
    helpers: [...new Set(present(files, HELPERS).map((path) => dirname(path)))],
    network: ["pasta", "slirp4netns"].find((name) => files.has(name)),
    init: files.get("catatonit"),
    policy: files.get("policy.json"),
    unsharing: present(files, UNSHARING)
  };
}
async function filesByName(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Map(files.map((entry) => [entry.name, join2(entry.parentPath, entry.name)]));
}
function present(files, names) {
  return names.map((name) => files.get(name)).filter((path) => path !== void 0);
}
function incomplete(parts) {
  const missing = Object.keys(parts).filter((name) => parts[name] === void 0);
  return new UserError(
    "IMG2014",
    `The podman release holds no ${missing.join(", no ")}; nothing was installed.`,
    {
      hint: "Pin the archive podman-linux-<architecture>.tar.gz of a podman-static release."
    }
  );
}

// actions/setup/install.ts
var TOOL = "podman-static";
async function installPodman(release, architecture, tools) {
  const version = cacheVersion(release);
  const cached = tools.find(TOOL, version, architecture);
  if (cached !== "") return openBundle(cached);
  const archive = await download(release, tools);
  try {
    await verify(archive, release);
    const folder = await extract(archive, release, tools);
    await openBundle(folder);
    await dropFuse(folder);
    return await openBundle(await tools.cacheDir(folder, TOOL, version, architecture));
  } finally {
    await rm(archive, { force: true });
  }
}
function cacheVersion({ sha256 }) {
  return `0.0.0-sha256.x${sha256}`;
}
async function download({ url }, tools) {
  return tools.downloadTool(url).catch((cause) => {
    throw new UserError(
      "IMG2012",
      `podman could not be downloaded from ${withoutQuery(url)}: ${said(messageOf(cause))}.`,
      {
        hint: 'Check the address and that the runner may reach it, or set "mirror".',
        cause
      }
    );
  });
}
async function verify(archive, { url, sha256 }) {
  const hash = createHash("sha256");
  await pipeline(createReadStream(archive), hash);
  const actual = hash.digest("hex");
  if (actual === sha256) return;
  throw new UserError(
    "IMG2013",
    `${withoutQuery(url)} has the SHA-256 ${actual}, not ${sha256}; nothing was installed.`,
    {
      hint: "Find out why before you change the checksum: the file is damaged, or is not the release that you pinned."
    }
  );
}
async function extract(archive, { url }, tools) {
  return tools.extractTar(archive).catch((cause) => {
    throw new UserError("IMG2014", `${withoutQuery(url)} is not a gzipped tar archive.`, {
      hint: "Pin the archive podman-linux-<architecture>.tar.gz of a podman-static release.",
      cause
    });
  });
}
async function dropFuse(folder) {
  const entries = await readdir2(folder, { recursive: true, withFileTypes: true });
  const fuse = entries.filter((entry) => entry.name === "fuse-overlayfs");
  await Promise.all(fuse.map((entry) => rm(join3(entry.parentPath, entry.name), { recursive: true })));
}
function withoutQuery(url) {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

// actions/setup/settings.ts
import { copyFile, mkdir, writeFile as writeFile2 } from "node:fs/promises";
import { dirname as dirname2, join as join4 } from "node:path";
async function writeSettings(folder, bundle, user, systemPolicy = "/etc/containers/policy.json") {
  await mkdir(folder, { recursive: true });
  const variables = {
    CONTAINERS_CONF: join4(folder, "containers.conf"),
    CONTAINERS_STORAGE_CONF: join4(folder, "storage.conf")
  };
  await writeFile2(variables.CONTAINERS_CONF, containersConf(bundle));
  await writeFile2(variables.CONTAINERS_STORAGE_CONF, storageConf(user));
  await providePolicy(bundle, user, systemPolicy);
  return variables;
}
function containersConf(bundle) {
  return lines(
    "[containers]",
    bundle.init && `init_path = ${quoted(bundle.init)}`,
    'log_driver = "k8s-file"',
    "",
    "[engine]",
    'cgroup_manager = "cgroupfs"',
    'events_logger = "file"',
    `conmon_path = [${quoted(bundle.conmon)}]`,
    `helper_binaries_dir = [${bundle.helpers.map(quoted).join(", ")}]`,
    `runtime = ${quoted(bundle.runtime.name)}`,
    "",
    "[engine.runtimes]",
    `${bundle.runtime.name} = [${quoted(bundle.runtime.path)}]`,
    "",
    bundle.network && "[network]",
    bundle.network && `default_rootless_network_cmd = ${quoted(bundle.network)}`
  );
}
function storageConf(user) {
  const [root, run] = storageFolders(user);
  return lines(
    "[storage]",
    'driver = "overlay"',
    `graphroot = ${quoted(root)}`,
    `rootless_storage_path = ${quoted(root)}`,
    `runroot = ${quoted(run)}`,
    "",
    "[storage.options.overlay]",
    'mountopt = "nodev"'
  );
}
function storageFolders({ id, home, runtimeFolder }) {
  if (id === 0) return ["/var/lib/containers/storage-static", "/run/containers/storage-static"];
  return [
    join4(home, ".local/share/containers/storage-static"),
    join4(runtimeFolder ?? `/tmp/podman-run-${id}`, "containers-static")
  ];
}
async function providePolicy({ policy }, { home }, system) {
  const own = join4(home, ".config/containers/policy.json");
  if (policy === void 0 || await isThere(own) || await isThere(system)) return;
  await mkdir(dirname2(own), { recursive: true });
  await copyFile(policy, own);
}
function quoted(text) {
  return JSON.stringify(text);
}
function lines(...parts) {
  return `${parts.filter((part) => part !== void 0).join("\n").trimEnd()}
`;
}

// actions/setup/run.ts
async function setUp(inputs, requirement, world) {
  const newerRunner = newerRunnerFor(world.architecture);
  const found = await probePodman(world.run);
  if (found && isAtLeast(found.buildah, requirement.minimum)) {
    return { podman: found, requirement, installed: false, path: void 0, variables: {}, newerRunner };
  }
  const lacking = describe(found, requirement);
  world.log.info(lacking);
  const { architecture, release } = releaseFor(inputs, world.architecture, lacking);
  const bundle = await installPodman(release, architecture, await world.tools());
  const variables = await prepare(bundle, world);
  const path = dirname3(bundle.podman);
  const podman = await probeInstalled(world, path, variables);
  if (!isAtLeast(podman.buildah, requirement.minimum)) throw stillTooOld(podman, requirement);
  return { podman, requirement, installed: true, path, variables, newerRunner };
}
function newerRunnerFor(architecture) {
  return architecture === "arm64" ? "ubuntu-26.04-arm" : "ubuntu-26.04";
}
function describe(found, { minimum, reason }) {
  const needed = `buildah ${minimum} or newer is needed (${reason})`;
  return found ? `${needed}; this runner has podman ${found.version} with buildah ${found.buildah}.` : `${needed}; this runner has no podman.`;
}
function releaseFor(inputs, name, lacking) {
  const architecture = ARCHITECTURES.find((known) => known === name);
  const release = architecture && inputs.releases[architecture];
  if (architecture && release) return { architecture, release };
  const inputNames = `"podman-url-${name}" and "podman-sha256-${name}"`;
  const install = architecture ? `Simplest: take the runner ${newerRunnerFor(name)}. Or set ${inputNames} to a podman-static release that you trust, and its checksum.` : `There is no static release for ${name}: install a newer podman on this runner.`;
  throw new UserError("IMG2010", lacking, { hint: install });
}
async function prepare(bundle, world) {
  const replaced = world.environment.CONTAINERS_CONF;
  if (replaced)
    world.log.warn(`CONTAINERS_CONF pointed to ${replaced}; the installed podman has settings of its own.`);
  const variables = await writeSettings(world.folder, bundle, world.user);
  if (world.user.id !== 0 && await world.demandsProfile())
    await loadProfile(bundle.unsharing, world.folder, world.run);
  return variables;
}
async function probeInstalled(world, path, variables) {
  const others = world.environment.PATH ?? "";
  const env = { ...variables, PATH: [path, others].join(delimiter) };
  const podman = await probePodman(world.run, env).catch((error) => {
    throw isUserError(error) ? unusable(messageOf(error), error) : error;
  });
  if (!podman) throw unusable(`${join5(path, "podman")} can't be started`);
  return podman;
}
function unusable(reason, cause) {
  return new UserError("IMG2016", `The podman that was installed does not work here: ${said(reason)}.`, {
    hint: "Pin a static release for the architecture of this runner: it must need no libraries of the machine.",
    cause
  });
}
function stillTooOld(podman, { minimum }) {
  return new UserError(
    "IMG2011",
    `The installed podman ${podman.version} has buildah ${podman.buildah}; ${minimum} or newer is needed.`,
    { hint: "Pin a newer podman-static release." }
  );
}

// actions/setup/table.ts
var HEAD = ["", "Found", "Note"];
function setupTable(result) {
  return textTable(HEAD, rows(result));
}
function setupSection(result) {
  const cells = rows(result).map(([name = "", found = "", note = ""]) => [name, code(found), plain(note)]);
  const advice = `A podman was installed, as the runner's is too old. Simpler: \`runs-on: ${result.newerRunner}\` has one that is new enough.`;
  return { markdown: `### podman

${table(HEAD, cells)}

${advice}`, importance: 6 };
}
function rows({ podman, requirement, installed }) {
  const need = `at least ${requirement.minimum}: ${requirement.reason}`;
  return [
    ["podman", podman.version, installed ? "installed by this step" : "of the runner"],
    ["buildah in podman", podman.buildah, need],
    ["buildah", podman.buildahProgram ?? "none", ""],
    ["storage driver", podman.storageDriver, podman.storage],
    ["cgroups", podman.cgroups, ""],
    ["runtime", podman.runtime, podman.rootless ? "rootless" : "as root"],
    ["free disk", podman.freeBytes === void 0 ? "unknown" : formatBytes(podman.freeBytes), ""]
  ];
}

// actions/setup/main.ts
async function providePodman(runner, tools) {
  const inputs = parseInputs(runner.inputs);
  const files = await readContainerfiles(await buildSources(inputs, runner), runner.event.workspace);
  const result = await setUp(inputs, requirementFor(inputs.minimum, files), {
    run: runner.run,
    log: runner.log,
    tools,
    architecture: platformOf(process.arch).architecture,
    user: {
      id: process.getuid?.() ?? 0,
      home: runner.environment.HOME ?? homedir(),
      runtimeFolder: runner.environment.XDG_RUNTIME_DIR
    },
    environment: runner.environment,
    folder: join6(runner.temp, "podman-static"),
    demandsProfile: () => kernelDemandsProfile()
  });
  await publish(result, runner);
  return result;
}
async function buildSources(inputs, runner) {
  if (inputs.plan === "") return [inputs];
  return (await resolvePlan(inputs.plan, documentSources(runner))).images;
}
async function publish(result, runner) {
  if (result.path !== void 0) runner.addPath(result.path);
  for (const [name, value] of Object.entries(result.variables)) runner.exportVariable(name, value);
  runner.setOutput("podman-version", result.podman.version);
  runner.setOutput("buildah-version", result.podman.buildah);
  runner.setOutput("installed", String(result.installed));
  runner.setOutput("storage-driver", result.podman.storageDriver);
  runner.log.info(setupTable(result));
  if (result.installed) await runner.summary([setupSection(result)]);
}

// actions/setup/index.ts
await runAction(
  async (runner) => {
    await providePodman(runner, () => import("../chunks/tool-cache-4FOJCCQH.js"));
  },
  {
    what: "Setting up podman",
    published: "nothing of what this job was to build. Other jobs are not held up.",
    next: "put right what is named here, then choose **Re-run all jobs**; what other platforms had pushed may be gone."
  }
);
