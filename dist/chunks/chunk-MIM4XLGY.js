import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  change,
  durations,
  legFacts,
  legSection,
  missingImages,
  moveSection,
  publishedImages,
  publishedTag
} from "./chunk-XWKZSHT7.js";
import {
  require_semver
} from "./chunk-6WZ6BNXQ.js";
import {
  compare,
  explain,
  valid
} from "./chunk-57ATMLXS.js";
import {
  Cancellation,
  registryPage,
  tagImages
} from "./chunk-77BDKFB2.js";
import {
  Graph
} from "./chunk-BIXKFTLX.js";
import {
  joined
} from "./chunk-AEMEIGJB.js";
import {
  Archive
} from "./chunk-ZW72XIGJ.js";
import {
  Journal,
  checkPreviousTags,
  failureOf,
  journalPath,
  keepChildren,
  keepReceipt,
  makeReceipt,
  openTargets,
  plainImage,
  putBack,
  readBefore,
  readProvenance,
  receiptImage,
  settle,
  targetOf
} from "./chunk-Q4KXHJQD.js";
import {
  keepManifest,
  parseReceipt,
  receiptArtifact
} from "./chunk-M4TK4L4R.js";
import {
  DOCKER_LIST,
  DOCKER_MANIFEST,
  OCI_INDEX,
  openRegistries
} from "./chunk-IQHIBHU4.js";
import {
  isForced,
  parseInputs
} from "./chunk-ESQ2FS3M.js";
import {
  MissingRecord,
  parseRecord,
  recordPrefix
} from "./chunk-KID3JUHS.js";
import {
  ancestry,
  obtainPlan
} from "./chunk-SNN7FOFX.js";
import {
  legId,
  planDigest
} from "./chunk-NXDTJQED.js";
import {
  parsePlatform
} from "./chunk-THVJOUJ4.js";
import {
  kindOf,
  secretsOf
} from "./chunk-SEJ6WIJR.js";
import {
  defaultRetry
} from "./chunk-RZBAGCDT.js";
import {
  formatRepository,
  parseRepository
} from "./chunk-ZNDI3WQU.js";
import {
  formatDuration
} from "./chunk-5XXXVB74.js";
import {
  sentence
} from "./chunk-HNYI7RT3.js";
import {
  block,
  code,
  folded,
  link,
  plain,
  table
} from "./chunk-TIJULC24.js";
import {
  digestOf,
  shortDigest
} from "./chunk-EZQO47NV.js";
import {
  Problems,
  UserError,
  UserErrors,
  isUserError,
  messageOf
} from "./chunk-GTGSVCFP.js";
import {
  __toESM
} from "./chunk-TO6V6YKD.js";

// actions/report/failure.ts
function failureSection(report) {
  const lines = failureLines(report);
  if (lines.length === 0) return void 0;
  const markdown = ["### What failed, and what to do next", lines.map((line) => `- ${line}`).join("\n")];
  return { markdown: markdown.join("\n\n"), importance: 1 };
}
function failureLines(report) {
  const { plan, receipt } = report;
  const missing = missingImages(report);
  if (missing.length === 0 && receipt.leftovers.length === 0) return [];
  const published = publishedImages(receipt).map((image) => code(image.name));
  return [
    ...missing.map((image) => `${code(image.name)}: ${reasonFor(image.name, report)}`),
    ...plan.publish && missing.length > 0 ? [`Published: ${published.length > 0 ? published.join(", ") : "nothing"}.`] : [],
    ...receipt.leftovers.map((reference) => `Left behind without a tag: ${code(reference)}`),
    ...missing.length > 0 ? [nextStep(report, published.length)] : []
  ];
}
function reasonFor(image, report) {
  const error = report.receipt.images.find((entry) => entry.name === image)?.error;
  const legs = legFacts(report).filter((fact) => fact.leg.image === image && !fact.record).map((fact) => code(fact.leg.platform));
  return [
    error ? plain(error.replace(/\.?$/, ".")) : "not published.",
    legs.length > 0 ? `No finished build for ${legs.join(", ")}.` : ""
  ].filter(Boolean).join(" ");
}
function nextStep(report, published) {
  const again = legFacts(report).every(({ record }) => record) ? "**Re-run failed jobs**; finished builds are used again." : "**Re-run all jobs**; what the other platforms of a failed build had pushed is removed.";
  const kept = published > 0 ? " What is published stays as it is." : "";
  return `Next: put right what the failed job's log names, then choose ${again}${kept}`;
}

// actions/report/gantt.ts
var MOST_LEGS = 40;
var MOST_TICKS = 10;
var TICKS = [
  [1, "1second"],
  [5, "5second"],
  [15, "15second"],
  [60, "1minute"],
  [300, "5minute"],
  [900, "15minute"],
  [3600, "1hour"]
];
function gantt(report) {
  const built = legFacts(report).filter((fact) => fact.record !== void 0);
  const shown = new Set([...built].sort((a, b) => effort(b) - effort(a)).slice(0, MOST_LEGS));
  const lines = [
    "gantt",
    "dateFormat x",
    "axisFormat %H:%M:%S",
    ...ticks(report),
    ...prepareLines(report, built),
    ...legLines(built.filter((fact) => shown.has(fact))),
    ...mergeLines(report)
  ];
  return { markdown: block("mermaid", lines.join("\n")), omitted: built.length - shown.size };
}
function ticks({ plan, receipt }) {
  const seconds = (Date.parse(receipt.created) - Date.parse(plan.created)) / 1e3;
  const fitting = TICKS.find(([length]) => seconds / length <= MOST_TICKS);
  return fitting && Number.isFinite(seconds) ? [`tickInterval ${fitting[1]}`] : [];
}
function effort({ record }) {
  return record ? record.buildTime + (record.verified?.time ?? 0) + record.pushTime : 0;
}
function prepareLines({ plan }, built) {
  const from = Date.parse(plan.created);
  const first = Math.min(...built.map(({ record }) => Date.parse(record?.started ?? "")));
  const wait = Number.isFinite(first) ? first - from : 0;
  return ["section prepare", bar("plan and wait for runners", from, wait)];
}
function legLines(facts) {
  return [...Map.groupBy(facts, (fact) => fact.leg.image)].flatMap(([image, legs]) => [
    `section ${label(image)}`,
    ...legs.flatMap(({ record }) => {
      if (!record) return [];
      const { platform, buildTime, verified, pushTime } = record;
      const start = Date.parse(record.started);
      const built = start + buildTime;
      return [
        bar(`build ${platform}`, start, buildTime),
        ...verified ? [bar(`verify ${platform}`, built, verified.time)] : [],
        bar(`push ${platform}`, built + (verified?.time ?? 0), pushTime)
      ];
    })
  ]);
}
function mergeLines({ receipt }) {
  const end = Date.parse(receipt.created);
  return ["section merge", bar("merge", end - receipt.duration, receipt.duration)];
}
function bar(text, start, length) {
  if (!Number.isFinite(start)) return `%% ${label(text)}`;
  return `${label(text)} :${start}, ${Math.max(1, Math.round(length))}ms`;
}
function label(text) {
  return text.replace(/[^\p{L}\p{N} ./_-]+/gu, "-").trim() || "-";
}

// actions/report/publish.ts
var MANY_IMAGES = 4;
function publishSummary(report) {
  return [
    headSection(report),
    failureSection(report),
    pullSection(report),
    moveSection(report),
    legSection(report),
    timeSection(report),
    ganttSection(report)
  ].filter((section) => section !== void 0);
}
function headSection(report) {
  const { plan, receipt } = report;
  const rows = plan.images.map((image) => imageRow(image, report));
  const parts = [
    `## ${title(report)}`,
    plain(plan.publish ? plan.reason : `Not published: ${plan.reason}`),
    rows.length === 0 ? "" : table(["Image", "Tags", "Digest", "Registries"], rows),
    plan.unchanged.length === 0 ? "" : `Unchanged, so not built: ${plan.unchanged.map(code).join(", ")}.`,
    `Revision ${code(receipt.revision.slice(0, 12))}, ${totalTime(report)}.`
  ];
  return { markdown: parts.filter(Boolean).join("\n\n"), importance: 1 };
}
function title({ plan, receipt }) {
  const names = plan.images.length === 1 ? plan.images[0]?.name ?? "" : `${plan.images.length} images`;
  const what = plain([names, plan.version].filter(Boolean).join(" "));
  if (plan.images.length === 0) return "Nothing to build";
  const published = publishedImages(receipt).length;
  if (!plan.publish)
    return receipt.images.some((image) => image.outcome === "failed") ? `Failed: ${what}` : `Built: ${what}`;
  if (published === 0) return `Not published: ${what}`;
  return published < plan.images.length ? `Published ${published} of ${plan.images.length} images${plan.version ? ` ${plain(plan.version)}` : ""}` : `Published: ${what}`;
}
function imageRow(image, { plan, receipt }) {
  const result = receipt.images.find((entry) => entry.name === image.name);
  const digest = result?.digest ? code(shortDigest(result.digest)) : "\u2013";
  const tags = image.tags.map((tag) => code(tag.name)).join(", ");
  const pages = image.repositories.map(
    (repository) => link(code(repository), registryPage(repository, plan.repository))
  );
  return [plain(image.name), tags || "\u2013", digest, pages.join("<br>")];
}
function pullSection({ receipt }) {
  const images = publishedImages(receipt);
  if (images.length === 0) return void 0;
  const bodies = images.map(
    (image) => images.length < MANY_IMAGES ? pullCommands(image) : folded(`Pull ${image.name}`, pullCommands(image))
  );
  return { markdown: ["### Pull", ...bodies].join("\n\n"), importance: 3 };
}
function pullCommands(image) {
  return image.repositories.flatMap(({ repository }) => {
    const tag = publishedTag(image, repository);
    const reference = tag === void 0 ? `${repository}@${image.digest}` : `${repository}:${tag}`;
    return ["podman", "docker"].map((engine) => block("sh", `${engine} pull ${reference}`));
  }).join("\n\n");
}
function totalTime(report) {
  const { total, previous } = durations(report);
  if (previous === void 0) return `${formatDuration(total)} in all`;
  return `${formatDuration(total)} in all (${formatDuration(previous)} the time before${changed(total, previous)})`;
}
function changed(total, previous) {
  const text = change(total, previous);
  return text ? `: ${text}` : "";
}
function timeSection(report) {
  const { previous } = report;
  if (!previous) return void 0;
  const { total, merge, previous: before } = durations(report);
  const rows = [
    ...before === void 0 ? [] : [["Total", formatDuration(before), formatDuration(total), change(total, before)]],
    ["Merge", formatDuration(previous.duration), formatDuration(merge), change(merge, previous.duration)]
  ];
  return {
    markdown: `### Durations

${table(["", "Previous run", "This run", "Change"], rows)}`,
    importance: 4
  };
}
function ganttSection(report) {
  const chart = gantt(report);
  const note = chart.omitted === 0 ? "" : `

_${chart.omitted} shorter builds are not drawn._`;
  return { markdown: `### Time line

${chart.markdown}${note}`, importance: 5 };
}

// actions/merge/earlier-receipt.ts
async function earlierReceipt(plan, attempt, artifacts) {
  for (let earlier = attempt - 1; earlier > 0; earlier--) {
    const name = receiptArtifact(plan.id, earlier);
    const text = await artifacts.get(name).catch(() => void 0);
    if (text !== void 0) return parseReceipt(text, name);
  }
  return void 0;
}

// actions/merge/outputs.ts
function mergeOutputs({ receipt, reference }) {
  const tags = publishedTags(receipt);
  const references = tags.filter(({ after, digest }) => after === digest).map(({ repository, name, digest }) => `${repository}:${name}@${digest}`);
  const moved = tags.filter(({ outcome, moves }) => moves && (outcome === "moved" || outcome === "created")).map(({ repository, name, before, after }) => ({ repository, tag: name, before, after }));
  const superseded = receipt.images.flatMap(
    (image) => image.repositories.flatMap(
      ({ repository, superseded: superseded2 }) => superseded2.map((each) => ({ repository, ...each }))
    )
  );
  const [only, ...more] = receipt.images;
  return {
    // Several images have several digests, which the receipt and the references tell.
    digest: more.length === 0 && only?.outcome === "published" && only.digest || "",
    receipt: reference,
    references: JSON.stringify(references),
    moved: JSON.stringify(moved),
    superseded: JSON.stringify(superseded)
  };
}
function publishedTags(receipt) {
  return receipt.images.filter(({ outcome }) => outcome === "published").flatMap(
    ({ repositories, digest }) => repositories.flatMap(({ repository, tags }) => tags.map((tag) => ({ ...tag, repository, digest })))
  );
}

// actions/merge/orphans.ts
var MOST_TAGS = 100;
var NOTHING = /* @__PURE__ */ new Set();
async function removeOrphans(records, orphanage) {
  const repositories = new Set(
    records.flatMap((record) => record.repositories.map((each) => each.repository))
  );
  const leftovers = [];
  for (const name of repositories) {
    const created = records.filter(
      (record) => record.repositories.some(({ repository, created: created2 }) => repository === name && created2)
    );
    leftovers.push(...await removeFrom(name, new Set(created.map(({ digest }) => digest)), orphanage));
  }
  return leftovers;
}
async function removeFrom(name, digests, { registries, kindOf: kindOf2, log }) {
  const repository = parseRepository(name);
  const references = (left) => [...left].map((digest) => `${formatRepository(repository)}@${digest}`);
  try {
    const kind = kindOf2(repository.host);
    if (kind === "ghcr" || digests.size === 0) return references(digests);
    const client = registries.open(repository, "delete");
    const reachable = kind === "oci" ? await reachableFrom(client) : NOTHING;
    if (!reachable) return references(digests);
    return references(await removeAll(client, digests, reachable));
  } catch (error) {
    log.debug(`Nothing was removed from ${name}: ${messageOf(error)}`);
    return references(digests);
  }
}
async function removeAll(client, digests, reachable) {
  const left = [];
  for (const digest of digests) {
    if (reachable.has(digest)) continue;
    if (await client.deleteManifest(digest) === "unsupported") left.push(digest);
  }
  return left;
}
async function reachableFrom(client) {
  const tags = await client.listTags();
  if (tags.length > MOST_TAGS) return void 0;
  const archive = new Archive();
  const held = await settle(tags.map((tag) => client.getManifest(tag)));
  const roots = held.filter((root) => root !== void 0);
  for (const root of roots) archive.add(root);
  const graph = new Graph({ read: (digest) => archive.fetch(digest, client), fallbacks: [] });
  await graph.add(roots.map(({ digest }) => ({ digest, name: "a tag" })));
  return graph;
}

// actions/merge/children.ts
async function verifyChildren(records, targets, archive) {
  const reads = [...targets].flatMap(
    ([repository, client]) => records.map((record) => verifyChild(record, repository, client, archive))
  );
  const problems = new Problems();
  for (const fault of await settle(reads)) if (fault) problems.add(fault.code, fault.message, fault.hint);
  problems.throwIfAny();
}
async function verifyChild(record, repository, client, archive) {
  const child = `${repository}@${record.digest} (${record.platform})`;
  const manifest = await client.getManifest(record.digest);
  if (!manifest)
    return new UserError("IMG4201", `${child} is not in the registry.`, {
      hint: "It was removed after its build; re-run all jobs."
    });
  archive.add(manifest);
  if (manifest.bytes.length === record.size && manifest.mediaType === record.mediaType) return void 0;
  return new UserError(
    "IMG4103",
    `${child} is ${manifest.bytes.length} bytes of ${manifest.mediaType}; its record says ${record.size} bytes of ${record.mediaType}.`,
    { hint: "Use the records of this run\u2019s own build legs, unchanged." }
  );
}

// actions/merge/advance.ts
var import_semver = __toESM(require_semver(), 1);
var UNLABELLED = "what it holds tells no origin";
async function judge(ours, held, ancestry2) {
  if (ours.order.by === "version") return judgeVersion(ours.order.version, held.version);
  try {
    return await judgeRevision(ours.revision, ours.order.branch, held.revision, ancestry2);
  } catch (cause) {
    throw new UserError(
      "IMG4203",
      `The history of the repository gave no answer: ${sentence(messageOf(cause))}`,
      {
        hint: 'Run it again later, or name the tag in "force-move".',
        cause
      }
    );
  }
}
function judgeVersion(ours, held) {
  const order = held === void 0 ? void 0 : compareVersions(ours, held);
  if (held === void 0 || order === void 0)
    return { move: true, warning: true, reason: `${UNLABELLED} as a version` };
  if (isPrerelease(ours) && !isPrerelease(held))
    return { move: false, reason: `the prerelease ${ours} does not take it from ${held}` };
  return order < 0 ? { move: false, reason: `it holds ${held}, which is newer than ${ours}` } : { move: true, reason: order === 0 ? `${held} again` : `${held} \u2192 ${ours}` };
}
async function judgeRevision(ours, branch, held, ancestry2) {
  if (held === ours) return { move: true, reason: "the same revision again" };
  if (!ancestry2) return { move: true, warning: true, reason: "there is no history to ask" };
  if (held === void 0) return judgeUnlabelled(ours, branch, ancestry2);
  const place = await ancestry2.compare(held, ours);
  if (place === "behind") return { move: false, reason: `it holds ${short(held)}, which is newer` };
  if (place !== "diverged") return { move: true, reason: `${short(held)} \u2192 ${short(ours)}` };
  const onBranch = branch !== void 0 && await ancestry2.contains(branch, ours);
  return onBranch ? { move: true, reason: `${branch} was rewritten and holds ${short(ours)} now` } : { move: false, reason: `it holds ${short(held)}, from which ${short(ours)} has diverged` };
}
async function judgeUnlabelled(ours, branch, ancestry2) {
  const head = branch === void 0 ? void 0 : await ancestry2.head(branch);
  return head === void 0 || head === ours ? { move: true, warning: true, reason: UNLABELLED } : { move: false, reason: `${UNLABELLED}, and ${branch} stands at ${short(head)} already` };
}
function compareVersions(a, b) {
  if (import_semver.default.valid(a) && import_semver.default.valid(b)) return import_semver.default.compare(a, b);
  return valid(a) && valid(b) ? compare(a, b) : void 0;
}
function isPrerelease(version) {
  if (import_semver.default.valid(version)) return import_semver.default.prerelease(version) !== null;
  return explain(version)?.is_prerelease ?? false;
}
function short(revision) {
  return revision.slice(0, 12);
}

// actions/merge/decide.ts
async function decideTags(tags, states, decision) {
  const problems = new Problems();
  await settle(
    tags.map(async (tag) => {
      const everywhere = states.filter((state) => state.tag === tag.name);
      if (tag.moves) await decideMoving(tag.name, tag.moves, everywhere, decision);
      else await decideFixed(everywhere, decision, problems);
    })
  );
  problems.throwIfAny();
}
async function decideFixed(states, decision, problems) {
  await settle(
    states.map(async (state) => {
      if (state.before === decision.digest) {
        keepAsIs(state);
        return;
      }
      state.planned = true;
      if (state.before === null) return;
      const { revision } = await provenanceOf("revision", state.before, state.repository, decision);
      if (revision === decision.revision) {
        state.reason = "built again from the same revision";
        return;
      }
      problems.add(
        "IMG4202",
        `${state.repository}:${state.tag} exists and holds ${revision ? `revision ${revision}` : "an image of unknown revision"}, not ${decision.revision}.`,
        "A fixed tag is never given to another revision: publish under a new version, or delete the tag first."
      );
    })
  );
}
async function decideMoving(tag, order, states, decision) {
  const verdicts = isForced(decision.forceMove, tag) ? [{ move: true, reason: "force-move" }] : await judgeAll(order, states, decision);
  const verdict = verdicts.find(({ move }) => !move) ?? verdicts.find((each) => each.warning) ?? verdicts[0];
  if (verdict?.warning) decision.log.warn(`${tag} moves, though ${verdict.reason}.`);
  for (const state of states) apply(state, verdict, decision);
}
async function judgeAll(order, states, decision) {
  const holders = new Map(
    states.flatMap(
      ({ before, repository }) => before === null || before === decision.digest ? [] : [[before, repository]]
    )
  );
  const { revision, ancestry: ancestry2 } = decision;
  return settle(
    [...holders].map(
      async ([digest, repository]) => judge({ revision, order }, await provenanceOf(order.by, digest, repository, decision), ancestry2)
    )
  );
}
function apply(state, verdict, decision) {
  if (state.before === decision.digest) {
    keepAsIs(state);
    return;
  }
  if (verdict) state.reason = verdict.reason;
  if (verdict && !verdict.move) {
    state.outcome = "stayed";
    return;
  }
  state.planned = true;
  state.keep = decision.keepPrevious && state.before !== null && state.before !== state.previous;
}
function keepAsIs(state) {
  state.outcome = "unchanged";
  state.reason = "it holds this image already";
}
async function provenanceOf(wanted, digest, repository, { targets, archive }) {
  const client = targetOf(targets, repository);
  const manifest = await archive.fetch(digest, client);
  return manifest ? readProvenance(wanted, manifest, client, archive) : {};
}

// actions/merge/index-manifest.ts
function indexType(choice, image, records) {
  const docker = records.every(({ mediaType }) => mediaType === DOCKER_MANIFEST);
  if (choice === "docker" && !docker) {
    throw new UserError("IMG4003", `A Docker manifest list of ${image.name} would hold OCI manifests.`, {
      hint: 'Build with "format: docker", or write "index: oci".'
    });
  }
  const quay = image.repositories.some((text) => parseRepository(text).host === "quay.io");
  return choice === "docker" || choice === "auto" && quay && docker ? DOCKER_LIST : OCI_INDEX;
}
function indexManifest({ records, annotations, mediaType }) {
  const notes = Object.entries(annotations).toSorted(([a], [b]) => compareText(a, b));
  const content = {
    schemaVersion: 2,
    mediaType,
    manifests: records.toSorted((a, b) => compareText(a.platform, b.platform)).map(descriptorOf),
    ...mediaType === OCI_INDEX && notes.length > 0 ? { annotations: Object.fromEntries(notes) } : {}
  };
  const bytes = Buffer.from(JSON.stringify(content));
  return { mediaType, digest: digestOf(bytes), bytes };
}
function descriptorOf({ mediaType, digest, size, platform }) {
  const { os, architecture, variant } = parsePlatform(platform);
  return {
    mediaType,
    digest,
    size,
    platform: variant === void 0 ? { architecture, os } : { architecture, os, variant }
  };
}
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// actions/merge/publish-image.ts
async function publishImage(image, records, transaction) {
  const { cancellation, journal } = transaction;
  const targets = openTargets(transaction.registries, image.repositories);
  let state;
  try {
    cancellation.check();
    const prepared = await prepare(image, records, targets, transaction);
    cancellation.hold();
    state = prepared.state;
    journal.add(state, prepared.before);
    await tagImages([state], targets, transaction);
    return { state };
  } catch (error) {
    if (!state) return { error };
    await putBack([state], targets, journal);
    return { state, error };
  } finally {
    cancellation.release();
  }
}
async function prepare(image, records, targets, transaction) {
  const { options, plan, ancestry: ancestry2, log } = transaction;
  const { keepPrevious, forceMove } = options;
  if (keepPrevious) checkPreviousTags(image.tags);
  const mediaType = indexType(options.index, image, records);
  const index = indexManifest({ records, annotations: image.annotations, mediaType });
  const archive = new Archive();
  const [tags] = await Promise.all([
    readBefore(image.tags, targets, archive, keepPrevious),
    verifyChildren(records, targets, archive)
  ]);
  const state = newState(image, records, index, tags);
  const decision = { digest: index.digest, revision: plan.revision, forceMove, keepPrevious, ancestry: ancestry2 };
  const [kept] = await Promise.all([
    keepChildren(state.tags, index.digest, targets, archive),
    decideTags(image.tags, state.tags, { ...decision, targets, archive, log }),
    settle([...targets.values()].map((client) => client.putManifest(index.digest, index)))
  ]);
  return { state, before: kept.flatMap((digest) => archive.at(digest) ?? []) };
}
function newState(image, records, index, tags) {
  return {
    name: image.name,
    digest: index.digest,
    ...keepManifest(index),
    platforms: records.map(({ platform, digest, size }) => ({ platform, digest, size })),
    repositories: [...image.repositories],
    phase: "tagging",
    tags
  };
}

// actions/merge/records.ts
async function collectRecords(plan, artifacts, options = { digest: planDigest(plan) }) {
  const listed = await artifacts.list(recordPrefix(plan.id));
  const stranger = strangerAmong(plan, listed);
  const unread = /* @__PURE__ */ new Set();
  if (stranger) {
    const failures2 = new Map(plan.images.map(({ name }) => [name, [stranger]]));
    return { records: [], failures: failures2, unread };
  }
  const names = newestNames(plan, listed);
  const failures = /* @__PURE__ */ new Map();
  const read = await Promise.all(
    plan.legs.map(async (leg) => {
      const fetch = (name) => artifacts.get(name).catch((error) => {
        unread.add(leg.image);
        throw error;
      });
      try {
        return await readRecord(leg, names.get(leg.leg), { plan, fetch, digest: options.digest });
      } catch (error) {
        if (!isUserError(error)) throw error;
        fail(failures, leg.image, error instanceof UserError ? [error] : error.errors);
        return void 0;
      }
    })
  );
  const records = read.filter((record) => record !== void 0);
  for (const error of sharedDigests(records)) fail(failures, error.image, [error.error]);
  return { records, failures, unread };
}
function strangerAmong(plan, listed) {
  const legs = new Set(plan.legs.map((leg) => leg.leg));
  const stranger = listed.find((name) => !legs.has(parseName(plan, name)?.leg ?? ""));
  if (stranger !== void 0) {
    return new UserError("IMG4102", `The record ${stranger} belongs to no leg of plan ${plan.id}.`, {
      hint: "Only the legs of the matrix may leave records."
    });
  }
  const twice = listed.find((name, index) => listed.indexOf(name) !== index);
  if (twice === void 0) return void 0;
  return new UserError("IMG4102", `The record ${twice} exists twice.`, {
    hint: "Run each leg once per attempt."
  });
}
function newestNames(plan, listed) {
  const newest = /* @__PURE__ */ new Map();
  for (const name of listed) {
    const parsed = parseName(plan, name);
    if (parsed && parsed.attempt > (newest.get(parsed.leg)?.attempt ?? 0)) newest.set(parsed.leg, parsed);
  }
  return newest;
}
function parseName(plan, name) {
  const match = /^([0-9a-f]{12})-([1-9]\d{0,5})$/.exec(name.slice(recordPrefix(plan.id).length));
  if (!match || !name.startsWith(recordPrefix(plan.id))) return void 0;
  return { name, leg: match[1], attempt: Number(match[2]) };
}
async function readRecord(leg, named, from) {
  const content = named && await from.fetch(named.name);
  if (content === void 0) {
    throw new MissingRecord(
      "IMG4101",
      `There is no record of ${leg.image} for ${leg.platform}: its build failed or did not run.`,
      {
        hint: "Look at that leg\u2019s log, then re-run all jobs."
      }
    );
  }
  const record = parseRecord(content, named.name);
  const faults = forgeries(record, leg, named, from);
  if (faults.length === 0) return record;
  throw new UserError(
    "IMG4103",
    `The record ${named.name} is not what the plan asked for: ${faults.join("; ")}.`,
    {
      hint: "Use the records of this run\u2019s own build legs, unchanged, with actions of the same version."
    }
  );
}
function forgeries(record, leg, named, { plan, digest }) {
  const image = plan.images.find((candidate) => candidate.name === leg.image);
  const expected = plan.publish ? image?.repositories ?? [] : [];
  const faults = [
    [record.plan !== plan.id, `it is for plan ${record.plan}`],
    [digest !== void 0 && record.planDigest !== digest, "the digest of its plan is another"],
    [record.image !== leg.image, `it is of image ${record.image}, not ${leg.image}`],
    [record.platform !== leg.platform, `it is for ${record.platform}, not ${leg.platform}`],
    [record.leg !== named.leg, `it says leg ${record.leg}`],
    [legId(record.image, record.platform) !== record.leg, "its leg is not that of its image and platform"],
    [record.attempt !== named.attempt, `it says attempt ${record.attempt}`],
    [!sameNames(record, expected), `it names other repositories than ${expected.join(", ") || "none"}`]
  ];
  return faults.filter(([wrong]) => wrong).map(([, text]) => text);
}
function sameNames(record, expected) {
  const names = record.repositories.map(({ repository }) => repository);
  return names.toSorted().join("\n") === expected.toSorted().join("\n");
}
function sharedDigests(records) {
  return records.flatMap((record, index) => {
    const other = records.slice(0, index).find(({ image, digest }) => image === record.image && digest === record.digest);
    if (!other) return [];
    const error = new UserError(
      "IMG4104",
      `The records of ${record.image} for ${other.platform} and ${record.platform} name the same digest ${record.digest}.`,
      { hint: 'One of the legs ran on a runner of the other architecture; check "runners".' }
    );
    return [{ image: record.image, error }];
  });
}
function fail(failures, image, errors) {
  failures.set(image, [...failures.get(image) ?? [], ...errors]);
}

// actions/merge/run.ts
async function runMerge(merge) {
  const { plan, clock, temp } = merge;
  warnOfUnplanned(merge);
  const journal = Journal.begin(temp, headOf(merge));
  const collected = await collectRecords(plan, merge.artifacts, { digest: merge.planDigest });
  const { records, failures } = collected;
  const outcome = { images: [], errors: [], leftovers: [] };
  for (const image of plan.images) {
    const own = records.filter((record) => record.image === image.name);
    const failure = failures.get(image.name);
    if (failure) fail2(outcome, image, own, new UserErrors(failure));
    else if (!plan.publish) outcome.images.push(plainImage(image, "built", { platforms: platformsOf(own) }));
  }
  if (plan.publish) await publishAll(merge, journal, collected, outcome);
  const order = plan.images.map(({ name }) => name);
  const images = outcome.images.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  const now = clock.now();
  const made = makeReceipt(journal.document, { images, leftovers: outcome.leftovers }, now);
  const total = Math.max(0, now - Date.parse(plan.created));
  const receipt = merge.planDigest === void 0 ? made : { ...made, total };
  const reference = await keepReceipt(receipt, merge.artifacts).catch((error2) => {
    outcome.errors.push(error2);
    return "";
  });
  if (journal.finished) journal.remove();
  const error = joined(outcome.errors);
  return { records, receipt, reference, ...error === void 0 ? {} : { error } };
}
function warnOfUnplanned({ plan, options, log }) {
  if (typeof options.forceMove === "boolean") return;
  const moving = new Set(
    plan.images.flatMap(({ tags }) => tags.flatMap(({ name, moves }) => moves ? [name] : []))
  );
  for (const tag of options.forceMove.filter((name) => !moving.has(name)))
    log.warn(`"force-move" names ${tag}, which is no moving tag of this plan.`);
}
async function publishAll(merge, journal, { records, failures, unread }, outcome) {
  const { plan, options, ancestry: ancestry2, log, clock } = merge;
  const cancellation = new Cancellation(merge.signal);
  const registries = merge.openRegistries(cancellation.signal);
  const retry = { ...defaultRetry, base: 1e3, clock };
  const { keepPrevious } = options;
  try {
    for (const image of plan.images.filter(({ name }) => !failures.has(name))) {
      const own = records.filter((record) => record.image === image.name);
      const transaction = { plan, options, registries, ancestry: ancestry2, cancellation, journal, retry, log };
      const { state, error: cause } = await publishImage(image, own, transaction);
      const error = cause === void 0 ? void 0 : failureOf(image.name, state ? [state] : [], cause);
      if (!state) fail2(outcome, image, own, error);
      else outcome.images.push(receiptImage(state, { keepPrevious, error }));
      if (state && error !== void 0) outcome.errors.push(error);
    }
    const orphans = records.filter(({ image }) => failures.has(image) && !unread.has(image));
    const orphanage = { registries, kindOf: merge.kindOf, log };
    if (!cancellation.requested) outcome.leftovers.push(...await removeOrphans(orphans, orphanage));
  } finally {
    registries.close();
  }
}
function fail2(outcome, image, records, error) {
  outcome.errors.push(error);
  outcome.images.push(plainImage(image, "failed", { platforms: platformsOf(records), error }));
}
function platformsOf(records) {
  return records.map(({ platform, digest, size }) => ({ platform, digest, size }));
}
function headOf({ plan, attempt, options, clock }) {
  const { id, repository, revision, version } = plan;
  const { keepPrevious } = options;
  return {
    kind: "merge",
    plan: id,
    repository,
    revision,
    version,
    attempt,
    started: clock.now(),
    keepPrevious
  };
}

// actions/merge/main.ts
async function mergeImages(runner) {
  const { event, log, clock, signal, temp } = runner;
  const inputs = parseInputs(runner.inputs, event);
  const { access, options } = inputs;
  for (const secret of secretsOf(access)) runner.mask(secret);
  const token = runner.inputs.text("github-token");
  const plan = await obtainPlan(runner, inputs.plan, inputs.request, token);
  runner.saveState("journal", journalPath(temp, plan.id));
  const artifacts = await runner.artifacts();
  const merged = await runMerge({
    plan,
    planDigest: inputs.plan === "" ? void 0 : planDigest(plan),
    options,
    attempt: event.attempt,
    artifacts,
    openRegistries: (requests) => openRegistries(access, { ...runner, signal: requests }),
    kindOf: (host) => kindOf(access, host),
    ancestry: token === "" ? void 0 : ancestry(event, { token, clock, signal, log }),
    signal,
    clock,
    temp,
    log
  });
  for (const [name, value] of Object.entries(mergeOutputs(merged))) runner.setOutput(name, value);
  const previous = await earlierReceipt(plan, event.attempt, artifacts);
  const report = { plan, records: merged.records, receipt: merged.receipt };
  await runner.summary(publishSummary(previous ? { ...report, previous } : report));
  return { ...merged, plan };
}

export {
  mergeImages
};
