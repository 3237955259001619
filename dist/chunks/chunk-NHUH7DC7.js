import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  loginHosts,
  parseInputs
} from "./chunk-IZVU4G3T.js";
import {
  readWork,
  removeWork
} from "./chunk-JKF2EBZU.js";
import {
  readMergeOptions
} from "./chunk-25K77DWZ.js";
import {
  MissingRecord
} from "./chunk-HCSJIDNV.js";
import {
  runPrepare
} from "./chunk-OSPWAXBH.js";
import {
  ANY_HOST,
  ownPlatformUnless
} from "./chunk-X77PGXKT.js";
import {
  Problems,
  UserErrors,
  digestOf,
  isUserError
} from "./chunk-TXYBSCTN.js";

// actions/pipeline/main.ts
import { mkdtemp, rm } from "node:fs/promises";
import { join as join2 } from "node:path";

// actions/runner/artifact-folder.ts
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
function folderArtifacts(folder) {
  const path = (name) => join(folder, `${name}.json`);
  return {
    put: async (name, content) => {
      await mkdir(folder, { recursive: true });
      await writeFile(path(name), content, { flag: "wx" });
      return digestOf(content);
    },
    list: async (prefix) => {
      const names = await readdir(folder).catch(() => []);
      return names.filter((name) => name.startsWith(prefix) && name.endsWith(".json")).map((name) => name.slice(0, -5));
    },
    get: (name) => readFile(path(name), "utf8").catch(() => void 0)
  };
}

// actions/pipeline/stage.ts
function openStage(runner, replaced) {
  const outputs = /* @__PURE__ */ new Map();
  const state = /* @__PURE__ */ new Map();
  const inputs = { text: (name) => replaced[name] ?? runner.inputs.text(name) };
  const own = {
    ...runner,
    inputs,
    setOutput: (name, value) => outputs.set(name, value),
    saveState: (name, value) => state.set(name, value),
    state: (name) => state.get(name) ?? ""
  };
  return { runner: own, outputs, state };
}

// actions/pipeline/preparation.ts
async function openPrepared(runner) {
  const problems = new Problems();
  const building = problems.try(() => parseInputs(runner.inputs, runner.event));
  problems.try(() => readMergeOptions(runner.inputs));
  const hosts = building && await problems.tryAsync(() => loginHosts(building.access, runner));
  const platforms = ownPlatformUnless(runner.inputs.text("platforms"));
  const stage = openStage(runner, { platforms, "has-credentials": (hosts ?? [ANY_HOST]).join("\n") });
  await problems.tryAsync(() => runPrepare(stage.runner));
  problems.throwIfAny();
  return stage;
}

// actions/pipeline/main.ts
async function runPipeline(outer) {
  const temp = await mkdtemp(join2(outer.temp, "pipeline-"));
  outer.saveState("folder", temp);
  const between = folderArtifacts(join2(temp, "artifacts"));
  const runner = { ...outer, temp, artifacts: async () => between };
  const prepared = await openPrepared(runner);
  for (const name of ["version", "tags", "publish"]) outer.setOutput(name, prepared.outputs.get(name) ?? "");
  const plan = prepared.outputs.get("plan") ?? "";
  const { include: rows = [] } = JSON.parse(prepared.outputs.get("matrix") ?? "{}");
  const legs = rows.map((row) => openStage(runner, { plan, leg: row.leg }));
  const failures = [];
  for (const [position, row] of rows.entries()) await buildLeg(legs[position], row, failures);
  const merged = await publish(outer, runner, plan);
  for (const leg of legs) await finishLeg(leg);
  return withFailures(merged, failures, runner.log);
}
async function finishPipeline(outer) {
  const folder = outer.state("folder");
  if (folder === "") return;
  try {
    const { finishInterrupted } = await import("./interrupted-S3BG24GT.js");
    await finishInterrupted(outer, outer.state("journal"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
async function buildLeg(stage, row, failures) {
  const { build } = await import("./main-7EXZY5S3.js");
  try {
    await stage.runner.log.group(`${row.image} for ${row.platform}`, () => build(stage.runner));
  } catch (error) {
    if (!isUserError(error)) throw error;
    failures.push(...userErrorsOf(error));
  }
}
async function publish(outer, runner, plan) {
  const stage = openStage(runner, { plan });
  const saveState = (name, value) => outer.saveState(name, value);
  const { mergeImages } = await import("./main-MVRC7CGG.js");
  const merged = await mergeImages({ ...stage.runner, saveState });
  for (const [name, value] of stage.outputs) outer.setOutput(name, value);
  const [artifact] = merged.reference.split("@");
  const receipt = artifact ? await (await runner.artifacts()).get(artifact) : void 0;
  if (artifact && receipt !== void 0) await (await outer.artifacts()).put(artifact, receipt);
  return merged;
}
async function finishLeg(stage) {
  const work = readWork(stage.runner);
  if (!work) return;
  const { keepCache } = await import("./keep-cache-QSPJS47M.js");
  if (work.cache) await keepCache(stage.runner, work.cache);
  await removeWork(work);
}
function userErrorsOf(error) {
  if (error === void 0) return [];
  return error instanceof UserErrors ? error.errors : [error];
}
function withFailures(merged, failures, log) {
  if (failures.length === 0) return merged;
  if (merged.error !== void 0 && !isUserError(merged.error)) {
    for (const failure of failures) log.warn(String(failure));
    return merged;
  }
  const further = userErrorsOf(merged.error).filter((error) => !(error instanceof MissingRecord));
  return { ...merged, error: new UserErrors([...failures, ...further]) };
}

export {
  folderArtifacts,
  runPipeline,
  finishPipeline
};
