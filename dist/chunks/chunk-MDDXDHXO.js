import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  located
} from "./chunk-CXSWWLLO.js";
import {
  fetchCandidate
} from "./chunk-PUOYX2D6.js";
import {
  openSnapshot
} from "./chunk-AOIKYUBH.js";
import {
  MODES
} from "./chunk-S3NHVWSB.js";
import {
  hiddenFrom
} from "./chunk-PR5VHADN.js";
import {
  sentence
} from "./chunk-HNYI7RT3.js";
import {
  UserError,
  messageOf
} from "./chunk-GTGSVCFP.js";

// actions/snapshot/main.ts
import { mkdir as mkdir2, writeFile as writeFile2 } from "node:fs/promises";
import { join as join2, resolve } from "node:path";

// actions/snapshot/candidate/lay.ts
import { mkdir, realpath, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
async function layCandidate(runner) {
  const [mode, reference = ""] = ["mode", "candidate"].map((name) => runner.inputs.text(name).trim());
  if (reference === "" || mode === "pull-request") return;
  const { files, title } = await fetchCandidate(reference, runner);
  await layFiles(files, runner.event.workspace);
  runner.log.info(`${title}: ${files.length} files laid over the checkout.`);
}
async function layFiles(files, workspace) {
  const inside = await realpath(workspace);
  for (const { path, content } of files) {
    const file = join(workspace, path);
    if (relative(inside, await existing(dirname(file))).startsWith("..")) throw outside(path);
    await rm(file, { force: true });
    if (content === null) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content, { flag: "wx" });
  }
}
async function existing(folder) {
  return realpath(folder).catch(() => existing(dirname(folder)));
}
function outside(path) {
  return new UserError("IMG8811", `"${path}" leads out of the checkout.`, {
    hint: "Put a folder in place of the link above it, which leads somewhere else."
  });
}

// actions/snapshot/outputs.ts
var NAMES = ["digest", "nodes", "changed", "report", "mismatches", "candidate", "pull-request"];
function snapshotOutputs(values) {
  return Object.fromEntries(NAMES.map((name) => [name, values[name] ?? ""]));
}

// actions/snapshot/services.ts
function servicesOf({ run, log, clock, signal, temp, environment }) {
  const hidden = hiddenFrom(environment);
  return {
    run: (command, args, options) => run(command, args, { ...options, env: { ...hidden, ...options?.env } }),
    log,
    clock,
    random: Math.random,
    signal,
    temp,
    environment: { ...environment, ...hidden }
  };
}

// actions/snapshot/main.ts
async function runSnapshot(runner) {
  await layCandidate(runner);
  const { inputs, read, lock } = await openSnapshot(runner);
  if (inputs.token !== "") runner.mask(inputs.token);
  const path = (relative2) => resolve(runner.event.workspace, relative2);
  const task = { inputs, runner, services: servicesOf(runner), path };
  const withFile = await MODES.withFile[inputs.mode]?.();
  const outcome = withFile && read ? await beside(read, () => withFile({ ...task, read, lock })) : await (await MODES.others[inputs.mode]())(task);
  const report = await writeReport(outcome, inputs.report, path);
  for (const [name, value] of Object.entries(snapshotOutputs({ ...outcome.outputs, report })))
    runner.setOutput(name, value);
  await runner.summary([{ markdown: outcome.markdown, importance: 1 }]);
  return outcome;
}
async function beside(read, work) {
  try {
    return await work();
  } catch (error) {
    throw located(error, read);
  }
}
async function writeReport(outcome, folder, path) {
  if (folder === "") return "";
  const report = join2(path(folder), "report.md");
  try {
    await mkdir2(path(folder), { recursive: true });
    await writeFile2(report, `${outcome.markdown}
`);
    await writeFile2(join2(path(folder), "report.json"), `${JSON.stringify(outcome.document, null, 2)}
`);
  } catch (cause) {
    throw new UserError(
      "IMG8105",
      `The report can't be written to ${folder}: ${sentence(messageOf(cause))}`,
      {
        hint: 'Set "report" to a folder that may be written.',
        cause
      }
    );
  }
  return report;
}

export {
  runSnapshot
};
