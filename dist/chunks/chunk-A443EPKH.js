import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  pagesOf
} from "./chunk-D4GNW7OK.js";
import {
  COMFYUI,
  folderNameOf,
  shortPin
} from "./chunk-ZQ3A7QTU.js";
import {
  code,
  link,
  plain,
  table
} from "./chunk-TIJULC24.js";

// actions/snapshot/report/nodes.ts
function nodeRows({ comfyui, git, registry, files }) {
  const core = { name: "ComfyUI", address: COMFYUI, disabled: false };
  return [
    ...comfyui === null ? [] : [{ ...core, pin: comfyui, pinAddress: pagesOf(COMFYUI)?.commit(comfyui) }],
    ...git.map((node) => ({
      name: folderNameOf(node),
      address: node.url,
      pin: node.commit,
      pinAddress: pagesOf(node.url)?.commit(node.commit),
      disabled: node.disabled
    })),
    ...registry.map((node) => ({
      name: node.id,
      address: void 0,
      pin: node.version,
      pinAddress: void 0,
      disabled: false
    })),
    ...files.map(({ filename, disabled }) => ({
      name: filename,
      address: void 0,
      pin: "",
      pinAddress: void 0,
      disabled
    }))
  ];
}
function nodeTable(snapshot, told) {
  const rows = nodeRows(snapshot);
  if (rows.length === 0) return "";
  const head = ["Node", "Pinned to", ...told ? [told.head] : []];
  return table(
    head,
    rows.map((row) => [
      `${link(plain(row.name), row.address)}${row.disabled ? " (disabled)" : ""}`,
      row.pin === "" ? "" : link(code(shortPin(row.pin)), row.pinAddress),
      ...told ? [plain(told.of(row.name))] : []
    ])
  );
}

export {
  nodeTable
};
