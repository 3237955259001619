import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  openPackages
} from "./chunk-WOMC7VJ6.js";
import {
  within
} from "./chunk-LAA5ZFTH.js";
import {
  checkReceiptInput
} from "./chunk-FKA4GPVW.js";
import {
  Budget,
  BudgetSpent
} from "./chunk-XVK3NXXF.js";
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
  Archive
} from "./chunk-ZW72XIGJ.js";
import {
  keepManifest,
  keptManifest,
  recallManifest
} from "./chunk-M4TK4L4R.js";
import {
  OCI_INDEX,
  OCI_MANIFEST,
  isManifestType,
  openRegistries
} from "./chunk-IQHIBHU4.js";
import {
  readRegistryAccess,
  secretsOf
} from "./chunk-SEJ6WIJR.js";
import {
  formatRepository,
  namesRegistry,
  parseRepository
} from "./chunk-ZNDI3WQU.js";
import {
  formatBytes
} from "./chunk-5XXXVB74.js";
import {
  digestSchema
} from "./chunk-WAJLRQW2.js";
import {
  readBoolean,
  readChoice,
  readInteger,
  readLines
} from "./chunk-GDCOOEY7.js";
import {
  array,
  discriminatedUnion,
  literal,
  strictObject,
  string
} from "./chunk-J6MGYEM6.js";
import {
  digestOf,
  isDigest,
  shortDigest
} from "./chunk-EZQO47NV.js";
import {
  CancelledError,
  InputProblems,
  Problems,
  UserError,
  isUserError,
  messageOf,
  userErrorsOf
} from "./chunk-GTGSVCFP.js";

// actions/packages/reach/manifest-cache.ts
var ManifestCache = class _ManifestCache {
  #archive = new Archive();
  #used = /* @__PURE__ */ new Set();
  #grown = false;
  /** What can't be read is as good as an empty cache. */
  static parse(text) {
    const cache = new _ManifestCache();
    for (const content of contentsOf2(text)) {
      const bytes = Buffer.from(content);
      const mediaType = mediaTypeOf(content);
      const digest = digestOf(bytes);
      if (mediaType) cache.#archive.add({ digest, mediaType, bytes });
    }
    return cache;
  }
  /** Whether it is worth saving. */
  get grown() {
    return this.#grown;
  }
  /** What nobody needed is left out; after a run that did not see everything, nothing is. */
  serialise({ whole }) {
    const kept = whole ? this.#used : this.#archive.digests;
    const manifests = [...kept].flatMap((digest) => this.at(digest) ?? []);
    return JSON.stringify({
      schema: 1,
      manifests: manifests.map(({ bytes }) => Buffer.from(bytes).toString("utf8"))
    });
  }
  add(manifest) {
    if (this.at(manifest.digest)) return;
    this.#archive.add(manifest);
    this.#grown = true;
  }
  at(digest) {
    return this.#archive.at(digest);
  }
  /** These will be needed again, whether they were read this time or not. */
  keep(digests) {
    for (const digest of digests) this.#used.add(digest);
  }
  /** Each is read from the registry once. */
  reader(client) {
    return async (digest) => {
      this.#used.add(digest);
      const known = this.at(digest);
      if (known) return known;
      const read2 = await this.#archive.fetch(digest, client);
      if (read2) this.#grown = true;
      return read2;
    };
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

// actions/cleanup/cache-store.ts
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
var PATIENCE = 2e4;
function openCacheStore(context, repositories, service = async () => (await import("./cache-VHRZAHBH.js")).cacheService) {
  const { environment, event, log, clock } = context;
  const name = `image-actions-manifests-${nameOf(repositories)}`;
  const home = environment.XDG_CACHE_HOME || join(environment.HOME || homedir(), ".cache");
  const file = join(home, "image-actions", `${name}.json`);
  const hasService = environment.ACTIONS_RUNTIME_TOKEN && (environment.ACTIONS_RESULTS_URL || environment.ACTIONS_CACHE_URL);
  const key = `${name}-${event.runId}-${event.attempt}`;
  const tell = (what) => (error) => {
    log.info(`The manifests of earlier runs could not be ${what}: ${messageOf(error)}`);
    return "";
  };
  const ask = async (question) => {
    if (hasService) await within(PATIENCE, async () => question(await service()), clock);
  };
  const save = async (content) => {
    await write(file, content);
    await ask((asked) => asked.save([file], key));
  };
  return {
    load: async () => {
      await ask((asked) => asked.restore([file], key, [`${name}-`])).catch(
        tell("loaded, so those are read again that this machine lacks")
      );
      return read(file).catch(tell("read, so each is asked for again"));
    },
    save: async (content) => void await save(content).catch(tell("kept, so the next run reads again"))
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

// actions/packages/reach/inventory.ts
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

// actions/packages/reach/take-inventory.ts
var PATIENCE2 = 1e4;
var Contradiction = class extends UserError {
  constructor(message) {
    super("IMG5301", message, { hint: "Nothing was deleted there. Run it again in some minutes." });
    this.name = "Contradiction";
  }
};
async function takeInventory(source, client, options) {
  const first = await look(source, client, options);
  if (first.doubt === void 0 && first.unlisted.length === 0) return inventoryOf(first);
  await options.clock.sleep(PATIENCE2, options.signal);
  const second = await look(source, client, options);
  const [missing] = second.unlisted;
  const where = formatRepository(source.repository);
  if (options.unlisted === "read")
    return inventoryOf(second, await Promise.all(second.unlisted.map((tag) => readRoot(client, tag))));
  if (second.doubt !== void 0) throw new Contradiction(`The list of ${where} ${second.doubt}.`);
  if (missing !== void 0)
    throw new Contradiction(
      `The registry has the tag ${missing} in ${where}, but its list of versions does not.`
    );
  return inventoryOf(second);
}
async function look(source, client, { given = [] }) {
  const versions = await source.versions();
  const listed = new Map(versions.flatMap(({ tags: tags2, digest }) => tags2.map((tag) => [tag, digest])));
  const tags = source.kind === "ghcr" ? await client.listTags() : [];
  const asked = await Promise.all(
    given.filter(({ name, digest }) => listed.get(name) !== digest).map(async ({ name }) => [name, (await client.headManifest(name))?.digest])
  );
  const late = (name) => tags.includes(name) && !listed.has(name);
  const stale = asked.find(([name, digest]) => listed.get(name) !== digest && !late(name));
  const known = asked.flatMap(([name, digest]) => late(name) && digest ? [{ name, digest }] : []);
  return {
    versions,
    known,
    unlisted: tags.filter((tag) => late(tag) && !known.some(({ name }) => name === tag)),
    doubt: doubtOf(versions) ?? (stale && `does not show what ${stale[0]} holds by now`)
  };
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
function inventoryOf({ versions, known }, read2 = []) {
  return new Inventory(versions, [...known, ...read2.filter((root) => root !== void 0)]);
}
async function readRoot(client, name) {
  const found2 = await client.headManifest(name);
  return found2 && { digest: found2.digest, name };
}

// actions/cleanup/deletion/bring-back.ts
var BroughtBack = class {
  digests = [];
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
    const read2 = cache.reader(client);
    return async (digest) => {
      if (!this.#gone.has(digest)) return read2(digest);
      await this.bring(digest);
      return this.#gone.get(digest)?.manifest ?? await read2(digest);
    };
  }
  bring(digest) {
    const tried = this.#tried.get(digest) ?? this.#try(digest);
    this.#tried.set(digest, tried);
    return tried;
  }
  throwIfLost() {
    if (this.#lost.length === 0) return;
    const where = formatRepository(this.#look.package.repository);
    throw new UserError(
      "IMG5404",
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
    this.digests.push(digest);
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
      if (this.#gone.has(digest)) await this.bring(digest);
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

// actions/cleanup/deletion/look-again.ts
var AT_ONCE = 8;
async function lookAgain(deleted, known, look2) {
  const now = await inventoryNow(look2);
  const gone = new Map(deleted.map((each) => [each.digest, each]));
  const back = new BroughtBack(gone, look2);
  const fallbacks = [...now.fallbacks, ...deleted.flatMap(fallbacksOf)];
  const graph = new Graph({ read: back.reader(), fallbacks, lenient: true });
  const fresh = now.roots.filter(({ digest }) => !known.has(digest));
  await graph.add(await stillThere(fresh, gone, look2.client));
  for (const digest of gone.keys()) if (graph.has(digest)) await back.bring(digest);
  back.throwIfLost();
  return { restored: back.digests, missing: await missingTags(now, look2) };
}
async function missingTags({ roots }, { client, tags = [] }) {
  const there = new Set(roots.map(({ name }) => name));
  const unlisted = tags.filter((tag) => !there.has(tag));
  const found2 = await atOnce(
    AT_ONCE,
    unlisted,
    async (tag) => await client.headManifest(tag) ? [] : [tag]
  );
  return found2.flat();
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
      const found2 = await client.headManifest(name);
      return found2 ? [{ name, digest: found2.digest }] : [];
    });
    return new Inventory([], heads.flat());
  }
}

// actions/cleanup/deletion/aftermath.ts
function found(restored) {
  if (restored === 0) return "No tag needs anything of what it deleted.";
  return `Brought back, as a tag needs it: ${restored} of what it deleted.`;
}
async function finishDeletions(journal, aftermath) {
  const { packages, registries, budget, cache, clock, log } = aftermath;
  const errors = [];
  for (const { repository, known, deleted } of journal.unfinished()) {
    const parsed = parseRepository(repository);
    const look2 = { package: packages.open(parsed), client: registries.open(parsed), cache, clock };
    try {
      const { restored } = await budget.lift(() => lookAgain(deleted, known, look2));
      journal.looked(repository);
      log.warn(`The cleanup of ${repository} was interrupted. ${found(restored.length)}`);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw joined(errors);
  journal.remove();
}

// actions/cleanup/deletion/journal.ts
import { appendFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join as join2 } from "node:path";
var line = discriminatedUnion("what", [
  strictObject({ what: literal("begun"), repository: string(), known: array(digestSchema) }),
  strictObject({
    what: literal("deleting"),
    repository: string(),
    digest: digestSchema,
    tags: array(string()),
    manifest: keptManifest.optional()
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
    const kept = manifest ? { manifest: keepManifest(manifest) } : {};
    this.#write({ what: "deleting", repository, digest, tags: [...tags], ...kept });
  }
  looked(repository) {
    this.#write({ what: "looked", repository });
  }
  unfinished() {
    const found2 = /* @__PURE__ */ new Map();
    for (const entry of this.#read()) {
      const { repository } = entry;
      if (entry.what === "looked") found2.delete(repository);
      if (entry.what === "begun")
        found2.set(repository, { repository, known: new Set(entry.known), deleted: [] });
      if (entry.what === "deleting") found2.get(repository)?.deleted.push(deletedOf(entry));
    }
    return [...found2.values()].filter(({ deleted }) => deleted.length > 0);
  }
  /** In all repositories, whether anybody has looked again or not. */
  deleted() {
    return this.#read().flatMap((entry) => entry.what === "deleting" ? [deletedOf(entry)] : []);
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
function cleanupJournalPath(temp, step) {
  return join2(temp, `cleanup-journal-${step}.jsonl`);
}
function deletedOf({ digest, tags, manifest }) {
  return { digest, tags, ...manifest ? { manifest: recallManifest(manifest, digest) } : {} };
}

// actions/cleanup/choice/patterns.ts
var HINT = "Write globs, as in pr-* or v[0-9].{1,2}, or regular expressions between slashes, one a line.";
var REGULAR = /^\/(.+)\/(i?)$/;
var IN_TAGS = /[\w.-]/;
var IN_CLASS = /^[!^]?[\w.-]+$/;
async function compilePatterns(patterns, input) {
  if (patterns.length === 0) return () => false;
  const engine = await import("./build-6PKO7TAR.js");
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
    throw new UserError("IMG5005", `Input "${input}" has the pattern "${pattern}": ${what}.`, {
      hint: HINT,
      cause
    });
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
  if (!IN_TAGS.test(character)) throw new GlobError(`no tag has a "${character}"`);
  return character === "." ? "\\." : character;
}
function translateClass(content, closed) {
  if (!closed) throw new GlobError("a [ without its ]");
  if (!IN_CLASS.test(content)) throw new GlobError(`"[${content}]" names no characters of tags`);
  return `[${content.replace(/^!/, "^")}]`;
}

// actions/cleanup/inputs.ts
var HOUR = 36e5;
var DAY = 24 * HOUR;
var UNITS = { h: HOUR, d: DAY, w: 7 * DAY };
var MANY = 1e5;
var RULES = ["tags", "keep-n-tagged", "older-than", "untagged"];
async function parseInputs(reader, context) {
  const problems = new InputProblems();
  const inputs = problems.try(() => parsePlain(reader, context));
  const compile = (name, lines) => problems.tryAsync(() => compilePatterns(lines, name));
  const patterns = await compile("tags", readLines(reader, "tags"));
  const exclusions = readLines(reader, "exclude-tags");
  const excluded = await compile("exclude-tags", readLines(reader, "images").length === 0 ? [] : exclusions);
  problems.throwIfAny();
  const named = readLines(reader, "tags").length === 0 ? () => true : patterns;
  return { ...inputs, rules: { ...inputs.rules, named, excluded } };
}
function parsePlain(reader, context) {
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
function readImages(lines) {
  const problems = new Problems();
  const names = lines.flatMap((line2) => problems.try(() => [readImage(line2)]) ?? []);
  problems.throwIfAny();
  return [...new Set(names)];
}
function readImage(line2) {
  if (namesRegistry(line2)) return formatRepository(parseRepository(line2));
  throw new UserError("IMG5001", `Input "images" has "${line2}", which names no registry.`, {
    hint: "Write ghcr.io/owner/app or docker.io/user/app."
  });
}
function checkTogether(reader, receipt, images) {
  const problems = new Problems();
  if (receipt !== "" && images) {
    problems.add(
      "IMG5002",
      'Inputs "receipt" and "images" are both given.',
      "Give a receipt to remove what it left behind, or images for retention; for both, use two steps."
    );
  }
  const given = images ? [] : RULES.filter((name) => reader.text(name).trim() !== "");
  for (const name of given) {
    problems.add(
      "IMG5003",
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
  throw new UserError("IMG5004", `Input "${name}" is "${text}".`, {
    hint: `Write hours, days or weeks, as in 12h, 30d or 8w${atLeast && `; ${atLeast}`}.`
  });
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
  const failed = repositories.filter(({ outcome }) => outcome === "failed").map(({ repository }) => repository);
  const deeds2 = deedsOf(report);
  const ending = [
    ...failed.length > 0 ? [`failed: ${failed.join(", ")}`] : [],
    ...repositories.some(({ outcome }) => outcome === "partial") ? ["a later run goes on from here"] : []
  ];
  return [deeds2, ...ending].join("; ");
}
function deedsOf({ repositories, dryRun }) {
  const verb = dryRun ? "Would delete" : "Deleted";
  const told = repositories.filter(({ outcome }) => outcome === "planned" === dryRun);
  const { manifests, tags } = tally(told.flatMap((repository) => deeds(repository, dryRun)));
  const freed = freedOf(told);
  if (manifests + tags === 0)
    return repositories.every((repository) => going(repository).length === 0) ? "Nothing to delete" : `${verb} nothing`;
  const size = freed > 0 ? `, ${formatBytes(freed)}${dryRun ? "" : " freed"}` : "";
  return `${verb} ${spoken({ manifests, tags })}${size}`;
}
function amount(repository) {
  return spoken(tally(deeds(repository, true)));
}
function spoken({ manifests, tags }) {
  return [
    ...manifests > 0 ? [counted(manifests, "manifest")] : [],
    ...tags > 0 ? [counted(tags, "tag")] : []
  ].join(" and ");
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
  const stays = new Set(staying(repository).map(({ digest }) => digest));
  return ({ digest, outcome }) => outcome === "untagged" || stays.has(digest);
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
  if (isUserError(error)) for (const each of userErrorsOf(error)) log.warn(`The cleanup failed: ${each}`);
  else {
    log.warn(`The cleanup failed: ${messageOf(error)}`);
    if (error instanceof Error) log.info(error.stack ?? "");
  }
}
function warnOfRemainder({ repositories }, log) {
  const failed = repositories.filter(({ outcome }) => outcome === "failed");
  const left = failed.flatMap((repository) => {
    const names = remainder(repository);
    return names === "" ? [] : [`${repository.repository}: ${names}`];
  });
  log.warn(left.length > 0 ? `Still there: ${left.join("; ")}.` : "Nothing was deleted where it failed.");
}
function warnOfUnsupported({ repositories }, log) {
  for (const { repository, entries } of repositories) {
    const refused = entries.filter(({ outcome }) => outcome === "unsupported");
    for (const [detail, alike] of Map.groupBy(refused, (entry) => entry.detail ?? ""))
      log.warn(`${repository} kept ${alike.length} of what was to go: ${detail}.`);
  }
}

// actions/cleanup/finish.ts
var JOURNAL_STATE = "cleanup-journal";
var REPOSITORIES_STATE = "cleanup-repositories";
async function finishCleanUp(runner) {
  const path = runner.state(JOURNAL_STATE);
  if (path === "") return;
  const journal = new CleanupJournal(path);
  const deleted = journal.deleted();
  if (deleted.length === 0) return;
  const inputs = await parseInputs(runner.inputs, runner.event);
  for (const secret of secretsOf(inputs.access)) runner.mask(secret);
  const { close, ...services } = openServices(runner, inputs);
  try {
    await finishDeletions(journal, { ...services, ...runner, cache: new ManifestCache() });
  } catch (error) {
    if (inputs.onFailure === "fail") throw error;
    warnOf(error, runner.log);
  } finally {
    close();
    await remember(deleted, runner);
  }
}
async function remember(deleted, runner) {
  const store = openCacheStore(runner, runner.state(REPOSITORIES_STATE).split("\n"));
  const cache = ManifestCache.parse(await store.load());
  for (const { manifest } of deleted) if (manifest) cache.add(manifest);
  if (cache.grown) await store.save(cache.serialise({ whole: false }));
}

export {
  ManifestCache,
  going,
  staying,
  remains,
  stayReasons,
  outcomeWords,
  headline,
  amount,
  tagOnly,
  freedOf,
  counted,
  remainder,
  openCacheStore,
  CleanupJournal,
  cleanupJournalPath,
  takeInventory,
  lookAgain,
  parseInputs,
  openServices,
  warnOf,
  warnOfRemainder,
  warnOfUnsupported,
  JOURNAL_STATE,
  REPOSITORIES_STATE,
  finishCleanUp
};
