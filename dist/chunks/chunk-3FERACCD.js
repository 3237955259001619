import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  openImage,
  parseInputs,
  readCheckFileName
} from "./chunk-SN4GNESW.js";
import {
  openCheckFile
} from "./chunk-OZFBX7LI.js";
import {
  runVerification
} from "./chunk-S4FQVYO6.js";
import {
  textOf
} from "./chunk-UVKSWRUX.js";
import {
  locateSource
} from "./chunk-ACUJGK7F.js";
import {
  formatPlatform
} from "./chunk-THVJOUJ4.js";
import {
  secretsOf
} from "./chunk-SEJ6WIJR.js";
import {
  InputProblems,
  isUserError
} from "./chunk-GTGSVCFP.js";

// actions/verify/main.ts
import { join, resolve } from "node:path";

// actions/verify/outputs.ts
function verifyOutputs({ results, report, junit }) {
  const count = (wanted) => String(results.filter(({ status }) => status === wanted).length);
  return {
    passed: count("passed"),
    failed: count("failed"),
    unchecked: count("unchecked"),
    report,
    junit
  };
}

// actions/verify/main.ts
async function verify(runner) {
  const { workspace } = runner.event;
  const { inputs, checkFile } = await readAll(runner);
  const { image, engine, folder } = await openImage(runner, inputs);
  const build = checkFile.checks.rebuild ? await buildOf(image, inputs, workspace) : void 0;
  const reported = await runVerification(
    runner,
    { name: inputs.image, image, checkFile, ...build && { build } },
    { engine, folder, reports: resolve(workspace, inputs.reports || join(runner.temp, "image-verify")) }
  );
  const { verification, error } = reported;
  const outputs = verifyOutputs({ ...reported, ...verification });
  for (const [name, value] of Object.entries(outputs)) runner.setOutput(name, value);
  return { document: verification, text: textOf(verification), ...error && { error } };
}
async function readAll(runner) {
  const problems = new InputProblems();
  const inputs = problems.try(() => parseInputs(runner.inputs, runner.event));
  for (const secret of inputs ? secretsOf(inputs.access) : []) runner.mask(secret);
  const isJob = runner.environment.GITHUB_ACTIONS === "true";
  const drafts = inputs && !isJob ? { image: inputs.image } : void 0;
  const named = inputs?.checkFile ?? nameAlone(runner);
  const checkFile = named && await problems.tryAsync(() => openCheckFile(named, runner.event.workspace, drafts));
  problems.throwIfAny();
  return { inputs, checkFile };
}
function nameAlone({ inputs }) {
  try {
    return readCheckFileName(inputs);
  } catch (error) {
    if (isUserError(error)) return void 0;
    throw error;
  }
}
async function buildOf(image, { source, target, buildArgs }, workspace) {
  return {
    ...await locateSource(source, workspace),
    platform: formatPlatform(image.platform),
    format: "docker",
    labels: {},
    buildArgs,
    buildContexts: [],
    secrets: [],
    ssh: [],
    target,
    pull: "missing",
    noCache: false,
    cacheFrom: void 0,
    epoch: void 0,
    extraArgs: []
  };
}

export {
  verify
};
