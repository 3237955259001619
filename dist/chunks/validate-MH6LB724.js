import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  nodeTable
} from "./chunk-A443EPKH.js";
import "./chunk-D4GNW7OK.js";
import {
  countsOf,
  nodesIn
} from "./chunk-ZLFWH7DP.js";
import {
  digestOf
} from "./chunk-ZQ3A7QTU.js";
import {
  plain
} from "./chunk-TIJULC24.js";
import "./chunk-EZQO47NV.js";
import "./chunk-TO6V6YKD.js";

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
