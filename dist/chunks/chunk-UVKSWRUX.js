import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  clean,
  cleanLine,
  sectionsOf,
  shortened,
  talliedOf
} from "./chunk-VHIKVFB3.js";
import {
  shortDigest
} from "./chunk-EZQO47NV.js";

// actions/checks/reports/text.ts
var MARKS = { passed: "\u2713", failed: "\u2717", unchecked: "\u2013" };
var MOST = 2e3;
function textOf(verification) {
  const { name, id, platform, file } = verification;
  const head = `${clean(name)} (${shortDigest(id)}, ${platform}) as ${clean(file)} wants it`;
  const sections = sectionsOf(verification).map(sectionText);
  return `${[head, ...sections, talliedOf(verification)].join("\n\n")}
`;
}
function sectionText({ name, results }) {
  return [name, ...results.flatMap(resultLines)].join("\n");
}
function resultLines({ name, status, finding, reason, place }) {
  const line = `  ${MARKS[status]} ${clean(name)}`;
  if (status === "unchecked") return [`${line}: ${clean(reason ?? "not checked")}`];
  if (status === "passed") return [line];
  return [
    `${line} (${clean(place.file)}:${place.line}:${place.column})`,
    ...finding ? findingLines(finding) : []
  ];
}
function findingLines({ expected, actual, hint, log = [] }) {
  const said = (text) => shortened(clean(text), MOST);
  return [
    `      expected: ${said(expected)}`,
    `      actual:   ${said(actual)}`,
    ...hint === void 0 ? [] : [`      hint:     ${said(hint)}`],
    ...log.map(
      (line, index) => `      ${index === 0 ? "log:" : "    "}      | ${shortened(cleanLine(line), MOST)}`
    )
  ];
}

export {
  textOf
};
