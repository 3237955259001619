import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  nodeTable
} from "./chunk-QX7B7UCW.js";
import {
  countsOf,
  nodesIn
} from "./chunk-ZLFWH7DP.js";
import {
  digestOf
} from "./chunk-BJOZIW3C.js";
import {
  plain
} from "./chunk-TIJULC24.js";
import "./chunk-EZQO47NV.js";
import "./chunk-X5AATHZ6.js";

// actions/snapshot/modes/validate.ts
var validateFile = async ({ read, lock }) => {
  const { snapshot, file } = read;
  const digest = digestOf(snapshot);
  const facts = `${countsOf(snapshot)}${lock ? ", with its lock" : ""}`;
  return {
    outputs: { digest, nodes: String(nodesIn(snapshot)), changed: "false" },
    document: { mode: "validate", file, digest, snapshot },
    text: `${file} is valid: ${facts}.
${digest}
`,
    markdown: [`## ${plain(file)} is valid`, `${facts}. \`${digest}\``, nodeTable(snapshot)].join("\n\n")
  };
};
export {
  validateFile
};
