import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// actions/report/heads.ts
var HEADS = {
  goes: { cells: ["Goes", "Tags", "Why", "Size", "Requests"], rows: "warning" },
  stays: { cells: ["Stays", "Tags", "Why", "Size"], rows: "good" },
  staysCounted: { cells: ["Stays", "Why"], rows: "good" },
  plannedTags: { cells: ["Tag", "Kind", "Because of"] },
  plannedLegs: { cells: ["Leg", "Image", "Platform", "Repositories"] },
  moves: { cells: ["Tag", "Before", "After", "Outcome"] },
  states: { cells: ["to", "Digest", "Date", "Version", "Revision", "Registries", "Note"] },
  legs: {
    cells: ["Image", "Registry", "Platform", "Digest", "Compressed", "Sent", "Build", "Push", "Cache hits"]
  }
};
function headOf(line) {
  const cells = line.split(/ {2,}/);
  return Object.values(HEADS).find((head) => head.cells.every((cell, column) => cells[column] === cell));
}

export {
  HEADS,
  headOf
};
