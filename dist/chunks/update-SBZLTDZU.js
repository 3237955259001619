import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  History,
  diffMarkdown,
  diffSnapshots,
  historyFolder
} from "./chunk-SDP6KO6F.js";
import {
  Refused,
  receiveText,
  visit
} from "./chunk-PHDFN2CA.js";
import "./chunk-D4GNW7OK.js";
import {
  outputFile,
  writeDocument
} from "./chunk-GNJUW4U5.js";
import {
  openGit
} from "./chunk-ILG7TDND.js";
import {
  counted,
  nodesIn
} from "./chunk-ZLFWH7DP.js";
import {
  require_picomatch
} from "./chunk-BFZPB66Z.js";
import {
  candidateText,
  isCandidatePath,
  leaveCandidate
} from "./chunk-PUOYX2D6.js";
import {
  lockFileOf,
  readSnapshot,
  validate
} from "./chunk-AOIKYUBH.js";
import "./chunk-UJVJRZQK.js";
import "./chunk-S3NHVWSB.js";
import {
  COMFYUI,
  canonicalText,
  digestOf,
  folderNameOf,
  hostOf,
  normalise,
  ownerOf,
  repositoryOf,
  shortPin
} from "./chunk-ZQ3A7QTU.js";
import "./chunk-RRHYVJRH.js";
import {
  require_semver
} from "./chunk-6WZ6BNXQ.js";
import {
  atOnce
} from "./chunk-EOUI6E6D.js";
import "./chunk-QLITWLEZ.js";
import {
  openGithub
} from "./chunk-I5ZUI3EO.js";
import {
  isThere
} from "./chunk-SFAXQ2WK.js";
import "./chunk-INPAMFGY.js";
import "./chunk-2HSYLW7U.js";
import "./chunk-QQAGYR2F.js";
import "./chunk-2KWCTZZ6.js";
import "./chunk-RZBAGCDT.js";
import "./chunk-ZNDI3WQU.js";
import "./chunk-5XXXVB74.js";
import {
  digestSchema
} from "./chunk-WAJLRQW2.js";
import "./chunk-BKXCIMUH.js";
import "./chunk-GDCOOEY7.js";
import "./chunk-HNYI7RT3.js";
import {
  readDocument
} from "./chunk-C5D3HR52.js";
import {
  array,
  boolean,
  literal,
  object,
  strictObject,
  string
} from "./chunk-J6MGYEM6.js";
import {
  fitSummary
} from "./chunk-7C7IGOF2.js";
import {
  block,
  code,
  folded,
  plain,
  table
} from "./chunk-TIJULC24.js";
import "./chunk-DNWJD24H.js";
import {
  hexOf,
  shortDigest
} from "./chunk-EZQO47NV.js";
import "./chunk-Z26LTSII.js";
import {
  InputError,
  InputProblems,
  UserError,
  UserErrors,
  isUserError,
  messagesOf,
  userErrorsOf
} from "./chunk-GTGSVCFP.js";
import "./chunk-EXVEHUUA.js";
import {
  __toESM
} from "./chunk-TO6V6YKD.js";

// actions/snapshot/modes/update.ts
import { join as join4 } from "node:path";

// actions/nodes/update/archive.ts
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
var entry = strictObject({ digest: digestSchema, added: string() });
var index = strictObject({ schema: literal(1), snapshots: array(entry) });
var INDEX = "index.json";
var FILE = /^sha256-[0-9a-f]{12}\.json$/;
function archiveFile(digest) {
  return `sha256-${shortDigest(digest)}.json`;
}
async function readArchive(folder) {
  const file = join(folder, INDEX);
  const text = await readFile(file, "utf8").catch((error) => {
    if (error.code === "ENOENT") return void 0;
    throw error;
  });
  if (text !== void 0) return readDocument(index, text, toldOf(file)).snapshots;
  const names = (await readdir(folder).catch(() => [])).filter((name) => FILE.test(name));
  const found = names.map(async (name) => {
    const { snapshot } = readSnapshot(await readFile(join(folder, name), "utf8"), join(folder, name));
    return { digest: digestOf(snapshot), added: "" };
  });
  return Promise.all(found);
}
function toldOf(what) {
  return {
    what,
    code: "IMG8107",
    hint: "Remove it: the next update writes it anew, and what lies beside it stays."
  };
}
function archived(present, snapshots, { retain, now }) {
  const added = new Date(now).toISOString();
  let kept = [...present];
  const files = /* @__PURE__ */ new Map();
  for (const snapshot of snapshots) {
    const digest = digestOf(snapshot);
    const known = kept.find((each) => each.digest === digest);
    kept = [{ digest, added: known?.added ?? added }, ...kept.filter((each) => each !== known)];
    files.set(archiveFile(digest), canonicalText(snapshot));
  }
  for (const { digest } of kept.splice(retain)) {
    if (present.some((each) => each.digest === digest)) files.set(archiveFile(digest), null);
    else files.delete(archiveFile(digest));
  }
  return files.set(INDEX, `${JSON.stringify({ schema: 1, snapshots: kept }, null, 2)}
`);
}
async function fromArchive(folder, wanted) {
  const hex = /^(?:sha256[:-])?([0-9a-f]{7,64})(?:\.json)?$/i.exec(wanted.trim())?.[1]?.toLowerCase();
  const present = await readArchive(folder);
  const [found, ...more] = present.filter(({ digest }) => hex !== void 0 && hexOf(digest).startsWith(hex));
  if (!found || more.length > 0) throw notOne(wanted, present, more.length > 0);
  const file = join(folder, archiveFile(found.digest));
  const text = await readFile(file, "utf8").catch((cause) => {
    throw new UserError("IMG8107", `The archived snapshot ${file} is not there.`, {
      hint: `Bring it back from the repository's history, or take it out of ${INDEX}.`,
      cause
    });
  });
  const read = readSnapshot(text, file);
  if (digestOf(read.snapshot) === found.digest) return read;
  throw new UserError("IMG8107", `The archived snapshot ${file} is not what its digest says.`, {
    hint: "Somebody changed it: bring it back from the repository\u2019s history."
  });
}
function notOne(wanted, present, several) {
  const all = present.map(
    ({ digest, added }) => `sha256-${shortDigest(digest)}${added && ` of ${added.slice(0, 10)}`}`
  );
  return new InputError(
    "IMG8106",
    several ? `Input "to" is "${wanted}", which several archived snapshots begin with.` : `No archived snapshot is "${wanted}".`,
    {
      hint: all.length > 0 ? `Name one of these: ${all.join(", ")}.` : 'Leave out "to": the folder archive-dir keeps none yet.'
    }
  );
}

// actions/nodes/update/warning.ts
function warning(subject, text, lines = []) {
  return { subject, text, lines };
}

// actions/nodes/update/owners.ts
function newOwners(from, to) {
  const known = new Set(from.git.map(({ url }) => ownerOf(url).toLowerCase()));
  return to.git.filter(({ url }) => !known.has(ownerOf(url).toLowerCase())).map(
    (node) => warning(folderNameOf(node), `belongs to ${ownerOf(node.url)}, of whom nothing was there before`)
  );
}

// actions/nodes/update/policy.ts
function readPolicies(lines) {
  const problems = new InputProblems();
  const of = /* @__PURE__ */ new Map();
  const usual = [];
  for (const line of lines) {
    const equals = line.indexOf("=");
    const name = line.slice(0, Math.max(equals, 0)).trim().toLowerCase();
    const policy = problems.try(() => readPolicy(line.slice(equals + 1).trim(), line));
    if (equals < 0 ? usual.length > 0 : of.has(name))
      problems.add(
        "IMG8004",
        `Input "policy" says twice what holds for ${equals < 0 ? "all nodes" : name}.`,
        "Keep one of the lines."
      );
    if (policy && equals < 0) usual.push(policy);
    else if (policy) of.set(name, policy);
  }
  problems.throwIfAny();
  return { usual: usual[0] ?? { kind: "branch", branch: void 0 }, of };
}
function policyFor(names, { usual, of }) {
  const own = names.map((name) => of.get(name.toLowerCase())).find((policy) => policy !== void 0);
  return own ?? usual;
}
function readPolicy(text, line) {
  const [, branch] = /^branch:([^\s:~^?*[\\-][^\s:~^?*[\\]*)$/.exec(text) ?? [];
  if (text === "branch" || branch !== void 0) return { kind: "branch", branch };
  if (text === "tag" || text === "release") return { kind: text };
  throw new UserError("IMG8004", `Input "policy" has the line "${line}".`, {
    hint: "Write branch, branch:name, tag or release; for a single node owner/name=tag."
  });
}

// actions/nodes/update/subject.ts
var import_picomatch = __toESM(require_picomatch(), 1);
var COMFYUI2 = "ComfyUI";
var nameOf = ({ names }) => names[0] ?? "";
function subjectsOf({ comfyui, git, registry }) {
  return [
    ...comfyui === null ? [] : [coreAt(comfyui)],
    ...git.map((node) => {
      const { url, commit: pin } = node;
      return { kind: "git", names: [folderNameOf(node), repositoryOf(url)], url, pin };
    }),
    ...registry.map(({ id, version: version2 }) => ({ kind: "registry", names: [id], id, pin: version2 }))
  ];
}
function coreAt(pin) {
  return { kind: "core", names: [COMFYUI2, repositoryOf(COMFYUI)], url: COMFYUI, pin };
}
function chosen({ names }, { include, exclude }) {
  const matches = (globs) => {
    const fits = (0, import_picomatch.default)([...globs], { nocase: true });
    return globs.length > 0 && names.some((name) => fits(name));
  };
  return (include.length === 0 || matches(include)) && !matches(exclude);
}
function strayNames(subjects, { of }, { include, exclude }) {
  const stray = (input, text) => new UserError("IMG8005", `Input "${input}" names "${text}", which is not in the snapshot.`, {
    hint: `Write owner/name as in a node's address, a registry node's id, or ${COMFYUI2}.`
  });
  const known = new Set(subjects.flatMap(({ names }) => names.map((name) => name.toLowerCase())));
  const wanted = (globs) => globs.filter((glob) => !subjects.some((subject) => chosen(subject, { include: [glob], exclude: [] })));
  return [
    ...[...of.keys()].filter((name) => !known.has(name)).map((name) => stray("policy", name)),
    ...wanted(include).map((glob) => stray("include", glob)),
    ...wanted(exclude).map((glob) => stray("exclude", glob))
  ];
}

// actions/nodes/update/update.ts
import { mkdtemp, rm } from "node:fs/promises";
import { join as join2 } from "node:path";

// actions/nodes/update/github.ts
var RELEASES = 100;
async function releasesOf(subject, github) {
  const path = `/repos/${repositoryOf(subject.url)}/releases?per_page=${RELEASES}`;
  return await github.get(path) ?? [];
}
async function movedTo(subject, github) {
  const asked = repositoryOf(subject.url);
  const told = (text) => [warning(nameOf(subject), text)];
  try {
    const found = await github.get(`/repos/${asked}`);
    const name = found?.full_name ?? asked;
    const [owner, known] = [name, asked].map((each) => each.split("/")[0]?.toLowerCase());
    if (owner !== known) return told(`has a new owner: GitHub knows ${asked} as ${name} now. See who that is`);
    return name.toLowerCase() === asked.toLowerCase() ? [] : told(`is called ${name} now`);
  } catch (error) {
    if (!isUserError(error)) throw error;
    return told(
      `may have a new owner, as GitHub could not be asked: ${messagesOf(error).join(" ").replace(/\.$/, "")}`
    );
  }
}

// actions/nodes/update/outcome.ts
function outcomeOf(snapshot, looked) {
  const moves = looked.filter(({ outcome }) => outcome === "moves");
  const pinOf = (kind, key, pin) => moves.find(({ subject }) => subject.kind === kind && keyOf(subject) === key)?.to ?? pin;
  return {
    snapshot: {
      ...snapshot,
      comfyui: moves.find(({ subject }) => subject.kind === "core")?.to ?? snapshot.comfyui,
      git: snapshot.git.map((node) => ({ ...node, commit: pinOf("git", node.url, node.commit) })),
      registry: snapshot.registry.map((node) => ({
        ...node,
        version: pinOf("registry", node.id, node.version)
      }))
    },
    looked,
    warnings: looked.flatMap(({ warnings }) => warnings),
    commits: new Map(moves.map(({ subject, commits }) => [keyOf(subject), commits])),
    complete: looked.every(({ outcome }) => outcome !== "unknown")
  };
}
function keyOf(subject) {
  return subject.kind === "registry" ? subject.id : subject.url;
}

// actions/nodes/update/registered.ts
var import_semver2 = __toESM(require_semver(), 1);

// actions/nodes/update/published.ts
var import_semver = __toESM(require_semver(), 1);
var LIMIT = 16 * 1024 * 1024;
var version = object({
  version: string(),
  createdAt: string().default(""),
  status: string().default(""),
  deprecated: boolean().default(false),
  dependencies: array(string()).nullish()
});
async function publishedVersions(id, registry, services) {
  const what = `The registry's list of versions of ${id}`;
  const address = new URL(`${registry}/nodes/${encodeURIComponent(id)}/versions`);
  const receive = (incoming) => receiveText(incoming, LIMIT, what);
  const text = await visit({ address, what, allowHosts: [], receive }, services).catch((cause) => {
    if (!(cause instanceof Refused)) throw cause;
    throw new UserError("IMG8504", `${what} is not there: ${address.host} answered ${cause.status}.`, {
      hint: 'See whether the node is still offered under that id, and whether "registry" is the right address.',
      cause
    });
  });
  const told = { what, code: "IMG8504", hint: 'See whether "registry" is the right address.' };
  return readDocument(array(version), text, told).map((each) => ({
    version: each.version,
    date: Date.parse(each.createdAt) / 1e3,
    offered: !each.deprecated && /^(?:NodeVersionStatusActive)?$/.test(each.status),
    requirements: each.dependencies ?? []
  }));
}
function newestPublished(versions, before) {
  const [newest2] = versions.filter(({ version: version2, offered, date }) => offered && !(date > before) && isRelease(version2)).sort((a, b) => import_semver.default.rcompare(a.version, b.version));
  return newest2;
}
function isRelease(version2) {
  return import_semver.default.valid(version2) !== null && import_semver.default.prerelease(version2) === null;
}

// actions/nodes/update/scrutiny.ts
var PROGRAMS = ["install.py", "prestartup_script.py"];
var LISTS = /^(?:requirements[\w.-]*\.txt|pyproject\.toml|\.gitmodules)$/;
async function scrutinise(subject, history, { from, to }) {
  const [before, after] = await Promise.all([
    from === void 0 ? /* @__PURE__ */ new Map() : history.filesOf(from),
    history.filesOf(to)
  ]);
  const changed = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name)).sort();
  const programs = PROGRAMS.filter((name) => changed.includes(name)).map((name) => {
    const did = !after.has(name) ? "is gone" : before.has(name) ? "has changed" : "is new";
    return warning(
      subject,
      from === void 0 ? `has ${name}, and what it was before can't be told` : `${name} ${did}`
    );
  });
  const lists = await Promise.all(
    changed.filter((name) => LISTS.test(name)).map(async (name) => {
      const [old, now] = await Promise.all(
        [before.get(name), after.get(name)].map((object2) => linesOf(history, object2))
      );
      const lines = changedLines(old ?? [], now ?? []);
      return lines.length === 0 ? [] : [warning(subject, `${name} ${before.has(name) ? "has changed" : "is new"}`, lines)];
    })
  );
  return [...programs, ...lists.flat()];
}
async function linesOf(history, object2) {
  return object2 === void 0 ? [] : (await history.textOf(object2)).split("\n");
}
function changedLines(before, after) {
  const [old, now] = [meant(before), meant(after)];
  return [
    ...[...old].filter((line) => !now.has(line)).map((line) => `- ${line}`),
    ...[...now].filter((line) => !old.has(line)).map((line) => `+ ${line}`)
  ];
}
function meant(lines) {
  return new Set(lines.map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#")));
}

// actions/nodes/update/registered.ts
async function lookAtRegistered(subject, { registry, before }, services) {
  const { id, pin } = subject;
  const versions = await publishedVersions(id, registry, services);
  const own = versions.find(({ version: version2 }) => version2 === pin);
  const withdrawn = own?.offered ? [] : [warning(id, `the registry ${own ? "no longer offers" : "does not know"} version ${pin}`)];
  const newest2 = newestPublished(versions, before);
  if (!newest2 || import_semver2.default.valid(pin) && import_semver2.default.lte(newest2.version, pin))
    return { subject, outcome: "stays", to: pin, why: "newest version", commits: [], warnings: withdrawn };
  const lines = changedLines(own?.requirements ?? [], newest2.requirements);
  const requirements = lines.length === 0 ? [] : [warning(id, "its requirements have changed", lines)];
  const why = `version ${newest2.version}`;
  return {
    subject,
    outcome: "moves",
    to: newest2.version,
    why,
    commits: [],
    warnings: [...withdrawn, ...requirements]
  };
}

// actions/nodes/update/versions.ts
var import_semver3 = __toESM(require_semver(), 1);
function versionOf(tag) {
  const [, major, minor, patch = "0", rest = ""] = /^v?(\d{1,9})\.(\d{1,9})(?:\.(\d{1,9}))?(\+.*)?$/i.exec(tag) ?? [];
  if (major === void 0 || minor === void 0) return void 0;
  return import_semver3.default.valid(`${Number(major)}.${Number(minor)}.${Number(patch)}${rest}`) ?? void 0;
}
function byVersion(things, tagOf) {
  return things.flatMap((thing) => {
    const version2 = versionOf(tagOf(thing));
    return version2 === void 0 ? [] : [{ thing, version: version2 }];
  }).sort((a, b) => import_semver3.default.rcompare(a.version, b.version)).map(({ thing }) => thing);
}

// actions/nodes/update/candidate.ts
var NoCandidate = class extends Error {
  /** There will be one in a few days; nobody has to look. */
  waits;
  constructor(why, { waits = false } = {}) {
    super(why);
    this.waits = waits;
  }
};
function findCandidate(history, { policy, before, releases }) {
  if (policy.kind === "branch") return onBranch(history, policy.branch, before);
  return policy.kind === "release" && releases !== void 0 ? released(history, releases, before) : tagged(history, before);
}
async function onBranch(history, named, before) {
  const branch = named ?? await history.defaultBranch();
  const tip = branch === void 0 ? void 0 : await history.tip(branch);
  if (tip === void 0)
    throw new NoCandidate(named === void 0 ? "it has no default branch" : `it has no branch ${named}`);
  const commit = await history.newestBefore(tip, before);
  if (commit === void 0)
    throw new NoCandidate(`all of ${branch} is younger than min-age-days`, { waits: true });
  return { commit, what: `branch ${branch}` };
}
async function tagged(history, before) {
  const versions = byVersion(await history.tags(), ({ name }) => name);
  if (versions.length === 0) throw new NoCandidate("none of its tags is a version");
  const newest2 = versions.find(({ date }) => date <= before);
  if (!newest2) throw new NoCandidate("all its versions are younger than min-age-days", { waits: true });
  return { commit: newest2.commit, what: `tag ${newest2.name}` };
}
async function released(history, releases, before) {
  const published = releases.filter(({ draft, prerelease }) => !draft && !prerelease).map((release) => ({ ...release, date: Date.parse(release.published_at ?? "") / 1e3 })).sort((a, b) => b.date - a.date);
  if (published.length === 0) throw new NoCandidate("it has no release");
  const newest2 = published.find(({ date }) => date <= before);
  if (!newest2) throw new NoCandidate("all its releases are younger than min-age-days", { waits: true });
  const tag = (await history.tags()).find(({ name }) => name === newest2.tag_name);
  if (!tag) throw new NoCandidate(`its release ${newest2.tag_name} has no tag`);
  return { commit: tag.commit, what: `release ${newest2.tag_name}` };
}

// actions/nodes/update/repository.ts
async function lookAtRepository(question) {
  const { subject, history } = question;
  const { pin } = subject;
  const isThere2 = await history.has(pin);
  const lost = isThere2 && await history.isReachable(pin) ? [] : [rewritten(subject, isThere2)];
  const found = await findCandidate(history, question).catch((error) => {
    if (!(error instanceof NoCandidate)) throw error;
    return error;
  });
  const stays = (why, ...warnings) => ({
    subject,
    outcome: "stays",
    to: pin,
    why,
    commits: [],
    warnings: [...lost, ...warnings]
  });
  if (found instanceof NoCandidate)
    return stays(found.message, ...found.waits ? [] : [warning(nameOf(subject), `stays: ${found.message}`)]);
  const { commit, what } = found;
  if (commit === pin) return stays(`newest of ${what}`);
  if (isThere2 && await history.isAncestor(commit, pin)) return stays(`newer than what counts of ${what}`);
  const isForward = isThere2 && await history.isAncestor(pin, commit);
  if (isThere2 && !isForward && await history.dateOf(commit) < await history.dateOf(pin)) {
    const older = `${shortPin(commit)} (${what}) is older than the pin, and no successor of it`;
    return stays(older, warning(nameOf(subject), `stays: ${older}`));
  }
  const aside = isForward || lost.length > 0 ? [] : [besides(subject, commit)];
  const scrutiny = await scrutinise(nameOf(subject), history, { from: isThere2 ? pin : void 0, to: commit });
  return {
    subject,
    outcome: "moves",
    to: commit,
    why: what,
    commits: isThere2 ? await history.between(pin, commit) : [],
    warnings: [...lost, ...aside, ...scrutiny]
  };
}
function rewritten(subject, isThere2) {
  const gone = isThere2 ? "no branch or tag leads to it any more" : "it can't be had any more";
  return warning(
    nameOf(subject),
    `the history behind ${shortPin(subject.pin)} was rewritten (force-push): ${gone}`
  );
}
function besides(subject, commit) {
  return warning(
    nameOf(subject),
    `${shortPin(subject.pin)} is no ancestor of ${shortPin(commit)}: the pin was on another branch`
  );
}

// actions/nodes/update/update.ts
var DAY = 86400;
function judgeUpdate({ snapshot, policies, choice }) {
  const problems = new InputProblems();
  problems.list.push(...strayNames(subjectsOf(snapshot), policies, choice));
  problems.throwIfAny();
}
async function updateSnapshot(job, services) {
  judgeUpdate(job);
  const histories = job.cache ?? await mkdtemp(join2(services.temp, "histories-"));
  try {
    const world = { job, services, git: openGit(services), histories };
    const answers = await atOnce(job.jobs, subjectsOf(job.snapshot), (subject) => lookAt(subject, world));
    requireAny(answers);
    return outcomeOf(
      job.snapshot,
      answers.map(({ looked }) => looked)
    );
  } finally {
    if (job.cache === void 0) await rm(histories, { recursive: true, force: true });
  }
}
async function lookAt(subject, world) {
  const nothing = { subject, to: subject.pin, commits: [], warnings: [] };
  if (!chosen(subject, world.job.choice))
    return { looked: { ...nothing, outcome: "left out", why: "by include and exclude" } };
  const { clock, log } = world.services;
  const started = clock.now();
  try {
    const looked = await look(subject, world);
    const seconds = ((clock.now() - started) / 1e3).toFixed(1);
    const what = looked.outcome === "moves" ? `moves to ${looked.to} (${looked.why})` : `stays: ${looked.why}`;
    log.info(`${nameOf(subject)} ${what}, looked at in ${seconds} s.`);
    return { looked };
  } catch (failure) {
    if (!isUserError(failure)) throw failure;
    const why = userErrorsOf(failure).map(String).join(" ");
    const warnings = [warning(nameOf(subject), `could not be looked at, and stays where it is: ${why}`)];
    return { looked: { ...nothing, outcome: "unknown", why, warnings }, failure };
  }
}
async function look(subject, world) {
  const { job, services } = world;
  const before = Math.floor(services.clock.now() / 1e3) - job.minAgeDays * DAY;
  if (subject.kind === "registry")
    return lookAtRegistered(subject, { registry: job.registry, before }, services);
  if (!/^[0-9a-f]{40}$/.test(subject.pin)) return unpinned(subject);
  const policy = policyFor(subject.names, job.policies);
  const github = job.github?.host === hostOf(subject.url) ? job.github : void 0;
  const [history, releases, moved] = await Promise.all([
    History.open(subject.url, historyFolder(world.histories, subject.url), world.git),
    policy.kind === "release" && github ? releasesOf(subject, github) : void 0,
    // ComfyUI itself is named here, and by no snapshot.
    github && subject.kind === "git" ? movedTo(subject, github) : []
  ]);
  const looked = await lookAtRepository({ subject, history, policy, before, releases });
  return { ...looked, warnings: [...moved, ...looked.warnings] };
}
function unpinned(subject) {
  const why = `${subject.pin} is no commit`;
  const warnings = [warning(nameOf(subject), `stays: ${why}. Run mode pin first`)];
  return { subject, outcome: "stays", to: subject.pin, why, commits: [], warnings };
}
function requireAny(answers) {
  const tried = answers.filter(({ looked }) => looked.outcome !== "left out");
  const failures = tried.map(({ failure }) => failure).filter(isUserError);
  if (tried.length > 0 && failures.length === tried.length)
    throw new UserErrors(failures.flatMap((failure) => userErrorsOf(failure)));
}

// actions/snapshot/candidate/hand-over.ts
import { mkdir, rm as rm2, writeFile } from "node:fs/promises";
import { dirname, join as join3, relative, sep } from "node:path";
async function handOver({ files, ...told }, task) {
  const { runner, inputs, path } = task;
  const isJob = runner.environment.GITHUB_ACTIONS === "true";
  const { workspace, sha: revision } = runner.event;
  const listed = [...files].map(([file, content]) => ({
    path: relative(workspace, path(file)).split(sep).join("/"),
    content
  }));
  const foreign = listed.find((each) => !isCandidatePath(each.path));
  if (foreign && isJob)
    throw new InputError("IMG8811", `"${foreign.path}" can't be part of an update.`, {
      hint: "An update holds files of the checkout that end with .json, outside of .git and .github."
    });
  for (const [file, content] of files) {
    if (content === null) await rm2(path(file), { force: true });
    else await writeDocument(file, content, task);
  }
  if (foreign || !/^[0-9a-f]{40}$/.test(revision)) return "";
  const text = candidateText({ schema: 1, revision, ...told, files: listed });
  if (inputs.report !== "") await keep(join3(path(inputs.report), "candidate.json"), text);
  return isJob ? leaveCandidate(text, runner) : "";
}
async function keep(file, text) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

// actions/snapshot/report/update.ts
var MOST_LINES = 40;
var LONGEST_LINE = 200;
function titleOf(looked) {
  const moved = looked.filter(({ outcome }) => outcome === "moves");
  const core = moved.some(({ subject }) => subject.kind === "core");
  const nodes = moved.length - (core ? 1 : 0);
  const what = [...core ? ["ComfyUI"] : [], ...nodes > 0 ? [counted(nodes, "custom node")] : []];
  return what.length === 0 ? "No newer custom nodes" : `Update ${what.join(" and ")}`;
}
function updateSections(told) {
  const { from, to, title, warnings, looked, commits } = told;
  const diff = diffSnapshots(from, to);
  return [
    { markdown: `## ${plain(title)}

${code(digestOf(to))}`, importance: 1 },
    ...warnings.length === 0 ? [] : [{ markdown: warningList(warnings), importance: 2 }],
    { markdown: diffMarkdown(diff), importance: 3 },
    ...commitLists(looked, commits).map((markdown) => ({ markdown, importance: 5 })),
    ...looked.length === 0 ? [] : [{ markdown: folded("Everything that was looked at", lookedTable(looked)), importance: 4 }]
  ];
}
function warningList(warnings) {
  const items = warnings.map(({ subject, text, lines }) => {
    const shown = lines.slice(0, MOST_LINES).map((line) => line.slice(0, LONGEST_LINE));
    if (lines.length > MOST_LINES) shown.push(`\u2026 and ${lines.length - MOST_LINES} more`);
    return `**${plain(subject)}** ${plain(text)}.${shown.length === 0 ? "" : `

${block("diff", shown.join("\n"))}`}`;
  });
  return `### Look at this first

${items.join("\n\n")}`;
}
function commitLists(looked, commits) {
  return looked.flatMap(({ subject }) => {
    const list = "url" in subject ? commits.get(subject.url) ?? [] : [];
    if (list.length === 0) return [];
    const lines = list.map(
      ({ hash, subject: text }) => `- ${code(shortPin(hash))} ${code(text.slice(0, LONGEST_LINE))}`
    );
    return [folded(`${nameOf(subject)}: ${counted(list.length, "commit")}`, lines.join("\n"))];
  });
}
function lookedTable(looked) {
  return table(
    ["What", "Was", "Is now", "Why"],
    looked.map(({ subject, to, outcome, why }) => [
      plain(nameOf(subject)),
      code(shortPin(subject.pin)),
      outcome === "moves" ? code(shortPin(to)) : plain(outcome),
      plain(why.slice(0, LONGEST_LINE))
    ])
  );
}

// actions/snapshot/modes/update.ts
var update = async (task) => {
  const file = outputFile(task);
  const from = normalise(task.read.snapshot);
  const next = task.inputs.to === "" ? await newest(task) : await earlier(task);
  const to = normalise(next.snapshot);
  const changed = digestOf(to) !== digestOf(from);
  const files = new Map(changed ? [[file, canonicalText(to)]] : []);
  const warnings = [...next.warnings];
  if (changed) {
    for (const [path, text] of await archive(task, [from, to])) files.set(path, text);
    const lock = await staleLock(task);
    if (lock !== void 0) {
      files.set(lock, null);
      warnings.push(
        warning(lock, "fits no more, and is removed. Mode lock makes a new one where this is restored")
      );
    }
  }
  for (const { subject, text } of warnings) task.runner.log.warn(`${subject}: ${text}.`);
  const sections = updateSections({ ...next, from, to, warnings });
  const handed = {
    title: next.title,
    sections,
    from: digestOf(from),
    to: digestOf(to),
    complete: next.complete
  };
  const candidate = await handOver({ ...handed, files }, task);
  const diff = diffSnapshots(from, to);
  return {
    outputs: { digest: digestOf(to), nodes: String(nodesIn(to)), changed: String(changed), candidate },
    document: {
      mode: "update",
      file,
      changed,
      digest: digestOf(to),
      complete: next.complete,
      warnings,
      diff,
      looked: toldOf2(next)
    },
    text: [
      `${next.title}.`,
      ...warnings.map(({ subject, text }) => `  ${subject}: ${text}.`),
      `${digestOf(to)}
`
    ].join("\n"),
    markdown: fitSummary(sections)
  };
};
async function newest(task) {
  const { inputs, services, runner } = task;
  const { updating, restoring } = inputs;
  const { event, clock, signal, log } = runner;
  const github = openGithub(event.apiUrl, { token: inputs.token, clock, signal, log }, "contents: read");
  try {
    const found = await updateSnapshot(
      {
        snapshot: normalise(task.read.snapshot),
        policies: readPolicies(updating.policy),
        choice: { include: updating.include, exclude: updating.exclude },
        minAgeDays: updating.minAgeDays,
        cache: restoring.cache === "" ? void 0 : task.path(restoring.cache),
        jobs: restoring.jobs,
        registry: restoring.registry,
        github: { host: new URL(event.serverUrl).host, get: (path) => github.get(path) }
      },
      services
    );
    return { ...found, title: titleOf(found.looked) };
  } finally {
    github.close();
  }
}
async function earlier(task) {
  const { to, updating, rules } = task.inputs;
  if (updating.archiveDir === "")
    throw new InputError("IMG8002", 'Input "to" is given without "archive-dir".', {
      hint: "Name the folder that keeps earlier snapshots."
    });
  const read = await fromArchive(task.path(updating.archiveDir), to);
  const { errors } = validate(read, rules);
  if (errors.length > 0) throw new UserErrors(errors);
  const snapshot = normalise(read.snapshot);
  const title = `Go back to the custom nodes of ${digestOf(snapshot).replace(":", "-").slice(0, 19)}`;
  const warnings = newOwners(normalise(task.read.snapshot), snapshot);
  return { snapshot, looked: [], warnings, commits: /* @__PURE__ */ new Map(), complete: true, title };
}
async function archive(task, snapshots) {
  const { archiveDir, retain } = task.inputs.updating;
  if (archiveDir === "") return [];
  const present = await readArchive(task.path(archiveDir));
  const files = archived(present, snapshots, { retain, now: task.services.clock.now() });
  return [...files].map(([name, text]) => [join4(archiveDir, name), text]);
}
async function staleLock({ inputs, path }) {
  const file = lockFileOf(inputs);
  return file !== void 0 && await isThere(path(file)) ? file : void 0;
}
function toldOf2({ looked }) {
  return looked.map(({ subject, outcome, to, why, commits }) => {
    return { name: nameOf(subject), outcome, from: subject.pin, to, why, commits };
  });
}
export {
  update
};
