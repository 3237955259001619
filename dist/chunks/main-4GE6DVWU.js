import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  temporaryFolder,
  wrap
} from "./chunk-TMXLOKAH.js";
import {
  HEREDOCS,
  OLDEST,
  isAtLeast
} from "./chunk-7DS6YNXF.js";
import {
  within
} from "./chunk-LAA5ZFTH.js";
import {
  Connection
} from "./chunk-MWYW6ZGL.js";
import {
  Logins
} from "./chunk-GXHYLKW3.js";
import "./chunk-7I2WASTN.js";
import {
  readRegistries,
  repositoriesOf,
  splitList
} from "./chunk-M3R5HUOY.js";
import {
  formatPlatform,
  parsePlatform,
  platformOf
} from "./chunk-THVJOUJ4.js";
import {
  findProgram
} from "./chunk-SFAXQ2WK.js";
import {
  kindOf,
  readRegistryAccess,
  secretsOf
} from "./chunk-SEJ6WIJR.js";
import {
  Transport,
  askOnce
} from "./chunk-QQAGYR2F.js";
import {
  RegistryError
} from "./chunk-2KWCTZZ6.js";
import "./chunk-RZBAGCDT.js";
import {
  formatRepository
} from "./chunk-ZNDI3WQU.js";
import {
  formatBytes
} from "./chunk-5XXXVB74.js";
import "./chunk-BKXCIMUH.js";
import "./chunk-GDCOOEY7.js";
import {
  printable
} from "./chunk-HNYI7RT3.js";
import {
  readDocument
} from "./chunk-C5D3HR52.js";
import {
  array,
  boolean,
  object,
  record,
  string,
  unknown
} from "./chunk-J6MGYEM6.js";
import "./chunk-EZQO47NV.js";
import "./chunk-Z26LTSII.js";
import {
  CancelledError,
  InputProblems,
  UserError,
  messageOf
} from "./chunk-GTGSVCFP.js";
import "./chunk-EXVEHUUA.js";
import "./chunk-TO6V6YKD.js";

// actions/doctor/finding.ts
function ok(what, found2) {
  return { what, state: "ok", found: found2, advice: "" };
}
function warning(what, found2, advice) {
  return { what, state: "warning", found: found2, advice };
}
function problem(what, found2, advice) {
  return { what, state: "problem", found: found2, advice };
}

// actions/doctor/github-token.ts
var WHAT = "GITHUB_TOKEN";
var IDLE = 1e4;
var CLASSIC = "Make a classic personal access token with write:packages and delete:packages.";
async function examineGithubToken(token, world) {
  if (token === "") {
    return ok(
      WHAT,
      "none: GitHub is not asked which revision is newer, and ghcr.io knows us by its own login alone"
    );
  }
  const { apiUrl, clock, environment, signal, toGhcr } = world;
  const transport = new Transport({ environment, signal, idle: IDLE });
  const question = {
    method: "GET",
    url: new URL(`${apiUrl}/rate_limit`),
    headers: { Accept: "application/vnd.github+json", Authorization: `Bearer ${token}` }
  };
  try {
    const asked = { ...question, kind: "ghcr", loggedIn: true, expected: [200, 404] };
    const { headers } = await askOnce(asked, { transport, clock, peer: "GitHub" });
    return toGhcr ? judgeScopes(token, headers["x-oauth-scopes"]) : ok(WHAT, "valid");
  } catch (error) {
    if (error instanceof RegistryError && error.status === 401)
      return problem(
        WHAT,
        "refused by GitHub",
        `It has expired, or was cut off when it was copied. ${CLASSIC}`
      );
    if (!(error instanceof RegistryError)) throw error;
    return problem(WHAT, messageOf(error), error.hint);
  } finally {
    transport.close();
  }
}
function judgeScopes(token, header) {
  if (header === void 0) return judgeKind(token);
  const scopes = String(header).split(",").map((scope) => scope.trim()).filter(Boolean);
  const found2 = scopes.join(", ") || "no scope at all";
  if (!scopes.includes("write:packages"))
    return problem(WHAT, found2, `Publishing to ghcr.io needs write:packages. ${CLASSIC}`);
  if (!scopes.includes("delete:packages"))
    return warning(WHAT, found2, `cleanup and rollback need delete:packages on ghcr.io. ${CLASSIC}`);
  return ok(WHAT, found2);
}
function judgeKind(token) {
  if (token.startsWith("github_pat_"))
    return problem(WHAT, "fine-grained, which ghcr.io does not take", CLASSIC);
  return ok(WHAT, token.startsWith("ghs_") ? "of a job or an app, whose permissions hold" : "valid");
}

// actions/doctor/inputs.ts
var ANY_NAME = "image";
function parseInputs(reader, context) {
  const problems = new InputProblems();
  const [owner = "", name = ""] = context.repository.toLowerCase().split("/");
  const written = splitList(reader.text("registries"));
  const user = reader.text("dockerhub-username").trim();
  const registries = owner === "" && written.length === 0 ? [] : readRegistries(written, owner, user);
  const image = reader.text("image").trim() || name || ANY_NAME;
  const repositories = problems.try(() => repositoriesOf(image, registries)) ?? [];
  const platforms = problems.try(() => splitList(reader.text("platforms")).map(parsePlatform)) ?? [];
  const access = problems.try(() => readRegistryAccess(reader, context));
  problems.throwIfAny();
  return { repositories, platforms, access, githubToken: reader.text("github-token").trim() };
}

// actions/doctor/machine.ts
import { readdir, readFile, statfs } from "node:fs/promises";
import { userInfo } from "node:os";

// actions/doctor/cgroups.ts
var NEEDED = ["memory", "pids"];
function judgeCgroups({ host }) {
  const { cgroupVersion: version = "unknown", cgroupControllers, security } = host;
  if (version !== "v2") {
    return warning(
      "cgroups",
      version,
      "podman 5 and later are made for version 2: boot with systemd.unified_cgroup_hierarchy=1. Where images are built and verified here all the same, nothing has to be done."
    );
  }
  const lacking = NEEDED.filter((name) => !(cgroupControllers ?? []).includes(name));
  if (!security.rootless || lacking.length === 0) return ok("cgroups", version);
  return warning(
    "cgroups",
    `${version}, without ${lacking.join(" and ")} for this user`,
    "Limits of containers don\u2019t hold: let systemd delegate the controllers, with Delegate=yes for user@.service."
  );
}

// actions/doctor/emulation.ts
var QEMU = {
  amd64: "x86_64",
  arm64: "aarch64",
  "386": "i386"
};
var RUNS_TOO = { amd64: "386", arm64: "arm" };
function judgeEmulation(own, wanted, registered) {
  const what = "platforms";
  const runs = ({ architecture }) => architecture === own.architecture || RUNS_TOO[own.architecture] === architecture || registered.some((name) => name === `qemu-${QEMU[architecture] ?? architecture}`);
  const lacking = wanted.filter((platform) => !runs(platform)).map(formatPlatform);
  const emulated = registered.filter((name) => name.startsWith("qemu-")).length;
  const found2 = `${formatPlatform(own)}, and ${emulated === 0 ? "no emulation of others" : `emulation of ${emulated} other${emulated === 1 ? "" : "s"}`}`;
  if (lacking.length === 0) return ok(what, found2);
  return problem(
    what,
    `${found2}: ${lacking.join(", ")} can\u2019t run here`,
    "Build it on a machine of its own with plan, build and merge, or install qemu-user-static (binfmt)."
  );
}

// actions/doctor/engine.ts
var NEWER = "Take a newer podman: the runner ubuntu-26.04 and Debian 13 have one, and the setup action installs one.";
function judgeEngine(asked) {
  if ("missing" in asked) {
    return [
      problem("podman", asked.missing, 'Install podman, and see that "podman info" works for this user.')
    ];
  }
  return [judgePodman(asked), ...judgeBuildah(asked.host.buildahVersion ?? "")];
}
function judgePodman({ host, version }) {
  const user = host.security.rootless ? "without root" : "as root";
  const found2 = [version.Version, user, host.ociRuntime?.name].filter(Boolean).join(", ");
  if (!host.serviceIsRemote) return ok("podman", found2);
  return problem(
    "podman",
    `${found2}, on another machine`,
    "Layers are read from podman\u2019s storage: run this where podman itself runs."
  );
}
function judgeBuildah(version) {
  if (version === "") return [warning("buildah in podman", "unknown", NEWER)];
  const age = isAtLeast(version, OLDEST) ? ok("buildah in podman", version) : warning("buildah in podman", `${version}, older than what is tested (${OLDEST})`, NEWER);
  return [age, judgeHeredocs(version)];
}
function judgeHeredocs(version) {
  if (isAtLeast(version, HEREDOCS)) return ok("heredocs", "understood");
  const found2 = isAtLeast(version, OLDEST) ? "understood in part: shebangs, quoting and the layer cache go wrong" : "not understood";
  return warning("heredocs", found2, `A Containerfile with RUN <<EOF needs buildah ${HEREDOCS}. ${NEWER}`);
}

// actions/doctor/podman-info.ts
var info = object({
  host: object({
    buildahVersion: string().optional(),
    cgroupVersion: string().optional(),
    cgroupControllers: array(string()).nullish(),
    kernel: string().optional(),
    networkBackend: string().optional(),
    ociRuntime: object({ name: string() }).optional(),
    serviceIsRemote: boolean().optional(),
    security: object({ rootless: boolean() })
  }),
  store: object({
    graphDriverName: string(),
    graphRoot: string(),
    graphOptions: record(string(), unknown()).nullish()
  }),
  version: object({ Version: string() })
});
async function askPodman(run, signal) {
  try {
    const { exitCode, stdout, stderr } = await run("podman", ["info", "--format", "json"], {
      anyExit: true,
      signal
    });
    if (exitCode === 0) return parsePodmanInfo(stdout);
    return {
      missing: `does not work: ${stderr.trim().split("\n").slice(-2).join(" ") || "podman info failed"}`
    };
  } catch (error) {
    return { missing: messageOf(error) };
  }
}
function parsePodmanInfo(text) {
  return readDocument(info, text, {
    what: "The output of podman info",
    code: "IMG9012",
    hint: 'Run "podman info --format json" to see it.'
  });
}

// actions/doctor/ranges.ts
var ENOUGH = 65536;
function judgeRanges(person, files) {
  const short = Object.entries(files).filter(([, text]) => rangeOf(person, text) < ENOUGH).map(([name]) => `/etc/${name}`);
  const what = "users of images";
  if (short.length === 0) return ok(what, `${rangeOf(person, files.subuid)} for ${person.name}`);
  return problem(
    what,
    `fewer than ${ENOUGH} for ${person.name} in ${short.join(" and ")}`,
    `Run "sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 ${person.name}", then "podman system migrate".`
  );
}
function rangeOf({ name, id }, text) {
  const own = text.split("\n").map((line) => line.trim().split(":")).filter(([who]) => who === name || who === String(id));
  return own.reduce((sum, [, , count]) => sum + (Number(count) || 0), 0);
}

// actions/doctor/storage.ts
var NATIVE_OVERLAY = "5.11";
function judgeStorage({ host, store }) {
  const { graphDriverName: driver, graphRoot, graphOptions } = store;
  const at = `in ${graphRoot}`;
  if (driver === "vfs") {
    return warning(
      "storage",
      `vfs ${at}`,
      'Every layer is a whole copy, which is slow and fills the disk: write driver = "overlay" into storage.conf, then run "podman system reset", which removes all images.'
    );
  }
  const fuse = Object.keys(graphOptions ?? {}).some((name) => name.endsWith("mount_program"));
  if (driver !== "overlay" || !fuse) return ok("storage", `${driver} ${at}`);
  const found2 = `overlay by fuse-overlayfs ${at}`;
  return isAtLeast(host.kernel ?? "", NATIVE_OVERLAY) ? warning(
    "storage",
    found2,
    'fuse-overlayfs is slow and has corrupted images, and this kernel needs none: take mount_program out of storage.conf, then run "podman system reset", which removes all images.'
  ) : ok("storage", found2);
}
var GB = 1e9;
var IN_STORAGE = {
  least: GB,
  comfortable: 5 * GB,
  advice: 'Free space there: "podman system prune --all" removes every image that no container uses.'
};
var IN_TEMPORARY = {
  least: GB / 2,
  comfortable: 2 * GB,
  advice: "Compressing needs about half of an image\u2019s size there: free space, or set TMPDIR to a larger disk."
};
function judgeSpace(what, path, free, need) {
  const found2 = `${formatBytes(free)} in ${path}`;
  if (free >= need.comfortable) return ok(what, found2);
  return (free < need.least ? problem : warning)(what, found2, need.advice);
}

// actions/doctor/machine.ts
async function examineEngine({ run }, signal) {
  const asked = await askPodman(run, signal);
  if ("missing" in asked) return judgeEngine(asked);
  const space = await examineSpace("space in storage", asked.store.graphRoot, IN_STORAGE);
  return [...judgeEngine(asked), judgeStorage(asked), space, judgeCgroups(asked)];
}
function examineTemporary({ environment }) {
  return examineSpace("temporary space", temporaryFolder(environment), IN_TEMPORARY);
}
async function examineSpace(what, path, need) {
  const { bavail, bsize } = await statfs(path);
  return judgeSpace(what, path, bavail * bsize, need);
}
async function examineRanges() {
  const id = process.getuid?.() ?? 0;
  if (id === 0) return ok("users of images", "any, as root");
  const read = (path) => readFile(path, "utf8").catch(() => "");
  const [subuid, subgid] = await Promise.all([read("/etc/subuid"), read("/etc/subgid")]);
  return judgeRanges({ name: nameOf(id), id }, { subuid, subgid });
}
function nameOf(id) {
  try {
    return userInfo().username;
  } catch {
    return String(id);
  }
}
async function examinePlatforms(wanted) {
  const registered = await readdir("/proc/sys/fs/binfmt_misc").catch(() => []);
  return judgeEmulation(platformOf(process.arch), wanted, registered);
}

// actions/doctor/programs.ts
import { delimiter } from "node:path";
var PROGRAMS = [
  {
    name: "git",
    missing: problem,
    advice: "Install git: run, plan and build read from the checkout what is published."
  },
  {
    name: "nsenter",
    missing: warning,
    advice: "Install util-linux: verify asks applications from inside of their own network with it."
  }
];
async function examinePrograms(environment) {
  const folders = [...(environment.PATH ?? "").split(delimiter), "/usr/sbin", "/sbin"];
  const found2 = PROGRAMS.map(async ({ name, missing, advice }) => {
    const path = await findProgram(name, folders);
    return path === void 0 ? missing(name, "not found", advice) : ok(name, path);
  });
  return Promise.all(found2);
}

// actions/doctor/registries.ts
var IDLE2 = 1e4;
async function examineRegistry(repository, world) {
  const { access, environment, signal, clock, trace } = world;
  const what = repository.host;
  const logins = new Logins(access, world);
  const transport = new Transport({ environment, signal, idle: IDLE2 });
  const login = (of) => logins.find(of);
  const connection = new Connection({ host: what, access, transport, clock, login, trace });
  try {
    await greet(connection, repository);
    await beginUpload(connection, repository);
    const who = await login(repository) ? "logged in" : "open to everybody";
    return ok(what, `${who}, may push to ${formatRepository(repository)}`);
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    return judgeRefusal(repository, error, await login(repository) !== void 0);
  } finally {
    transport.close();
  }
}
function judgeRefusal(repository, error, loggedIn) {
  const { host } = repository;
  const { status, said, hint } = error;
  if (status === void 0) return problem(host, `gives no answer: ${error.message}`, hint);
  if (status !== 401 && status !== 403) return problem(host, `answers ${status}${quoted(said)}`, hint);
  if (!loggedIn) return warning(host, "answers, and nobody is logged in", hint);
  return problem(host, `refuses to let us push to ${formatRepository(repository)}${quoted(said)}`, hint);
}
function quoted(said) {
  return said === "" ? "" : `: ${said}`;
}
function scopesOf({ path }) {
  return { path, needs: "push", rights: "push", mounts: [] };
}
async function greet(connection, repository) {
  const url = new URL("/v2/", connection.base);
  await connection.send({ method: "GET", url, headers: {} }, scopesOf(repository), [200, 401]);
}
async function beginUpload(connection, repository) {
  const url = new URL(`/v2/${repository.path}/blobs/uploads/`, connection.base);
  const begun = await connection.send({ method: "POST", url, headers: {} }, scopesOf(repository), [202]);
  const { location } = begun.response.headers;
  if (location === void 0) return;
  const upload = connection.resolve(location, url);
  await connection.send({ method: "DELETE", url: upload, headers: {} }, scopesOf(repository), [204]).catch(() => {
  });
}

// actions/doctor/text.ts
var MARKS = { ok: "\u2713", warning: "\u2013", problem: "\u2717" };
function findingsText(findings) {
  const width = Math.max(0, ...findings.map(({ what }) => what.length));
  const lines = findings.flatMap(({ what, state, found: found2, advice }) => [
    `  ${MARKS[state]} ${what.padEnd(width)}  ${printable(found2)}`,
    ...advice === "" ? [] : [wrap(printable(advice))]
  ]);
  return `${lines.join("\n")}

${verdict(findings)}
`;
}
function verdict(findings) {
  const count = (state) => findings.filter((each) => each.state === state).length;
  const counted = (number, word) => number === 1 ? `1 ${word}` : `${number} ${word}s`;
  const parts = [
    ...count("problem") > 0 ? [counted(count("problem"), "problem")] : [],
    ...count("warning") > 0 ? [counted(count("warning"), "warning")] : []
  ];
  return parts.length === 0 ? "Nothing stands in the way." : `${parts.join(" and ")}.`;
}

// actions/doctor/main.ts
var BY_HAND = "Look at it by hand: nothing more could be found out.";
var DEADLINE = 2e4;
async function examine(runner) {
  const { repositories, platforms, access, githubToken } = parseInputs(runner.inputs, runner.event);
  for (const secret of secretsOf(access)) runner.mask(secret);
  const { event, environment, clock } = runner;
  const toGhcr = repositories.some(({ host }) => kindOf(access, host) === "ghcr");
  const probes = [
    ["podman", (signal) => examineEngine(runner, signal)],
    ["temporary space", () => examineTemporary(runner)],
    ["users of images", examineRanges],
    ["platforms", () => examinePlatforms(platforms)],
    ["programs", () => examinePrograms(environment)],
    [
      "GITHUB_TOKEN",
      (signal) => examineGithubToken(githubToken, { environment, clock, signal, apiUrl: event.apiUrl, toGhcr })
    ],
    ...repositories.map((repository) => [
      repository.host,
      (signal) => examineRegistry(repository, { ...runner, access, signal })
    ])
  ];
  const findings = (await Promise.all(probes.map(([what, probe]) => found(what, probe, runner)))).flat();
  const problems = findings.filter(({ state }) => state === "problem");
  return {
    document: { schema: 1, findings },
    text: findingsText(findings),
    ...problems.length === 0 ? {} : { error: unwell(findings) },
    told: true
  };
}
async function found(what, probe, { clock, signal }) {
  const over = new AbortController();
  try {
    return await within(DEADLINE, () => probe(AbortSignal.any([signal, over.signal])), clock);
  } catch (error) {
    if (signal.aborted) throw new CancelledError();
    const advice = error instanceof UserError ? error.hint : BY_HAND;
    return problem(what, messageOf(error), advice);
  } finally {
    over.abort();
  }
}
function unwell(findings) {
  return new UserError("IMG9011", `Not everything is as it must be: ${verdict(findings)}`, {
    hint: "Do what stands beside each problem, then run doctor again."
  });
}
export {
  examine
};
