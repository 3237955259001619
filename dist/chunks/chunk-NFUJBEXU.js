import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  digestSchema
} from "./chunk-5THWWG6Q.js";
import {
  retry
} from "./chunk-KY2NBT2M.js";
import {
  _enum,
  array,
  boolean,
  checkDocument,
  int,
  isTag,
  literal,
  number,
  object,
  parseJson,
  parseRepository,
  record,
  strictObject,
  string
} from "./chunk-VXUCMASS.js";
import {
  CancelledError,
  Problems,
  UserError,
  isUserError,
  messageOf
} from "./chunk-TXYBSCTN.js";

// actions/transaction/journal.ts
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
var tag = strictObject({
  repository: string(),
  tag: string(),
  moves: boolean(),
  before: digestSchema.nullable(),
  /** What `<tag>-previous` held. */
  previous: digestSchema.nullable(),
  /** `<tag>-previous` is given what the tag held, before the tag moves. */
  keep: boolean(),
  /** It is given our digest. */
  planned: boolean(),
  reason: string(),
  outcome: _enum(["created", "moved", "unchanged", "stayed", "restored", "untouched", "unknown"])
});
var image = strictObject({
  name: string(),
  /** Of the index. */
  digest: digestSchema,
  mediaType: string(),
  content: string(),
  platforms: array(strictObject({ platform: string(), digest: digestSchema, size: int() })),
  repositories: array(string()),
  /** moving: a moving tag may hold our digest, so what is begun is finished; reverting: what moved is put back. */
  phase: _enum(["tagging", "moving", "published", "reverting", "reverted"]),
  tags: array(tag)
});
var head = strictObject({
  plan: string(),
  repository: string(),
  revision: string(),
  version: string(),
  attempt: int().positive(),
  /** Milliseconds since 1970. */
  started: number(),
  keepPrevious: boolean()
});
var document = strictObject({
  schema: literal(1),
  head,
  images: array(image),
  /** Everything that a tag held before, by digest. */
  manifests: record(string(), strictObject({ mediaType: string(), content: string() }))
});
var Journal = class _Journal {
  path;
  document;
  constructor(path, document2) {
    this.path = path;
    this.document = document2;
  }
  static begin(temp, head2) {
    return new _Journal(journalPath(temp, head2.plan), { schema: 1, head: head2, images: [], manifests: {} });
  }
  /** Undefined: nothing was begun, or everything was finished and told. */
  static read(path) {
    if (!existsSync(path)) return void 0;
    const content2 = parseJson(readFileSync(path, "utf8"), `The journal ${path}`);
    return new _Journal(path, checkDocument(document, content2, `The journal ${path}`));
  }
  add(state, before) {
    this.document.images.push(state);
    for (const { digest, mediaType, bytes } of before)
      this.document.manifests[digest] = { mediaType, content: Buffer.from(bytes).toString("utf8") };
    this.save();
  }
  manifest(digest) {
    const kept = this.document.manifests[digest];
    return kept && { digest, mediaType: kept.mediaType, bytes: Buffer.from(kept.content) };
  }
  get unfinished() {
    return this.document.images.filter(({ phase }) => phase !== "published" && phase !== "reverted");
  }
  get finished() {
    return this.unfinished.length === 0;
  }
  /** Whole or not at all: a process may be killed while it writes. */
  save() {
    writeFileSync(`${this.path}.new`, JSON.stringify(this.document), { mode: 384 });
    renameSync(`${this.path}.new`, this.path);
  }
  remove() {
    rmSync(this.path, { force: true });
  }
};
function journalPath(temp, plan) {
  return join(temp, `merge-journal-${plan}.json`);
}
function indexOf(state) {
  return { digest: state.digest, mediaType: state.mediaType, bytes: Buffer.from(state.content) };
}

// actions/plan/receipt.ts
var tag2 = strictObject({
  name: string(),
  moves: boolean(),
  before: digestSchema.nullable(),
  after: digestSchema.nullable(),
  /** created, moved, unchanged: it holds our digest now; stayed: it would have gone backwards; restored: put back after a failure; unknown: the registry did not answer any more. */
  outcome: _enum(["created", "moved", "unchanged", "stayed", "restored", "untouched", "unknown"]),
  reason: string()
});
var image2 = strictObject({
  name: string(),
  outcome: _enum(["published", "failed", "built"]),
  error: string().optional(),
  /** Of the index; null where none was made. */
  digest: digestSchema.nullable(),
  mediaType: string(),
  platforms: array(strictObject({ platform: string(), digest: digestSchema, size: int() })),
  repositories: array(
    strictObject({
      repository: string(),
      tags: array(tag2),
      /** What left `<tag>-previous` (or, without it, the moved tag): what cleanup may take. */
      superseded: array(strictObject({ tag: string(), digest: digestSchema }))
    })
  )
});
var receipt = strictObject({
  schema: literal(1),
  plan: string(),
  repository: string(),
  revision: string(),
  version: string(),
  /** When it was written: the end of the merge. */
  created: string(),
  attempt: int().positive(),
  images: array(image2),
  /** By digest: index and children as they stood before, to be put again by a rollback. */
  manifests: record(string(), strictObject({ mediaType: string(), content: string() })),
  /** Children of a failed image that could not be removed, as references. */
  leftovers: array(string()),
  /** Of the merge, in milliseconds. */
  duration: int().nonnegative(),
  /** From the plan to here, in milliseconds: what the next summary compares itself with. */
  total: int().nonnegative().optional()
});
function parseReceipt(text, name = "receipt") {
  return checkDocument(receipt, parseJson(text, `The ${name}`), `The ${name}`);
}
function serialiseReceipt(receipt2) {
  return JSON.stringify(receipt2);
}
function receiptArtifact(plan, attempt) {
  return `receipt-${plan}-${attempt}`;
}

// actions/transaction/outcome.ts
function describeTags(state) {
  return state.repositories.map((repository) => {
    const tags = state.tags.filter((tag3) => tag3.repository === repository);
    return `${repository}: ${tags.map(describeTag).join(", ") || "no tags"}`;
  }).join("; ");
}
function describeTag({ tag: tag3, outcome, moves, reason }) {
  const words = {
    created: moves ? "is new and stays, as a registry can\u2019t untag" : "is new and stays",
    moved: "holds the new image",
    unchanged: "holds the new image",
    stayed: "stayed",
    restored: "was put back",
    untouched: "is untouched",
    unknown: `is in an unknown state (${reason})`
  };
  return `${tag3} ${words[outcome]}`;
}
function failureOf(name, state, cause) {
  if (!state && cause instanceof CancelledError)
    return new CancelledError(`${name} was not published: cancelled before anything was tagged.`);
  if (!state) return cause;
  const standing = `${name} was not published: ${sentence(messageOf(cause))} ${describeTags(state)}.`;
  if (cause instanceof CancelledError) return new CancelledError(standing);
  if (!isUserError(cause)) return new Error(standing, { cause });
  const hint = cause instanceof UserError && cause.hint ? cause.hint : "Run it again: a rerun converges.";
  return new UserError(standing, { hint, cause });
}
function sentence(text) {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

// actions/registry/provenance.ts
var VERSION = "org.opencontainers.image.version";
var REVISION = "org.opencontainers.image.revision";
var texts = record(string(), string()).nullish().catch(void 0);
var content = object({
  annotations: texts,
  manifests: array(object({ digest: digestSchema })).optional().catch(void 0),
  config: object({ digest: digestSchema }).optional().catch(void 0)
});
var config = object({ config: object({ Labels: texts }).nullish() });
function contentOf(manifest) {
  return read(content, manifest.bytes) ?? {};
}
function childrenOf(manifest) {
  return contentOf(manifest).manifests?.map((child) => child.digest) ?? [];
}
async function readProvenance(wanted, manifest, client, archive) {
  const own = contentOf(manifest);
  const told = provenanceOf(own.annotations);
  if (told[wanted] !== void 0) return told;
  const first = own.manifests?.[0]?.digest;
  const image3 = first === void 0 ? own : await fetchContent(first, client, archive);
  const bytes = image3?.config && await client.getBlob(image3.config.digest);
  const labels = bytes && read(config, bytes)?.config?.Labels;
  return { ...provenanceOf(labels), ...told };
}
async function fetchContent(child, client, archive) {
  const manifest = await archive.fetch(child, client);
  return manifest && contentOf(manifest);
}
function provenanceOf(texts2) {
  const version = texts2?.[VERSION];
  const revision = texts2?.[REVISION];
  return { ...version ? { version } : {}, ...revision ? { revision } : {} };
}
function read(schema, bytes) {
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
  } catch {
    return void 0;
  }
}

// actions/transaction/targets.ts
function openTargets(registries, repositories) {
  return new Map(repositories.map((name) => [name, registries.open(parseRepository(name))]));
}
function targetOf(targets, repository) {
  const client = targets.get(repository);
  if (!client) throw new Error(`${repository} was not opened.`);
  return client;
}
async function settle(promises) {
  const results = await Promise.allSettled(promises);
  const failed = results.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
  return results.flatMap((result) => result.status === "fulfilled" ? [result.value] : []);
}

// actions/transaction/before.ts
var HINT = "Choose another tag, or set \u201Ckeep-previous: false\u201D.";
function previousOf(tag3) {
  return `${tag3}-previous`;
}
function checkPreviousTags(tags) {
  const problems = new Problems();
  const names = new Set(tags.map(({ name }) => name));
  for (const { name, moves } of tags) {
    if (!moves) continue;
    const slot = previousOf(name);
    if (names.has(slot))
      problems.add(`The tag ${slot} is published, and would also keep what ${name} held.`, HINT);
    if (!isTag(slot)) problems.add(`The tag ${slot} would be longer than 128 characters.`, HINT);
  }
  problems.throwIfAny();
}
async function readBefore(tags, targets, archive, keepPrevious) {
  const reads = [...targets].flatMap(
    ([repository, client]) => tags.map(async (tag3) => {
      const moves = tag3.moves !== void 0;
      const [before, previous] = await Promise.all([
        moves ? readMoving(tag3.name, client, archive) : headDigest(tag3.name, client),
        moves && keepPrevious ? headDigest(previousOf(tag3.name), client) : null
      ]);
      const state = { repository, tag: tag3.name, moves, before, previous, reason: tag3.reason };
      return { ...state, keep: false, planned: false, outcome: "untouched" };
    })
  );
  return settle(reads);
}
async function headDigest(tag3, client) {
  return (await client.headManifest(tag3))?.digest ?? null;
}
async function readMoving(tag3, client, archive) {
  const manifest = await client.getManifest(tag3);
  if (manifest) archive.add(manifest);
  return manifest?.digest ?? null;
}
function heldElsewhere(tags, ours) {
  const holders = /* @__PURE__ */ new Map();
  for (const { moves, before, repository } of tags) {
    if (!moves || before === null || before === ours) continue;
    holders.set(before, [.../* @__PURE__ */ new Set([...holders.get(before) ?? [], repository])]);
  }
  return holders;
}
async function keepChildren(tags, ours, targets, archive) {
  const kept = [...heldElsewhere(tags, ours)].map(async ([digest, holders]) => {
    const index = archive.at(digest);
    const children = index ? childrenOf(index) : [];
    await settle(
      children.map((child, turn) => archive.fetch(child, targetOf(targets, holders[turn % holders.length])))
    );
    return [digest, ...children];
  });
  return [...new Set((await settle(kept)).flat())];
}

// actions/transaction/receipt.ts
function makeReceipt({ head: head2, manifests }, parts, now) {
  const { keepPrevious: _, started, ...run } = head2;
  const created = new Date(now).toISOString();
  return { schema: 1, ...run, created, ...parts, manifests, duration: Math.max(0, Math.round(now - started)) };
}
function receiptImage(state, options) {
  const failed = options.error !== void 0;
  return {
    name: state.name,
    outcome: failed ? "failed" : "published",
    ...failed ? { error: messageOf(options.error) } : {},
    digest: state.digest,
    mediaType: state.mediaType,
    platforms: state.platforms,
    repositories: state.repositories.map((repository) => {
      const tags = state.tags.filter((tag3) => tag3.repository === repository);
      return {
        repository,
        tags: tags.map((tag3) => receiptTag(tag3, state.digest)),
        superseded: failed ? [] : tags.flatMap((tag3) => supersededBy(tag3, state.digest, options.keepPrevious))
      };
    })
  };
}
function plainImage(image3, outcome, parts) {
  return {
    name: image3.name,
    outcome,
    ...parts.error === void 0 ? {} : { error: messageOf(parts.error) },
    digest: null,
    mediaType: "",
    platforms: parts.platforms,
    repositories: image3.repositories.map((repository) => ({ repository, tags: [], superseded: [] }))
  };
}
function receiptTag({ tag: tag3, moves, before, outcome, reason }, ours) {
  return { name: tag3, moves, before, after: heldAfter(before, outcome, ours), outcome, reason };
}
function heldAfter(before, outcome, ours) {
  if (outcome === "unknown") return null;
  return outcome === "created" || outcome === "moved" || outcome === "unchanged" ? ours : before;
}
function supersededBy(tag3, ours, keepPrevious) {
  if (!tag3.moves || tag3.outcome !== "moved") return [];
  const digest = keepPrevious ? tag3.keep ? tag3.previous : null : tag3.before;
  if (digest === null || digest === ours) return [];
  return [{ tag: keepPrevious ? previousOf(tag3.tag) : tag3.tag, digest }];
}

// actions/transaction/put-back.ts
async function putBack(state, targets, journal) {
  state.phase = "reverting";
  journal.save();
  await learn(state, targets);
  for (const tag3 of state.tags.filter(({ moves, planned }) => moves && planned).reverse()) {
    await quietly(tag3, () => restoreTag(tag3, targets, journal));
    journal.save();
  }
  if (!state.tags.some(({ outcome }) => outcome === "unknown")) state.phase = "reverted";
  journal.save();
}
async function learn(state, targets) {
  const held = /* @__PURE__ */ new Map();
  const read2 = async (tag3) => {
    const digest = await headDigest(tag3.tag, targetOf(targets, tag3.repository));
    held.set(tag3, digest);
    tag3.outcome = outcomeOf(tag3, digest, state.digest);
    if (digest !== state.digest && digest !== tag3.before)
      tag3.reason = `something else gave it ${digest ?? "up"} meanwhile`;
  };
  await Promise.all(state.tags.filter(({ planned }) => planned).map((tag3) => quietly(tag3, () => read2(tag3))));
  return held;
}
function outcomeOf(tag3, held, ours) {
  if (held === ours) return tag3.before === null ? "created" : "moved";
  return held === tag3.before && tag3.outcome === "restored" ? "restored" : "untouched";
}
async function restoreTag(tag3, targets, journal) {
  const client = targetOf(targets, tag3.repository);
  if (tag3.outcome === "moved" && tag3.before !== null) {
    const old = journal.manifest(tag3.before);
    if (!old) throw new Error(`${tag3.before} was not kept`);
    await client.putManifest(tag3.tag, old);
    tag3.outcome = "restored";
  }
  if (tag3.keep && (tag3.outcome === "restored" || tag3.outcome === "untouched"))
    await restorePrevious(tag3, targets);
}
async function restorePrevious(tag3, targets) {
  const client = targetOf(targets, tag3.repository);
  const slot = previousOf(tag3.tag);
  if (tag3.previous === null || await headDigest(slot, client) !== tag3.before) return;
  const earlier = await client.getManifest(tag3.previous);
  if (earlier) await client.putManifest(slot, earlier);
}
async function quietly(tag3, step) {
  try {
    await step();
  } catch (error) {
    tag3.outcome = "unknown";
    tag3.reason = `${tag3.repository} did not answer: ${error instanceof Error ? error.message : error}`;
  }
}
async function putTag(tag3, state, targets) {
  tag3.outcome = "unknown";
  await targetOf(targets, tag3.repository).putManifest(tag3.tag, indexOf(state));
  tag3.outcome = tag3.before === null ? "created" : "moved";
}

// actions/transaction/read-back.ts
var ReadBackError = class extends UserError {
  constructor(message) {
    super(message, { hint: "Run it again; does something else move these tags?" });
    this.name = "ReadBackError";
  }
};
async function readBack(state, targets, policy) {
  await settle(
    state.repositories.map(
      (repository) => retry(() => readRepository(state, repository, targetOf(targets, repository)), policy, {
        advise: (error) => error instanceof ReadBackError ? {} : void 0
      })
    )
  );
}
async function readRepository(state, repository, client) {
  const tags = state.tags.filter((tag3) => tag3.repository === repository && holdsOurs(tag3));
  const [first, ...others] = tags.map(({ tag: tag3 }) => tag3);
  const whole = first ?? state.digest;
  await settle([
    expectDigest(`${repository}:${whole}`, state.digest, client.getManifest(whole)),
    ...others.map(async (tag3) => {
      const held = await headDigest(tag3, client);
      if (held !== state.digest)
        throw new ReadBackError(
          `${repository}:${tag3} reads back as ${held ?? "missing"}, not ${state.digest}.`
        );
    }),
    ...state.platforms.map(
      ({ digest }) => expectDigest(`${repository}@${digest}`, digest, client.headManifest(digest))
    )
  ]);
}
async function expectDigest(what, expected, read2) {
  const found = await read2;
  if (found?.digest !== expected)
    throw new ReadBackError(`${what} reads back as ${found?.digest ?? "missing"}, not ${expected}.`);
}
function holdsOurs({ outcome }) {
  return outcome === "created" || outcome === "moved" || outcome === "unchanged";
}

export {
  Journal,
  journalPath,
  parseReceipt,
  serialiseReceipt,
  receiptArtifact,
  describeTags,
  failureOf,
  childrenOf,
  readProvenance,
  openTargets,
  targetOf,
  settle,
  previousOf,
  checkPreviousTags,
  readBefore,
  keepChildren,
  makeReceipt,
  receiptImage,
  plainImage,
  putBack,
  learn,
  putTag,
  readBack,
  holdsOurs
};
