import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  withMark
} from "./chunk-NEBCN2RQ.js";
import {
  locateStore
} from "./chunk-O7MKDZIK.js";
import {
  said
} from "./chunk-LUX6I4HD.js";
import {
  ProcessError
} from "./chunk-DNWJD24H.js";
import {
  isDigest
} from "./chunk-EZQO47NV.js";
import {
  UserError
} from "./chunk-GTGSVCFP.js";

// actions/engine/build.ts
import { readFile } from "node:fs/promises";
import { join } from "node:path";

// actions/engine/build-failure.ts
async function buildFailure(error, platform, places) {
  const { stderr } = error.result;
  const step = [...stderr.matchAll(/^Error: .*$/gm)].at(-1)?.[0] ?? `podman ended with exit code ${error.result.exitCode}`;
  const { code, hint } = await remedyFor(stderr, step, places);
  return new UserError(code, `The build for ${platform} failed: ${said(step.replace(/^Error: /, ""))}.`, {
    hint,
    cause: error
  });
}
var FOREIGN = {
  code: "IMG2103",
  hint: 'The runner cannot run programs of this platform: build it on its native runner (input "runners"), or install binfmt emulation.'
};
var PRIVATE = {
  code: "IMG2104",
  hint: 'A base image needs a login: add its registry to "registry-auth".'
};
var SHOWN = { code: "IMG2101", hint: "The output above shows the step, and what it said last." };
async function remedyFor(stderr, end, places) {
  const full = stderr.split("\n").findLast((line) => /no space left on device/i.test(line));
  if (full !== void 0) return { code: "IMG2102", hint: await fullDiskHint(full, places) };
  if (/exec format error/i.test(stderr)) return FOREIGN;
  return /unauthorized|authentication required|forbidden|(?<!permission )denied/i.test(end) ? PRIVATE : SHOWN;
}
async function fullDiskHint(message, { engine, folder }) {
  if (message.includes(folder))
    return `The disk of ${folder} is full: free space there, or set RUNNER_TEMP to a larger disk.`;
  const store = await locateStore(engine).catch(() => void 0);
  const place = store?.root || "podman's storage";
  return `The disk of ${place} is full: free space before the build, or move podman's storage to a larger disk.`;
}

// actions/engine/steps.ts
var STEP = /^(?:\[\d+\/\d+\] )?STEP \d+\/\d+: (.+)$/;
var FROM = /^FROM\b/i;
var FROM_CACHE = /^--> Using cache [0-9a-f]{64}$/;
var BuildSteps = class {
  list = [];
  hear(line) {
    const instruction = STEP.exec(line)?.[1];
    if (instruction !== void 0 && !FROM.test(instruction)) this.list.push({ instruction, cached: false });
    const step = FROM_CACHE.test(line) ? this.list.findLast(({ cached }) => !cached) : void 0;
    if (step) step.cached = true;
  }
  get cacheHits() {
    return this.list.filter(({ cached }) => cached).length;
  }
};

// actions/engine/build.ts
async function buildImage(engine, request, folder) {
  const idFile = join(folder, "image-id");
  const dates = request.epoch === void 0 ? [] : await dateArguments(engine, request.epoch);
  const steps = new BuildSteps();
  const args = (mark) => [
    "build",
    "--iidfile",
    idFile,
    ...authArguments(engine),
    ...dates,
    ...mark,
    ...buildArguments(request),
    ...contextOperand(request)
  ];
  const onLine = (line) => steps.hear(line);
  try {
    await withMark(
      engine,
      folder,
      (mark) => engine.run("podman", args(mark), { env: engine.env, show: true, onLine })
    );
  } catch (error) {
    throw error instanceof ProcessError ? await buildFailure(error, request.platform, { engine, folder }) : error;
  }
  const imageId = (await readFile(idFile, "utf8").catch(() => "")).trim();
  if (!isDigest(imageId))
    throw new UserError("IMG2105", "podman named no image.", {
      hint: 'Take options that print instead of building out of "extra-args".'
    });
  return { imageId, steps: steps.list.length, cacheHits: steps.cacheHits, stepList: steps.list };
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
  buildImage,
  writeCache
};
