import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  openPackages
} from "./chunk-7APBAPNP.js";
import {
  Budget,
  BudgetSpent
} from "./chunk-OXSKPOUD.js";
import {
  Graph,
  contentsOf,
  joined
} from "./chunk-GMTXQTGE.js";
import {
  atOnce
} from "./chunk-EOUI6E6D.js";
import {
  parseReceipt,
  receiptArtifact
} from "./chunk-E6NCPQQM.js";
import {
  OCI_INDEX,
  OCI_MANIFEST,
  isManifestType,
  openRegistries
} from "./chunk-VQ7M5DAN.js";
import {
  formatBytes
} from "./chunk-5XXXVB74.js";
import {
  readRegistryAccess,
  secretsOf
} from "./chunk-Z4JIA77U.js";
import {
  digestSchema
} from "./chunk-CYP3GF72.js";
import {
  readBoolean,
  readChoice,
  readInteger,
  readLines
} from "./chunk-UDUTJ6LN.js";
import {
  formatRepository,
  parseRepository
} from "./chunk-NROQNITU.js";
import {
  array,
  discriminatedUnion,
  literal,
  strictObject,
  string
} from "./chunk-47RHK2R6.js";
import {
  CancelledError,
  Problems,
  UserError,
  UserErrors,
  isUserError,
  messageOf
} from "./chunk-CJFIOQJK.js";
import {
  digestOf,
  hexOf,
  isDigest,
  shortDigest
} from "./chunk-EZQO47NV.js";

// actions/packages/manifest-cache.ts
var ManifestCache = class _ManifestCache {
  #manifests = /* @__PURE__ */ new Map();
  #pending = /* @__PURE__ */ new Map();
  #used = /* @__PURE__ */ new Set();
  #grown = false;
  /** What can't be read is as good as an empty cache. */
  static parse(text) {
    const cache = new _ManifestCache();
    for (const content of contentsOf2(text)) {
      const bytes = Buffer.from(content);
      const mediaType = mediaTypeOf(content);
      const digest = digestOf(bytes);
      if (mediaType) cache.#manifests.set(digest, { digest, mediaType, bytes });
    }
    return cache;
  }
  /** Whether it is worth saving. */
  get grown() {
    return this.#grown;
  }
  /** What nobody needed in this run is left out. */
  serialise() {
    const used = [...this.#used].flatMap((digest) => this.#manifests.get(digest) ?? []);
    return JSON.stringify({
      schema: 1,
      manifests: used.map(({ bytes }) => Buffer.from(bytes).toString("utf8"))
    });
  }
  add(manifest) {
    if (this.#manifests.has(manifest.digest)) return;
    this.#manifests.set(manifest.digest, manifest);
    this.#grown = true;
  }
  at(digest) {
    return this.#manifests.get(digest);
  }
  /** These will be needed again, whether they were read this time or not. */
  keep(digests) {
    for (const digest of digests) this.#used.add(digest);
  }
  /** Each is read from the registry once. */
  reader(client) {
    return async (digest) => {
      this.#used.add(digest);
      const known = this.#manifests.get(digest) ?? this.#pending.get(digest);
      if (known) return known;
      const pending = this.#load(digest, client);
      this.#pending.set(digest, pending);
      return pending;
    };
  }
  async #load(digest, client) {
    try {
      const manifest = await client.getManifest(digest);
      if (manifest) this.add(manifest);
      return manifest;
    } finally {
      this.#pending.delete(digest);
    }
  }
};
function contentsOf2(text) {
  try {
    const document = JSON.parse(text);
    if (document?.schema !== 1 || !Array.isArray(document.manifests)) return [];
    return document.manifests.filter((content) => typeof content === "string");
  } catch {
    return [];
  }
}
function mediaTypeOf(content) {
  try {
    const { mediaType, manifests } = JSON.parse(content);
    if (typeof mediaType === "string" && isManifestType(mediaType)) return mediaType;
    return Array.isArray(manifests) ? OCI_INDEX : OCI_MANIFEST;
  } catch {
    return void 0;
  }
}

// actions/plan/receipt-source.ts
var REFERENCE = /^(receipt-[0-9a-f]{12}-\d{1,9})@(sha256:[0-9a-f]{64})$/;
function checkReceiptInput(text) {
  if (REFERENCE.test(text) || !(text.startsWith("-") || text.startsWith("{") || text.includes("@sha256:")))
    return;
  throw unreadable(text);
}
async function resolveReceipt(text, sources) {
  checkReceiptInput(text);
  const [, name, digest] = REFERENCE.exec(text) ?? [];
  if (name !== void 0 && digest !== void 0) return fromArtifact(name, digest, sources);
  const content = await sources.readFile(text).catch((cause) => Promise.reject(unreadable(text, cause)));
  return parseReceipt(content, `receipt ${text}`);
}
async function fromArtifact(name, digest, sources) {
  const content = await sources.artifact(name);
  if (content === void 0) {
    throw new UserError(`This run has no artifact "${name}".`, {
      hint: 'The receipt comes from merge in the same workflow run; check that the job "needs" it.'
    });
  }
  if (digestOf(content) !== digest) {
    throw new UserError(`The artifact "${name}" is not the receipt that was asked for: its digest differs.`, {
      hint: 'Pass the output "receipt" of merge, unchanged.'
    });
  }
  const receipt = parseReceipt(content, `receipt ${name}`);
  if (name !== receiptArtifact(receipt.plan, receipt.attempt))
    throw new UserError(`The artifact "${name}" holds the receipt of ${receipt.plan}, not its own.`);
  return receipt;
}
function unreadable(text, cause) {
  const shown = text.length > 100 ? `${text.slice(0, 100)}\u2026` : text;
  return new UserError(`The input "receipt" is "${shown}", which can't be read.`, {
    hint: 'Pass the output "receipt" of merge (receipt-\u2026@sha256:\u2026), or the path of a receipt.',
    cause
  });
}

// actions/cleanup/patterns.ts
var HINT = "Write globs, as in pr-* or v[0-9].{1,2}, or regular expressions between slashes, one a line.";
var REGULAR = /^\/(.+)\/(i?)$/;
var IN_TAGS = /[\w.-]/;
var IN_CLASS = /^[!^]?[\w.-]+$/;
async function compilePatterns(patterns, input) {
  if (patterns.length === 0) return () => false;
  const engine = await import("./build-H5YFPLT4.js");
  const problems = new Problems();
  const filters = patterns.flatMap(
    (pattern) => problems.try(() => [compilePattern(pattern, input, engine)]) ?? []
  );
  problems.throwIfAny();
  return (tag) => filters.some((filter) => filter(tag));
}
function compilePattern(pattern, input, { RE2JS, RE2JSException }) {
  const [, regular, flag] = REGULAR.exec(pattern) ?? [];
  try {
    if (regular === void 0) {
      const glob = RE2JS.compile(translateGlob(pattern));
      return (tag) => glob.testExact(tag);
    }
    const expression = RE2JS.compile(regular, flag ? RE2JS.CASE_INSENSITIVE : 0);
    return (tag) => expression.test(tag);
  } catch (cause) {
    if (!(cause instanceof RE2JSException || cause instanceof GlobError)) throw cause;
    const what = cause.message.replace(/^error parsing regexp: /, "");
    throw new UserError(`Input "${input}" has the pattern "${pattern}": ${what}.`, { hint: HINT, cause });
  }
}
var GlobError = class extends Error {
};
function translateGlob(glob) {
  let open = 0;
  let translated = "";
  for (let at = 0; at < glob.length; at++) {
    const character = glob[at];
    if (character === "[") {
      const end = glob.indexOf("]", at);
      translated += translateClass(glob.slice(at + 1, end < 0 ? void 0 : end), end >= 0);
      at = end;
    } else if (character === "{") {
      open++;
      translated += "(?:";
    } else if (character === "}") {
      if (--open < 0) throw new GlobError("a } without its {");
      translated += ")";
    } else translated += translateCharacter(character, open > 0);
  }
  if (open > 0) throw new GlobError("a { without its }");
  return translated;
}
function translateCharacter(character, inBraces) {
  if (character === "*") return ".*";
  if (character === "?") return ".";
  if (character === "," && inBraces) return "|";
  if (!IN_TAGS.test(character)) throw new GlobError(`no tag has a \u201C${character}\u201D`);
  return character === "." ? "\\." : character;
}
function translateClass(content, closed) {
  if (!closed) throw new GlobError("a [ without its ]");
  if (!IN_CLASS.test(content)) throw new GlobError(`\u201C[${content}]\u201D names no characters of tags`);
  return `[${content.replace(/^!/, "^")}]`;
}

// actions/cleanup/inputs.ts
var HOUR = 36e5;
var DAY = 24 * HOUR;
var UNITS = { h: HOUR, d: DAY, w: 7 * DAY };
var MANY = 1e5;
var RULES = ["tags", "keep-n-tagged", "older-than", "untagged"];
function parseInputs(reader, context) {
  const problems = new Problems();
  const images = readLines(reader, "images");
  const tags = readLines(reader, "tags");
  const keepNTagged = problems.try(() => readOptional(reader, "keep-n-tagged", { min: 1, max: MANY }));
  const olderThan = problems.try(() => readDuration(reader, "older-than", HOUR));
  const untagged = problems.try(() => readDuration(reader, "untagged", DAY));
  const keepAtLeast = problems.try(() => readOptional(reader, "keep-at-least", { min: 0, max: MANY })) ?? 1;
  const tagged = tags.length > 0 || keepNTagged !== void 0 || olderThan !== void 0;
  const most = { min: 1, max: MANY };
  const inputs = {
    receipt: reader.text("receipt").trim(),
    anyBranch: problems.try(() => readBoolean(reader, "any-branch")) ?? false,
    images: problems.try(() => readImages(images)) ?? [],
    tags,
    excludeTags: readLines(reader, "exclude-tags"),
    rules: {
      tagged,
      keepAtLeast,
      ...keepNTagged === void 0 ? {} : { keepNTagged },
      ...olderThan === void 0 ? {} : { olderThan },
      ...untagged === void 0 ? {} : { untagged }
    },
    dryRun: problems.try(() => readBoolean(reader, "dry-run")) ?? false,
    maxDeletes: problems.try(() => readOptional(reader, "max-deletes", most)) ?? 100,
    maxRequests: problems.try(() => readOptional(reader, "max-requests", most)) ?? 800,
    onFailure: problems.try(() => readOnFailure(reader)) ?? "fail"
  };
  problems.try(() => checkReceiptInput(inputs.receipt));
  problems.try(() => checkTogether(reader, inputs.receipt, images.length > 0));
  const access = problems.try(() => readRegistryAccess(reader, context));
  problems.throwIfAny();
  return { ...inputs, access };
}
async function readInputs(reader, context) {
  const problems = new Problems();
  const inputs = problems.try(() => parseInputs(reader, context));
  const compile = (name) => problems.tryAsync(() => compilePatterns(readLines(reader, name), name));
  const named2 = await compile("tags");
  const excluded = await compile("exclude-tags");
  problems.throwIfAny();
  const all = inputs.tags.length === 0;
  return {
    ...inputs,
    rules: { ...inputs.rules, named: all ? () => true : named2, excluded }
  };
}
function readImages(lines) {
  const problems = new Problems();
  const names = lines.flatMap((line2) => problems.try(() => [formatRepository(parseRepository(line2))]) ?? []);
  problems.throwIfAny();
  return [...new Set(names)];
}
function checkTogether(reader, receipt, images) {
  const problems = new Problems();
  if (receipt !== "" && images) {
    problems.add(
      'Inputs "receipt" and "images" are both given.',
      "Give a receipt to remove what it left behind, or images for retention; for both, use two steps."
    );
  }
  const given = images ? [] : RULES.filter((name) => reader.text(name).trim() !== "");
  for (const name of given) {
    problems.add(
      `Input "${name}" is a rule of retention, but "images" names no repository.`,
      'Set "images", as in ghcr.io/owner/app, or leave the rule out.'
    );
  }
  problems.throwIfAny();
}
function readOptional(reader, name, range) {
  return reader.text(name).trim() === "" ? void 0 : readInteger(reader, name, range);
}
function readOnFailure(reader) {
  return reader.text("on-failure").trim() === "" ? "fail" : readChoice(reader, "on-failure", ["fail", "warn"]);
}
function readDuration(reader, name, least) {
  const text = reader.text(name).trim();
  if (text === "") return void 0;
  const [, count = "", unit = ""] = /^(\d{1,5})([hdw])$/.exec(text) ?? [];
  const duration = Number(count) * (UNITS[unit] ?? 0);
  if (duration >= least) return duration;
  const atLeast = least === DAY ? "at least 1d, as a build\u2019s images have no tag until they are merged" : "";
  throw new UserError(`Input "${name}" is "${text}".`, {
    hint: `Write hours, days or weeks, as in 12h, 30d or 8w${atLeast && `; ${atLeast}`}.`
  });
}

// actions/cleanup/journal.ts
import { appendFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
var line = discriminatedUnion("what", [
  strictObject({ what: literal("begun"), repository: string(), known: array(digestSchema) }),
  strictObject({
    what: literal("deleting"),
    repository: string(),
    digest: digestSchema,
    tags: array(string()),
    manifest: strictObject({ mediaType: string(), content: string() }).optional()
  }),
  strictObject({ what: literal("looked"), repository: string() })
]);
var CleanupJournal = class {
  path;
  constructor(path) {
    this.path = path;
  }
  begun(repository, known) {
    this.#write({ what: "begun", repository, known: [...known] });
  }
  deleting(repository, { digest, tags, manifest }) {
    const kept = manifest && {
      mediaType: manifest.mediaType,
      content: Buffer.from(manifest.bytes).toString("utf8")
    };
    this.#write({
      what: "deleting",
      repository,
      digest,
      tags: [...tags],
      ...kept ? { manifest: kept } : {}
    });
  }
  looked(repository) {
    this.#write({ what: "looked", repository });
  }
  unfinished() {
    const found = /* @__PURE__ */ new Map();
    for (const entry of this.#read()) {
      const { repository } = entry;
      if (entry.what === "looked") found.delete(repository);
      if (entry.what === "begun")
        found.set(repository, { repository, known: new Set(entry.known), deleted: [] });
      if (entry.what === "deleting") found.get(repository)?.deleted.push(deletedOf(entry));
    }
    return [...found.values()].filter(({ deleted }) => deleted.length > 0);
  }
  remove() {
    rmSync(this.path, { force: true });
  }
  #write(entry) {
    appendFileSync(this.path, `${JSON.stringify(entry)}
`, { mode: 384 });
  }
  /** A process may have been killed while it wrote: then what the line was to tell of had not begun. */
  #read() {
    if (!existsSync(this.path)) return [];
    const lines = readFileSync(this.path, "utf8").split("\n").slice(0, -1);
    return lines.map((text) => line.parse(JSON.parse(text)));
  }
};
function cleanupJournalPath(temp) {
  return join(temp, "cleanup-journal.jsonl");
}
function deletedOf(entry) {
  const { tags, manifest } = entry;
  const bytes = manifest && Buffer.from(manifest.content);
  return {
    digest: entry.digest,
    tags,
    ...manifest && bytes ? { manifest: { digest: entry.digest, mediaType: manifest.mediaType, bytes } } : {}
  };
}

// actions/packages/inventory.ts
var FALLBACK = /^sha256-([0-9a-f]{64})(\..+)?$/;
var Inventory = class {
  /** The newest first. */
  versions;
  roots;
  fallbacks;
  #byDigest;
  /** `unlisted`: tags that are there, though no listed version has them yet. */
  constructor(versions, unlisted = []) {
    const held = [
      ...versions.flatMap(({ digest, tags }) => tags.map((name) => ({ digest, name }))),
      ...unlisted
    ];
    this.versions = versions;
    this.#byDigest = new Map(versions.map((version) => [version.digest, version]));
    this.roots = held.filter(({ name }) => subjectOfTag(name) === void 0);
    this.fallbacks = held.flatMap(({ digest, name }) => {
      const subject = subjectOfTag(name);
      return subject === void 0 ? [] : [{ subject, digest, tag: name }];
    });
  }
  at(digest) {
    return this.#byDigest.get(digest);
  }
};
function subjectOfTag(tag) {
  const digest = `sha256:${FALLBACK.exec(tag)?.[1] ?? ""}`;
  return isDigest(digest) ? digest : void 0;
}

// actions/packages/take-inventory.ts
var PATIENCE = 1e4;
var Contradiction = class extends UserError {
  constructor(message) {
    super(message, { hint: "Nothing was deleted there. Run it again in some minutes." });
    this.name = "Contradiction";
  }
};
async function takeInventory(source, client, options) {
  const first = await look(source, client);
  if (first.doubt === void 0 && lacking(first, options).length === 0) return inventoryOf(first, options);
  await options.clock.sleep(PATIENCE, options.signal);
  const second = await look(source, client);
  const missing = lacking(second, options);
  const where = formatRepository(source.repository);
  if (options.unlisted === "read")
    return inventoryOf(second, options, await Promise.all(missing.map((tag) => readRoot(client, tag))));
  if (second.doubt !== void 0) throw new Contradiction(`The list of ${where} ${second.doubt}.`);
  if (missing.length > 0)
    throw new Contradiction(
      `The registry has the tag ${missing[0]} in ${where}, but its list of versions does not.`
    );
  return inventoryOf(second, options);
}
async function look(source, client) {
  const versions = await source.versions();
  const tags = source.kind === "ghcr" ? await client.listTags() : [];
  return { versions, tags, doubt: doubtOf(versions) };
}
function doubtOf(versions) {
  const digests = /* @__PURE__ */ new Set();
  const tags = /* @__PURE__ */ new Set();
  for (const version of versions) {
    if (digests.has(version.digest)) return `has ${version.digest} twice`;
    digests.add(version.digest);
    for (const tag of version.tags) {
      if (tags.has(tag)) return `says of two versions that they hold the tag ${tag}`;
      tags.add(tag);
    }
  }
  return void 0;
}
function lacking({ versions, tags }, { given = [] }) {
  const listed = /* @__PURE__ */ new Set([...versions.flatMap((version) => version.tags), ...given.map(({ name }) => name)]);
  return tags.filter((tag) => !listed.has(tag));
}
function inventoryOf({ versions, tags }, { given = [] }, read = []) {
  const listed = new Set(versions.flatMap((version) => version.tags));
  const unlisted = tags.filter((tag) => !listed.has(tag));
  return new Inventory(versions, [
    ...given.filter(({ name }) => unlisted.includes(name)),
    ...read.filter((root) => root !== void 0)
  ]);
}
async function readRoot(client, name) {
  const found = await client.headManifest(name);
  return found && { digest: found.digest, name };
}

// actions/cleanup/recovery.ts
var Recovery = class {
  restored = [];
  #gone;
  #look;
  #tried = /* @__PURE__ */ new Map();
  #lost = [];
  constructor(gone, look2) {
    this.#gone = gone;
    this.#look = look2;
  }
  /** What was deleted has to be asked for, whatever the cache remembers; and is read once it is back. */
  reader() {
    const { cache, client } = this.#look;
    const read = cache.reader(client);
    return async (digest) => {
      if (!this.#gone.has(digest)) return read(digest);
      await this.bringBack(digest);
      return this.#gone.get(digest)?.manifest ?? await read(digest);
    };
  }
  bringBack(digest) {
    const tried = this.#tried.get(digest) ?? this.#try(digest);
    this.#tried.set(digest, tried);
    return tried;
  }
  throwIfLost() {
    if (this.#lost.length === 0) return;
    const where = formatRepository(this.#look.package.repository);
    throw new UserError(
      `A tag in ${where} needs what was deleted meanwhile, and it could not be brought back: ${this.#lost.join("; ")}.`,
      { hint: "Push that tag again." }
    );
  }
  async #try(digest) {
    const { client, cache } = this.#look;
    const { manifest = cache.at(digest), tags = [] } = this.#gone.get(digest) ?? {};
    if (await client.headManifest(digest)) return;
    const refused = await this.#restore(digest);
    const failure = refused !== void 0 && manifest ? await this.#putAgain(manifest) : refused;
    if (failure !== void 0) {
      this.#lost.push(`${shortDigest(digest)} (${failure})`);
      return;
    }
    this.restored.push(digest);
    if (manifest) await this.#tagAgain(manifest, tags);
  }
  #restore(digest) {
    return failureOf(async () => {
      const outcome = await this.#look.package.restore(digest);
      if (outcome.outcome === "done") return void 0;
      return "reason" in outcome ? outcome.reason : outcome.outcome;
    });
  }
  /** A registry takes no index whose children it lacks. */
  async #putAgain(manifest) {
    for (const { digest } of contentsOf(manifest)?.children ?? [])
      if (this.#gone.has(digest)) await this.bringBack(digest);
    return failureOf(() => this.#look.client.putManifest(manifest.digest, manifest));
  }
  /** Only by its tag is a signature found. */
  async #tagAgain(manifest, tags) {
    const { client } = this.#look;
    for (const tag of tags.filter((name) => subjectOfTag(name) !== void 0))
      if (!await client.headManifest(tag)) await client.putManifest(tag, manifest);
  }
};
async function failureOf(work) {
  try {
    const answer = await work();
    return typeof answer === "string" ? answer : void 0;
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    return messageOf(error);
  }
}

// actions/cleanup/look-again.ts
var AT_ONCE = 8;
async function lookAgain(deleted, known, look2) {
  const now = await inventoryNow(look2);
  const gone = new Map(deleted.map((each) => [each.digest, each]));
  const recovery = new Recovery(gone, look2);
  const fallbacks = [...now.fallbacks, ...deleted.flatMap(fallbacksOf)];
  const graph = new Graph({ read: recovery.reader(), fallbacks, lenient: true });
  const fresh = now.roots.filter(({ digest }) => !known.has(digest));
  await graph.add(await stillThere(fresh, gone, look2.client));
  for (const digest of gone.keys()) if (graph.has(digest)) await recovery.bringBack(digest);
  recovery.throwIfLost();
  return recovery.restored;
}
async function stillThere(roots, gone, client) {
  const checked = await atOnce(AT_ONCE, roots, async (root) => {
    if (!gone.get(root.digest)?.tags.includes(root.name)) return [root];
    return (await client.headManifest(root.name))?.digest === root.digest ? [root] : [];
  });
  return checked.flat();
}
function fallbacksOf({ digest, tags }) {
  return tags.flatMap((tag) => {
    const subject = subjectOfTag(tag);
    return subject === void 0 ? [] : [{ subject, digest, tag }];
  });
}
async function inventoryNow({ package: source, client, clock, signal }) {
  try {
    return await takeInventory(source, client, { clock, unlisted: "read", ...signal ? { signal } : {} });
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    const heads = await atOnce(AT_ONCE, await client.listTags(), async (name) => {
      const found = await client.headManifest(name);
      return found ? [{ name, digest: found.digest }] : [];
    });
    return new Inventory([], heads.flat());
  }
}

// actions/cleanup/delete.ts
var OUTCOMES = {
  done: "deleted",
  absent: "absent",
  changed: "changed",
  kept: "kept",
  unsupported: "unsupported"
};
async function executePlan({ repository, steps }, deletion) {
  const executed = { deleted: [] };
  const byDigest = new Map(steps.flatMap((step) => step.untag ? [] : [[step.version.digest, step.entry]]));
  for (const [number, step] of steps.entries()) {
    deletion.progress(`deleting from ${repository}`, number, steps.length);
    if (deletion.signal.aborted) executed.stopped ??= new CancelledError();
    if (executed.stopped === void 0 && step.after.length === 0)
      reserveTree(steps, number, deletion, executed);
    if (executed.stopped !== void 0) step.entry.outcome = "unreached";
    else if (!blocked(step, byDigest)) await take(step, deletion, executed);
  }
  deletion.progress(`deleting from ${repository}`, steps.length, steps.length);
  return executed;
}
function reserveTree(steps, first, deletion, executed) {
  const end = steps.findIndex(({ after }, number) => number > first && after.length === 0);
  const tree = steps.slice(first, end < 0 ? void 0 : end);
  try {
    deletion.reserve(tree.reduce((sum, { entry }) => sum + entry.requests, 0));
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
async function take(step, deletion, executed) {
  const { entry, version, untag } = step;
  try {
    const outcome = untag === void 0 ? await remove(step, deletion, executed) : await deletion.package.untag(untag, version.digest);
    entry.outcome = untag !== void 0 && outcome.outcome === "done" ? "untagged" : OUTCOMES[outcome.outcome];
    if ("reason" in outcome) entry.detail = outcome.reason;
  } catch (error) {
    entry.outcome = "unreached";
    executed.stopped = error;
  }
}
async function remove({ version }, deletion, executed) {
  const manifest = await deletion.keep(version.digest);
  const deleted = { digest: version.digest, tags: version.tags, ...manifest ? { manifest } : {} };
  deletion.note(deleted);
  executed.deleted.push(deleted);
  return deletion.package.remove(version);
}
function goesOnLater(stopped) {
  return stopped instanceof BudgetSpent;
}

// actions/cleanup/freed.ts
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

// actions/cleanup/order.ts
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

// actions/cleanup/staying.ts
function stayingEntries(facts, gone) {
  const { inventory, candidates, graph, kind } = facts;
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
      return stays(digest, tags, reason ?? "nothing asked for it to go");
    }),
    ...unlisted.map((digest) => stays(digest, [], `needed by ${graph.nameOf(digest)}`))
  ];
}
function keptBy({ digest, tags }, { graph }) {
  const name = graph.nameOf(digest);
  if (name === void 0) return void 0;
  return tags.includes(name) ? `tagged ${name}` : `needed by ${name}`;
}
function stays(digest, tags, reason) {
  return { digest, tags: [...tags], verdict: "stays", reason, requests: 0 };
}

// actions/cleanup/plan.ts
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
    const entry = { digest, tags: [tag], verdict: "goes", reason, requests: 2 };
    return [{ entry, version, untag: tag, after: [] }];
  });
}
function costOf(kind, { tags }) {
  if (kind === "ghcr") return 2;
  return kind === "dockerhub" ? 2 * tags.length + 1 : tags.length + 2;
}
function sizeOf(blobs) {
  if (!blobs || blobs.size === 0) return void 0;
  return [...blobs.values()].reduce((sum, size) => sum + size, 0);
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

// actions/cleanup/going.ts
var AT_ONCE2 = 4;
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
    wave = (await atOnce(AT_ONCE2, wave, (step) => enter(step, going2, ground))).flat();
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

// actions/cleanup/prepare.ts
async function prepare(site) {
  const { task, cleanup, client, package: source } = site;
  const { clock, signal, budget, cache } = cleanup;
  const { tags: given = [], needed = [] } = task.given ?? {};
  const before = budget.spent;
  const inventory = await takeInventory(source, client, { clock, signal, given });
  const listing = budget.spent - before;
  const candidates = task.choose(inventory);
  const read = cache.reader(client);
  const graph = new Graph({ read, fallbacks: inventory.fallbacks });
  const roots = remaining(inventory, candidates);
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
  return { plan, known: new Set(roots.map(({ digest }) => digest)), listing };
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
async function cleanRepository(task, cleanup, journal) {
  const repository = parseRepository(task.repository);
  const source = cleanup.packages.open(repository);
  const rights = cleanup.options.dryRun ? "pull" : source.kind === "ghcr" ? "push" : "delete";
  const client = cleanup.registries.open(repository, rights);
  const site = { task, cleanup, journal, package: source, client };
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
  if (!goesOnLater(error)) return failed(empty, error);
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
  const hint = error instanceof UserError ? error.hint : void 0;
  return new UserError(`${repository}: ${messageOf(error)}`, {
    ...hint === void 0 ? {} : { hint },
    cause: error
  });
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
    new UserError(`The plan for ${plan.repository} has ${plan.steps.length} deletions, more than ${most}.`, {
      hint: "Nothing was deleted. If the plan is right, set \u201Cmax-deletes\u201D to more."
    })
  );
}
async function deleteAll({ plan, known, listing }, site) {
  const { cleanup, journal, package: source, client } = site;
  const { cache, signal, progress, budget } = cleanup;
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
    if (executed.deleted.length > 0) await secondLook(plan, known, executed, site);
    journal.looked(plan.repository);
  } catch (thrown) {
    const error = causeOf(thrown, cleanup);
    if (error instanceof CancelledError) return { cleaned: reportOf(plan, "partial"), error };
    return failed(plan, error);
  }
  return resultOf(plan, executed, cleanup);
}
async function secondLook(plan, known, executed, site) {
  const { cleanup, package: source, client } = site;
  const { cache, clock, signal, budget } = cleanup;
  const look2 = { package: source, client, cache, clock, signal };
  const restored = new Set(await budget.lift(() => lookAgain(executed.deleted, known, look2)));
  for (const { entry } of plan.steps) if (restored.has(entry.digest)) entry.outcome = "restored";
}
function resultOf(plan, executed, cleanup) {
  if (executed.stopped === void 0) return { cleaned: reportOf(plan, "done") };
  const stopped = causeOf(executed.stopped, cleanup);
  if (stopped instanceof CancelledError) return { cleaned: reportOf(plan, "partial"), error: stopped };
  if (!goesOnLater(stopped)) return failed(plan, stopped);
  const left = plan.steps.filter(({ entry }) => entry.outcome === "unreached").length;
  cleanup.log.warn(`${left} deletions in ${plan.repository} are left: ${stopped}`);
  return { cleaned: reportOf(plan, "partial", stopped.message) };
}

// actions/cleanup/run.ts
async function runCleanup(cleanup) {
  const { clock, options, tasks, signal } = cleanup;
  const created = new Date(clock.now()).toISOString();
  const journal = new CleanupJournal(cleanup.journal);
  const results = [];
  for (const task of tasks) if (!signal.aborted) results.push(await cleanRepository(task, cleanup, journal));
  if (journal.unfinished().length === 0) journal.remove();
  const repositories = results.map(({ cleaned }) => cleaned);
  const errors = results.flatMap(({ error: error2 }) => error2 === void 0 ? [] : [error2]);
  const error = joined(signal.aborted && errors.length === 0 ? [new CancelledError()] : errors);
  const report = { schema: 1, created, dryRun: options.dryRun, repositories };
  return { report, ...error === void 0 ? {} : { error } };
}
async function finishCleanup(aftermath) {
  const { packages, registries, budget, cache, clock, log } = aftermath;
  const journal = new CleanupJournal(aftermath.journal);
  const errors = [];
  for (const { repository, known, deleted } of journal.unfinished()) {
    const parsed = parseRepository(repository);
    const look2 = { package: packages.open(parsed), client: registries.open(parsed), cache, clock };
    try {
      const restored = await budget.lift(() => lookAgain(deleted, known, look2));
      journal.looked(repository);
      log.warn(
        `The cleanup of ${repository} was interrupted after ${deleted.length} deletions; ${restored.length} were brought back, as a tag needs them.`
      );
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw joined(errors);
  journal.remove();
}

// actions/cleanup/services.ts
function openServices(runner, { access, maxRequests }) {
  const budget = new Budget(maxRequests);
  const registries = openRegistries(access, runner);
  const packages = openPackages(access, { ...runner, apiUrl: runner.event.apiUrl, budget, registries });
  return {
    registries,
    packages,
    budget,
    close: () => {
      packages.close();
      registries.close();
    }
  };
}

// actions/report/cleaned.ts
var MOST_REASONS = 20;
var MOST_NAMES = 5;
var OTHER = "other reasons";
function going({ entries }) {
  return entries.filter(({ verdict }) => verdict === "goes");
}
function staying({ entries }) {
  return entries.filter(({ verdict }) => verdict === "stays");
}
function remains({ verdict, outcome }) {
  return verdict === "goes" && !(outcome === "deleted" || outcome === "untagged" || outcome === "absent");
}
function stayReasons(repository) {
  const counts = [...Map.groupBy(staying(repository), ({ reason }) => inGeneral(reason))].map(([reason, entries]) => ({ reason, count: entries.length })).toSorted((a, b) => b.count - a.count);
  if (counts.length <= MOST_REASONS) return counts;
  const rest = counts.slice(MOST_REASONS - 1).reduce((sum, { count }) => sum + count, 0);
  return [...counts.slice(0, MOST_REASONS - 1), { reason: OTHER, count: rest }];
}
function inGeneral(reason) {
  if (reason.startsWith("tagged ")) return "holds a tag";
  return reason.startsWith("needed by ") ? "needed by something that stays" : reason;
}
function outcomeWords({ outcome, detail }) {
  if (outcome === void 0) return "";
  const words = {
    deleted: "deleted",
    untagged: "tag removed",
    absent: "was gone already",
    changed: "changed meanwhile, so left alone",
    kept: "kept by the registry",
    unsupported: "the registry can\u2019t",
    unreached: "not reached",
    restored: "put back, as a tag needs it"
  };
  return detail ? `${words[outcome]} (${detail})` : words[outcome];
}
function headline(report) {
  const { repositories } = report;
  const failed2 = repositories.filter(({ outcome }) => outcome === "failed").map(({ repository }) => repository);
  const deeds2 = deedsOf(report);
  const ending = [
    ...failed2.length > 0 ? [`failed: ${failed2.join(", ")}`] : [],
    ...repositories.some(({ outcome }) => outcome === "partial") ? ["a later run goes on from here"] : []
  ];
  return [deeds2, ...ending].join("; ");
}
function deedsOf({ repositories }) {
  const planned = repositories.every(({ outcome }) => outcome === "planned");
  const verb = planned ? "Would delete" : "Deleted";
  const { manifests, tags } = tally(repositories.flatMap((repository) => deeds(repository, planned)));
  const freed = freedOf(repositories);
  if (manifests + tags === 0)
    return repositories.every((repository) => going(repository).length === 0) ? "Nothing to delete" : `${verb} nothing`;
  const what = [
    ...manifests > 0 ? [counted(manifests, "manifest")] : [],
    ...tags > 0 ? [counted(tags, "tag")] : []
  ];
  const size = freed > 0 ? `, ${formatBytes(freed)}${planned ? "" : " freed"}` : "";
  return `${verb} ${what.join(" and ")}${size}`;
}
function deeds(repository, planned) {
  const isTag = tagOnly(repository);
  return going(repository).flatMap((entry) => {
    const done = planned || entry.outcome === "deleted" || entry.outcome === "untagged";
    return done ? [isTag(entry) ? "tag" : "manifest"] : [];
  });
}
function tally(deeds2) {
  const tags = deeds2.filter((deed) => deed === "tag").length;
  return { tags, manifests: deeds2.length - tags };
}
function tagOnly(repository) {
  const stays2 = new Set(staying(repository).map(({ digest }) => digest));
  return ({ digest, outcome }) => outcome === "untagged" || stays2.has(digest);
}
function freedOf(repositories) {
  return repositories.reduce((sum, { freed }) => sum + freed, 0);
}
function counted(number, what) {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
function remainder(repository) {
  const left = going(repository).filter(remains).map(({ digest }) => shortDigest(digest));
  if (left.length === 0) return "";
  const more = left.length > MOST_NAMES ? ` and ${left.length - MOST_NAMES} more` : "";
  return `${left.slice(0, MOST_NAMES).join(", ")}${more}`;
}

// actions/cleanup/warning.ts
function warnOf(error, log) {
  for (const each of error instanceof UserErrors ? error.errors : [error])
    log.warn(`The cleanup failed: ${isUserError(each) ? String(each) : messageOf(each)}`);
  if (!isUserError(error) && error instanceof Error) log.info(error.stack ?? "");
}
function warnOfRemainder({ repositories }, log) {
  const failed2 = repositories.filter(({ outcome }) => outcome === "failed");
  const left = failed2.flatMap((repository) => {
    const names = remainder(repository);
    return names === "" ? [] : [`${repository.repository}: ${names}`];
  });
  log.warn(left.length > 0 ? `Still there: ${left.join("; ")}.` : "Nothing was deleted where it failed.");
}

// actions/cleanup/finish.ts
var JOURNAL_STATE = "cleanup-journal";
async function finishCleanUp(runner) {
  const journal = runner.state(JOURNAL_STATE);
  if (journal === "" || new CleanupJournal(journal).unfinished().length === 0) return;
  const inputs = parseInputs(runner.inputs, runner.event);
  for (const secret of secretsOf(inputs.access)) runner.mask(secret);
  const { close, ...services } = openServices(runner, inputs);
  try {
    await finishCleanup({ ...services, ...runner, cache: ManifestCache.parse(""), journal });
  } catch (error) {
    if (inputs.onFailure === "fail") throw error;
    warnOf(error, runner.log);
  } finally {
    close();
  }
}

export {
  ManifestCache,
  going,
  staying,
  remains,
  stayReasons,
  outcomeWords,
  headline,
  tagOnly,
  freedOf,
  counted,
  remainder,
  resolveReceipt,
  readInputs,
  cleanupJournalPath,
  runCleanup,
  openServices,
  warnOf,
  warnOfRemainder,
  JOURNAL_STATE,
  finishCleanUp
};
