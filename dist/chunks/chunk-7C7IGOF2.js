import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// actions/report/fit.ts
var LIMIT = 900 * 1024;
function fitSummary(sections, limit = LIMIT) {
  const kept = [...sections];
  while (kept.length > 0 && sizeOf(join(kept, sections)) > limit) kept.splice(leastImportant(kept), 1);
  const text = join(kept, sections);
  return sizeOf(text) > limit ? "" : text;
}
function leastImportant(sections) {
  const largest = Math.max(...sections.map((section) => section.importance));
  return sections.findLastIndex((section) => section.importance === largest);
}
function join(kept, all) {
  const titles = all.filter((section) => !kept.includes(section)).map(titleOf);
  const notice = titles.length === 0 ? [] : [`_Left out, as a summary has its limit: ${listed(titles)}. The log has it all._`];
  return `${[...kept.map((section) => section.markdown), ...notice].join("\n\n")}
`;
}
function listed(titles) {
  const more = titles.length - 5;
  return more > 0 ? `${titles.slice(0, 5).join(", ")} and ${more} more` : titles.join(", ");
}
function titleOf({ markdown }) {
  const first = markdown.trimStart().split("\n", 1)[0] ?? "";
  return first.startsWith("#") ? first.replace(/^#+\s*/, "").slice(0, 80) : "a section without heading";
}
function sizeOf(text) {
  return Buffer.byteLength(text);
}

export {
  fitSummary
};
