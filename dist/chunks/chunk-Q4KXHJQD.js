import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  keepManifest,
  keptManifest,
  recallManifest,
  receiptArtifact,
  serialiseReceipt
} from "./chunk-M4TK4L4R.js";
import {
  retry
} from "./chunk-RZBAGCDT.js";
import {
  isTag,
  parseRepository
} from "./chunk-ZNDI3WQU.js";
import {
  digestSchema
} from "./chunk-WAJLRQW2.js";
import {
  sentence
} from "./chunk-HNYI7RT3.js";
import {
  readDocument
} from "./chunk-C5D3HR52.js";
import {
  _enum,
  array,
  boolean,
  int,
  literal,
  number,
  object,
  record,
  strictObject,
  string
} from "./chunk-J6MGYEM6.js";
import {
  CancelledError,
  Problems,
  UserError,
  isUserError,
  messageOf
} from "./chunk-GTGSVCFP.js";

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
  kind: _enum(["merge", "rollback"]),
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
  manifests: record(string(), keptManifest)
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
    const told = {
      what: `The journal ${path}`,
      code: "IMG4305",
      hint: "Look at what the tags hold now, then run it again."
    };
    return new _Journal(path, readDocument(document, readFileSync(path, "utf8"), told));
  }
  add(state, before) {
    this.document.images.push(state);
    for (const manifest of before) this.document.manifests[manifest.digest] = keepManifest(manifest);
    this.save();
  }
  manifest(digest) {
    const kept = this.document.manifests[digest];
    return kept && recallManifest(kept, digest);
  }
  get unfinished() {
    return this.document.images.filter(({ phase }) => phase !== "published" && phase !== "reverted");
  }
  /** Written once for all of them, so that none is ever found further than another. */
  enter(phase, states) {
    for (const state of states) state.phase = phase;
    this.save();
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
  return join(temp, `tags-journal-${plan}.json`);
}
function indexOf(state) {
  return recallManifest(state, state.digest);
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

// actions/transaction/outcome.ts
function describeTags(state, kind = "merge") {
  return state.repositories.map((repository) => {
    const tags = state.tags.filter((tag2) => tag2.repository === repository);
    return `${repository}: ${tags.map((tag2) => describeTag(tag2, kind)).join(", ") || "no tags"}`;
  }).join("; ");
}
var WORDS = {
  merge: {
    interrupted: (image2) => `The merge of ${image2} was interrupted`,
    done: "published",
    ours: "holds the new image",
    restored: "was put back"
  },
  rollback: {
    interrupted: (image2) => `The rollback of ${image2} was interrupted`,
    done: "rolled back",
    ours: "holds the earlier image",
    restored: "holds again what it held"
  }
};
function describeTag({ tag: tag2, outcome, moves, reason }, kind) {
  const { ours, restored } = WORDS[kind];
  const words = {
    created: moves ? "is new and stays, as a registry can\u2019t untag" : "is new and stays",
    moved: ours,
    unchanged: ours,
    stayed: "stayed",
    restored,
    untouched: "is untouched",
    unknown: `is in an unknown state (${reason})`
  };
  return `${tag2} ${words[outcome]}`;
}
function failureOf(name, states, cause, kind = "merge") {
  const failed = `${name} was not ${WORDS[kind].done}:`;
  if (states.length === 0)
    return cause instanceof CancelledError ? new CancelledError(`${failed} cancelled before anything was tagged.`) : cause;
  const tags = states.map((state) => describeTags(state, kind)).join("; ");
  const standing = `${failed} ${sentence(messageOf(cause))} ${tags}.`;
  if (cause instanceof CancelledError) return new CancelledError(standing);
  if (!isUserError(cause)) return new Error(standing, { cause });
  return new UserError("IMG4302", standing, { hint: remedyOf(cause), cause });
}
function remedyOf(cause) {
  if (!(cause instanceof UserError)) return "Run it again: a rerun converges.";
  return `${cause.hint} ${cause.code} says more on the cause.`;
}

// actions/registry/provenance.ts
var VERSION = "org.opencontainers.image.version";
var REVISION = "org.opencontainers.image.revision";
var CREATED = "org.opencontainers.image.created";
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
  const image2 = first === void 0 ? own : await fetchContent(first, client, archive);
  const bytes = image2?.config && await client.getBlob(image2.config.digest);
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
  const created = texts2?.[CREATED];
  return {
    ...version ? { version } : {},
    ...revision ? { revision } : {},
    ...created ? { created } : {}
  };
}
function read(schema, bytes) {
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
  } catch {
    return void 0;
  }
}

// actions/transaction/before.ts
var HINT = 'Choose another tag, or set "keep-previous: false".';
function previousOf(tag2) {
  return `${tag2}-previous`;
}
function checkPreviousTags(tags) {
  const problems = new Problems();
  const names = new Set(tags.map(({ name }) => name));
  for (const { name, moves } of tags) {
    if (!moves) continue;
    const slot = previousOf(name);
    if (names.has(slot))
      problems.add("IMG4002", `The tag ${slot} is published, and would also keep what ${name} held.`, HINT);
    if (!isTag(slot)) problems.add("IMG4002", `The tag ${slot} would be longer than 128 characters.`, HINT);
  }
  problems.throwIfAny();
}
async function readBefore(tags, targets, archive, keepPrevious) {
  const reads = [...targets].flatMap(
    ([repository, client]) => tags.map(async (tag2) => {
      const moves = tag2.moves !== void 0;
      const [before, previous] = await Promise.all([
        moves ? readMoving(tag2.name, client, archive) : headDigest(tag2.name, client),
        moves && keepPrevious ? headDigest(previousOf(tag2.name), client) : null
      ]);
      const state = { repository, tag: tag2.name, moves, before, previous, reason: tag2.reason };
      return { ...state, keep: false, planned: false, outcome: "untouched" };
    })
  );
  return settle(reads);
}
async function headDigest(tag2, client) {
  return (await client.headManifest(tag2))?.digest ?? null;
}
async function readMoving(tag2, client, archive) {
  const manifest = await client.getManifest(tag2);
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
async function keepReceipt(receipt, artifacts) {
  const name = receiptArtifact(receipt.plan, receipt.attempt);
  try {
    return `${name}@${await artifacts.put(name, serialiseReceipt(receipt))}`;
  } catch (cause) {
    const hint = "Run it again: a rerun converges.";
    throw new UserError("IMG4304", `The receipt ${name} was not kept: ${sentence(messageOf(cause))}`, {
      hint,
      cause
    });
  }
}
function makeReceipt({ head: head2, manifests }, parts, now) {
  const { kind: _kind, keepPrevious: _, started, ...run } = head2;
  const created = new Date(now).toISOString();
  return { schema: 1, ...run, created, ...parts, manifests, duration: Math.max(0, Math.round(now - started)) };
}
function receiptImage(state, options) {
  const failed = options.error !== void 0;
  const leaves = !failed && options.kind !== "rollback";
  return {
    name: state.name,
    outcome: failed ? "failed" : "published",
    ...failed ? { error: messageOf(options.error) } : {},
    digest: state.digest,
    mediaType: state.mediaType,
    platforms: state.platforms,
    repositories: state.repositories.map((repository) => {
      const tags = state.tags.filter((tag2) => tag2.repository === repository);
      return {
        repository,
        tags: tags.map((tag2) => receiptTag(tag2, state.digest)),
        superseded: leaves ? tags.flatMap((tag2) => supersededBy(tag2, state.digest, options.keepPrevious)) : []
      };
    })
  };
}
function plainImage(image2, outcome, parts) {
  return {
    name: image2.name,
    outcome,
    ...parts.error === void 0 ? {} : { error: messageOf(parts.error) },
    digest: null,
    mediaType: "",
    platforms: parts.platforms,
    repositories: image2.repositories.map((repository) => ({ repository, tags: [], superseded: [] }))
  };
}
function receiptTag({ tag: tag2, moves, before, outcome, reason }, ours) {
  return { name: tag2, moves, before, after: heldAfter(before, outcome, ours), outcome, reason };
}
function heldAfter(before, outcome, ours) {
  if (outcome === "unknown") return null;
  return outcome === "created" || outcome === "moved" || outcome === "unchanged" ? ours : before;
}
function supersededBy(tag2, ours, keepPrevious) {
  if (!tag2.moves || tag2.outcome !== "moved") return [];
  const digest = keepPrevious ? tag2.keep ? tag2.previous : null : tag2.before;
  if (digest === null || digest === ours) return [];
  return [{ tag: keepPrevious ? previousOf(tag2.tag) : tag2.tag, digest }];
}

// actions/transaction/put-back.ts
async function putBack(states, targets, journal) {
  journal.enter("reverting", states);
  for (const state of states.toReversed()) await putBackOne(state, targets, journal);
}
async function putBackOne(state, targets, journal) {
  const held = await learn(state, targets);
  for (const tag2 of state.tags.filter(({ moves, planned }) => moves && planned).reverse()) {
    await quietly(tag2, () => restoreTag(tag2, targets, journal));
    const asBefore = tag2.outcome === "restored" || held.get(tag2) === tag2.before;
    if (tag2.keep && asBefore) await quietly(tag2, () => restorePrevious(tag2, state, targets));
    journal.save();
  }
  if (!state.tags.some(({ outcome }) => outcome === "unknown")) state.phase = "reverted";
  journal.save();
}
async function learn(state, targets) {
  const held = /* @__PURE__ */ new Map();
  const read2 = async (tag2) => {
    const digest = await headDigest(tag2.tag, targetOf(targets, tag2.repository));
    held.set(tag2, digest);
    tag2.outcome = outcomeOf(tag2, digest, state.digest);
    if (digest !== state.digest && digest !== tag2.before)
      tag2.reason = `something else gave it ${digest ?? "up"} meanwhile`;
  };
  await Promise.all(state.tags.filter(({ planned }) => planned).map((tag2) => quietly(tag2, () => read2(tag2))));
  return held;
}
function outcomeOf(tag2, held, ours) {
  if (held === ours) return tag2.before === null ? "created" : "moved";
  return held === tag2.before && tag2.outcome === "restored" ? "restored" : "untouched";
}
async function restoreTag(tag2, targets, journal) {
  if (tag2.outcome !== "moved" || tag2.before === null) return;
  const old = journal.manifest(tag2.before);
  if (!old) throw new Error(`${tag2.before} was not kept`);
  await targetOf(targets, tag2.repository).putManifest(tag2.tag, old);
  tag2.outcome = "restored";
}
async function restorePrevious(tag2, state, targets) {
  const client = targetOf(targets, tag2.repository);
  const slot = previousOf(tag2.tag);
  if (tag2.previous === null || await headDigest(slot, client) !== tag2.before) return;
  const earlier = tag2.previous === state.digest ? indexOf(state) : await client.getManifest(tag2.previous);
  if (earlier) await client.putManifest(slot, earlier);
}
async function quietly(tag2, step) {
  try {
    await step();
  } catch (error) {
    tag2.outcome = "unknown";
    tag2.reason = `${tag2.repository} did not answer: ${error instanceof Error ? error.message : error}`;
  }
}
async function putTag(tag2, state, targets) {
  tag2.outcome = "unknown";
  await targetOf(targets, tag2.repository).putManifest(tag2.tag, indexOf(state));
  tag2.outcome = tag2.before === null ? "created" : "moved";
}

// actions/transaction/read-back.ts
var ReadBackError = class extends UserError {
  constructor(message) {
    super("IMG4301", message, {
      hint: "Run it again; if it stays, look for something else that moves these tags."
    });
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
  const tags = state.tags.filter((tag2) => tag2.repository === repository && holdsOurs(tag2));
  const [first, ...others] = tags.map(({ tag: tag2 }) => tag2);
  const whole = first ?? state.digest;
  await settle([
    expectDigest(`${repository}:${whole}`, state.digest, client.getManifest(whole)),
    ...others.map(async (tag2) => {
      const held = await headDigest(tag2, client);
      if (held !== state.digest)
        throw new ReadBackError(
          `${repository}:${tag2} reads back as ${held ?? "missing"}, not ${state.digest}.`
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
  describeTags,
  WORDS,
  failureOf,
  remedyOf,
  readProvenance,
  openTargets,
  targetOf,
  settle,
  previousOf,
  checkPreviousTags,
  readBefore,
  headDigest,
  keepChildren,
  keepReceipt,
  makeReceipt,
  receiptImage,
  plainImage,
  putBack,
  learn,
  putTag,
  readBack,
  holdsOurs
};
