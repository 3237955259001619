import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  textTable
} from "./chunk-URNUVPV7.js";
import {
  checkOwnReceipt,
  checkReceiptDigest,
  readReceipt
} from "./chunk-FKA4GPVW.js";
import {
  Budget
} from "./chunk-XVK3NXXF.js";
import {
  Cancellation,
  registryPage,
  tagImages
} from "./chunk-77BDKFB2.js";
import {
  HEADS
} from "./chunk-SV6R6RAU.js";
import {
  Archive
} from "./chunk-ZW72XIGJ.js";
import {
  Journal,
  checkPreviousTags,
  failureOf,
  headDigest,
  journalPath,
  keepChildren,
  keepReceipt,
  makeReceipt,
  openTargets,
  previousOf,
  putBack,
  readBefore,
  readProvenance,
  receiptImage,
  settle,
  targetOf
} from "./chunk-Q4KXHJQD.js";
import {
  keepManifest,
  manifestsIn,
  parseReceipt,
  receiptArtifact
} from "./chunk-M4TK4L4R.js";
import {
  DOCKER_LIST,
  OCI_INDEX,
  openRegistries
} from "./chunk-IQHIBHU4.js";
import {
  NoArtifacts
} from "./chunk-62L2QIBT.js";
import {
  randomPlanId
} from "./chunk-5S6IMNDR.js";
import {
  readRegistries,
  repositoriesOf,
  splitList
} from "./chunk-M3R5HUOY.js";
import {
  openGithub
} from "./chunk-I5ZUI3EO.js";
import {
  LONGEST_DOCUMENT,
  isArchive
} from "./chunk-INPAMFGY.js";
import {
  readRegistryAccess,
  secretsOf
} from "./chunk-SEJ6WIJR.js";
import {
  defaultRetry,
  retry
} from "./chunk-RZBAGCDT.js";
import {
  formatReference,
  formatRepository,
  isTag,
  namesRegistry,
  parseReference,
  parseRepository
} from "./chunk-ZNDI3WQU.js";
import {
  digestSchema
} from "./chunk-WAJLRQW2.js";
import {
  readBoolean,
  readLines
} from "./chunk-GDCOOEY7.js";
import {
  printable
} from "./chunk-HNYI7RT3.js";
import {
  readDocument
} from "./chunk-C5D3HR52.js";
import {
  array,
  int,
  object,
  string
} from "./chunk-J6MGYEM6.js";
import {
  block,
  code,
  link,
  plain,
  table
} from "./chunk-TIJULC24.js";
import {
  digestOf,
  isDigest,
  shortDigest
} from "./chunk-EZQO47NV.js";
import {
  InputError,
  InputProblems,
  Problems,
  UserError,
  isUserError,
  messagesOf
} from "./chunk-GTGSVCFP.js";

// actions/rollback/main.ts
import { randomBytes } from "node:crypto";

// actions/report/rollback.ts
function rollbackSummary(report, source) {
  const rows = report.repositories.map((each) => [
    link(code(`${each.repository}:${report.tag}`), registryPage(each.repository, source)),
    digestOr(each.before, code),
    digestOr(each.after, code),
    plain(happened(each))
  ]);
  const parts = [
    `## ${plain(headline(report))}`,
    faultList(report),
    rows.length === 0 ? "" : table(HEADS.moves.cells, rows),
    restoredList(report, code),
    ...report.outcome === "done" ? pulls(report).map((command) => block("sh", command)) : [],
    undo(report, code)
  ];
  return [{ markdown: parts.filter(Boolean).join("\n\n"), importance: 1 }];
}
function rollbackText(report) {
  const rows = report.repositories.map((each) => [
    `${each.repository}:${report.tag}`,
    digestOr(each.before, String),
    digestOr(each.after, String),
    happened(each)
  ]);
  const parts = [
    printable(headline(report)),
    rows.length === 0 ? "" : textTable(HEADS.moves.cells, rows),
    restoredList(report, printable),
    report.outcome === "done" ? pulls(report).map(printable).join("\n") : "",
    undo(report, printable)
  ];
  return `${parts.filter(Boolean).join("\n\n")}
`;
}
function headline({ image, tag, to, outcome, version }) {
  const what = `${image}:${tag}`;
  const state = version === "" ? to : `${to} (${version})`;
  const words = {
    done: `Rolled back: ${what} to ${state}`,
    planned: `Would roll back: ${what} to ${state}`,
    declined: `Not rolled back: ${what} stays as it is`,
    unchanged: `Nothing to do: ${what} holds ${state} already`,
    failed: `Not rolled back: ${what}`
  };
  return words[outcome];
}
function faultList({ errors = [] }) {
  const [only = "", ...more] = errors.map(plain);
  return more.length === 0 ? only : [only, ...more].map((error) => `- ${error}`).join("\n");
}
function happened({ outcome, reason, before, after }) {
  const words = {
    planned: before === after ? "holds it already" : "would move",
    created: "new",
    moved: "moved",
    unchanged: "held it already",
    stayed: "stayed",
    restored: "holds again what it held",
    untouched: "not touched",
    unknown: "unknown: the registry gave no answer, look before you rerun"
  };
  return reason ? `${words[outcome]} (${reason})` : words[outcome];
}
function restoredList({ repositories, outcome }, show) {
  const lines = repositories.flatMap(
    ({ repository, restored }) => restored.map(
      ({ digest, how }) => `- ${show(`${repository}@${digest}`)}, ${how === "restore" ? "restored by the registry" : "its manifest put again"}`
    )
  );
  if (lines.length === 0) return "";
  const verb = outcome === "planned" || outcome === "declined" ? "would be" : "was";
  return [`What was deleted and ${verb} brought back:`, lines.join("\n")].join("\n\n");
}
function pulls({ repositories, tag }) {
  return repositories.map(
    ({ repository }) => `podman pull ${formatReference({ ...parseRepository(repository), tag })}`
  );
}
function undo({ receipt, outcome, tag }, show) {
  const [name] = receipt.split("@");
  if (!name || outcome !== "done") return "";
  return `Undo this with ${show(`to: ${name}`)} for the tag ${show(tag)}.`;
}
function digestOr(digest, show) {
  return digest === null ? "\u2013" : show(shortDigest(digest));
}

// actions/report/rollback-states.ts
function stateSummary(report) {
  const rows = stateRows(report).map(([to, digest, ...rest]) => [
    code(to ?? ""),
    code(digest ?? ""),
    ...rest.map(plain)
  ]);
  const head = `## States that ${plain(report.image)}:${plain(report.tag)} can go back to`;
  const body = rows.length === 0 ? plain(none(report)) : table(HEADS.states.cells, rows);
  return [{ markdown: `${head}

${body}`, importance: 1 }];
}
function stateText(report) {
  const rows = stateRows(report);
  const head = printable(`States that ${report.image}:${report.tag} can go back to`);
  return `${head}

${rows.length === 0 ? none(report) : textTable(HEADS.states.cells, rows)}
`;
}
function none({ tag }) {
  return `There are none: no tag ${tag}-previous, no version and no receipt was found.`;
}
function minuteOf(date) {
  const time = date.includes("T") ? Date.parse(date) : Number.NaN;
  return Number.isNaN(time) ? date : new Date(time).toISOString().slice(0, 16).replace("T", " ");
}
function stateRows({ states }) {
  return states.map(({ to, digest, date, version, revision, repositories, note }) => [
    to,
    shortDigest(digest),
    date === void 0 ? "\u2013" : minuteOf(date),
    version ?? "\u2013",
    revision?.slice(0, 12) ?? "\u2013",
    repositories.map((each) => parseRepository(each).host).join(", "),
    note ?? ""
  ]);
}

// actions/rollback/destination.ts
var RECEIPT = /^(receipt-[0-9a-f]{12}-\d{1,9})(?:@(sha256:[0-9a-f]{64}))?$/;
function readDestination(input) {
  const text = input.trim();
  if (text === "" || text === "previous") return { by: "previous" };
  if (isDigest(text)) return { by: "digest", digest: text };
  const [, name, digest] = RECEIPT.exec(text) ?? [];
  if (name !== void 0) return { by: "receipt", name, ...digest ? { digest } : {} };
  if (text.endsWith(".json") || /^\.{0,2}\//.test(text)) return { by: "file", path: text };
  if (isTag(text)) return { by: "tag", tag: text };
  throw new UserError("IMG6004", `Input "to" is "${text}".`, {
    hint: "Write previous, a receipt (receipt-\u2026, or the path of one, which ends in .json), a digest (sha256: and 64 hex digits) or another tag."
  });
}
function spokenDestination(to) {
  switch (to.by) {
    case "previous":
      return "previous";
    case "digest":
      return to.digest;
    case "tag":
      return to.tag;
    case "receipt":
      return to.name;
    case "file":
      return to.path;
  }
}

// actions/rollback/inputs.ts
function parseInputs(reader, context) {
  const problems = new InputProblems();
  const flag = (name, usual) => {
    if (reader.text(name).trim() === "") return usual;
    return problems.try(() => readBoolean(reader, name)) ?? usual;
  };
  const place = problems.try(() => readPlace(reader, context));
  const tag = problems.try(() => readTag(reader, place?.tag));
  const to = problems.try(() => readDestination(reader.text("to")));
  const flags = {
    force: flag("force", false),
    dryRun: flag("dry-run", false),
    list: flag("list", false),
    keepPrevious: flag("keep-previous", true)
  };
  if (flags.keepPrevious && tag !== void 0)
    problems.try(() => checkPreviousTags([{ name: tag, reason: "", moves: { by: "revision" } }]));
  const access = problems.try(() => readRegistryAccess(reader, context));
  problems.throwIfAny();
  const { image, repositories } = place;
  return { image, repositories, tag, to, ...flags, access };
}
function readPlace(reader, { repository }) {
  const lines = readLines(reader, "image");
  const registries = splitList(reader.text("registries"));
  const full = lines.filter(namesRegistry);
  if (full.length > 0 && full.length === lines.length && registries.length === 0) return fromReferences(full);
  if (full.length > 0) {
    throw new UserError(
      "IMG6001",
      'Input "image" names registries, and so does "registries" or another line does not.',
      {
        hint: 'Write a name alone, as in app; or full references only, one a line, and leave "registries" empty.'
      }
    );
  }
  const [owner = "", own = ""] = repository.toLowerCase().split("/");
  const [name = own, ...more] = lines;
  if (name === "" || more.length > 0) {
    throw new UserError(
      "IMG6001",
      name === "" ? "No image is named." : 'Input "image" names several images.',
      {
        hint: "Write the name of one image, as in app, or the same image in each registry, as in ghcr.io/owner/app."
      }
    );
  }
  const { bare, tag } = splitTag(name);
  const hosts = readRegistries(registries, owner, reader.text("dockerhub-username").trim());
  const repositories = [...new Set(repositoriesOf(bare, hosts).map(formatRepository))];
  return { image: bare, repositories, ...tag === void 0 ? {} : { tag } };
}
function splitTag(name) {
  const colon = name.lastIndexOf(":");
  return colon > name.lastIndexOf("/") ? { bare: name.slice(0, colon), tag: name.slice(colon + 1) } : { bare: name };
}
function fromReferences(lines) {
  const problems = new Problems();
  const references = lines.flatMap((line) => problems.try(() => [parseReference(line)]) ?? []);
  for (const { digest } of references)
    if (digest)
      problems.add(
        "IMG6003",
        `Input "image" names the digest ${digest}.`,
        'Leave it away; the digest to go back to is written in "to".'
      );
  const tags = [...new Set(references.map(({ tag: tag2 }) => tag2))];
  if (tags.length > 1)
    problems.add(
      "IMG6002",
      'The lines of "image" name different tags.',
      'One tag is rolled back at a time: write it in "tag".'
    );
  problems.throwIfAny();
  const [tag] = tags;
  return {
    image: references[0]?.path.split("/").at(-1) ?? "",
    repositories: [...new Set(references.map(formatRepository))],
    ...tag === void 0 ? {} : { tag }
  };
}
function readTag(reader, named2) {
  const given = reader.text("tag").trim() || "latest";
  const tag = named2 ?? given;
  if (named2 !== void 0 && given !== "latest" && given !== named2) {
    throw new UserError("IMG6002", `Input "image" names the tag ${named2}, and "tag" is ${given}.`, {
      hint: "Write the tag once."
    });
  }
  if (isTag(tag)) return tag;
  throw new UserError("IMG6005", `Input "tag" is "${tag}".`, { hint: "Write a tag such as latest or 1.2." });
}

// actions/rollback/outputs.ts
function rollbackOutputs(report, states = []) {
  const done = report?.outcome === "done" ? report.repositories : [];
  const digests = new Set(done.map(({ after }) => after));
  const [digest] = digests;
  return {
    // Forced, the registries may hold different ones, which the references tell.
    digest: digests.size === 1 && digest || "",
    receipt: report?.receipt ?? "",
    references: JSON.stringify(
      done.filter(({ outcome }) => outcome === "moved" || outcome === "created").map(({ repository, after }) => `${repository}:${report?.tag}@${after}`)
    ),
    states: JSON.stringify(states)
  };
}

// actions/rollback/receipts.ts
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

// actions/runner/earlier-runs.ts
var PAGE = 100;
async function withEarlierRuns(event, access, body) {
  const github = openGithub(event.apiUrl, access, "actions: read");
  try {
    return await body(new EarlierRuns(event.repository, github));
  } finally {
    github.close();
  }
}
var EarlierRuns = class {
  #repository;
  #github;
  #runs = /* @__PURE__ */ new Map();
  constructor(repository, github) {
    this.#repository = repository;
    this.#github = github;
  }
  async page(number, name) {
    const filter = name === void 0 ? "" : `&name=${encodeURIComponent(name)}`;
    const path = this.#path(`artifacts?per_page=${PAGE}&page=${number}${filter}`);
    const answer = await this.#github.get(path);
    if (answer) return answer.artifacts;
    throw new UserError("IMG9303", `GitHub shows no artifacts of ${this.#repository}.`, {
      hint: 'The token needs "actions: read".'
    });
  }
  /**
   * Why a document is not to be trusted; undefined: it is. Whoever opens a pull request decides what its run uploads, be it
   * from a fork or from a branch.
   */
  async refusal({ workflow_run: origin, expired, size_in_bytes }) {
    if (expired) return "GitHub keeps it no longer";
    if (size_in_bytes > LONGEST_DOCUMENT) return "it is larger than any receipt";
    if (!origin) return "GitHub does not tell which run it comes from";
    if (origin.head_repository_id !== origin.repository_id) return "it comes from a fork";
    const run = await this.#run(origin.id);
    if (!run) return "its run is gone";
    if (run.event.startsWith("pull_request")) return "it comes from a pull request";
    if (run.repository.full_name.toLowerCase() !== this.#repository.toLowerCase())
      return `it comes from ${run.repository.full_name}`;
    return run.head_repository?.id === run.repository.id ? void 0 : "it comes from a fork";
  }
  async read({ id, name, digest }) {
    const bytes = await this.#github.download(this.#path(`artifacts/${id}/zip`));
    const fault = bytes === void 0 ? "is gone" : digest && digest !== digestOf(bytes) ? "arrived damaged" : isArchive(bytes) && "is not a single document";
    if (fault) throw new UserError("IMG9404", `Artifact ${name} ${fault}.`, { hint: "Name another receipt." });
    return { name, text: bytes.toString("utf8") };
  }
  #run(id) {
    const known = this.#runs.get(id) ?? this.#github.get(this.#path(`runs/${id}`));
    this.#runs.set(id, known);
    return known;
  }
  #path(rest) {
    return `/repos/${this.#repository}/actions/${rest}`;
  }
};

// actions/runner/earlier-artifacts.ts
var PAGES = 10;
async function earlierDocument(name, event, access) {
  return withEarlierRuns(event, access, async (runs) => {
    const found = (await runs.page(1, name)).filter((artifact) => artifact.name === name);
    const refused = [];
    for (const artifact of found.toSorted((a, b) => b.id - a.id)) {
      const why = await runs.refusal(artifact);
      if (why === void 0) return runs.read(artifact);
      refused.push(why);
    }
    throw new UserError(
      "IMG9404",
      refused.length === 0 ? `No run of ${event.repository} has an artifact ${name}.` : `The artifact ${name} can\u2019t be used: ${refused[0]}.`,
      {
        hint: "Take the name from the summary of the run that published; artifacts are kept 90 days unless told otherwise."
      }
    );
  });
}
async function earlierDocuments(prefix, most, event, access) {
  return withEarlierRuns(event, access, async (runs) => {
    const documents = [];
    for (let number = 1; number <= PAGES; number++) {
      const page = await runs.page(number);
      for (const artifact of page.filter(({ name }) => name.startsWith(prefix))) {
        if (documents.length === most) return documents;
        if (await runs.refusal(artifact) === void 0) documents.push(await runs.read(artifact));
      }
      if (page.length < PAGE) break;
    }
    return documents;
  });
}

// actions/rollback/receipts.ts
var MOST = 20;
var PREFIX = "receipt-";
function receiptSource(runner, token) {
  const { event, log } = runner;
  const mayAsk = token !== "" && event.repository !== "";
  let read;
  const list2 = async () => {
    const receipts = [...await keptHere(runner), ...await listed()];
    const byName = new Map(receipts.toReversed().map((receipt) => [receipt.name, receipt]));
    return [...byName.values()].toSorted((a, b) => written(b) - written(a));
  };
  const listed = async () => {
    if (!mayAsk) return [];
    try {
      const documents = await earlierDocuments(PREFIX, MOST, event, { ...runner, token });
      return documents.flatMap(({ name, text }) => readable(name, text, event.repository));
    } catch (error) {
      if (!isUserError(error)) throw error;
      log.warn(`Receipts of earlier runs are left out. ${error}`);
      return [];
    }
  };
  const once = () => {
    read ??= list2();
    return read;
  };
  return {
    find: async (to) => {
      if (to.by === "file") return fromFile(to.path, runner);
      if (to.by !== "receipt") return void 0;
      const text = await (await runner.artifacts()).get(to.name) ?? await earlier(to.name);
      if (to.digest !== void 0) checkReceiptDigest(text, { artifact: to.name, digest: to.digest });
      return named(to.name, readReceipt(to.name, text), event.repository);
    },
    list: once,
    search: async (digest) => {
      const found = (await once()).flatMap(({ manifests }) => manifests);
      return found.find((manifest) => manifest.digest === digest);
    }
  };
  async function earlier(name) {
    if (mayAsk) return (await earlierDocument(name, event, { ...runner, token })).text;
    throw new UserError("IMG6101", `The receipt ${name} lies with GitHub, which can\u2019t be asked from here.`, {
      hint: "Pass github-token, and start in a checkout of the repository; or give the path of the receipt."
    });
  }
}
async function keptHere({ kept, event }) {
  const names = await kept?.list(PREFIX) ?? [];
  const texts = await Promise.all(names.map(async (name) => await kept?.get(name) ?? ""));
  return names.flatMap((name, place) => readable(name, texts[place] ?? "", event.repository));
}
function written({ receipt }) {
  return Date.parse(receipt.created) || 0;
}
async function fromFile(path, { event }) {
  const text = await readFile(resolve(event.workspace, path), "utf8").catch((cause) => {
    throw new InputError("IMG6102", `The receipt "${path}" can\u2019t be read.`, {
      hint: "Check the path, which is relative to the checkout.",
      cause
    });
  });
  return named(path, parseReceipt(text, path), event.repository);
}
function named(name, receipt, repository) {
  checkOwnReceipt(receipt, repository);
  return { name, receipt, manifests: manifestsIn(receipt) };
}
function readable(name, text, repository) {
  try {
    return [named(name, readReceipt(name, text), repository)];
  } catch (error) {
    if (isUserError(error)) return [];
    throw error;
  }
}

// actions/rollback/target.ts
async function findTargets(to, tag, targets, receipt) {
  const problems = new Problems();
  const found = await settle(
    [...targets.keys()].map(
      (repository) => problems.tryAsync(() => findTarget(to, tag, repository, targets, receipt))
    )
  );
  problems.throwIfAny();
  return found.flatMap((target) => target ?? []);
}
async function findTarget(to, tag, repository, targets, receipt) {
  if (to.by === "digest") return { repository, digest: to.digest, reason: "put back to this digest" };
  if (receipt) return fromReceipt(receipt, tag, repository);
  const name = to.by === "tag" ? to.tag : previousOf(tag);
  const digest = await headDigest(name, targetOf(targets, repository));
  if (digest !== null) return { repository, digest, reason: `put back to ${name}` };
  throw new UserError("IMG6103", `${repository} has no tag ${name}.`, {
    hint: 'Set "list" to see the states that the tag can go back to.'
  });
}
function fromReceipt(receipt, tag, repository) {
  const entry = receiptTags(receipt, repository).find(({ name }) => name === tag);
  const what = `the run of ${receiptArtifact(receipt.plan, receipt.attempt)}`;
  if (!entry) {
    throw new UserError("IMG6104", `${repository}:${tag} was not touched by ${what}.`, {
      hint: `Name the receipt of another run: this one gave tags to ${touched(receipt)}.`
    });
  }
  if (entry.before === null) {
    throw new UserError("IMG6105", `${repository}:${tag} did not exist before ${what}.`, {
      hint: "There is nothing to go back to; name a digest or another tag."
    });
  }
  return { repository, digest: entry.before, reason: `put back to before ${what}`, expected: entry.after };
}
function receiptTags({ images }, repository) {
  return images.flatMap(({ repositories }) => repositories).flatMap((each) => each.repository === repository ? each.tags : []);
}
function touched({ images }) {
  const tags = images.flatMap(({ repositories }) => repositories).flatMap(({ repository, tags: tags2 }) => tags2.map(({ name }) => `${repository}:${name}`));
  return tags.slice(0, 10).join(", ") || "nothing";
}
function checkExpected(wanted, tags, options) {
  if (options.force) return;
  const problems = new Problems();
  const held = new Map(tags.map(({ repository, before }) => [repository, before]));
  for (const { repository, digest, expected } of wanted) {
    const now = held.get(repository) ?? null;
    if (expected === void 0 || now === expected || now === digest) continue;
    problems.add(
      "IMG6201",
      `${repository}:${options.tag} holds ${now ?? "nothing"}, not ${expected ?? "what the receipt knows"}: it moved since.`,
      'Look at what it holds now; "force" puts it back all the same.'
    );
  }
  if (tags.every(({ before }) => before === null)) {
    problems.add("IMG6202", `No registry has the tag ${options.tag}.`, 'Check its name; "force" makes it.');
  }
  if (new Set(wanted.map(({ digest }) => digest)).size > 1) {
    const states = wanted.map(({ repository, digest }) => `${repository}: ${digest}`);
    problems.add(
      "IMG6203",
      `The registries would hold different images afterwards (${states.join(", ")}).`,
      'Name a digest or a receipt that is the same everywhere; "force" puts each back to its own.'
    );
  }
  problems.throwIfAny();
}

// actions/rollback/content.ts
var blob = object({ digest: digestSchema, urls: array(string()).optional() });
var platform = object({ os: string(), architecture: string(), variant: string().optional() });
var child = object({
  digest: digestSchema,
  mediaType: string(),
  size: int().nonnegative(),
  platform: platform.optional()
});
var content = object({
  config: blob.optional(),
  layers: array(blob).optional(),
  manifests: array(child).optional()
});
function descriptorsOf(manifest) {
  return contentOf(manifest).manifests ?? [];
}
function blobsOf(manifest) {
  const { config, layers = [] } = contentOf(manifest);
  const own = [...config ? [config] : [], ...layers].filter(({ urls = [] }) => urls.length === 0);
  return [...new Set(own.map((each) => each.digest))];
}
function platformsOf(manifest) {
  return descriptorsOf(manifest).map(({ digest, size, platform: platform2 }) => ({
    platform: platform2 ? [platform2.os, platform2.architecture, platform2.variant].filter(Boolean).join("/") : "",
    digest,
    size
  }));
}
function contentOf(manifest) {
  return readDocument(content, Buffer.from(manifest.bytes).toString("utf8"), {
    what: `The manifest ${manifest.digest}`,
    code: "IMG6305",
    hint: "Go back to another state: what lies there is no image that can be read."
  });
}

// actions/rollback/wholeness.ts
async function lacksOf(digest, repository, sources) {
  const problems = new Problems();
  const lacks = /* @__PURE__ */ new Map();
  await visit({ digest }, { repository, sources, problems, lacks });
  problems.throwIfAny();
  return [...lacks.values()];
}
async function visit(node, visiting) {
  const { repository, sources, lacks } = visiting;
  const { digest } = node;
  const client = targetOf(sources.targets, repository);
  const present = await client.headManifest(digest);
  const mediaType = present?.mediaType ?? node.mediaType;
  const listing = mediaType === void 0 || mediaType === OCI_INDEX || mediaType === DOCKER_LIST;
  if (present && !listing) return;
  const manifest = await obtain(digest, present ? client : void 0, sources);
  if (present && !manifest) return unreadable(digest, visiting);
  await settle((manifest ? descriptorsOf(manifest) : []).map((child2) => visit(child2, visiting)));
  if (present || lacks.has(digest)) return;
  const lack = manifest || !listing ? await wayBack(digest, manifest, visiting) : void 0;
  if (lack) lacks.set(digest, lack);
  else if (!manifest && listing) unknown(digest, visiting);
}
async function obtain(digest, holder, { archive, targets, search }) {
  const known = archive.at(digest);
  if (known) return known;
  for (const client of holder ? [holder] : targets.values()) {
    const found2 = await archive.fetch(digest, client);
    if (found2) return found2;
  }
  const found = await search(digest);
  if (found) archive.add(found);
  return found;
}
async function wayBack(digest, manifest, { repository, sources, problems }) {
  const refusal = await whyNotRestorable(digest, await sources.packageOf(repository));
  if (refusal === void 0) return { digest, how: "restore" };
  const missing = manifest && await missingBlobs(manifest, targetOf(sources.targets, repository));
  if (missing?.length === 0) return { digest, how: "put" };
  const rest = missing ? `${missing.length} of the blobs it is made of are gone` : "its manifest is nowhere";
  problems.add(
    "IMG6301",
    `${repository}@${digest} was deleted: ${refusal}, and ${rest}.`,
    'Build that revision again, or go back to another state; "list" shows them.'
  );
  return void 0;
}
async function whyNotRestorable(digest, keeper) {
  if (!keeper.restorable) return "its registry restores nothing";
  try {
    const restorable = await keeper.restorable(digest);
    return restorable ? void 0 : "GitHub restores nothing after 30 days";
  } catch (error) {
    if (!isUserError(error)) throw error;
    return `GitHub did not tell whether it can restore it (${String(error)})`;
  }
}
async function missingBlobs(manifest, client) {
  const found = await settle(
    blobsOf(manifest).map(async (digest) => await client.headBlob(digest) === void 0 ? [digest] : [])
  );
  return found.flat();
}
function unreadable(digest, { repository, problems }) {
  problems.add(
    "IMG6304",
    `${repository}@${digest} can\u2019t be read any more.`,
    "It was deleted just now, it seems: run it again, which looks for a way back."
  );
}
function unknown(digest, { repository, problems }) {
  problems.add(
    "IMG6302",
    `${repository}@${digest} is not there, and nothing here tells what it was made of.`,
    "Name the receipt of the run that replaced it, which holds its manifests."
  );
}
async function checkWhole(digest, repository, sources) {
  const missing = [];
  const client = targetOf(sources.targets, repository);
  const look = async (each) => {
    if (!await client.headManifest(each)) missing.push(each);
    const manifest = sources.archive.at(each);
    await settle((manifest ? descriptorsOf(manifest) : []).map((child2) => look(child2.digest)));
  };
  await look(digest);
  if (missing.length > 0) throw new IncompleteError(repository, missing);
}
var IncompleteError = class extends UserError {
  constructor(repository, missing) {
    super("IMG6304", `${repository} still lacks ${missing.join(", ")}.`, {
      hint: "Run it again in a minute: the registry does not show yet what it has brought back."
    });
    this.name = "IncompleteError";
  }
};

// actions/rollback/check.ts
async function check(question, sources, receipts) {
  const { tag, to, keepPrevious } = question;
  const { targets, archive } = sources;
  const receipt = await receipts.find(to);
  for (const manifest of receipt?.manifests ?? []) archive.add(manifest);
  const moving = { name: tag, reason: "", moves: { by: "revision" } };
  const reading = new Problems();
  const finding = new Problems();
  const [held, found] = await Promise.all([
    settle(
      [...targets].map(
        (target) => reading.tryAsync(() => readBefore([moving], new Map([target]), archive, keepPrevious))
      )
    ),
    finding.tryAsync(() => findTargets(to, tag, targets, receipt?.receipt))
  ]);
  reading.throwIfAny();
  finding.throwIfAny();
  const tags = held.flatMap((states) => states ?? []);
  const wanted = found ?? [];
  checkExpected(wanted, tags, question);
  const problems = new Problems();
  const moves = await settle(
    wanted.map((target) => problems.tryAsync(() => planMove(target, tags, keepPrevious, sources)))
  );
  problems.throwIfAny();
  return moves.flatMap((move) => move ?? []);
}
async function planMove(target, tags, keepPrevious, sources) {
  const { repository, digest, reason } = target;
  const held = tags.find((tag) => tag.repository === repository);
  if (!held) throw new Error(`${repository} was not read.`);
  const lacks = await lacksOf(digest, repository, sources);
  const manifest = await obtain(digest, void 0, sources);
  if (!manifest) throw new Error(`${digest} was not kept.`);
  if (held.before === digest) {
    const same = { ...held, outcome: "unchanged", reason: "it holds it already" };
    return { tag: same, digest, manifest, lacks };
  }
  const keep = keepPrevious && held.before !== null && await isWhole(held.before, repository, sources);
  const lost = keepPrevious && held.before !== null && !keep;
  const why = lost ? `${reason}; what it held is broken, so it is not kept` : reason;
  return { tag: { ...held, planned: true, keep, reason: why }, digest, manifest, lacks };
}
async function isWhole(digest, repository, sources) {
  try {
    await checkWhole(digest, repository, sources);
    return true;
  } catch (error) {
    if (error instanceof IncompleteError) return false;
    throw error;
  }
}

// actions/rollback/bring-back.ts
async function bringBack(image, sources, options) {
  const { digest, repository, lacks } = image;
  for (const lack of lacks) {
    if (lack.how === "restore") await restore(lack.digest, repository, sources);
    else await putAgain(lack.digest, repository, sources);
    options.onRestored(lack);
  }
  await retry(() => checkWhole(digest, repository, sources), options.retry, {
    advise: (error) => error instanceof IncompleteError ? {} : void 0
  });
}
async function restore(digest, repository, sources) {
  const answer = await (await sources.packageOf(repository)).restore(digest);
  if (answer.outcome === "done") return;
  if (await targetOf(sources.targets, repository).headManifest(digest)) return;
  const reason = "reason" in answer ? answer.reason : "it is gone for good";
  throw new UserError("IMG6303", `${repository}@${digest} could not be restored: ${reason}.`, {
    hint: 'Go back to another state; "list" shows them.'
  });
}
async function putAgain(digest, repository, sources) {
  const manifest = sources.archive.at(digest);
  if (!manifest) throw new Error(`${digest} was not kept.`);
  await targetOf(sources.targets, repository).putManifest(digest, manifest);
}

// actions/rollback/move.ts
async function moveTag(rollback, moves, origin, means) {
  const { inputs, id, attempt, clock, repository, log } = rollback;
  const { keepPrevious } = inputs;
  const states = statesOf(moves, inputs.image);
  const restored = /* @__PURE__ */ new Map();
  const head = { kind: "rollback", plan: id, repository, ...origin, attempt, keepPrevious };
  const journal = Journal.begin(rollback.temp, { ...head, started: clock.now() });
  let error;
  try {
    means.cancellation.check(`${inputs.image} was not rolled back: cancelled before anything was changed.`);
    await bringAllBack(moves, restored, means);
    await transact(states, journal, means);
  } catch (cause) {
    error = failureOf(inputs.image, journal.document.images, cause, "rollback");
  } finally {
    means.cancellation.release();
  }
  const done = error === void 0;
  if (journal.document.images.length === 0) return { restored, reference: "", done, error };
  const images = states.map((state) => receiptImage(state, { kind: "rollback", keepPrevious, error }));
  const receipt = makeReceipt(journal.document, { images, leftovers: [] }, clock.now());
  const kept = await keepReceipt(receipt, await rollback.artifacts()).then(
    (reference) => ({ reference }),
    (failure) => {
      if (!(failure.cause instanceof NoArtifacts)) return { reference: "", error: failure };
      log.warn(String(failure));
      return { reference: "" };
    }
  );
  if (journal.finished) journal.remove();
  return { restored, receipt, done, ...kept, ...done ? {} : { error } };
}
function statesOf(moves, name) {
  return [...Map.groupBy(moves, ({ digest }) => digest)].map(([digest, group]) => {
    const { manifest } = group[0];
    return {
      name,
      digest,
      ...keepManifest(manifest),
      platforms: platformsOf(manifest),
      repositories: group.map(({ tag }) => tag.repository),
      phase: "tagging",
      tags: group.map(({ tag }) => tag)
    };
  });
}
async function bringAllBack(moves, restored, { sources, retry: retry2 }) {
  const lacking = moves.filter(({ lacks }) => lacks.length > 0);
  await settle(
    lacking.map(({ digest, lacks, tag: { repository } }) => {
      const onRestored = (lack) => void restored.set(repository, [...restored.get(repository) ?? [], lack]);
      return bringBack({ digest, repository, lacks }, sources, { retry: retry2, onRestored });
    })
  );
}
async function transact(states, journal, means) {
  const { sources, cancellation, retry: retry2 } = means;
  const { targets, archive } = sources;
  const kept = await settle(states.map(({ tags, digest }) => keepChildren(tags, digest, targets, archive)));
  cancellation.hold();
  await expectUnmoved(states, sources);
  for (const [position, state] of states.entries())
    journal.add(
      state,
      (kept[position] ?? []).flatMap((digest) => archive.at(digest) ?? [])
    );
  try {
    await tagImages(states, targets, { journal, cancellation, retry: retry2 });
  } catch (error) {
    await putBack(states, targets, journal);
    throw error;
  }
}
async function expectUnmoved(states, { targets }) {
  const tags = states.flatMap((state) => state.tags);
  await settle(
    tags.map(async ({ repository, tag, before }) => {
      const now = await headDigest(tag, targetOf(targets, repository));
      if (now === before) return;
      throw new UserError(
        "IMG6204",
        `${repository}:${tag} was given ${now ?? "up"} by something else in the meantime; nothing was moved.`,
        { hint: "Look at what it holds now, then run it again." }
      );
    })
  );
}

// actions/rollback/origin.ts
async function originOf(moves, { targets, archive }) {
  const [first] = moves;
  const same = moves.every(({ digest }) => digest === first?.digest);
  const none2 = {};
  const { version = "", revision = "" } = first && same ? await readProvenance(
    "revision",
    first.manifest,
    targetOf(targets, first.tag.repository),
    archive
  ).catch((error) => {
    if (isUserError(error)) return none2;
    throw error;
  }) : none2;
  return { version, revision };
}

// actions/rollback/repositories.ts
function plannedRepositories(moves) {
  return moves.map(({ tag, digest, lacks }) => ({
    repository: tag.repository,
    before: tag.before,
    after: digest,
    outcome: tag.planned ? "planned" : "unchanged",
    reason: tag.planned ? tag.reason : "",
    restored: lacks
  }));
}
function doneRepositories(moves, restored, receipt) {
  return moves.map(({ tag }) => {
    const { repository, before } = tag;
    const told = receipt && receiptTags(receipt, repository)[0];
    return {
      repository,
      before,
      after: told ? told.after : before,
      outcome: told?.outcome ?? "untouched",
      reason: told?.reason ?? "",
      restored: restored.get(repository) ?? []
    };
  });
}

// actions/rollback/run.ts
async function runRollback(rollback) {
  const { inputs, receipts } = rollback;
  const cancellation = new Cancellation(rollback.signal);
  const registries = rollback.openRegistries(cancellation.signal);
  let packages2;
  const sources = {
    targets: openTargets(registries, inputs.repositories),
    archive: new Archive(),
    search: receipts.search,
    packageOf: async (repository) => {
      packages2 ??= rollback.openPackages(registries, cancellation.signal);
      return (await packages2).open(parseRepository(repository));
    }
  };
  const report = {
    schema: 1,
    image: inputs.image,
    tag: inputs.tag,
    to: spokenDestination(inputs.to),
    outcome: "failed",
    version: "",
    revision: "",
    repositories: [],
    receipt: ""
  };
  try {
    const moves = await check(inputs, sources, receipts);
    const origin = await originOf(moves, sources);
    const planned = { ...report, ...origin, repositories: plannedRepositories(moves) };
    const early = await endsHere(rollback, moves, planned);
    if (early) return { report: early };
    return await carryOut(rollback, moves, sources, cancellation, planned);
  } catch (error) {
    return { report: { ...report, errors: messagesOf(error) }, error };
  } finally {
    await packages2?.then((opened) => opened.close()).catch(() => {
    });
    registries.close();
  }
}
async function endsHere({ inputs, ask, log }, moves, planned) {
  const nothing = moves.every(({ tag, lacks }) => !tag.planned && lacks.length === 0);
  if (nothing) return { ...planned, outcome: "unchanged" };
  const shown = { ...planned, outcome: "planned" };
  if (inputs.dryRun) return shown;
  if (!ask) return void 0;
  log.info(rollbackText(shown));
  const agreed = await ask(`Put ${inputs.image}:${inputs.tag} back?`);
  return agreed ? void 0 : { ...planned, outcome: "declined" };
}
async function carryOut(rollback, moves, sources, cancellation, planned) {
  const retry2 = { ...defaultRetry, base: 1e3, clock: rollback.clock };
  const head = { version: planned.version, revision: planned.revision };
  const moved = await moveTag(rollback, moves, head, { sources, cancellation, retry: retry2 });
  const { restored, receipt, reference, done, error } = moved;
  const report = {
    ...planned,
    outcome: done ? "done" : "failed",
    ...error === void 0 ? {} : { errors: messagesOf(error) },
    repositories: doneRepositories(moves, restored, receipt),
    receipt: reference
  };
  return { report, ...receipt ? { receipt } : {}, ...error === void 0 ? {} : { error } };
}

// actions/rollback/states.ts
var MOST2 = 20;
var VERSION = /^v?\d+(?:\.\d+)*(?:[-+._].*)?$/;
async function listStates(tag, targets, receipts) {
  const archive = new Archive();
  for (const { manifests } of receipts) for (const manifest of manifests) archive.add(manifest);
  const repositories = await settle(
    [...targets.keys()].map((repository) => findStates(tag, repository, targets, receipts))
  );
  const order = ["previous", ...receipts.map(({ name }) => name)];
  const place = ({ to }) => order.includes(to) ? order.indexOf(to) : order.length;
  const found = repositories.flat().toSorted((a, b) => place(a) - place(b) || newestFirst(a.to, b.to));
  const groups = Map.groupBy(found, ({ to, digest, note }) => `${to} ${digest} ${note ?? ""}`);
  return settle([...groups.values()].map((group) => describe(group, targets, archive)));
}
async function findStates(tag, repository, targets, receipts) {
  const client = targetOf(targets, repository);
  const [now, tags] = await Promise.all([headDigest(tag, client), client.listTags()]);
  const slot = previousOf(tag);
  const versions = tags.filter((name) => VERSION.test(name) && name !== tag).toSorted(newestFirst);
  const names = [...tags.includes(slot) ? [slot] : [], ...versions.slice(0, MOST2)];
  const held = await settle(
    names.map(async (name) => {
      const digest = await headDigest(name, client);
      const to = name === slot ? "previous" : name;
      return digest === null ? [] : [{ to, digest, repository, ...noteOf(digest === now) }];
    })
  );
  const replaced = receipts.flatMap((each) => replacedBy(each, tag, repository, now));
  return [...held.flat(), ...replaced.slice(0, MOST2)];
}
function noteOf(held) {
  return held ? { note: "held now" } : {};
}
function replacedBy({ name, receipt }, tag, repository, now) {
  return receiptTags(receipt, repository).flatMap(({ name: each, before, after }) => {
    if (each !== tag || before === null || before === after) return [];
    const replaced = `replaced ${receipt.created.slice(0, 10)}`;
    const note = before === now ? `${replaced}, held now` : after === now ? replaced : `${replaced}, needs force`;
    return [{ to: name, digest: before, repository, note }];
  });
}
async function describe(group, targets, archive) {
  const { to, digest, repository, note } = group[0];
  const client = targetOf(targets, repository);
  const manifest = await archive.fetch(digest, client);
  const told = manifest ? await readProvenance("created", manifest, client, archive) : {};
  const lost = manifest ? void 0 : "deleted";
  const notes = [note, lost].filter(Boolean).join(", ");
  return {
    to,
    digest,
    repositories: group.map((each) => each.repository),
    ...told.created ? { date: told.created } : {},
    ...told.version ? { version: told.version } : {},
    ...told.revision ? { revision: told.revision } : {},
    ...notes ? { note: notes } : {}
  };
}
function newestFirst(a, b) {
  return b.localeCompare(a, "en", { numeric: true });
}

// actions/rollback/main.ts
var REQUESTS = 500;
async function rollBack(runner) {
  const inputs = parseInputs(runner.inputs, runner.event);
  for (const secret of secretsOf(inputs.access)) runner.mask(secret);
  return inputs.list ? list(runner, inputs) : goBack(runner, inputs);
}
async function list(runner, inputs) {
  const { image, tag, access, repositories } = inputs;
  const registries = openRegistries(access, runner);
  try {
    const receipts = await receiptSource(runner, runner.inputs.text("github-token")).list();
    const states = await listStates(tag, openTargets(registries, repositories), receipts);
    const report = { image, tag, states };
    setOutputs(runner, void 0, report);
    await runner.summary(stateSummary(report));
    return { document: report, text: stateText(report) };
  } finally {
    registries.close();
  }
}
async function goBack(runner, inputs) {
  const { event, log, clock, signal, temp } = runner;
  const { access } = inputs;
  const id = randomPlanId(randomBytes);
  runner.saveState("journal", journalPath(temp, id));
  const { report, error } = await runRollback({
    inputs,
    repository: event.repository,
    receipts: receiptSource(runner, runner.inputs.text("github-token")),
    id,
    attempt: event.attempt,
    artifacts: () => runner.artifacts(),
    openRegistries: (requests) => openRegistries(access, { ...runner, signal: requests }),
    openPackages: (registries, requests) => packages(runner, inputs, registries, requests),
    ask: runner.ask,
    signal,
    clock,
    temp,
    log
  });
  setOutputs(runner, report);
  await runner.summary(rollbackSummary(report, event.repository));
  return { document: report, text: rollbackText(report), ...error === void 0 ? {} : { error } };
}
async function packages(runner, { access }, registries, signal) {
  const { openPackages } = await import("./open-INYWWFR4.js");
  const { apiUrl } = runner.event;
  return openPackages(access, { ...runner, signal, apiUrl, registries, budget: new Budget(REQUESTS) });
}
function setOutputs(runner, report, listed) {
  for (const [name, value] of Object.entries(rollbackOutputs(report, listed?.states)))
    runner.setOutput(name, value);
}

export {
  rollBack
};
