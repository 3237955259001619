import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  formatDuration
} from "./chunk-5XXXVB74.js";
import {
  printable
} from "./chunk-HNYI7RT3.js";

// actions/checks/reports/facts.ts
import { stripVTControlCharacters } from "node:util";
function sectionsOf({ results }) {
  const sections = Map.groupBy(results, ({ path }) => String(path[0] ?? "file"));
  return [...sections].map(([name, results2]) => ({ name, results: results2 }));
}
function countsOf(results) {
  const count = (status) => results.filter((each) => each.status === status).length;
  return { passed: count("passed"), failed: count("failed"), unchecked: count("unchecked") };
}
function isPassed({ results }) {
  return results.every(({ status }) => status === "passed");
}
function talliedOf(verification) {
  const { passed, failed, unchecked } = countsOf(verification.results);
  const parts = [
    ...passed > 0 || failed + unchecked === 0 ? [`${passed} passed`] : [],
    ...failed > 0 ? [`${failed} failed`] : [],
    ...unchecked > 0 ? [`${unchecked} unchecked`] : []
  ];
  return `${parts.join(", ")} in ${formatDuration(verification.milliseconds)}`;
}
function clean(text) {
  return printable(stripVTControlCharacters(text));
}
function cleanLine(text) {
  const line = stripVTControlCharacters(text);
  const indent = /^[ \t]*/.exec(line)?.[0].replaceAll("	", "  ") ?? "";
  return `${indent}${printable(line)}`.trimEnd();
}
function shortened(text, most) {
  return text.length > most ? `${text.slice(0, most).toWellFormed()}\u2026` : text;
}

export {
  sectionsOf,
  countsOf,
  isPassed,
  talliedOf,
  clean,
  cleanLine,
  shortened
};
