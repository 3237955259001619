import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  folderArtifacts
} from "./chunk-OECDORJV.js";
import {
  readManifest
} from "./chunk-7I2WASTN.js";
import {
  openStage
} from "./chunk-UY2C3D2M.js";
import {
  runPrepare
} from "./chunk-QYOWE3MD.js";
import {
  NoArtifacts
} from "./chunk-62L2QIBT.js";
import {
  loginHosts,
  parseInputs
} from "./chunk-ZWA4FZKB.js";
import {
  finishBuilds
} from "./chunk-DI4UDGA2.js";
import {
  VERIFICATION,
  finishVerification
} from "./chunk-DOI4ZRPN.js";
import {
  readWork,
  removeWork
} from "./chunk-JKF2EBZU.js";
import {
  readMergeOptions
} from "./chunk-ESQ2FS3M.js";
import {
  MissingRecord
} from "./chunk-KID3JUHS.js";
import {
  ownPlatformUnless
} from "./chunk-SNN7FOFX.js";
import {
  ANY_HOST
} from "./chunk-GDMFZWVF.js";
import {
  readBoolean
} from "./chunk-GDCOOEY7.js";
import {
  Problems,
  UserErrors,
  isUserError,
  userErrorsOf
} from "./chunk-GTGSVCFP.js";

// actions/pipeline/main.ts
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";

// actions/pipeline/inputs.ts
function parseInputs2(reader) {
  return { cleanup: readBoolean(reader, "cleanup") };
}

// actions/pipeline/cleaning.ts
var SHARED = /* @__PURE__ */ new Set([
  "github-token",
  "dockerhub-username",
  "dockerhub-token",
  "registry-auth",
  "registry-kinds",
  "insecure-registries",
  "retries",
  "timeout"
]);
var STATE = "cleanup";
async function cleanUpAfter(outer, runner, published) {
  const { cleanup } = parseInputs2(runner.inputs);
  if (!cleanup || published.error !== void 0 || !leftAnything(published.receipt)) return published;
  outer.saveState(STATE, "begun");
  try {
    const { cleanUp } = await import("./main-GHCM4VLL.js");
    const { error } = await cleanUp(forCleanup(outer, runner, { receipt: published.reference }));
    if (error !== void 0) throw error;
    return published;
  } catch (error) {
    if (!isUserError(error)) return { ...published, error };
    runner.log.warn(`Everything is published, but the cleanup failed: ${error}`);
    return published;
  }
}
async function finishCleanUpAfter(outer) {
  if (outer.state(STATE) === "") return;
  const { finishCleanUp } = await import("./finish-ITO7SSXS.js");
  await finishCleanUp(forCleanup(outer, outer));
}
function leftAnything({ images }) {
  return images.some(({ repositories }) => repositories.some(({ superseded }) => superseded.length > 0));
}
function forCleanup(outer, runner, given = {}) {
  const manifest = readManifest(new URL("../../cleanup/action.yml", import.meta.url));
  const own = manifest.filter(({ name }) => !SHARED.has(name)).map(({ name, default: value }) => [name, value]);
  const { ask: _ask, ...stage } = openStage(runner, {
    ...Object.fromEntries(own),
    "on-failure": "warn",
    ...given
  }).runner;
  return { ...stage, saveState: outer.saveState, state: outer.state };
}

// actions/pipeline/preparation.ts
async function openPrepared(runner) {
  const problems = new Problems();
  const building = problems.try(() => parseInputs(runner.inputs, runner.event));
  problems.try(() => readMergeOptions(runner.inputs));
  problems.try(() => parseInputs2(runner.inputs));
  if (building) await problems.tryAsync(() => checkFileOf(building, runner));
  const hosts = building && await problems.tryAsync(() => loginHosts(building.access, runner));
  const platforms = ownPlatformUnless(runner.inputs.text("platforms"));
  const stage = openStage(runner, { platforms, "has-credentials": (hosts ?? [ANY_HOST]).join("\n") });
  await problems.tryAsync(() => runPrepare(stage.runner));
  problems.throwIfAny();
  return stage;
}
async function checkFileOf({ verify }, { event }) {
  if (verify.file === "") return;
  const { openCheckFile } = await import("./check-file-HC7MIJ3Z.js");
  await openCheckFile(verify, event.workspace);
}

// actions/pipeline/main.ts
async function runPipeline(outer) {
  const temp = await mkdtemp(join(outer.temp, "pipeline-"));
  outer.saveState("folder", temp);
  const between = folderArtifacts(join(temp, "artifacts"));
  const runner = { ...outer, temp, artifacts: async () => between };
  const prepared = await openPrepared(runner);
  for (const name of ["version", "tags", "publish"]) outer.setOutput(name, prepared.outputs.get(name) ?? "");
  const plan = prepared.outputs.get("plan") ?? "";
  const { include: rows = [] } = JSON.parse(prepared.outputs.get("matrix") ?? "{}");
  const legs = rows.map((row) => openStage(runner, { plan, leg: row.leg }));
  const failures = [];
  for (const [position, row] of rows.entries()) await buildLeg(outer, legs[position], row, failures);
  const merged = await publish(outer, runner, plan);
  for (const leg of legs) await finishLeg(leg);
  return cleanUpAfter(outer, runner, withFailures(merged, failures, runner.log));
}
async function finishPipeline(outer) {
  const folder = outer.state("folder");
  if (folder === "") return;
  try {
    await finishVerification(outer);
    const { finishInterrupted } = await import("./interrupted-ST42CB7D.js");
    await finishInterrupted(outer, outer.state("journal"));
    await finishCleanUpAfter(outer);
  } finally {
    await finishBuilds(outer, folder);
    await rm(folder, { recursive: true, force: true });
  }
}
async function buildLeg(outer, stage, row, failures) {
  const { build } = await import("./main-DM2KFGO2.js");
  const saveState = (name, value) => {
    stage.runner.saveState(name, value);
    if (name === VERIFICATION) outer.saveState(name, value);
  };
  try {
    await stage.runner.log.group(
      `${row.image} for ${row.platform}`,
      () => build({ ...stage.runner, saveState })
    );
  } catch (error) {
    if (!isUserError(error)) throw error;
    failures.push(...userErrorsOf(error));
  }
}
async function publish(outer, runner, plan) {
  const stage = openStage(runner, { plan });
  const saveState = (name, value) => outer.saveState(name, value);
  const { mergeImages } = await import("./main-JFJENF2L.js");
  const merged = await mergeImages({ ...stage.runner, saveState });
  for (const [name, value] of stage.outputs) outer.setOutput(name, value);
  const [artifact] = merged.reference.split("@");
  const receipt = artifact ? await (await runner.artifacts()).get(artifact) : void 0;
  if (artifact && receipt !== void 0) await keep(artifact, receipt, outer);
  return merged;
}
async function keep(name, receipt, { artifacts, log }) {
  try {
    await (await artifacts()).put(name, receipt);
  } catch (error) {
    if (!(error instanceof NoArtifacts)) throw error;
    log.warn(`The receipt of this run is not kept. ${error}`);
  }
}
async function finishLeg(stage) {
  const work = readWork(stage.runner);
  if (!work) return;
  const { keepCache } = await import("./keep-cache-KHVBHQZD.js");
  if (work.cache) await keepCache(stage.runner, work.cache);
  await removeWork(work);
}
function withFailures(merged, failures, log) {
  if (failures.length === 0) return merged;
  if (merged.error !== void 0 && !isUserError(merged.error)) {
    for (const failure of failures) log.warn(String(failure));
    return merged;
  }
  const others = merged.error === void 0 ? [] : userErrorsOf(merged.error);
  const further = others.filter((error) => !(error instanceof MissingRecord));
  return { ...merged, error: new UserErrors([...failures, ...further]) };
}

export {
  runPipeline,
  finishPipeline
};
