import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  HEADS
} from "./chunk-SV6R6RAU.js";
import {
  parseRepository
} from "./chunk-ZNDI3WQU.js";
import {
  formatBytes,
  formatDuration
} from "./chunk-5XXXVB74.js";
import {
  code,
  plain,
  table
} from "./chunk-TIJULC24.js";
import {
  shortDigest
} from "./chunk-EZQO47NV.js";

// actions/report/facts.ts
function legFacts({ plan, records }) {
  const newest = /* @__PURE__ */ new Map();
  for (const record of records) {
    const known = newest.get(record.leg);
    if (!known || known.attempt < record.attempt) newest.set(record.leg, record);
  }
  return plan.legs.map((leg) => {
    const record = newest.get(leg.leg);
    return record ? { leg, record } : { leg };
  });
}
function publishedImages(receipt) {
  return receipt.images.filter((image) => image.outcome === "published");
}
function missingImages({ plan, receipt }) {
  const done = new Set(
    receipt.images.filter((image) => image.outcome !== "failed").map((image) => image.name)
  );
  return plan.images.filter((image) => !done.has(image.name));
}
function publishedTag(image, repository) {
  const tags = image.repositories.find((entry) => entry.repository === repository)?.tags ?? [];
  return tags.find((tag) => image.digest !== null && tag.after === image.digest)?.name;
}
function durations({ plan, receipt, previous, now }) {
  const end = now ?? Date.parse(receipt.created);
  const total = Math.max(0, end - Date.parse(plan.created));
  const merge = receipt.duration;
  return previous?.total === void 0 ? { total, merge } : { total, merge, previous: previous.total };
}
function change(now, before) {
  if (before === 0) return "";
  const percent = Math.round((now / before - 1) * 100);
  return percent === 0 ? "the same" : `${percent > 0 ? "+" : "\u2212"}${Math.abs(percent)} %`;
}

// actions/report/legs.ts
function legTable(report) {
  const facts = legFacts(report);
  if (facts.length === 0) return void 0;
  const rows = facts.flatMap((fact) => legRows(fact).map((row2) => ({ row: row2, verified: verified(fact) })));
  if (rows.every(({ verified: verified2 }) => verified2 === "\u2013"))
    return { head: HEADS.legs.cells, rows: rows.map(({ row: row2 }) => row2) };
  return {
    head: [...HEADS.legs.cells, "Verified"],
    rows: rows.map(({ row: row2, verified: verified2 }) => [...row2, verified2])
  };
}
function legSection(report) {
  const facts = legFacts(report);
  if (facts.length === 0) return void 0;
  const anyVerified = facts.some((fact) => verified(fact) !== "\u2013");
  const rows = facts.map((fact) => [...legCells(fact), ...anyVerified ? [verified(fact)] : []]);
  const head = [...PAGE, ...anyVerified ? ["Verified"] : []];
  return { markdown: `### Builds

${table(head, rows)}`, importance: 4 };
}
var PAGE = ["Image", "Platform", "Digest", "Compressed", "Sent", "Build", "Push", "Cache hits"];
function legCells({ leg, record }) {
  const names = [plain(leg.image), plain(leg.platform)];
  if (!record) return [...names, code("not built"), "\u2013", "\u2013", "\u2013", "\u2013", "\u2013"];
  return [...names, code(shortDigest(record.digest)), compressed(record), sentTo(record), ...times(record)];
}
function sentTo({ repositories }) {
  const lines = repositories.map(
    ({ repository, sent }) => `${formatBytes(sent)} to ${plain(parseRepository(repository).host)}`
  );
  return lines.join("<br>") || "\u2013";
}
function legRows({ leg, record }) {
  if (!record) return [[leg.image, "\u2013", leg.platform, "not built", "\u2013", "\u2013", "\u2013", "\u2013", "\u2013"]];
  const rows = record.repositories.map(({ repository, sent }) => row(record, repository, formatBytes(sent)));
  return rows.length > 0 ? rows : [row(record, "\u2013", "\u2013")];
}
function verified({ record }) {
  const found = record?.verified;
  return found ? `${found.checks} checks in ${formatDuration(found.time)}` : "\u2013";
}
function row(record, repository, sent) {
  const { image, platform, digest } = record;
  return [image, repository, platform, shortDigest(digest), compressed(record), sent, ...times(record)];
}
function compressed({ compressedSize }) {
  return compressedSize === 0 ? "\u2013" : formatBytes(compressedSize);
}
function times({ buildTime, pushTime, cache }) {
  return [formatDuration(buildTime), formatDuration(pushTime), `${cache.hits} of ${cache.steps}`];
}

// actions/report/moves.ts
function moves({ receipt }) {
  return receipt.images.flatMap(
    (image) => image.repositories.flatMap(({ repository, tags }) => tags.map((tag) => ({ repository, tag })))
  );
}
function outcomeOf({ outcome, reason }) {
  const words = {
    created: "new",
    moved: "moved",
    unchanged: "was already there",
    stayed: "stayed",
    restored: "put back",
    untouched: "not touched",
    unknown: "unknown: the registry gave no answer, look before you rerun"
  };
  return reason ? `${words[outcome]} (${reason})` : words[outcome];
}
function moveSection(report) {
  const rows = moves(report).map(({ repository, tag }) => [
    code(`${repository}:${tag.name}`),
    digestCell(tag.before),
    digestCell(tag.after),
    plain(outcomeOf(tag))
  ]);
  if (rows.length === 0) return void 0;
  const parts = ["### Tags", table(HEADS.moves.cells, rows), ...superseded(report)];
  return { markdown: parts.join("\n\n"), importance: 2 };
}
function superseded({ receipt }) {
  const references = receipt.images.flatMap(
    (image) => image.repositories.flatMap(
      ({ repository, superseded: superseded2 }) => superseded2.map(({ tag, digest }) => `- ${code(`${repository}@${digest}`)}, once ${code(tag)}`)
    )
  );
  return references.length === 0 ? [] : ["No tag holds these any more:", references.join("\n")];
}
function digestCell(digest) {
  return digest === null ? "\u2013" : code(shortDigest(digest));
}

export {
  legFacts,
  publishedImages,
  missingImages,
  publishedTag,
  durations,
  change,
  legTable,
  legSection,
  moves,
  outcomeOf,
  moveSection
};
