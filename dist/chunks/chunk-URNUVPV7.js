import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  printable
} from "./chunk-HNYI7RT3.js";

// actions/base/text-table.ts
function textTable(head, rows) {
  const cells = [head, ...rows].map((row) => row.map(printable));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map(
    (row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()
  ).join("\n");
}

export {
  textTable
};
