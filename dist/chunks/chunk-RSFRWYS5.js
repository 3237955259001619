import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  ProcessError
} from "./chunk-DNWJD24H.js";
import {
  UserError
} from "./chunk-46FNGIEL.js";
import {
  digestOf,
  hexOf,
  isDigest
} from "./chunk-EZQO47NV.js";

// actions/engine/engine.ts
function openEngine(run, environment, settings, authFile) {
  return { run, env: { ...hiddenFrom(environment), ...settings }, settings, authFile };
}
function hiddenFrom(environment) {
  const hidden = Object.keys(environment).filter(
    (name) => /^(INPUT_|STATE_|ACTIONS_(RUNTIME|ID_TOKEN|CACHE|RESULTS)_|(GITHUB_TOKEN|DOCKERHUB_TOKEN|REGISTRY_AUTH|SECRETS)$)/.test(
      name
    )
  );
  return Object.fromEntries(hidden.map((name) => [name, void 0]));
}
async function toolVersions(engine) {
  const asked = ["podman", "buildah"].map(async (tool) => {
    const { stdout } = await engine.run(tool, ["--version"], { env: engine.env, anyExit: true });
    return [tool, /\d+(\.\d+)+/.exec(stdout)?.[0] ?? "unknown"];
  });
  return Object.fromEntries(await Promise.all(asked));
}

// actions/build/store-cache.ts
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
var FILE = "store.tar";
var OLDEST = "until=336h";
var StoreCache = class {
  #engine;
  #service;
  #file;
  constructor(engine, service, { environment, temp }) {
    this.#engine = engine;
    this.#service = service;
    this.#file = join(environment.RUNNER_TEMP ?? temp, "image-actions-store", FILE);
  }
  async restore(prefix) {
    if (await this.#inUse()) return false;
    await this.#makeFolder();
    const [storage, found] = await Promise.all([
      this.#storage(),
      this.#service.restore([this.#file], `${prefix}-`, [`${prefix}-`])
    ]);
    if (!found) return false;
    await this.#tar("--extract", storage);
    await rm(this.#file, { force: true });
    return true;
  }
  async save(key) {
    await this.#makeFolder();
    await this.#podman("image", "prune", "--all", "--force", "--filter", OLDEST);
    await this.#tar("--create", await this.#storage());
    await this.#service.save([this.#file], key);
    await rm(this.#file, { force: true });
  }
  async #inUse() {
    return (await this.#podman("images", "--all", "--quiet")).trim() !== "";
  }
  async #makeFolder() {
    await mkdir(dirname(this.#file), { recursive: true });
  }
  async #storage() {
    const format = "{{.Store.GraphRoot}}\n{{.Host.Security.Rootless}}";
    const [root = "", rootless] = (await this.#podman("info", "--format", format)).trim().split("\n");
    if (root === "")
      throw new UserError("podman does not tell where its storage lies.", { hint: "Use cache: registry." });
    return { root, rootless: rootless === "true" };
  }
  async #tar(mode, { root, rootless }) {
    const args = [
      mode,
      "--file",
      this.#file,
      "--directory",
      root,
      "--xattrs",
      "--numeric-owner",
      "--sparse",
      "."
    ];
    const command = rootless ? ["podman", "unshare", "tar", ...args] : ["tar", ...args];
    await this.#engine.run(command[0], command.slice(1), { env: this.#engine.env });
  }
  async #podman(...args) {
    return (await this.#engine.run("podman", args, { env: this.#engine.env })).stdout;
  }
};

// actions/engine/build.ts
import { readFile as readFile2 } from "node:fs/promises";
import { join as join3 } from "node:path";

// actions/engine/store.ts
import { readFile } from "node:fs/promises";
import { join as join2 } from "node:path";
var GZIP = 2;
async function locateStore(engine) {
  const format = "{{.Store.GraphRoot}}\n{{.Store.GraphDriverName}}";
  const { stdout } = await engine.run("podman", ["info", "--format", format], { env: engine.env }).catch((error) => {
    throw error instanceof ProcessError ? notWorking(error) : error;
  });
  const [root = "", driver = ""] = stdout.trim().split("\n");
  return { root, driver };
}
function notWorking(cause) {
  return new UserError(`podman does not work here: ${cause.message}`, {
    hint: "Put the setup action before this step: it shows what podman finds, and can install another one.",
    cause
  });
}
async function readConfig(store, id) {
  const name = `=${Buffer.from(id).toString("base64")}`;
  const config = await readFile(join2(store.root, `${store.driver}-images`, hexOf(id), name));
  if (digestOf(config) !== id) throw new Error(`The storage holds another config than that of ${id}.`);
  return config;
}
async function storedLayers(store) {
  const path = join2(store.root, `${store.driver}-layers`, "layers.json");
  return listIn(await readFile(path, "utf8").catch(() => "")).flatMap(
    ({ "diff-digest": diffId, "compressed-diff-digest": digest, "compressed-size": size, compression }) => diffId && digest && size && compression === GZIP ? [{ diffId, digest, size }] : []
  );
}
async function imageNames(engine) {
  const { exitCode, stdout } = await engine.run("podman", ["images", "--format", "json"], {
    env: engine.env,
    anyExit: true
  });
  if (exitCode !== 0) return [];
  const images = listIn(stdout);
  return [...new Set(images.flatMap(({ Names, RepoDigests }) => [...Names ?? [], ...RepoDigests ?? []]))];
}
function listIn(text) {
  try {
    const found = JSON.parse(text);
    return Array.isArray(found) ? found : [];
  } catch {
    return [];
  }
}

// actions/engine/build-failure.ts
async function buildFailure(error, platform, places) {
  const { stderr } = error.result;
  const step = [...stderr.matchAll(/^Error: .*$/gm)].at(-1)?.[0] ?? `podman ended with exit code ${error.result.exitCode}`;
  return new UserError(`The build for ${platform} failed: ${step.replace(/^Error: /, "")}.`, {
    hint: await buildHint(stderr, places),
    cause: error
  });
}
async function buildHint(stderr, places) {
  const full = stderr.split("\n").findLast((line) => /no space left on device/i.test(line));
  if (full !== void 0) return fullDiskHint(full, places);
  if (/exec format error/i.test(stderr)) {
    return 'The runner cannot run programs of this platform: build it on its native runner (input "runners"), or install binfmt emulation.';
  }
  if (/unauthorized|authentication required|(?<!permission )denied/i.test(stderr))
    return 'A base image needs a login: add its registry to "registry-auth".';
  return "The output above shows the step.";
}
async function fullDiskHint(message, { engine, folder }) {
  if (message.includes(folder))
    return `The disk of ${folder} is full: free space there, or set RUNNER_TEMP to a larger disk.`;
  const store = await locateStore(engine).catch(() => void 0);
  const place = store?.root || "podman's storage";
  return `The disk of ${place} is full: free space before the build, or move podman's storage to a larger disk.`;
}

// actions/engine/build.ts
async function buildImage(engine, request, folder) {
  const idFile = join3(folder, "image-id");
  const dates = request.epoch === void 0 ? [] : await dateArguments(engine, request.epoch);
  const count = { steps: 0, cacheHits: 0 };
  const onLine = (line) => {
    if (/^(\[\d+\/\d+\] )?STEP \d+\/\d+: (?!FROM)/.test(line)) count.steps++;
    if (/^--> Using cache [0-9a-f]{64}$/.test(line)) count.cacheHits++;
  };
  const args = [
    "build",
    "--iidfile",
    idFile,
    ...authArguments(engine),
    ...dates,
    ...buildArguments(request),
    ...contextOperand(request)
  ];
  try {
    await engine.run("podman", args, { env: engine.env, show: true, onLine });
  } catch (error) {
    throw error instanceof ProcessError ? await buildFailure(error, request.platform, { engine, folder }) : error;
  }
  const imageId = (await readFile2(idFile, "utf8").catch(() => "")).trim();
  if (!isDigest(imageId))
    throw new UserError("podman named no image.", {
      hint: 'Take options that print instead of building out of "extra-args".'
    });
  return { imageId, ...count };
}
async function writeCache(engine, request, repository) {
  const args = [
    "build",
    ...authArguments(engine),
    ...buildArguments(request),
    "--cache-to",
    repository,
    ...contextOperand(request)
  ];
  await engine.run("podman", args, { env: engine.env });
}
function buildArguments(request) {
  const each = (name, values) => values.flatMap((value) => [name, value]);
  const pairs = (record) => Object.entries(record).map(([key, value]) => `${key}=${value}`);
  return [
    ...[
      "--format",
      request.format,
      "--platform",
      request.platform,
      "--file",
      request.file,
      `--pull=${request.pull}`
    ],
    ...each("--label", pairs(request.labels)),
    ...each("--build-arg", pairs(request.buildArgs)),
    ...each("--build-context", request.buildContexts),
    ...each("--secret", request.secrets),
    ...each("--ssh", request.ssh),
    ...request.target === void 0 ? [] : ["--target", request.target],
    ...request.noCache ? ["--no-cache"] : ["--layers"],
    ...request.cacheFrom === void 0 || request.noCache ? [] : ["--cache-from", request.cacheFrom],
    ...request.extraArgs
  ];
}
function authArguments(engine) {
  return ["--authfile", engine.authFile];
}
function contextOperand(request) {
  return ["--", request.context];
}
async function dateArguments(engine, epoch) {
  const { stdout } = await engine.run("podman", ["build", "--help"], { env: engine.env });
  const identity = stdout.includes("--identity-label") ? ["--identity-label=false"] : [];
  const dates = stdout.includes("--rewrite-timestamp") ? ["--source-date-epoch", String(epoch), "--rewrite-timestamp"] : ["--timestamp", String(epoch), "--no-cache"];
  return [...identity, ...dates];
}

export {
  openEngine,
  toolVersions,
  StoreCache,
  locateStore,
  readConfig,
  storedLayers,
  imageNames,
  buildImage,
  writeCache
};
