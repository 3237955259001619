import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  ProcessError
} from "./chunk-Q6CK6U73.js";
import {
  UserError,
  isDigest
} from "./chunk-CHZVDVT5.js";

// actions/build/work.ts
import { rm } from "node:fs/promises";
function saveWork(runner, work) {
  runner.saveState("work", JSON.stringify(work));
}
function readWork(runner) {
  const text = runner.state("work");
  return text === "" ? void 0 : JSON.parse(text);
}
async function removeWork(work) {
  await rm(work.folder, { recursive: true, force: true });
}

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
import { mkdir, rm as rm2 } from "node:fs/promises";
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
    await rm2(this.#file, { force: true });
    return true;
  }
  async save(key) {
    await this.#makeFolder();
    await this.#podman("image", "prune", "--all", "--force", "--filter", OLDEST);
    await this.#tar("--create", await this.#storage());
    await this.#service.save([this.#file], key);
    await rm2(this.#file, { force: true });
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
import { readFile } from "node:fs/promises";
import { join as join2 } from "node:path";
async function buildImage(engine, request, folder) {
  const idFile = join2(folder, "image-id");
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
    throw error instanceof ProcessError ? buildFailure(error, request) : error;
  }
  const imageId = (await readFile(idFile, "utf8")).trim();
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
function buildFailure(error, request) {
  const { stderr } = error.result;
  const step = [...stderr.matchAll(/^Error: .*$/gm)].at(-1)?.[0] ?? `podman ended with exit code ${error.result.exitCode}`;
  return new UserError(`The build for ${request.platform} failed: ${step.replace(/^Error: /, "")}.`, {
    hint: buildHint(stderr),
    cause: error
  });
}
function buildHint(stderr) {
  if (/no space left on device/i.test(stderr))
    return "The disk is full: free space before the build, or move the storage to a larger disk.";
  if (/exec format error/i.test(stderr)) {
    return 'The runner cannot run programs of this platform: build it on its native runner (input "runners"), or install binfmt emulation.';
  }
  if (/unauthorized|authentication required|(?<!permission )denied/i.test(stderr))
    return 'A base image needs a login: add its registry to "registry-auth".';
  return "The output above shows the step.";
}

export {
  openEngine,
  toolVersions,
  StoreCache,
  buildImage,
  writeCache,
  saveWork,
  readWork,
  removeWork
};
