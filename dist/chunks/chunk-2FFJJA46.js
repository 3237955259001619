import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  printable,
  textTable
} from "./chunk-F52ZMV7L.js";
import {
  JOURNAL_STATE,
  ManifestCache,
  cleanupJournalPath,
  counted,
  freedOf,
  going,
  headline,
  openServices,
  outcomeWords,
  readInputs,
  remainder,
  remains,
  resolveReceipt,
  runCleanup,
  stayReasons,
  staying,
  tagOnly,
  warnOf,
  warnOfRemainder
} from "./chunk-WN2ZEDN2.js";
import {
  noProgress
} from "./chunk-7APBAPNP.js";
import {
  formatBytes
} from "./chunk-5XXXVB74.js";
import {
  code,
  folded,
  plain,
  table
} from "./chunk-6VU5CMNP.js";
import {
  readOrigin
} from "./chunk-PZLRRKXN.js";
import {
  kindOf,
  secretsOf
} from "./chunk-Z4JIA77U.js";
import {
  parseRepository
} from "./chunk-NROQNITU.js";
import {
  CancelledError,
  UserError,
  messageOf
} from "./chunk-CJFIOQJK.js";
import {
  digestOf,
  shortDigest
} from "./chunk-EZQO47NV.js";

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
  const failed = repositories.some(({ outcome }) => outcome === "failed");
  const title = failed ? "What failed" : "Why it stopped before the end";
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
function repositoryText(repository, stays) {
  return [
    titleOf(repository),
    goingText(repository),
    stays === "each" ? stayingText(repository) : countedText(repository),
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
  const head = ["Goes", "Tags", "Why", "Size", "Requests", ...planned ? [] : ["Outcome"]];
  return textTable(
    head,
    goes.map((entry) => [...cellsOf(entry), ...planned ? [] : [outcomeWords(entry)]])
  );
}
function stayingText(repository) {
  const stays = staying(repository);
  if (stays.length === 0) return "";
  return textTable(
    ["Stays", "Tags", "Why", "Size"],
    stays.map((entry) => cellsOf(entry).slice(0, 4))
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
    ["Stays", "Why"],
    reasons.map(({ reason, count }) => [String(count), reason])
  );
}
function costText(repository) {
  const goes = going(repository);
  if (goes.length === 0) return "";
  const size = repository.freed > 0 ? `, ${formatBytes(repository.freed)}` : "";
  return `${counted(goes.length, "manifest")}${size}, ${counted(repository.requests, "request")}.`;
}

// actions/cleanup/cache-store.ts
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
function openCacheStore(context, repositories, service = async () => (await import("./cache-VJXPY64F.js")).cacheService) {
  const { environment, event, log } = context;
  const name = `image-actions-manifests-${nameOf(repositories)}`;
  const home = environment.XDG_CACHE_HOME || join(environment.HOME || homedir(), ".cache");
  const file = join(home, "image-actions", `${name}.json`);
  const hasService = environment.ACTIONS_RUNTIME_TOKEN && (environment.ACTIONS_RESULTS_URL || environment.ACTIONS_CACHE_URL);
  const key = `${name}-${event.runId}-${event.attempt}`;
  const tell2 = (what) => (error) => {
    log.info(`The manifests of earlier runs could not be ${what}: ${messageOf(error)}`);
    return "";
  };
  const restore = async () => hasService && (await service()).restore([file], key, [`${name}-`]);
  const save = async (content) => {
    await write(file, content);
    if (hasService) await (await service()).save([file], key);
  };
  return {
    load: async () => {
      await restore().catch(tell2("loaded, so those are read again that this machine lacks"));
      return read(file).catch(tell2("read, so each is asked for again"));
    },
    save: async (content) => void await save(content).catch(tell2("kept, so the next run reads again"))
  };
}
function nameOf(repositories) {
  const sorted = JSON.stringify([...new Set(repositories)].toSorted());
  return createHash("sha256").update(sorted).digest("hex").slice(0, 12);
}
async function read(file) {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return "";
    throw error;
  }
}
async function write(file, content) {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, content, { mode: 384 });
  await rename(draft, file);
}

// actions/cleanup/outputs.ts
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
    deleted: JSON.stringify(deleted),
    kept: JSON.stringify(kept),
    report: JSON.stringify(countedReport(report)),
    freed: String(freedOf(done))
  };
}
function countedReport(report) {
  const repositories = report.repositories.map((repository) => ({
    ...repository,
    entries: going(repository),
    stays: stayReasons(repository)
  }));
  return { ...report, repositories };
}
function referencesIn(repository) {
  const isTag = tagOnly(repository);
  const { repository: name } = repository;
  return (entry) => `${name}${isTag(entry) ? `:${entry.tags.join(", ")}` : ""}@${entry.digest}`;
}

// actions/cleanup/tasks.ts
import { readFile as readFile2 } from "node:fs/promises";
import { resolve } from "node:path";

// actions/cleanup/gate.ts
function closedBecause(event, options) {
  const { kind, name, onDefaultBranch } = readOrigin(event);
  if (kind === "tag") return `this run is for the tag ${name}, and after a version tag nothing is removed`;
  if (!options.receipt) return void 0;
  if (kind === "pull") return "this run is for a pull request, whose merge replaces nothing";
  if (onDefaultBranch || options.anyBranch) return void 0;
  return `${name || "this run\u2019s ref"} is not the default branch; \u201Cany-branch\u201D cleans up after others too`;
}
function checkOwnReceipt({ repository }, event) {
  if (event.repository === "" || repository.toLowerCase() === event.repository.toLowerCase()) return;
  throw new UserError(
    `The receipt is of ${repository || "no repository on GitHub"}, and this run of ${event.repository}.`,
    { hint: "Pass the output \u201Creceipt\u201D of merge in this workflow run." }
  );
}

// actions/cleanup/policy.ts
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
  if (!rules.tagged) return "no rule is for versions with a tag";
  if (version.selected.length === 0)
    return version.tags.some(rules.excluded) ? "excluded by \u201Cexclude-tags\u201D" : "not named by \u201Ctags\u201D";
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
  return reasons.join(", ") || "named by \u201Ctags\u201D";
}
function judgeUntagged(versions, { untagged }, now) {
  const verdicts = { tops: [], untags: [], orphans: [], stays: [] };
  for (const { digest, changed } of versions) {
    const stays = (reason) => verdicts.stays.push({ digest, reason });
    if (untagged === void 0) stays("no tag, and \u201Cuntagged\u201D is not set");
    else if (changed === void 0) stays("no tag, and its registry tells no date to judge by");
    else if (now - changed < untagged) stays(`no tag, but changed less than ${spoken(untagged)} ago`);
    else verdicts.orphans.push({ digest, reason: `no tag for ${spoken(now - changed)}` });
  }
  return verdicts;
}
function holdBack(tagged, keepAtLeast, { tops, stays }) {
  const lacking = keepAtLeast - (tagged - tops.length);
  if (lacking <= 0) return;
  const reason = `\u201Ckeep-at-least\u201D keeps the newest ${keepAtLeast}`;
  stays.push(...tops.splice(0, lacking).map(({ digest }) => ({ digest, reason })));
}
function spoken(milliseconds) {
  const days = Math.floor(milliseconds / DAY);
  if (days >= 2) return `${days} days`;
  const hours = Math.floor(milliseconds / HOUR);
  return hours === 1 ? "1 hour" : `${hours} hours`;
}

// actions/cleanup/superseded.ts
function supersededTasks(receipt) {
  const published = receipt.images.filter(({ outcome }) => outcome === "published");
  const entries = published.flatMap(
    (image) => image.repositories.map((entry) => ({ ...entry, needed: neededBy(image) }))
  );
  const repositories = new Set(entries.map(({ repository }) => repository));
  return [...repositories].flatMap((repository) => {
    const own = entries.filter((entry) => entry.repository === repository);
    const tops = distinct(own.flatMap(({ superseded }) => superseded.map(leftBehind)));
    if (tops.length === 0) return [];
    const tags = own.flatMap(
      (entry) => entry.tags.flatMap(({ name, after }) => after === null ? [] : [{ name, digest: after }])
    );
    const needed = own.flatMap((entry) => entry.needed);
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
  return digests.map((needed) => ({ digest: needed, name: `${name} as this run published it` }));
}
function leftBehind({ tag, digest }) {
  return { digest, tags: [], reason: `left ${tag}` };
}
function distinct(candidates) {
  return [...new Map(candidates.toReversed().map((each) => [each.digest, each])).values()].toReversed();
}

// actions/cleanup/tasks.ts
async function findWork(runner, inputs) {
  const { receipt, images, anyBranch } = inputs;
  if (receipt === "" && images.length === 0)
    return { tasks: [], note: "Nothing to clean up: there is neither a receipt nor a list of images." };
  const closed = closedBecause(runner.event, { receipt: receipt !== "", anyBranch });
  if (closed !== void 0) return { tasks: [], note: `Nothing is cleaned up: ${closed}.` };
  return receipt === "" ? retention(runner, inputs) : leftBehind2(runner, receipt);
}
async function leftBehind2(runner, name) {
  const receipt = await resolveReceipt(name, {
    // A receipt may well lie outside the checkout, as in RUNNER_TEMP.
    readFile: (path) => readFile2(resolve(runner.event.workspace, path), "utf8"),
    artifact: async (artifact) => (await runner.artifacts()).get(artifact)
  });
  checkOwnReceipt(receipt, runner.event);
  const tasks = supersededTasks(receipt);
  if (tasks.length > 0) return { tasks, receipt };
  return { tasks, note: "Nothing to clean up: no tag of this run left anything behind." };
}
function retention(runner, { images, rules, access }) {
  const now = runner.clock.now();
  const blind = images.filter((image) => kindOf(access, parseRepository(image).host) !== "ghcr");
  for (const image of rules.untagged === void 0 ? [] : blind)
    runner.log.warn(`\u201Cuntagged\u201D finds nothing in ${image}: its registry lists no manifest without a tag.`);
  const tasks = images.map(
    (repository) => ({
      repository,
      choose: (inventory) => chooseRetention(inventory, rules, now)
    })
  );
  if (rules.tagged || rules.untagged !== void 0) return { tasks };
  return {
    tasks,
    note: "Without a rule nothing goes: set \u201Ctags\u201D, \u201Ckeep-n-tagged\u201D, \u201Colder-than\u201D or \u201Cuntagged\u201D."
  };
}

// actions/cleanup/main.ts
async function cleanUp(outer, given = {}) {
  const runner = given.receipt === void 0 ? outer : withReceipt(outer, given.receipt);
  const inputs = await readInputs(runner.inputs, runner.event);
  for (const secret of secretsOf(inputs.access)) runner.mask(secret);
  const { work, report, error } = await attempt(runner, inputs);
  await tell(runner, report);
  for (const [name, value] of Object.entries(cleanupOutputs(report))) runner.setOutput(name, value);
  if (work.note !== void 0) runner.log.info(work.note);
  if (report.repositories.length > 0) await runner.summary(cleanupSummary(report, work.note));
  if (error === void 0) return { report };
  if (inputs.onFailure === "fail" || error instanceof CancelledError) return { report, error };
  warnOf(error, runner.log);
  warnOfRemainder(report, runner.log);
  return { report };
}
function withReceipt(runner, receipt) {
  const text = (name) => name === "receipt" ? receipt : runner.inputs.text(name);
  return { ...runner, inputs: { text } };
}
async function attempt(runner, inputs) {
  const created = new Date(runner.clock.now()).toISOString();
  const nothing = { schema: 1, created, dryRun: inputs.dryRun, repositories: [] };
  let work = { tasks: [] };
  try {
    work = await findWork(runner, inputs);
    return { work, ...work.tasks.length === 0 ? { report: nothing } : await perform(runner, inputs, work) };
  } catch (error) {
    return { work, report: nothing, error };
  }
}
async function perform(runner, inputs, { tasks, receipt }) {
  const store = openCacheStore(
    runner,
    tasks.map(({ repository }) => repository)
  );
  const cache = ManifestCache.parse(await store.load());
  for (const manifest of manifestsOf(receipt)) cache.add(manifest);
  const { close, ...services } = openServices(runner, inputs);
  const { dryRun, maxDeletes } = inputs;
  const journal = cleanupJournalPath(runner.temp);
  runner.saveState(JOURNAL_STATE, journal);
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
function manifestsOf(receipt) {
  return Object.values(receipt?.manifests ?? {}).map(({ mediaType, content }) => {
    const bytes = Buffer.from(content);
    return { digest: digestOf(bytes), mediaType, bytes };
  });
}
async function keep(cache, store, { report, error }) {
  const wasRead = ({ outcome, entries }) => outcome === "done" || outcome === "planned" || entries.length > 0;
  const whole = error === void 0 && report.repositories.every(wasRead);
  if (whole && cache.grown) await store.save(cache.serialise());
}
async function askAbout(runner, planned) {
  const goes = going(planned);
  if (goes.length === 0) return true;
  runner.log.info(repositoryText(planned, "counted"));
  return await runner.ask?.(`Delete this from ${planned.repository}?`) ?? true;
}
async function tell({ log }, report) {
  for (const repository of report.repositories) {
    const text = repositoryText(repository, report.dryRun ? "each" : "counted");
    await log.group(`Cleanup of ${repository.repository}`, async () => log.info(text));
  }
  if (report.repositories.length > 0) log.info(cleanupHeadline(report));
}

export {
  cleanUp
};
