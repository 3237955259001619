import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  writeSnapshot,
  writtenOutputs
} from "./chunk-GNJUW4U5.js";
import {
  countsOf
} from "./chunk-ZLFWH7DP.js";
import {
  digestOf,
  normalise
} from "./chunk-ZQ3A7QTU.js";
import "./chunk-HNYI7RT3.js";
import {
  plain
} from "./chunk-TIJULC24.js";
import "./chunk-EZQO47NV.js";
import "./chunk-GTGSVCFP.js";
import "./chunk-TO6V6YKD.js";

// actions/snapshot/modes/normalise.ts
var normaliseFile = async (task) => {
  const snapshot = normalise(task.read.snapshot);
  const written = await writeSnapshot(snapshot, task);
  const { file, changed } = written;
  const what = changed ? `${file} is written in its canonical form` : `${file} is in its canonical form already`;
  return {
    outputs: writtenOutputs(snapshot, written),
    document: { mode: "normalise", file, changed, digest: digestOf(snapshot), snapshot },
    text: `${what}: ${countsOf(snapshot)}.
${digestOf(snapshot)}
`,
    markdown: `## ${plain(what)}

${countsOf(snapshot)}. \`${digestOf(snapshot)}\``
  };
};
export {
  normaliseFile
};
