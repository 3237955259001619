import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  pinned
} from "./chunk-KPLOK53V.js";
import {
  outputFile,
  writeSnapshot,
  writtenOutputs
} from "./chunk-GNJUW4U5.js";
import "./chunk-ILG7TDND.js";
import {
  counted
} from "./chunk-ZLFWH7DP.js";
import {
  digestOf,
  repositoryOf
} from "./chunk-ZQ3A7QTU.js";
import "./chunk-EOUI6E6D.js";
import "./chunk-RZBAGCDT.js";
import "./chunk-HNYI7RT3.js";
import {
  code,
  plain,
  table
} from "./chunk-TIJULC24.js";
import "./chunk-DNWJD24H.js";
import "./chunk-EZQO47NV.js";
import "./chunk-Z26LTSII.js";
import "./chunk-GTGSVCFP.js";
import "./chunk-TO6V6YKD.js";

// actions/snapshot/modes/pin.ts
var pin = async (task) => {
  outputFile(task);
  const { snapshot, resolved } = await pinned(task.read.snapshot, task);
  const written = await writeSnapshot(snapshot, task);
  const { file, changed } = written;
  const what = resolved.length === 0 ? `${file} names commits only` : `${counted(resolved.length, "branch or tag").replace(/tags$/, "tags")} pinned in ${file}`;
  const rows = resolved.map(({ url, from, commit }) => [plain(repositoryOf(url)), code(from), code(commit)]);
  return {
    outputs: writtenOutputs(snapshot, written),
    document: { mode: "pin", file, changed, digest: digestOf(snapshot), resolved, snapshot },
    text: [
      `${what}.`,
      ...resolved.map(({ url, from, commit }) => `  ${repositoryOf(url)}: ${from} is ${commit}`),
      `${digestOf(snapshot)}
`
    ].join("\n"),
    markdown: [
      `## ${plain(what)}`,
      ...rows.length === 0 ? [] : [table(["Node", "Named", "Commit"], rows)],
      `\`${digestOf(snapshot)}\``
    ].join("\n\n")
  };
};
export {
  pin
};
