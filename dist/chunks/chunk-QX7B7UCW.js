import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  COMFYUI,
  folderNameOf,
  hostOf
} from "./chunk-BJOZIW3C.js";
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
    ...comfyui === null ? [] : [{ ...core, pin: comfyui, pinAddress: commitPage(COMFYUI, comfyui) }],
    ...git.map((node) => ({
      name: folderNameOf(node),
      address: node.url,
      pin: node.commit,
      pinAddress: commitPage(node.url, node.commit),
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
function shortPin(pin) {
  return /^[0-9a-f]{40}$/.test(pin) ? pin.slice(0, 10) : pin;
}
function commitPage(url, commit) {
  const host = hostOf(url);
  if (host === "github.com" || host === "codeberg.org") return `${url}/commit/${commit}`;
  return host.startsWith("gitlab.") ? `${url}/-/commit/${commit}` : void 0;
}

export {
  nodeTable,
  shortPin
};
