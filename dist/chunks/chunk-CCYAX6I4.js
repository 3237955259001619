import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  textTable
} from "./chunk-URNUVPV7.js";
import {
  CleanupJournal,
  JOURNAL_STATE,
  ManifestCache,
  REPOSITORIES_STATE,
  amount,
  cleanupJournalPath,
  counted,
  freedOf,
  going,
  headline,
  lookAgain,
  openCacheStore,
  openServices,
  outcomeWords,
  parseInputs,
  remainder,
  remains,
  stayReasons,
  staying,
  tagOnly,
  takeInventory,
  warnOf,
  warnOfRemainder,
  warnOfUnsupported
} from "./chunk-6SKOUH5T.js";
import {
  checkOwnReceipt,
  resolveReceipt
} from "./chunk-FKA4GPVW.js";
import {
  BudgetSpent
} from "./chunk-XVK3NXXF.js";
import {
  noProgress
} from "./chunk-2VKUB6JG.js";
import {
  HEADS
} from "./chunk-SV6R6RAU.js";
import {
  Graph,
  contentsOf
} from "./chunk-BIXKFTLX.js";
import {
  joined
} from "./chunk-AEMEIGJB.js";
import {
  atOnce
} from "./chunk-EOUI6E6D.js";
import {
  manifestsIn
} from "./chunk-M4TK4L4R.js";
import {
  readOrigin
} from "./chunk-PZLRRKXN.js";
import {
  documentSources
} from "./chunk-INPAMFGY.js";
import {
  kindOf,
  secretsOf
} from "./chunk-SEJ6WIJR.js";
import {
  parseRepository
} from "./chunk-ZNDI3WQU.js";
import {
  formatBytes
} from "./chunk-5XXXVB74.js";
import {
  printable
} from "./chunk-HNYI7RT3.js";
import {
  code,
  folded,
  plain,
  table
} from "./chunk-TIJULC24.js";
import {
  hexOf,
  shortDigest
} from "./chunk-EZQO47NV.js";
import {
  CancelledError,
  UserError,
  isUserError,
  messageOf,
  messagesOf,
  reworded,
  userErrorsOf
} from "./chunk-GTGSVCFP.js";

// actions/cleanup/main.ts
import { randomUUID } from "node:crypto";

// actions/report/cleanup.ts
var MANY_ROWS = 20;
var MOST_ROWS = 500;
function cleanupSummary(report, hint) {
  return [
    headSection(report, hint),
    failureSection(report),
    ...report.repositories.flatMap((repository) => [goingSection(repository), stayingSection(repository)])
  ].filter((section2) => section2 !== void 0);
}
function headSection(report, hint) {
  const { repositories } = report;
  const rows = repositories.map((repository) => [code(repository.repository), ...repositoryRow(repository)]);
  const parts = [
    `## ${plain(headline(report))}`,
    hint === void 0 ? "" : plain(hint),
    rows.length === 0 ? "" : table(["Repository", "Outcome", "Goes", "Kept", "Stays", "Freed", "Requests"], rows)
  ];
  return { markdown: parts.filter(Boolean).join("\n\n"), importance: 1 };
}
function repositoryRow(repository) {
  const goes = going(repository);
  const kept = repository.outcome === "planned" ? 0 : goes.filter(remains).length;
  return [
    OUTCOMES[repository.outcome],
    String(goes.length),
    String(kept),
    String(staying(repository).length),
    formatBytes(repository.freed),
    String(repository.requests)
  ];
}
var OUTCOMES = {
  planned: "planned",
  done: "done",
  partial: "stopped; a later run goes on",
  failed: "**failed**"
};
function failureSection({ repositories }) {
  const lines = repositories.flatMap((repository) => {
    if (repository.error === void 0) return [];
    const left = remainder(repository);
    const standing = left === "" ? "" : ` Still there: ${left}.`;
    return [`- ${code(repository.repository)}: ${plain(repository.error)}${standing}`];
  });
  if (lines.length === 0) return void 0;
  const failed2 = repositories.some(({ outcome }) => outcome === "failed");
  const title = failed2 ? "What failed" : "Why it stopped before the end";
  return { markdown: `### ${title}

${lines.join("\n")}`, importance: 1 };
}
function goingSection(repository) {
  const goes = going(repository);
  if (goes.length === 0) return void 0;
  const planned = goes.every(({ outcome }) => outcome === void 0);
  const head = ["Digest", "Tags", "Why", "Size", ...planned ? [] : ["Outcome"]];
  const rows = goes.slice(0, MOST_ROWS).map((entry) => goingRow(entry, planned));
  const more = goes.length > MOST_ROWS ? `

_${goes.length - MOST_ROWS} more are in the log._` : "";
  const body = `${table(head, rows)}${more}`;
  const title = `What ${planned ? "would go" : "goes"} from ${code(repository.repository)}`;
  return section(title, counted(goes.length, "manifest"), { body, rows: goes.length, importance: 3 });
}
function goingRow(entry, planned) {
  const cells = [
    code(shortDigest(entry.digest)),
    entry.tags.map(code).join(", ") || "\u2013",
    plain(entry.reason),
    entry.bytes === void 0 ? "\u2013" : formatBytes(entry.bytes)
  ];
  return planned ? cells : [...cells, plain(outcomeWords(entry)) || "\u2013"];
}
function stayingSection(repository) {
  const reasons = stayReasons(repository);
  if (reasons.length === 0) return void 0;
  const rows = reasons.map(({ reason, count }) => [plain(reason), String(count)]);
  return section(`What stays in ${code(repository.repository)}`, counted(rows.length, "reason"), {
    body: table(["Why", "Manifests"], rows),
    rows: rows.length,
    importance: 4
  });
}
function section(title, summary, { body, rows, importance }) {
  const shown = rows > MANY_ROWS ? folded(summary, body) : body;
  return { markdown: `### ${title}

${shown}`, importance };
}

// actions/report/cleanup-text.ts
function repositoryText(repository, stays2) {
  return [
    titleOf(repository),
    goingText(repository),
    stays2 === "each" ? stayingText(repository) : countedText(repository),
    costText(repository)
  ].filter(Boolean).join("\n\n");
}
function cleanupHeadline(report) {
  return `${headline(report)}.`;
}
function titleOf(repository) {
  const { error } = repository;
  const left = error === void 0 ? "" : remainder(repository);
  const lines = [
    `${repository.repository}: ${OUTCOMES2[repository.outcome]}`,
    ...error === void 0 ? [] : error.split("\n"),
    ...left === "" ? [] : [`Still there: ${left}`]
  ];
  return lines.map(printable).join("\n");
}
var OUTCOMES2 = {
  planned: "this would go, and this would stay",
  done: "cleaned up",
  partial: "stopped before the end, a later run goes on",
  failed: "FAILED"
};
function goingText(repository) {
  const goes = going(repository);
  if (goes.length === 0) return "Nothing goes.";
  const planned = goes.every(({ outcome }) => outcome === void 0);
  const head = [...HEADS.goes.cells, ...planned ? [] : ["Outcome"]];
  return textTable(
    head,
    goes.map((entry) => [...cellsOf(entry), ...planned ? [] : [outcomeWords(entry)]])
  );
}
function stayingText(repository) {
  const stays2 = staying(repository);
  if (stays2.length === 0) return "";
  return textTable(
    HEADS.stays.cells,
    stays2.map((entry) => cellsOf(entry).slice(0, 4))
  );
}
function cellsOf({ digest, tags, reason, bytes, requests }) {
  const size = bytes === void 0 ? "\u2013" : formatBytes(bytes);
  return [shortDigest(digest), tags.join(", ") || "\u2013", reason, size, String(requests)];
}
function countedText(repository) {
  const reasons = stayReasons(repository);
  if (reasons.length === 0) return "";
  return textTable(
    HEADS.staysCounted.cells,
    reasons.map(({ reason, count }) => [String(count), reason])
  );
}
function costText(repository) {
  if (going(repository).length === 0) return "";
  const size = repository.freed > 0 ? `, ${formatBytes(repository.freed)}` : "";
  return `${amount(repository)}${size}, ${counted(repository.requests, "request")}.`;
}

// actions/cleanup/choice/gate.ts
function closedBecause(event, options) {
  const { kind, name, onDefaultBranch } = readOrigin(event);
  if (kind === "tag") return `this run is for the tag ${name}, and after a version tag nothing is removed`;
  if (!options.receipt) return void 0;
  if (kind === "pull") return "this run is for a pull request, whose merge replaces nothing";
  if (onDefaultBranch || options.anyBranch) return void 0;
  return `${name || "this run\u2019s ref"} is not the default branch; "any-branch" cleans up after others too`;
}

// actions/cleanup/choice/retention.ts
var HOUR = 36e5;
var DAY = 24 * HOUR;
function chooseRetention(inventory, rules, now) {
  const names = Map.groupBy(inventory.roots, ({ digest }) => digest);
  const listedTags = (digest) => (names.get(digest) ?? []).map(({ name }) => name);
  const versions = newestFirst(inventory.versions).map((version) => {
    const tags = listedTags(version.digest);
    const selected = tags.filter((tag) => rules.named(tag) && !rules.excluded(tag));
    return { digest: version.digest, changed: changedAt(version), tags, selected };
  });
  const referring = new Set(inventory.fallbacks.map(({ digest }) => digest));
  const tagged = versions.filter(({ tags }) => tags.length > 0);
  const untagged = versions.filter(({ digest, tags }) => tags.length === 0 && !referring.has(digest));
  return merged(judgeTagged(tagged, rules, now), judgeUntagged(untagged, rules, now));
}
function merged(tagged, untagged) {
  return { ...tagged, orphans: untagged.orphans, stays: [...tagged.stays, ...untagged.stays] };
}
function changedAt({ created, updated }) {
  const known = [created, updated].filter((time) => time !== void 0 && Number.isFinite(time));
  return known.length === 0 ? void 0 : Math.max(...known);
}
function newestFirst(versions) {
  const time = (version) => changedAt(version) ?? Number.NEGATIVE_INFINITY;
  return versions.toSorted((a, b) => time(a) === time(b) ? 0 : time(b) - time(a));
}
function judgeTagged(versions, rules, now) {
  const verdicts = { tops: [], untags: [], orphans: [], stays: [] };
  let rank = 0;
  for (const version of versions) {
    const { digest, tags, selected, changed } = version;
    if (selected.length > 0 && changed !== void 0) rank++;
    const spared = sparedBecause(version, rank, rules, now);
    const reason = spared ?? goesBecause(version, rules, now);
    if (spared !== void 0) verdicts.stays.push({ digest, reason });
    else if (selected.length === tags.length) verdicts.tops.push({ digest, reason, tags: selected });
    else verdicts.untags.push(...selected.map((tag) => ({ digest, tag, reason })));
  }
  holdBack(versions.length, rules.keepAtLeast, verdicts);
  return verdicts;
}
function sparedBecause(version, rank, rules, now) {
  const { keepNTagged, olderThan } = rules;
  const { changed } = version;
  if (!rules.tagged) return "has a tag, and no rule takes tags";
  if (version.selected.length === 0)
    return version.tags.some(rules.excluded) ? 'excluded by "exclude-tags"' : 'not named by "tags"';
  if (changed === void 0 && (keepNTagged !== void 0 || olderThan !== void 0))
    return "its registry tells no date to judge by";
  if (keepNTagged !== void 0 && rank <= keepNTagged) return `among the newest ${keepNTagged}`;
  if (olderThan !== void 0 && now - (changed ?? now) < olderThan)
    return `changed less than ${spoken(olderThan)} ago`;
  return void 0;
}
function goesBecause({ changed }, { keepNTagged, olderThan }, now) {
  const reasons = [
    ...keepNTagged === void 0 ? [] : [`not among the newest ${keepNTagged}`],
    ...olderThan === void 0 ? [] : [`unchanged for ${spoken(now - (changed ?? now))}`]
  ];
  return reasons.join(", ") || 'named by "tags"';
}
function judgeUntagged(versions, { untagged }, now) {
  const verdicts = { tops: [], untags: [], orphans: [], stays: [] };
  for (const { digest, changed } of versions) {
    const stays2 = (reason) => verdicts.stays.push({ digest, reason });
    if (untagged === void 0) stays2('no tag, and "untagged" is not set');
    else if (changed === void 0) stays2("no tag, and its registry tells no date to judge by");
    else if (now - changed < untagged) stays2(`no tag, but changed less than ${spoken(untagged)} ago`);
    else verdicts.orphans.push({ digest, reason: `no tag for ${spoken(now - changed)}` });
  }
  return verdicts;
}
function holdBack(tagged, keepAtLeast, { tops, stays: stays2 }) {
  const lacking = keepAtLeast - (tagged - tops.length);
  if (lacking <= 0) return;
  const reason = `"keep-at-least" keeps the newest ${keepAtLeast}`;
  stays2.push(...tops.splice(0, lacking).map(({ digest }) => ({ digest, reason })));
}
function spoken(milliseconds) {
  const days = Math.floor(milliseconds / DAY);
  if (days >= 2) return `${days} days`;
  const hours = Math.floor(milliseconds / HOUR);
  return hours === 1 ? "1 hour" : `${hours} hours`;
}

// actions/cleanup/choice/superseded.ts
function supersededTasks(receipt) {
  const published = receipt.images.filter(({ outcome }) => outcome === "published");
  const entries = published.flatMap(({ repositories: repositories2 }) => repositories2);
  const repositories = new Set(entries.map(({ repository }) => repository));
  return [...repositories].flatMap((repository) => {
    const own = entries.filter((entry) => entry.repository === repository);
    const tops = distinct(own.flatMap(({ superseded }) => superseded.map(leftBehind)));
    if (tops.length === 0) return [];
    const tags = own.flatMap(
      (entry) => entry.tags.flatMap(({ name, after }) => after === null ? [] : [{ name, digest: after }])
    );
    const here = receipt.images.filter(
      (image) => image.repositories.some((each) => each.repository === repository)
    );
    const needed = here.flatMap(neededBy);
    return [
      {
        repository,
        choose: () => ({ tops, untags: [], orphans: [], stays: [] }),
        given: { tags, needed }
      }
    ];
  });
}
function neededBy({ name, digest, platforms }) {
  const digests = [...digest === null ? [] : [digest], ...platforms.map((platform) => platform.digest)];
  return digests.map((needed) => ({ digest: needed, name: `${name} as this run built it` }));
}
function leftBehind({ tag, digest }) {
  return { digest, tags: [], reason: `left ${tag}` };
}
function distinct(candidates) {
  return [...new Map(candidates.toReversed().map((each) => [each.digest, each])).values()].toReversed();
}

// actions/cleanup/choice/tasks.ts
async function findTasks(runner, inputs) {
  const { receipt, images, anyBranch } = inputs;
  if (receipt === "" && images.length === 0)
    return { tasks: [], note: "Nothing to clean up: there is neither a receipt nor a list of images." };
  const closed = closedBecause(runner.event, { receipt: receipt !== "", anyBranch });
  if (closed !== void 0) return { tasks: [], note: `Nothing is cleaned up: ${closed}.` };
  return receipt === "" ? retention(runner, inputs) : leftBehind2(runner, receipt);
}
async function leftBehind2(runner, name) {
  const receipt = await resolveReceipt(name, documentSources(runner));
  checkOwnReceipt(receipt, runner.event.repository);
  const tasks = supersededTasks(receipt);
  if (tasks.length > 0) return { tasks, receipt };
  return { tasks, note: "Nothing to clean up: no tag of this run left anything behind." };
}
function retention(runner, { images, rules, access }) {
  const now = runner.clock.now();
  const blind = images.filter((image) => kindOf(access, parseRepository(image).host) !== "ghcr");
  for (const image of rules.untagged === void 0 ? [] : blind)
    runner.log.warn(`"untagged" finds nothing in ${image}: its registry lists no manifest without a tag.`);
  const tasks = images.map(
    (repository) => ({
      repository,
      choose: (inventory) => chooseRetention(inventory, rules, now)
    })
  );
  if (rules.tagged || rules.untagged !== void 0) return { tasks };
  return {
    tasks,
    note: 'Without a rule nothing goes: set "tags", "keep-n-tagged", "older-than" or "untagged".'
  };
}

// actions/cleanup/outputs.ts
var MOST = 1e3;
function cleanupOutputs(report) {
  const done = report.repositories.filter(({ outcome }) => outcome !== "planned");
  const deleted = done.flatMap(
    (repository) => going(repository).filter(({ outcome }) => outcome === "deleted").map(referencesIn(repository))
  );
  const kept = done.flatMap((repository) => {
    const reference = referencesIn(repository);
    return going(repository).filter(remains).map((entry) => ({ reference: reference(entry), reason: outcomeWords(entry) || "not reached" }));
  });
  return {
    deleted: JSON.stringify(deleted.slice(0, MOST)),
    kept: JSON.stringify(kept.slice(0, MOST)),
    report: JSON.stringify(countedReport(report)),
    freed: String(freedOf(done))
  };
}
function countedReport(report) {
  const repositories = report.repositories.map((repository) => {
    const goes = going(repository);
    const entries = goes.slice(0, MOST);
    return { ...repository, entries, more: goes.length - entries.length, stays: stayReasons(repository) };
  });
  return { ...report, repositories };
}
function referencesIn(repository) {
  const isTag = tagOnly(repository);
  const { repository: name } = repository;
  return (entry) => `${name}${isTag(entry) ? `:${entry.tags.join(", ")}` : ""}@${entry.digest}`;
}

// actions/cleanup/deletion/delete.ts
var OUTCOMES3 = {
  done: "deleted",
  absent: "absent",
  changed: "changed",
  kept: "kept",
  unsupported: "unsupported"
};
async function executePlan({ repository, steps }, means) {
  const executed = { deleted: [] };
  const byDigest = new Map(steps.flatMap((step) => step.untag ? [] : [[step.version.digest, step.entry]]));
  for (const [number, step] of steps.entries()) {
    means.progress(`Deleting from ${repository}`, number, steps.length);
    if (means.signal.aborted) executed.stopped ??= new CancelledError();
    if (executed.stopped === void 0 && step.after.length === 0) reserveTree(steps, number, means, executed);
    if (executed.stopped !== void 0) step.entry.outcome = "unreached";
    else if (!blocked(step, byDigest)) await take(step, means, executed);
  }
  means.progress(`Deleting from ${repository}`, steps.length, steps.length);
  return executed;
}
function reserveTree(steps, first, means, executed) {
  const end = steps.findIndex(({ after }, number) => number > first && after.length === 0);
  const tree = steps.slice(first, end < 0 ? void 0 : end);
  try {
    means.reserve(tree.reduce((sum, { entry }) => sum + entry.requests, 0));
  } catch (error) {
    executed.stopped = error;
  }
}
function blocked({ entry, after }, entries) {
  const holder = after.find((digest) => {
    const outcome = entries.get(digest)?.outcome;
    return entries.has(digest) && outcome !== "deleted" && outcome !== "absent";
  });
  if (holder === void 0) return false;
  entry.outcome = "kept";
  entry.detail = `${shortDigest(holder)}, to which it belongs, is still there`;
  return true;
}
async function take(step, means, executed) {
  const { entry, version, untag } = step;
  try {
    const outcome = untag === void 0 ? await remove(step, means, executed) : await means.package.untag(untag, version.digest);
    entry.outcome = untag !== void 0 && outcome.outcome === "done" ? "untagged" : OUTCOMES3[outcome.outcome];
    if ("reason" in outcome) entry.detail = outcome.reason;
  } catch (error) {
    entry.outcome = "unreached";
    executed.stopped = error;
  }
}
async function remove({ version }, means, executed) {
  const manifest = await means.keep(version.digest);
  const deleted = { digest: version.digest, tags: version.tags, ...manifest ? { manifest } : {} };
  means.note(deleted);
  executed.deleted.push(deleted);
  return means.package.remove(version);
}

// actions/cleanup/plan/freed.ts
function blobsOf(going2, { graph, blobsAt }) {
  const used = new Set([...graph.reached.keys()].flatMap((digest) => [...blobsAt(digest)?.keys() ?? []]));
  const known = [...going2].flatMap((digest) => {
    const blobs = blobsAt(digest);
    return blobs ? [[digest, new Map([...blobs].filter(([blob]) => !used.has(blob)))]] : [];
  });
  return new Map(known);
}
function freedBy(entries, blobs) {
  const unknown = entries.filter(({ digest }) => !blobs.has(digest));
  const freed = new Map(entries.flatMap(({ digest }) => [...blobs.get(digest) ?? []]));
  return [...unknown.map(({ bytes = 0 }) => bytes), ...freed.values()].reduce((sum, size) => sum + size, 0);
}
function sizeOf(blobs) {
  if (!blobs || blobs.size === 0) return void 0;
  return [...blobs.values()].reduce((sum, size) => sum + size, 0);
}

// actions/cleanup/plan/order.ts
var PARTS = ["top", "referrer", "child"];
function inOrder(going2) {
  const beneath = /* @__PURE__ */ new Map();
  for (const each of going2.values())
    for (const above of each.after) beneath.set(above, [...beneath.get(above) ?? [], each]);
  const ordered = /* @__PURE__ */ new Set();
  const enter2 = (each) => {
    const waits = [...each.after].some((above) => {
      const entry = going2.get(above);
      return entry !== void 0 && !ordered.has(entry);
    });
    if (waits || ordered.has(each)) return;
    ordered.add(each);
    const next = (beneath.get(each.digest) ?? []).toSorted(
      (a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part)
    );
    for (const below of next) enter2(below);
  };
  for (const each of going2.values()) enter2(each);
  return [...ordered];
}

// actions/cleanup/plan/staying.ts
function stayingEntries(facts, gone) {
  const { inventory, candidates, graph, kind, blobsAt } = facts;
  const ruled = new Map(candidates.stays.map(({ digest, reason }) => [digest, reason]));
  const asked = new Set([...candidates.tops, ...candidates.orphans].map(({ digest }) => digest));
  const untagged = kind === "ghcr" ? new Set(candidates.untags.map(({ digest }) => digest)) : /* @__PURE__ */ new Set();
  const listed = inventory.versions.filter(({ digest }) => !gone.has(digest));
  const unlisted = [...asked].filter((digest) => !inventory.at(digest) && graph.has(digest));
  return [
    ...listed.map((version) => {
      const { digest, tags } = version;
      const kept = tags.length > 0 && !asked.has(digest);
      const reason = untagged.has(digest) ? "has other tags, and GitHub can\u2019t take single ones away" : (kept ? ruled.get(digest) : void 0) ?? keptBy(version, facts) ?? ruled.get(digest);
      const bytes = sizeOf(blobsAt(digest)) ?? version.bytes;
      return stays({ digest, tags, bytes, reason: reason ?? "nothing asked for it to go" });
    }),
    ...unlisted.map(
      (digest) => stays({
        digest,
        tags: [],
        bytes: sizeOf(blobsAt(digest)),
        reason: `needed by ${graph.nameOf(digest)}`
      })
    )
  ];
}
function keptBy({ digest, tags }, { graph }) {
  const name = graph.nameOf(digest);
  if (name === void 0) return void 0;
  return tags.includes(name) ? `tagged ${name}` : `needed by ${name}`;
}
function stays(known) {
  const { digest, tags, reason, bytes } = known;
  return {
    digest,
    tags: [...tags],
    verdict: "stays",
    reason,
    ...bytes === void 0 ? {} : { bytes },
    requests: 0
  };
}

// actions/cleanup/plan/plan.ts
var UNTAGGING = 4;
function planRepository(facts) {
  const { repository, going: going2 } = facts;
  const steps = [...removals(facts), ...untaggings(facts)];
  const gone = new Set(steps.filter(({ untag }) => untag === void 0).map(({ version }) => version.digest));
  return {
    repository,
    steps,
    staying: stayingEntries(facts, gone),
    blobs: blobsOf(going2.keys(), facts)
  };
}
function removals({ going: going2, inventory, kind, listsUntagged, blobsAt }) {
  return inOrder(going2).flatMap(({ digest, reason, after }) => {
    const unlisted = listsUntagged ? void 0 : { id: digest, digest, tags: [] };
    const version = inventory.at(digest) ?? unlisted;
    if (!version) return [];
    const bytes = sizeOf(blobsAt(digest)) ?? (after.size === 0 ? void 0 : version.bytes);
    const entry = {
      digest,
      tags: [...version.tags],
      verdict: "goes",
      reason,
      ...bytes === void 0 ? {} : { bytes },
      requests: costOf(kind, version)
    };
    return [{ entry, version, after: [...after] }];
  });
}
function untaggings({ candidates, inventory, kind }) {
  if (kind === "ghcr") return [];
  return candidates.untags.flatMap(({ digest, tag, reason }) => {
    const version = inventory.at(digest);
    if (!version) return [];
    const entry = {
      digest,
      tags: [tag],
      verdict: "goes",
      reason,
      requests: kind === "oci" ? UNTAGGING : 2
    };
    return [{ entry, version, untag: tag, after: [] }];
  });
}
function costOf(kind, { tags }) {
  if (kind === "ghcr") return 2;
  return kind === "dockerhub" ? 2 * tags.length + 1 : tags.length + 2;
}
function reportOf({ repository, steps, staying: staying2, blobs }, outcome, error) {
  const entries = steps.map(({ entry }) => entry);
  const counted2 = outcome === "planned" ? entries : entries.filter((entry) => entry.outcome === "deleted");
  return {
    repository,
    outcome,
    ...error === void 0 ? {} : { error },
    entries: [...entries, ...staying2],
    requests: entries.reduce((sum, { requests }) => sum + requests, 0),
    freed: freedBy(counted2, blobs)
  };
}

// actions/cleanup/plan/going.ts
var AT_ONCE = 4;
async function gather(candidates, ground) {
  const tops = await settled(candidates.tops, ground);
  if (candidates.orphans.length === 0) return tops;
  await keepUnfinished(candidates.orphans, tops, ground);
  return settled([...candidates.tops, ...candidates.orphans], ground);
}
async function keepUnfinished(orphans, going2, { inventory, graph }) {
  const old = new Set(orphans.map(({ digest }) => digest));
  const young = inventory.versions.filter(
    ({ digest, tags }) => tags.length === 0 && !old.has(digest) && !going2.has(digest) && !graph.has(digest)
  );
  const name = "a push that may not be finished";
  await graph.add(
    young.map(({ digest }) => ({ digest, name })),
    { optional: true }
  );
}
async function settled(starts, ground) {
  const { graph } = ground;
  for (; ; ) {
    const going2 = await collect(starts, ground);
    const belonging = [...going2.values()].flatMap(({ digest, contents }) => {
      const name = contents?.subject && graph.nameOf(contents.subject);
      return name === void 0 ? [] : [{ digest, name }];
    });
    if (belonging.length === 0) return going2;
    await graph.add(belonging);
  }
}
async function collect(starts, ground) {
  const going2 = /* @__PURE__ */ new Map();
  const steps = starts.map(({ digest, reason }) => ({ digest, reason, part: "top", index: true }));
  for (let wave = steps; wave.length > 0; )
    wave = (await atOnce(AT_ONCE, wave, (step) => enter(step, going2, ground))).flat();
  return going2;
}
async function enter(step, going2, ground) {
  const { digest, reason, part, parent } = step;
  if (ground.graph.has(digest)) return [];
  const known = going2.get(digest);
  const entry = known ?? { digest, reason, part, after: /* @__PURE__ */ new Set() };
  going2.set(digest, entry);
  if (parent !== void 0 && !precedes(digest, parent, going2)) entry.after.add(parent);
  if (known) return [];
  const contents = await contentsFor(step, ground);
  if (contents) entry.contents = contents;
  const name = ground.inventory.at(digest)?.tags[0] ?? shortDigest(digest);
  const children = contents?.children ?? [];
  return [
    ...children.map(
      (child) => ({ ...child, reason: `child of ${name}`, part: "child", parent: digest })
    ),
    ...await referrersOf(digest, name, ground)
  ];
}
async function contentsFor({ digest, index }, { read, cache }) {
  const manifest = index ? await read(digest) : cache.at(digest);
  return manifest && contentsOf(manifest);
}
async function referrersOf(digest, name, ground) {
  const fallbacks = ground.inventory.fallbacks.filter(({ subject }) => subject === digest);
  const others = await ground.referrers(digest);
  const digests = /* @__PURE__ */ new Set([...fallbacks.map((fallback) => fallback.digest), ...others]);
  const reason = `belongs to ${name}`;
  return [...digests].map((found) => ({
    digest: found,
    reason,
    part: "referrer",
    parent: digest,
    index: true
  }));
}
function precedes(earlier, later, going2) {
  const seen = /* @__PURE__ */ new Set();
  const search = (digest) => {
    if (digest === earlier) return true;
    if (seen.has(digest)) return false;
    seen.add(digest);
    return [...going2.get(digest)?.after ?? []].some(search);
  };
  return search(later);
}

// actions/cleanup/plan/prepare.ts
async function prepare(site) {
  const { task, cleanup, client, package: source } = site;
  const { clock, signal, budget, cache, progress } = cleanup;
  const { tags: given = [], needed = [] } = task.given ?? {};
  const before = budget.spent;
  const inventory = await takeInventory(source, client, { clock, signal, given });
  const listing = budget.spent - before;
  const candidates = task.choose(inventory);
  const roots = remaining(inventory, candidates);
  const what = `Reading what tags hold in ${task.repository}`;
  const read = telling(cache.reader(client), roots, (done, total) => progress(what, done, total));
  const graph = new Graph({ read, fallbacks: inventory.fallbacks });
  await graph.add(roots);
  await graph.keep(needed);
  const referrers = (digest) => referrersOf2(digest, source, client);
  const going2 = await gather(candidates, { inventory, graph, cache, read, referrers });
  cache.keep(graph.reached.keys());
  const plan = planRepository({
    repository: task.repository,
    kind: source.kind,
    listsUntagged: source.listsUntagged,
    inventory,
    graph,
    candidates,
    going: going2,
    blobsAt: (digest) => {
      const manifest = cache.at(digest);
      return manifest && contentsOf(manifest)?.blobs;
    }
  });
  return {
    plan,
    known: new Set(roots.map(({ digest }) => digest)),
    tags: roots.map(({ name }) => name),
    listing
  };
}
function telling(read, roots, tell2) {
  const waiting = new Set(roots.map(({ digest }) => digest));
  const total = waiting.size;
  return async (digest) => {
    const manifest = await read(digest);
    if (waiting.delete(digest)) tell2(total - waiting.size, total);
    return manifest;
  };
}
function remaining({ roots }, { tops, untags }) {
  const key = (digest, tag) => `${hexOf(digest)} ${tag}`;
  const asked = /* @__PURE__ */ new Set([
    ...tops.flatMap(({ digest, tags }) => tags.map((tag) => key(digest, tag))),
    ...untags.map(({ digest, tag }) => key(digest, tag))
  ]);
  return roots.filter(({ digest, name }) => !asked.has(key(digest, name)));
}
async function referrersOf2(digest, { kind }, client) {
  if (kind === "ghcr") return [];
  return (await client.referrers(digest)).map((found) => found.digest);
}

// actions/cleanup/repository.ts
async function cleanRepository(task, cleanup) {
  const repository = parseRepository(task.repository);
  const source = cleanup.packages.open(repository);
  const rights = cleanup.options.dryRun ? "pull" : source.kind === "ghcr" ? "push" : "delete";
  const client = cleanup.registries.open(repository, rights);
  const site = { task, cleanup, package: source, client };
  try {
    const prepared = await prepare(site);
    return await carryOut(prepared, site);
  } catch (error) {
    return unread(site, error);
  }
}
function unread({ task, cleanup }, thrown) {
  const error = causeOf(thrown, cleanup);
  const empty = { repository: task.repository, steps: [], staying: [], blobs: /* @__PURE__ */ new Map() };
  if (error instanceof CancelledError) return { cleaned: reportOf(empty, "partial"), error };
  if (!(error instanceof BudgetSpent)) return failed(empty, error);
  cleanup.log.warn(`Nothing was deleted from ${task.repository}: ${error}`);
  return { cleaned: reportOf(empty, "partial", error.message) };
}
function failed(plan, error) {
  return { cleaned: reportOf(plan, "failed", messageOf(error)), error: named(plan.repository, error) };
}
function causeOf(error, { signal }) {
  return signal.aborted && !(error instanceof CancelledError) ? new CancelledError() : error;
}
function named(repository, error) {
  if (!isUserError(error) || messageOf(error).includes(repository)) return error;
  return joined(userErrorsOf(error).map((each) => reworded(each, `${repository}: ${each.message}`)));
}
async function carryOut(prepared, site) {
  const { plan } = prepared;
  const { options, approve } = site.cleanup;
  if (plan.steps.length > options.maxDeletes) return tooMany(plan, options.maxDeletes);
  if (options.dryRun) return { cleaned: reportOf(plan, "planned") };
  if (plan.steps.length === 0) return { cleaned: reportOf(plan, "done") };
  if (approve && !await approve(reportOf(plan, "planned"))) return { cleaned: reportOf(plan, "planned") };
  return deleteAll(prepared, site);
}
function tooMany(plan, most) {
  return failed(
    plan,
    new UserError(
      "IMG5403",
      `The plan for ${plan.repository} has ${plan.steps.length} deletions, more than ${most}.`,
      {
        hint: 'Nothing was deleted. If the plan is right, set "max-deletes" to more.'
      }
    )
  );
}
async function deleteAll(prepared, site) {
  const { plan, known, listing } = prepared;
  const { cleanup, package: source, client } = site;
  const { cache, signal, progress, budget, journal } = cleanup;
  budget.hold(listing);
  journal.begun(plan.repository, known);
  const read = cache.reader(client);
  const executed = await executePlan(plan, {
    package: source,
    keep: async (digest) => source.kind === "ghcr" ? cache.at(digest) : read(digest),
    note: (deleted) => journal.deleting(plan.repository, deleted),
    // By the distribution protocol alone nothing is counted.
    reserve: (requests) => source.kind === "oci" ? void 0 : budget.reserve(requests),
    signal,
    progress
  });
  budget.release();
  try {
    const missing = executed.deleted.length > 0 ? await secondLook(prepared, executed, site) : [];
    journal.looked(plan.repository);
    if (missing.length > 0) return failed(plan, goneWith(missing, plan));
  } catch (thrown) {
    const error = causeOf(thrown, cleanup);
    if (error instanceof CancelledError) return { cleaned: reportOf(plan, "partial"), error };
    return failed(plan, error);
  }
  return resultOf(plan, executed, cleanup);
}
async function secondLook(prepared, executed, site) {
  const { plan, known, tags } = prepared;
  const { cleanup, package: source, client } = site;
  const { cache, clock, signal, budget } = cleanup;
  const look = { package: source, client, cache, clock, signal, tags };
  const { restored, missing } = await budget.lift(() => lookAgain(executed.deleted, known, look));
  for (const { entry } of plan.steps) if (restored.includes(entry.digest)) entry.outcome = "restored";
  return missing;
}
function goneWith(tags, { repository }) {
  return new UserError(
    "IMG5405",
    `Since its list was read, tags of ${repository} have gone: ${tags.join(", ")}.`,
    {
      hint: "If nobody removed them, they were moved onto what was just being deleted: push them again."
    }
  );
}
function resultOf(plan, executed, cleanup) {
  if (executed.stopped === void 0) return { cleaned: reportOf(plan, "done") };
  const stopped = causeOf(executed.stopped, cleanup);
  if (stopped instanceof CancelledError) return { cleaned: reportOf(plan, "partial"), error: stopped };
  if (!(stopped instanceof BudgetSpent)) return failed(plan, stopped);
  const left = plan.steps.filter(({ entry }) => entry.outcome === "unreached").length;
  cleanup.log.warn(`${left} deletions in ${plan.repository} are left: ${stopped}`);
  return { cleaned: reportOf(plan, "partial", stopped.message) };
}

// actions/cleanup/run.ts
async function runCleanup(cleanup) {
  const { clock, options, tasks, signal, journal } = cleanup;
  const created = new Date(clock.now()).toISOString();
  const results = [];
  for (const task of tasks) if (!signal.aborted) results.push(await cleanRepository(task, cleanup));
  if (journal.unfinished().length === 0) journal.remove();
  const repositories = results.map(({ cleaned }) => cleaned);
  const errors = results.flatMap(({ error: error2 }) => error2 === void 0 ? [] : [error2]);
  const error = signal.aborted ? cancelled(joined(errors)) : joined(errors);
  const report = { schema: 1, created, dryRun: options.dryRun, repositories };
  return { report, ...error === void 0 ? {} : { error } };
}
function cancelled(failure) {
  if (failure === void 0) return new CancelledError();
  return isUserError(failure) ? new CancelledError(`Cancelled. ${failure}`) : failure;
}

// actions/cleanup/main.ts
async function cleanUp(runner) {
  const inputs = await parseInputs(runner.inputs, runner.event);
  for (const secret of secretsOf(inputs.access)) runner.mask(secret);
  const { found, report: done, error } = await attempt(runner, inputs);
  const report = error === void 0 ? done : { ...done, errors: messagesOf(error) };
  await tell(runner, report);
  warnOfUnsupported(report, runner.log);
  for (const [name, value] of Object.entries(cleanupOutputs(report))) runner.setOutput(name, value);
  if (found.note !== void 0) runner.log.info(found.note);
  if (report.repositories.length > 0) await runner.summary(cleanupSummary(report, found.note));
  if (error === void 0) return { report };
  if (inputs.onFailure === "fail" || error instanceof CancelledError) return { report, error };
  warnOf(error, runner.log);
  warnOfRemainder(report, runner.log);
  return { report };
}
async function attempt(runner, inputs) {
  const created = new Date(runner.clock.now()).toISOString();
  const nothing = { schema: 1, created, dryRun: inputs.dryRun, repositories: [] };
  let found = { tasks: [] };
  try {
    found = await findTasks(runner, inputs);
    return {
      found,
      ...found.tasks.length === 0 ? { report: nothing } : await perform(runner, inputs, found)
    };
  } catch (error) {
    return { found, report: nothing, error };
  }
}
async function perform(runner, inputs, { tasks, receipt }) {
  const repositories = tasks.map(({ repository }) => repository);
  const store = openCacheStore(runner, repositories);
  const cache = ManifestCache.parse(await store.load());
  for (const manifest of receipt ? manifestsIn(receipt) : []) cache.add(manifest);
  const { close, ...services } = openServices(runner, inputs);
  const { dryRun, maxDeletes } = inputs;
  const journal = new CleanupJournal(cleanupJournalPath(runner.temp, randomUUID()));
  runner.saveState(JOURNAL_STATE, journal.path);
  runner.saveState(REPOSITORIES_STATE, repositories.join("\n"));
  try {
    const cleaned = await runCleanup({
      ...services,
      ...runner,
      progress: runner.progress ?? noProgress,
      tasks,
      cache,
      options: { dryRun, maxDeletes },
      journal,
      ...runner.ask ? { approve: (planned) => askAbout(runner, planned) } : {}
    });
    await keep(cache, store, cleaned);
    return cleaned;
  } finally {
    close();
  }
}
async function keep(cache, store, { report, error }) {
  const wasRead = ({ outcome, entries }) => outcome === "done" || outcome === "planned" || entries.length > 0;
  const whole = error === void 0 && report.repositories.every(wasRead);
  if (cache.grown) await store.save(cache.serialise({ whole }));
}
async function askAbout(runner, planned) {
  const goes = going(planned);
  if (goes.length === 0) return true;
  runner.log.info(repositoryText(planned, "counted"));
  return await runner.ask?.(`Delete this from ${planned.repository}?`) ?? true;
}
async function tell({ log }, report) {
  for (const repository of report.repositories) {
    if (repository.outcome === "planned" && !report.dryRun) continue;
    const text = repositoryText(repository, report.dryRun ? "each" : "counted");
    await log.group(`Cleanup of ${repository.repository}`, async () => log.info(text));
  }
  if (report.repositories.length > 0) log.info(cleanupHeadline(report));
}

export {
  cleanUp
};
