import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  checkCredentials
} from "./chunk-GDMFZWVF.js";
import {
  require_parse
} from "./chunk-QLITWLEZ.js";
import {
  looksSecret,
  readBuildArgs
} from "./chunk-IJOCRBIZ.js";
import {
  standaloneId
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
  legId,
  resolvePlan
} from "./chunk-NXDTJQED.js";
import {
  checkPath,
  hasControlCharacter
} from "./chunk-CILVAWX5.js";
import {
  formatPlatform,
  parsePlatform,
  platformOf
} from "./chunk-THVJOUJ4.js";
import {
  isThere
} from "./chunk-SFAXQ2WK.js";
import {
  said
} from "./chunk-LUX6I4HD.js";
import {
  field,
  readOrigin,
  text
} from "./chunk-PZLRRKXN.js";
import {
  documentSources
} from "./chunk-INPAMFGY.js";
import {
  formatRepository,
  isTag
} from "./chunk-ZNDI3WQU.js";
import {
  checkDocument
} from "./chunk-C5D3HR52.js";
import {
  array,
  boolean,
  number,
  record,
  strictObject,
  string,
  union
} from "./chunk-J6MGYEM6.js";
import {
  InputProblems,
  Problems,
  UserError,
  isUserError,
  messageOf
} from "./chunk-GTGSVCFP.js";
import {
  __toESM
} from "./chunk-TO6V6YKD.js";

// actions/runner/github.ts
var FILES_OF_COMPARISON = 300;
function ancestry(event, access) {
  const compare = async (base, head) => {
    if (base === head) return "identical";
    const found = await ask(event, access, comparison(event, base, head));
    return found?.status ?? "diverged";
  };
  return {
    compare,
    head: async (branch) => {
      const path = `/repos/${event.repository}/branches/${encodeURIComponent(branch)}`;
      return (await ask(event, access, path))?.commit.sha;
    },
    contains: async (branch, sha) => ["ahead", "identical"].includes(await compare(sha, branch))
  };
}
async function changedFiles(event, access) {
  const range = rangeOf(event);
  if (!range) return void 0;
  const path = comparison(event, range.base, range.head);
  const found = await ask(event, access, path);
  if (!found?.files || found.files.length >= FILES_OF_COMPARISON) return void 0;
  return found.files.flatMap((file) => [
    file.filename,
    ...file.previous_filename ? [file.previous_filename] : []
  ]);
}
function rangeOf(event) {
  const request = event.payload.pull_request;
  const base = request?.base?.sha ?? (event.name === "push" ? event.payload.before : void 0);
  return typeof base === "string" && !/^0*$/.test(base) ? { base, head: event.sha } : void 0;
}
function comparison(event, base, head) {
  return `/repos/${event.repository}/compare/${encodeURIComponent(base)}...${encodeURIComponent(head)}?per_page=1`;
}
async function ask(event, access, path) {
  const github = openGithub(event.apiUrl, access, "contents: read");
  try {
    return await github.get(path);
  } finally {
    github.close();
  }
}

// actions/plan/changes.ts
async function splitByChange(images, files) {
  const { default: picomatch } = await import("./picomatch-W5RUSP4K.js");
  const touched = images.filter((image) => {
    const globs = image.paths.length > 0 ? image.paths : ownPaths(image);
    const [excluding, including] = partition(globs);
    const isIncluded = picomatch(including.length > 0 ? including : ["**"], { dot: true });
    const isExcluded = excluding.length > 0 ? picomatch(excluding, { dot: true }) : () => false;
    return files.some((file) => isIncluded(file) && !isExcluded(file));
  });
  return {
    touched,
    unchanged: images.filter((image) => !touched.includes(image)).map(({ name }) => name)
  };
}
function partition(globs) {
  const isExclusion = (glob) => glob.startsWith("!");
  const excluding = globs.filter(isExclusion).map((glob) => glob.slice(1));
  return [excluding, globs.filter((glob) => !isExclusion(glob))];
}
function ownPaths({ context, file }) {
  const folder = context === "." ? "**" : `${literal(context)}/**`;
  return file === "" ? [folder] : [folder, literal(file)];
}
function literal(path) {
  return path.replace(/[\\*?[\]{}()!+@|]/g, "\\$&");
}

// actions/plan/tags/moves.ts
var FULL_VERSION = /^v?\d+\.\d+\.\d+(?:[-+].*)?$/;
var HOLDS_VERSION = /(?:^|[^\d.])\d+\.\d+\.\d+(?:[^\d.]|$)/;
var DATE = /(?:^|\D)(?:19|20)\d{2}[-._]?(?:0[1-9]|1[0-2])[-._]?(?:0[1-9]|[12]\d|3[01])/;
function isExact(value, sha) {
  return FULL_VERSION.test(value) || DATE.test(value) || sha !== "" && value.includes(sha.slice(0, 7));
}
function isExactGitTag(value, sha) {
  return isExact(value, sha) || HOLDS_VERSION.test(value);
}
function orderOf(origin, defaultBranch, version) {
  if (version !== void 0) return { by: "version", version };
  const branch = followed(origin, defaultBranch);
  return branch === "" ? { by: "revision" } : { by: "revision", branch };
}
function followed(origin, defaultBranch) {
  if (origin.kind === "branch") return origin.name;
  if (origin.kind === "pull") return origin.pullRequest?.head ?? "";
  return defaultBranch;
}

// actions/plan/tags/name.ts
function sanitise(name) {
  return name.replace(/[^a-zA-Z0-9._-]+/g, "-");
}
function plannedTag(text2, reason, moves) {
  const name = sanitise(text2).replace(/^[.-]+/, "");
  if (isTag(name)) return moves === void 0 ? { name, reason } : { name, reason, moves };
  if (name.length > 128) {
    throw new UserError("IMG1304", `The tag "${name}" has ${name.length} characters (${reason}).`, {
      hint: "A tag has at most 128 characters; shorten the branch, the prefix or the suffix."
    });
  }
  throw new UserError("IMG1305", `"${text2}" gives no tag (${reason}): nothing in it can stand in a tag.`, {
    hint: 'Tags consist of letters, digits, "_", "." and "-".'
  });
}

// actions/plan/tags/versions.ts
var import_parse = __toESM(require_parse(), 1);
function readSemver(raw) {
  const version = (0, import_parse.default)(raw);
  if (!version) return void 0;
  return {
    values: {
      raw,
      version: version.version,
      major: version.major,
      minor: version.minor,
      patch: version.patch
    },
    comparable: version.version,
    special: version.prerelease.length > 0,
    threeParts: true
  };
}
async function readPep440(raw) {
  const pep440 = await import("./pep440-QJTRDBUV.js");
  const parts = pep440.explain(raw);
  const version = pep440.clean(raw);
  if (!parts || version === null) return void 0;
  const [major = 0, minor = 0, patch = 0] = parts.release;
  return {
    values: { raw, version, major, minor, patch },
    comparable: `${major}.${minor}.${patch}`,
    special: parts.is_prerelease || parts.is_postrelease || parts.is_devrelease,
    threeParts: parts.release.length <= 3
  };
}
var PRERELEASE = /\d[-._]?(?:a|b|c|rc|alpha|beta|pre|preview|dev|snapshot|nightly)[-._]?\d*$/i;
function looksLikePrerelease(gitTag) {
  return readSemver(gitTag)?.special ?? PRERELEASE.test(gitTag);
}

// actions/plan/default-tags.ts
var STRICT = /^v\d+\.\d+\.\d+$/;
function defaultTags(facts) {
  const { origin, defaultBranch } = facts;
  if (origin.kind === "tag") return [versionTag(origin.name, facts.strictSemver)];
  if (!origin.onDefaultBranch) return [];
  const reason = `the default branch ${origin.name}`;
  return [{ name: "latest", reason, moves: orderOf(origin, defaultBranch) }];
}
function namedTag(name, facts) {
  if (!isTag(name)) {
    throw new UserError("IMG1303", `Input "tag-name" is "${name}", which is no valid tag.`, {
      hint: 'A tag has at most 128 letters, digits, "_", "." and "-", and does not begin with "." or "-".'
    });
  }
  const reason = "the input tag-name";
  if (isExact(name, facts.sha)) return { name, reason };
  return { name, reason, moves: orderOf(facts.origin, facts.defaultBranch) };
}
function versionTag(gitTag, strict) {
  const reason = `the git tag ${gitTag}`;
  if (STRICT.test(gitTag)) return plannedTag(gitTag.slice(1), reason);
  const form = strict ? "v1.2.3" : "v1.2.3, v1.2.3-rc.1 or v1.2.3+build.5";
  if (strict || !gitTag.startsWith("v") || !readSemver(gitTag)) {
    throw new UserError(
      "IMG1301",
      `The git tag "${gitTag}" is not a release: ${form} is the form expected.`,
      {
        hint: strict ? 'Rename the tag, set strict-semver: false for prereleases and build metadata, or say in "tags" what such a tag gives.' : 'Rename the tag, or say in "tags" what such a tag gives.'
      }
    );
  }
  return plannedTag(gitTag.slice(1), reason);
}

// actions/plan/publish.ts
function decidePublishing({ event, origin, tags, skipPush }) {
  if (skipPush) return no("skip-push is set");
  if (origin.pullRequest?.fork) return no("a pull request from a fork builds only, as it gets no credentials");
  if (origin.kind === "pull" && event.actor === "dependabot[bot]")
    return no("a pull request of Dependabot builds only, as it gets no secrets");
  if (tags.length === 0) return no(`${describeOrigin(origin)} gives no tag, so it builds only`);
  return { publish: true, reason: `${event.name} on ${describeOrigin(origin)}` };
}
function no(reason) {
  return { publish: false, reason };
}
function describeOrigin(origin) {
  if (origin.kind === "pull") return `pull request ${origin.name}`;
  if (origin.kind === "tag") return `the git tag ${origin.name}`;
  if (origin.kind === "other") return `the ref ${origin.name}`;
  return `${origin.onDefaultBranch ? "the default branch" : "the branch"} ${origin.name}`;
}

// actions/plan/tags/csv.ts
async function readAttributes(line) {
  const { parse } = await import("./sync-QS5VBYN5.js");
  const options = { relax_column_count: true, relax_quotes: true, skip_empty_lines: true };
  try {
    const [fields = []] = parse(line, options);
    return fields.map(readAttribute);
  } catch (cause) {
    throw new UserError("IMG1307", `The line "${line}" can't be read: ${said(messageOf(cause))}.`, {
      hint: 'Write a field that contains a comma in double quotes, the name included: "pattern=a,b".',
      cause
    });
  }
}
function readAttribute(field2) {
  const equals = field2.indexOf("=");
  if (equals <= 0) return { key: "", value: field2.trim() };
  return { key: field2.slice(0, equals).trim().toLowerCase(), value: field2.slice(equals + 1).trim() };
}
function ruleLines(text2) {
  return text2.split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}

// actions/plan/tags/flavor.ts
async function parseFlavor(text2) {
  const flavor = { latest: "auto", prefix: "", suffix: "", prefixLatest: false, suffixLatest: false };
  for (const line of ruleLines(text2)) {
    let affix;
    for (const { key, value } of await readAttributes(line)) {
      if (key === "latest") flavor.latest = choose(line, value, ["auto", "true", "false"]);
      else if (key === "prefix" || key === "suffix") {
        flavor[key] = value;
        affix = key;
      } else if (key === "onlatest" && affix !== void 0) {
        flavor[`${affix}Latest`] = choose(line, value, ["true", "false"]) === "true";
      } else throw wrongFlavor(line);
    }
  }
  return flavor;
}
function choose(line, value, choices) {
  const found = choices.find((choice) => choice === value);
  if (found === void 0) throw wrongFlavor(line);
  return found;
}
function wrongFlavor(line) {
  return new UserError("IMG1308", `The flavor "${line}" is not valid.`, {
    hint: "It knows latest=auto|true|false, prefix=\u2026, suffix=\u2026, and onlatest=true|false after a prefix or suffix on the same line."
  });
}

// actions/plan/tags/candidate.ts
function movesUnless(fixed, order) {
  return fixed ? { latest: false } : { moves: order, latest: false };
}

// actions/plan/tags/rule.ts
var TYPES = {
  schedule: { priority: 1e3, attributes: { pattern: "nightly" } },
  semver: { priority: 900, attributes: { pattern: void 0, value: "", match: "" } },
  pep440: { priority: 900, attributes: { pattern: void 0, value: "", match: "" } },
  match: { priority: 800, attributes: { pattern: void 0, group: "0", value: "" } },
  edge: { priority: 700, attributes: { branch: "" } },
  ref: { priority: 600, attributes: { event: void 0 }, choices: { event: ["branch", "tag", "pr"] } },
  raw: { priority: 200, attributes: { value: void 0 } },
  sha: { priority: 100, attributes: { format: "short" }, choices: { format: ["short", "long"] } }
};
async function parseTagRules(text2, problems) {
  const rules = [];
  for (const line of ruleLines(text2)) {
    const rule = await problems.tryAsync(() => parseTagRule(line));
    if (rule) rules.push(rule);
  }
  return rules.sort((a, b) => b.priority - a.priority);
}
async function parseTagRule(line) {
  const written = await readWritten(line);
  const type = readType(line, written.get("type") ?? "raw");
  const { type: _, enable, priority, prefix, suffix, ...own } = Object.fromEntries(written);
  const rule = {
    type,
    line,
    priority: readPriority(line, priority, TYPES[type].priority),
    enable: enable ?? "true",
    attributes: complete(line, type, own)
  };
  const usual = type === "sha" ? "sha-" : own.event === "pr" ? "pr-" : void 0;
  const before = prefix ?? usual;
  if (before !== void 0) rule.prefix = before;
  if (suffix !== void 0) rule.suffix = suffix;
  return rule;
}
async function readWritten(line) {
  const attributes = await readAttributes(line);
  return new Map(attributes.map(({ key, value }) => [key === "" ? "value" : key, value]));
}
function readType(line, type) {
  if (Object.hasOwn(TYPES, type)) return type;
  throw wrong(line, `there is no type "${type}"`, `The types are ${Object.keys(TYPES).join(", ")}.`);
}
function readPriority(line, text2, usual) {
  if (text2 === void 0) return usual;
  if (/^-?\d+$/.test(text2)) return Number(text2);
  throw wrong(line, `the priority "${text2}" is not a whole number`, "Write, for example, priority=900.");
}
function complete(line, type, own) {
  const { attributes, choices = {} } = TYPES[type];
  const unknown = Object.keys(own).find((key) => !Object.hasOwn(attributes, key));
  if (unknown !== void 0) {
    const known = ["enable", "priority", "prefix", "suffix", ...Object.keys(attributes)];
    throw wrong(line, `type=${type} has no attribute "${unknown}"`, `It knows ${known.join(", ")}.`);
  }
  return Object.fromEntries(
    Object.entries(attributes).map(([key, usual]) => {
      const value = own[key] ?? usual;
      const choice = choices[key];
      if (value === void 0 || value === "" && usual === void 0 && key !== "value")
        throw wrong(line, `it has no ${key}`, `Add ${key}=\u2026${choice ? `: ${choice.join(", ")}` : ""}.`);
      if (choice && !choice.includes(value))
        throw wrong(line, `${key} is "${value}"`, `Write one of: ${choice.join(", ")}.`);
      if (key === "group" && !/^\d+$/.test(value))
        throw wrong(line, `group is "${value}"`, "Write the number of a group in the pattern.");
      return [key, value];
    })
  );
}
function wrong(line, fault, hint) {
  return new UserError("IMG1306", `The tag rule "${line}" is not valid: ${fault}.`, { hint });
}

// actions/plan/tags/from-version.ts
async function versioned(rule, facts) {
  const raw = subject(rule, facts);
  if (raw === void 0) return void 0;
  const { pattern = "", match = "" } = rule.attributes;
  const text2 = match === "" ? raw : pick(rule, raw, match, facts);
  if (text2 === void 0) return void 0;
  const dashed = text2.replaceAll("/", "-");
  const version = rule.type === "semver" ? readSemver(dashed) : await readPep440(dashed);
  if (!version) {
    facts.warn(
      `"${raw}" is no version as type=${rule.type} understands it; the rule "${rule.line}" gives no tag.`
    );
    return void 0;
  }
  const used = version.special ? fullPattern(pattern) : pattern;
  return {
    value: facts.render(used, version.values),
    reason: `${rule.type} ${used} of ${raw}`,
    moves: isFullVersion(used, version) ? void 0 : { by: "version", version: version.comparable },
    latest: true,
    version: version.comparable,
    prerelease: version.special
  };
}
function subject(rule, { origin, render }) {
  if (rule.attributes.value) return render(rule.attributes.value);
  return origin.kind === "tag" ? origin.name : void 0;
}
function fullPattern(pattern) {
  return /^\{\{\s*raw\s*\}\}$/.test(pattern) ? pattern : "{{version}}";
}
function isFullVersion(pattern, version) {
  const has = (name) => new RegExp(`\\{\\{\\s*${name}\\s*\\}\\}`).test(pattern);
  if (has("version") || has("raw")) return true;
  return version.threeParts && ["major", "minor", "patch"].every(has);
}
function matched(rule, facts) {
  const raw = subject(rule, facts);
  if (raw === void 0) return void 0;
  const { pattern = "", group = "0" } = rule.attributes;
  const value = pick(rule, raw, pattern, facts, Number(group));
  if (value === void 0) return void 0;
  const version = (readSemver(raw) ?? readSemver(value))?.comparable;
  const order = orderOf(facts.origin, facts.event.defaultBranch, version);
  const fixed = value === raw || isExactGitTag(value, facts.event.sha);
  return {
    value,
    reason: `match ${pattern} of ${raw}`,
    ...movesUnless(fixed, order),
    latest: true,
    version,
    prerelease: looksLikePrerelease(raw)
  };
}
function pick(rule, raw, pattern, facts, group) {
  const expression = toExpression(rule, pattern);
  const found = expression.exec(raw) ?? expression.exec(raw.replaceAll("/", "-"));
  const value = group === void 0 ? found?.[1] ?? found?.[0] : found?.[group];
  if (value === void 0) facts.warn(`"${raw}" does not match; the rule "${rule.line}" gives no tag.`);
  return value;
}
function toExpression(rule, pattern) {
  const [, body = pattern, flags = ""] = /^\/(.+)\/([a-z]*)$/s.exec(pattern) ?? [];
  try {
    return new RegExp(body, flags.replace(/[gy]/g, ""));
  } catch (cause) {
    throw wrong(rule.line, said(messageOf(cause)), "Write a regular expression of JavaScript.");
  }
}

// actions/plan/tags/evaluate.ts
async function evaluate(rule, facts) {
  const { event, origin, render } = facts;
  const follow = (version) => orderOf(origin, event.defaultBranch, version?.comparable);
  switch (rule.type) {
    case "schedule":
      return event.name === "schedule" ? scheduled(rule, facts) : void 0;
    case "semver":
    case "pep440":
      return versioned(rule, facts);
    case "match":
      return matched(rule, facts);
    case "edge": {
      const branch = rule.attributes.branch || event.defaultBranch;
      if (origin.kind !== "branch" || origin.name !== branch) return void 0;
      return { value: "edge", reason: `edge of branch ${branch}`, moves: follow(), latest: false };
    }
    case "ref":
      return referred(rule, facts);
    case "raw": {
      const value = render(rule.attributes.value ?? "");
      const version = origin.kind === "tag" ? readSemver(origin.name) : void 0;
      return { value, reason: 'named in "tags"', ...movesUnless(isExact(value, event.sha), follow(version)) };
    }
    case "sha": {
      const value = rule.attributes.format === "short" ? event.sha.slice(0, 7) : event.sha;
      return { value, reason: "the commit", latest: false };
    }
  }
}
function scheduled(rule, { event, origin, render }) {
  const value = render(rule.attributes.pattern ?? "");
  return {
    value,
    reason: "schedule",
    ...movesUnless(isExact(value, event.sha), orderOf(origin, event.defaultBranch))
  };
}
function referred(rule, { event, origin }) {
  const kind = rule.attributes.event === "pr" ? "pull" : rule.attributes.event;
  if (origin.kind !== kind || origin.name === "") return void 0;
  const order = orderOf(origin, event.defaultBranch);
  const value = sanitise(origin.name);
  if (kind === "branch") return { value, reason: `branch ${origin.name}`, moves: order, latest: false };
  if (kind === "pull") return { value, reason: `pull request ${origin.name}`, moves: order, latest: false };
  const fixed = isExactGitTag(origin.name, event.sha);
  return {
    value,
    reason: `git tag ${origin.name}`,
    ...movesUnless(fixed, order),
    latest: true,
    version: readSemver(origin.name)?.comparable,
    prerelease: looksLikePrerelease(origin.name)
  };
}

// actions/plan/tags/resolve.ts
async function resolveTags(rules, flavor, facts, problems) {
  const found = [];
  const tags = [];
  for (const rule of rules) {
    await problems.tryAsync(async () => {
      const candidate = isEnabled(rule, facts) ? await evaluate(rule, facts) : void 0;
      if (candidate === void 0 || sanitise(candidate.value) === "") return;
      const { prefix = flavor.prefix, suffix = flavor.suffix } = rule;
      const name = `${facts.render(prefix)}${candidate.value}${facts.render(suffix)}`;
      tags.push(plannedTag(name, candidate.reason, candidate.moves));
      found.push(candidate);
    });
  }
  const latest = problems.try(() => latestTag(found, flavor, facts));
  return unique(latest ? [...tags, latest] : tags);
}
function isEnabled(rule, { render }) {
  const enabled = render(rule.enable);
  if (enabled === "true" || enabled === "false") return enabled === "true";
  throw wrong(
    rule.line,
    `enable is "${enabled}"`,
    "It has to be true or false, or an expression that gives one."
  );
}
function latestTag(found, flavor, facts) {
  const [first] = found;
  if (first === void 0 || flavor.latest === "false" || first.prerelease) return void 0;
  if (flavor.latest === "auto" && !first.latest) return void 0;
  const prefix = flavor.prefixLatest ? facts.render(flavor.prefix) : "";
  const suffix = flavor.suffixLatest ? facts.render(flavor.suffix) : "";
  const order = orderOf(facts.origin, facts.event.defaultBranch, first.version);
  return plannedTag(`${prefix}latest${suffix}`, `latest with ${first.reason}`, order);
}
function unique(tags) {
  return tags.filter((tag, index) => tags.findIndex(({ name }) => name === tag.name) === index);
}

// actions/plan/choose-tags.ts
async function chooseTags(request, facts, problems) {
  const faults = problems.list.length;
  const tags = await givenTags(request, facts, problems);
  const isDispatch = facts.event.name === "workflow_dispatch" && !request.skipPush;
  if (isDispatch && tags.length === 0 && problems.list.length === faults) {
    problems.add(
      "IMG1302",
      `This run was started by hand, and ${describeOrigin(facts.origin)} gives no tag.`,
      'Give "tag-name", start it on the default branch, or set skip-push to build only.'
    );
  }
  return tags;
}
async function givenTags(request, facts, problems) {
  const { event, origin } = facts;
  const defaults = { ...request, origin, sha: event.sha, defaultBranch: event.defaultBranch };
  const rules = await parseTagRules(request.tags, problems);
  const flavor = await problems.tryAsync(() => parseFlavor(request.flavor));
  if (request.tagName !== "") return problems.try(() => [namedTag(request.tagName, defaults)]) ?? [];
  if (request.tags.trim() === "") return problems.try(() => defaultTags(defaults)) ?? [];
  return flavor === void 0 ? [] : resolveTags(rules, flavor, facts, problems);
}

// actions/plan/containerfiles.ts
import { posix } from "node:path";
var USUAL = ["Containerfile", "Dockerfile"];
var CHECK_PATH = "Check the path: it is relative to the root of the repository.";
var CHECK_CONTEXT = `${CHECK_PATH} A step before this one has to check it out.`;
async function checkContainerfiles(images, exists, problems) {
  for (const { name, context, file, verify = "" } of images) {
    if (verify !== "" && !await exists(verify))
      problems.add("IMG1113", `The check file "${verify}" of ${name} is not there.`, CHECK_PATH);
    if (!await exists(context)) {
      problems.add("IMG1110", `The context "${context}" of ${name} is not there.`, CHECK_CONTEXT);
    } else if (file === "") {
      const found = await Promise.all(USUAL.map((usual) => exists(posix.join(context, usual))));
      if (!found.includes(true))
        problems.add(
          "IMG1111",
          `${name} has neither Containerfile nor Dockerfile in "${context}".`,
          'Add one, or name it in "file".'
        );
    } else if (!await exists(file)) {
      const inContext = posix.join(context, file);
      const hint = await exists(inContext) ? `"file" is relative to the root of the repository: write ${inContext}.` : CHECK_PATH;
      problems.add("IMG1112", `The file "${file}" of ${name} is not there.`, hint);
    }
  }
}

// actions/plan/images.ts
var DEFAULT_PLATFORMS = "linux/amd64,linux/arm64";
var scalar = union([string(), number(), boolean()]);
var list = union([string(), array(string())]);
var entry = strictObject({
  image: string(),
  context: string().optional(),
  file: string().optional(),
  target: string().optional(),
  verify: string().optional(),
  platforms: list.optional(),
  "build-args": union([list, record(string(), scalar.nullable())]).optional(),
  paths: list.optional()
});
var entries = array(entry).min(1);
async function readImages(request, facts, problems) {
  const several = request.images.trim() !== "";
  if (several && request.image !== "")
    problems.add("IMG1101", 'Both "image" and "images" are given.', "Give one of them.");
  const name = request.image || facts.repositoryName.toLowerCase();
  const found = several ? await problems.tryAsync(() => readEntries(request.images, facts)) : [{ image: name }];
  const images = (found ?? []).flatMap((one) => toImage(one, request, problems) ?? []);
  for (const twice of new Set(repeated(images.map((image) => image.name))))
    problems.add("IMG1102", `Two images are called "${twice}".`, "Give each image a name of its own.");
  return images;
}
async function readEntries(text2, facts) {
  const inline = text2.trim().includes("\n") || /^(?:-\s|[[{])/.test(text2.trim());
  const path = inline ? void 0 : checkPath(text2.trim(), "list of images");
  const source = path === void 0 ? text2 : await readList(path, facts);
  return checkDocument(entries, await parseYaml(source), {
    what: "The list of images",
    code: "IMG1106",
    hint: EXAMPLE
  });
}
var EXAMPLE = 'Each entry reads like "- image: api", with context, file, target, verify, platforms, build-args and paths where they differ.';
async function readList(path, { readFile: readFile2 }) {
  return readFile2(path).catch((cause) => {
    throw new UserError("IMG1105", `The list of images "${path}" can't be read.`, {
      hint: "Check the path, and that the repository is checked out before this step.",
      cause
    });
  });
}
async function parseYaml(source) {
  const { default: yaml } = await import("./dist-QTHFKUZ2.js");
  try {
    return yaml.parse(source);
  } catch (cause) {
    const [fault = ""] = cause.message.split("\n");
    throw new UserError("IMG1106", `The list of images is not valid YAML: ${said(fault)}.`, {
      hint: EXAMPLE,
      cause
    });
  }
}
function toImage(one, request, problems) {
  const name = problems.try(() => checkName(one.image));
  const context = problems.try(() => checkPath(one.context ?? (request.context || "."), "context"));
  const file = problems.try(() => optionalPath(one.file ?? request.file, "file"));
  const platforms = problems.try(() => readPlatforms(one.platforms ?? request.platforms)) ?? [];
  const buildArgs = problems.try(() => readBuildArgs(one["build-args"] ?? request.buildArgs)) ?? {};
  const verify = problems.try(
    () => one.verify === void 0 ? void 0 : optionalPath(one.verify, "check file")
  );
  if (name === void 0 || context === void 0 || file === void 0) return void 0;
  const target = one.target ?? request.target;
  const paths = lines(one.paths ?? "");
  const image = { name, context, file, target, platforms, buildArgs, paths };
  return verify === void 0 ? image : { ...image, verify };
}
function optionalPath(path, what) {
  return path === "" ? "" : checkPath(path, what);
}
function checkName(name) {
  if (name === "") {
    throw new UserError("IMG1103", "The image has no name.", {
      hint: 'Set "image"; unless given it is the name of the repository, which the git remote "origin" tells.'
    });
  }
  if (name.startsWith("-") || name.includes(":") || /^[^/]*\.[^/]*\//.test(name)) {
    throw new UserError("IMG1104", `"${name}" can't be the name of an image.`, {
      hint: 'Write a name like app or team/app; the registries stand in "registries".'
    });
  }
  return name;
}
function readPlatforms(text2) {
  const problems = new Problems();
  const written = lines(text2);
  const names = written.length > 0 ? written : splitList(DEFAULT_PLATFORMS);
  const parsed = names.flatMap((name) => problems.try(() => formatPlatform(parsePlatform(name))) ?? []);
  problems.throwIfAny();
  return [...new Set(parsed)];
}
function lines(text2) {
  return typeof text2 === "string" ? splitList(text2) : [...text2];
}
function repeated(names) {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

// actions/plan/labels.ts
var OCI = "org.opencontainers.image.";
function ociLabels({ event, title, version, now }) {
  const repository = field(event.payload, "repository");
  const home = text(field(repository, "html_url")) || event.repository && `${event.serverUrl}/${event.repository}`;
  return {
    [`${OCI}title`]: title,
    [`${OCI}description`]: text(field(repository, "description")),
    [`${OCI}url`]: home,
    [`${OCI}source`]: home,
    [`${OCI}version`]: version,
    [`${OCI}created`]: now.toISOString(),
    [`${OCI}revision`]: event.sha,
    [`${OCI}licenses`]: text(field(field(repository, "license"), "spdx_id"))
  };
}
function readLabels(lines2, input, render) {
  const problems = new Problems();
  const labels = /* @__PURE__ */ new Map();
  for (const line of lines2) {
    const equals = line.indexOf("=");
    const name = line.slice(0, Math.max(equals, 0)).trim();
    const value = problems.try(() => render(line.slice(equals + 1).trim()));
    if (value === void 0) continue;
    if (equals <= 0 || name.startsWith("-") || /\s/.test(name) || hasControlCharacter(value))
      problems.add(
        "IMG1002",
        `Input "${input}" has the line ${JSON.stringify(line)}.`,
        "Each line reads name=value; a name holds no blank, a value no control character."
      );
    else labels.set(name, value);
  }
  problems.throwIfAny();
  return Object.fromEntries(labels);
}

// actions/plan/matrix.ts
var MOST_LEGS = 256;
var DEFAULT_RUNNERS = [
  { prefix: "linux/amd64", labels: ["ubuntu-24.04"] },
  { prefix: "linux/386", labels: ["ubuntu-24.04"] },
  { prefix: "linux/arm", labels: ["ubuntu-24.04-arm"] }
];
var EMULATING = ["ubuntu-24.04"];
function planLegs(images, rules) {
  const legs = images.flatMap(
    ({ name, platforms }) => platforms.map((platform) => ({
      leg: legId(name, platform),
      image: name,
      platform,
      runsOn: runnerFor(platform, rules) ?? EMULATING
    }))
  );
  if (legs.length <= MOST_LEGS) return legs;
  throw new UserError("IMG1114", `${legs.length} builds are too many: a matrix holds at most ${MOST_LEGS}.`, {
    hint: 'Split "images" over several calls, or leave platforms out.'
  });
}
function runnerFor(platform, rules) {
  return longest(platform, rules) ?? longest(platform, DEFAULT_RUNNERS);
}
function longest(platform, rules) {
  return rules.filter(({ prefix }) => platform.startsWith(prefix)).reduce(
    (best, rule) => best && best.prefix.length >= rule.prefix.length ? best : rule,
    void 0
  )?.labels;
}
function readRunners(lines2) {
  const problems = new Problems();
  const rules = lines2.flatMap((line) => problems.try(() => readRunner(line)) ?? []);
  problems.throwIfAny();
  return rules;
}
function readRunner(line) {
  const [, platform = "", value = ""] = /^([^=]*)=(.*)$/.exec(line) ?? [];
  const labels = readLabelList(value.trim());
  const prefix = canonical(platform.trim().toLowerCase());
  if (!prefix.startsWith("linux") || labels === void 0 || labels.length === 0) {
    throw new UserError("IMG1115", `Input "runners" has the line "${line}".`, {
      hint: "Each line reads platform=label, as in linux/arm64=ubuntu-24.04-arm or linux/amd64=self-hosted,big."
    });
  }
  return { prefix, labels };
}
function readLabelList(value) {
  if (!value.startsWith("[")) return value.split(/[\s,]+/).filter((label) => label !== "");
  try {
    const list2 = JSON.parse(value);
    const valid = Array.isArray(list2) && list2.every((label) => typeof label === "string" && label !== "");
    return valid ? list2 : void 0;
  } catch {
    return void 0;
  }
}
function canonical(text2) {
  try {
    return formatPlatform(parsePlatform(text2));
  } catch {
    return text2;
  }
}

// actions/plan/tags/dates.ts
async function loadFormatDate() {
  const [core, ...plugins] = await Promise.all([
    import("./dayjs.min-GVWEXQE6.js"),
    import("./utc-F5W5OBC4.js"),
    import("./timezone-OFUZCTQH.js"),
    import("./advancedFormat-IGMY74OZ.js"),
    import("./localizedFormat-OCUIU4FX.js"),
    import("./weekOfYear-2WBDZVPP.js"),
    import("./weekYear-WBULKSBS.js"),
    import("./isoWeek-HHKENGY6.js"),
    import("./dayOfYear-EN6ZNU5V.js")
  ]);
  const dayjs = core.default;
  for (const plugin of plugins) dayjs.extend(plugin.default);
  return (date, format, zone = "UTC") => {
    checkZone(zone);
    const local = dayjs(date).tz(zone);
    return local.format(fillDayTokens(format, local.dayOfYear(), local.day()));
  };
}
function fillDayTokens(format, dayOfYear, weekday) {
  const isoWeekday = weekday === 0 ? 7 : weekday;
  const values = {
    DDDD: String(dayOfYear).padStart(3, "0"),
    DDDo: ordinal(dayOfYear),
    DDD: String(dayOfYear),
    E: String(isoWeekday),
    e: String(weekday)
  };
  return format.replace(/\[[^\]]*\]|DDDD|DDDo|DDD|E|e/g, (token) => {
    const value = values[token];
    return value === void 0 ? token : `[${value}]`;
  });
}
function ordinal(number2) {
  const ending = ["th", "st", "nd", "rd"][number2 % 10] ?? "th";
  return `${number2}${number2 % 100 > 10 && number2 % 100 < 14 ? "th" : ending}`;
}
function checkZone(zone) {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
  } catch (cause) {
    throw new UserError("IMG1311", `There is no time zone "${zone}".`, {
      hint: "Write one as in {{date 'YYYYMMDD' tz='Europe/Vienna'}}.",
      cause
    });
  }
}

// actions/plan/tags/expressions.ts
async function loadRender(facts, texts) {
  const templates = texts.filter((template) => template.includes("{{"));
  if (templates.length === 0) return (template) => template;
  const { default: handlebars } = await import("./lib-XXBQYJAH.js");
  const environment = handlebars.create();
  const values = globalValues(facts);
  for (const [name, helper] of Object.entries(await dateHelpers(facts, templates)))
    environment.registerHelper(name, helper);
  return (template, own = {}) => {
    if (!template.includes("{{")) return template;
    try {
      return environment.compile(template, { noEscape: true, strict: true })({ ...values, ...own });
    } catch (cause) {
      if (isUserError(cause)) throw cause;
      throw new UserError(
        "IMG1309",
        `The expression "${template}" can't be evaluated: ${said(firstLine(messageOf(cause)))}.`,
        {
          hint: `Known everywhere: ${[...Object.keys(values), "date", "commit_date"].join(", ")}.`,
          cause
        }
      );
    }
  };
}
function globalValues({ event, origin }) {
  return {
    branch: origin.kind === "branch" ? sanitise(origin.name) : "",
    tag: origin.kind === "tag" ? sanitise(origin.name) : "",
    sha: event.sha.slice(0, 7),
    base_ref: baseRef(event, origin),
    is_default_branch: String(origin.onDefaultBranch),
    is_not_default_branch: String(!origin.onDefaultBranch)
  };
}
function baseRef(event, origin) {
  if (origin.pullRequest) return sanitise(origin.pullRequest.base);
  if (origin.kind !== "tag") return "";
  return sanitise(text(field(event.payload, "base_ref")).replace(/^refs\/heads\//, ""));
}
async function dateHelpers(facts, templates) {
  if (!templates.some((template) => template.includes("date"))) return {};
  const format = await loadFormatDate();
  const commit = templates.some((template) => template.includes("commit_date")) ? await commitDate(facts) ?? facts.now : facts.now;
  return { date: dateHelper(facts.now, format), commit_date: dateHelper(commit, format) };
}
function dateHelper(date, format) {
  return (pattern, options) => {
    const { tz, ...unknown } = options?.hash ?? {};
    if (typeof pattern !== "string" || Object.keys(unknown).length > 0)
      throw new UserError("IMG1310", "A date in an expression needs a format, and knows only tz beside it.", {
        hint: "Write {{date 'YYYYMMDD'}} or {{date 'YYYYMMDD' tz='Europe/Vienna'}}."
      });
    return format(date, pattern, tz === void 0 ? void 0 : String(tz));
  };
}
async function commitDate({ event, commitDate: ask2 }) {
  const head = field(event.payload, "head_commit");
  const pushed = field(head, "id") === event.sha ? new Date(text(field(head, "timestamp"))) : void 0;
  return pushed && !Number.isNaN(pushed.getTime()) ? pushed : await ask2?.();
}
function firstLine(message) {
  return (message.split("\n")[0] ?? "").replace(/ in \[object Object\] - \d+:\d+$/, "");
}

// actions/plan/make.ts
async function makePlan(request, facts) {
  const { event, now } = facts;
  const problems = new InputProblems();
  problems.list.push(...request.problems);
  const origin = readOrigin(event);
  const render = await loadRender({ ...facts, origin }, templatesOf(request));
  const faults = problems.list.length;
  const tags = await chooseTags(request, { ...facts, origin, render }, problems);
  const names = problems.list.length > faults ? ["unknown"] : tags.map(({ name }) => name);
  const publishing = decidePublishing({ event, origin, tags: names, skipPush: request.skipPush });
  const drafts = await readDrafts(request, facts, publishing.publish, problems);
  const labels = problems.try(() => readLabels(request.labels, "labels", render));
  const annotations = problems.try(() => readLabels(request.annotations, "annotations", render));
  const rules = problems.try(() => readRunners(request.runners)) ?? [];
  problems.try(() => planLegs(drafts, rules));
  problems.throwIfAny();
  const { touched, unchanged } = await selectChanged(drafts, request, facts, origin);
  warnOfOddities(drafts, rules, facts.warn);
  const version = tags[0]?.name ?? "";
  const images = touched.map((draft) => {
    const title = drafts.length > 1 ? draft.name : event.repository.split("/")[1] ?? draft.name;
    const oci = ociLabels({ event, title, version, now });
    return plannedImage(draft, tags, { ...oci, ...labels }, { ...oci, ...annotations });
  });
  return {
    schema: 1,
    id: facts.planId(identityOf(drafts, request, event)),
    repository: event.repository,
    event: event.name,
    ref: event.ref,
    revision: event.sha,
    created: now.toISOString(),
    ...images.length > 0 ? publishing : { publish: false, reason: "no image was touched by the changed files" },
    version,
    images,
    unchanged,
    legs: planLegs(touched, rules)
  };
}
function templatesOf({ tags, flavor, labels, annotations }) {
  return [tags, flavor, ...labels, ...annotations];
}
async function readDrafts(request, facts, publish, problems) {
  const [owner = "", repositoryName = ""] = facts.event.repository.split("/");
  const images = await readImages(request, { repositoryName, readFile: facts.readFile }, problems);
  const registries = problems.try(() => readRegistries(request.registries, owner, request.dockerhubUsername)) ?? [];
  const joined = images.map((image) => problems.try(() => repositoriesOf(image.name, registries)) ?? []);
  if (publish && request.credentials)
    checkCredentials(registries, request.credentials, request.dockerhubUsername, problems);
  if (facts.exists) await checkContainerfiles(images, facts.exists, problems);
  return images.map((image, index) => ({
    ...image,
    repositories: (joined[index] ?? []).map(formatRepository)
  }));
}
async function selectChanged(drafts, request, facts, origin) {
  const all = { touched: drafts, unchanged: [] };
  if (!request.changedOnly || origin.kind === "tag" || request.tagName !== "") return all;
  const files = await facts.changedFiles?.();
  return files === void 0 ? all : splitByChange(drafts, files);
}
function warnOfOddities(drafts, rules, warn) {
  for (const name of new Set(drafts.flatMap(({ buildArgs }) => Object.keys(buildArgs))))
    if (looksSecret(name))
      warn(
        `The build argument ${name} looks like a secret; everybody can read it in the image. Use "secrets".`
      );
  for (const platform of new Set(drafts.flatMap(({ platforms }) => platforms)))
    if (!runnerFor(platform, rules))
      warn(
        `There is no native runner for ${platform}: it builds under emulation, unless "runners" names one.`
      );
}
function plannedImage(draft, tags, labels, annotations) {
  const { name, repositories, context, file, target, verify, buildArgs, platforms } = draft;
  const image = { name, repositories, tags, labels, annotations, context, file, buildArgs, platforms };
  return {
    ...image,
    ...target === "" ? {} : { target },
    ...verify === void 0 ? {} : { verify }
  };
}
function identityOf(drafts, request, event) {
  return {
    runId: event.runId,
    revision: event.sha,
    images: drafts,
    rules: [request.tags, request.flavor, request.tagName]
  };
}

// actions/runner/checkout.ts
import { readdir, readFile, realpath } from "node:fs/promises";
import { join, relative } from "node:path";
async function openCheckout(workspace) {
  const entries2 = await readdir(workspace).catch(() => []);
  const exists = (path) => isThere(join(workspace, path));
  return {
    exists: entries2.length > 0 ? exists : void 0,
    readFile: async (path) => readFile(await inside(workspace, path), "utf8")
  };
}
async function inside(workspace, path) {
  const real = await realpath(join(workspace, path));
  if (relative(await realpath(workspace), real).startsWith(".."))
    throw new UserError("IMG9102", `"${path}" leads out of the checkout.`, {
      hint: "Name a file of the repository itself."
    });
  return real;
}

// actions/runner/plan.ts
async function obtainPlan(runner, plan, request, token) {
  if (plan !== "") return resolvePlan(plan, documentSources(runner));
  const facts = await planFacts(runner, token);
  const now = eventTime(runner.event) ?? await commitTime(runner) ?? new Date(runner.clock.now());
  const own = { ...request, platforms: ownPlatformUnless(request.platforms) };
  return makePlan(own, { ...facts, now, planId: standaloneId });
}
function ownPlatformUnless(platforms) {
  return platforms.trim() === "" ? formatPlatform(platformOf(process.arch)) : platforms;
}
async function planFacts(runner, token) {
  const { event, clock, signal, log } = runner;
  return {
    event,
    ...await openCheckout(event.workspace),
    changedFiles: async () => token === "" ? void 0 : changedFiles(event, { token, clock, signal, log }),
    commitDate: () => commitTime(runner),
    warn: (message) => log.warn(message)
  };
}
function eventTime(event) {
  const commit = event.payload.head_commit;
  const repository = event.payload.repository;
  const pushed = repository?.pushed_at;
  const time = commit?.timestamp ?? (typeof pushed === "number" ? pushed * 1e3 : pushed);
  return time === void 0 ? void 0 : new Date(time);
}
async function commitTime({ event, run }) {
  const command = ["show", "-s", "--format=%cI", event.sha, "--"];
  const shown = await run("git", command, { cwd: event.workspace }).catch(() => void 0);
  return shown && new Date(shown.stdout.trim());
}

export {
  makePlan,
  ancestry,
  obtainPlan,
  ownPlatformUnless,
  planFacts,
  commitTime
};
