import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  textTable
} from "./chunk-URNUVPV7.js";
import {
  durations,
  legTable,
  missingImages,
  moves,
  outcomeOf,
  publishedImages,
  publishedTag
} from "./chunk-XWKZSHT7.js";
import {
  HEADS
} from "./chunk-SV6R6RAU.js";
import "./chunk-ZNDI3WQU.js";
import {
  formatDuration
} from "./chunk-5XXXVB74.js";
import {
  printable
} from "./chunk-HNYI7RT3.js";
import "./chunk-TIJULC24.js";
import {
  shortDigest
} from "./chunk-EZQO47NV.js";
import "./chunk-GTGSVCFP.js";
import "./chunk-TO6V6YKD.js";

// actions/report/terminal.ts
function terminalSummary(report) {
  const paragraphs = [headline(report), tagTable(report), builds(report), failures(report), commands(report)];
  return `${paragraphs.filter(Boolean).join("\n\n")}
`;
}
function headline(report) {
  const { plan, receipt } = report;
  const { total, previous } = durations(report);
  const published = publishedImages(receipt).length;
  const outcome = plan.publish ? `published ${published} of ${plan.images.length}` : `not published: ${plan.reason}`;
  const before = previous === void 0 ? "" : ` (${formatDuration(previous)} the time before)`;
  const names = plan.images.map((image) => image.name).join(", ");
  const what = [names || "Nothing to build", plan.version].filter(Boolean).join(" ");
  return printable(`${what}: ${outcome}, ${formatDuration(total)}${before}`);
}
function tagTable(report) {
  const rows = moves(report).map(({ repository, tag }) => [
    `${repository}:${tag.name}`,
    tag.before ? shortDigest(tag.before) : "\u2013",
    tag.after ? shortDigest(tag.after) : "\u2013",
    outcomeOf(tag)
  ]);
  return rows.length === 0 ? "" : textTable(HEADS.moves.cells, rows);
}
function builds(report) {
  const found = legTable(report);
  return found ? textTable(found.head, found.rows) : "";
}
function failures(report) {
  const errors = new Map(report.receipt.images.map((image) => [image.name, image.error]));
  return [
    ...missingImages(report).flatMap(({ name }) => failure(name, errors.get(name) ?? "not published")),
    ...report.receipt.leftovers.map((reference) => `Left behind without a tag: ${reference}`)
  ].map(printable).join("\n");
}
function failure(name, error) {
  return error.startsWith("- ") ? [`FAILED ${name}:`, ...error.split("\n")] : [`FAILED ${name}: ${error}`];
}
function commands({ receipt }) {
  return publishedImages(receipt).flatMap(
    (image) => image.repositories.map(({ repository }) => {
      const tag = publishedTag(image, repository);
      return printable(`podman pull ${repository}${tag === void 0 ? `@${image.digest}` : `:${tag}`}`);
    })
  ).join("\n");
}
export {
  terminalSummary
};
