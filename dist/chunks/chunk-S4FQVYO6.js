import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  FileScan,
  LONGEST_TEXT,
  Matcher,
  checkHealthcheck,
  configOf,
  findingOf,
  hideKnown,
  hideValues,
  isShipped,
  isTelling,
  lostHealthcheck,
  modeOf,
  ownerFinding,
  packageCaches,
  quoted,
  readContents,
  remedyFor,
  scanConfig,
  secretValues,
  setuidFiles,
  shortLine,
  shown,
  shownValue,
  spokenCache,
  textFaults,
  treeOf,
  typeOf,
  withProtocol,
  worldWritable
} from "./chunk-ZR2G3TUJ.js";
import {
  obtainImage
} from "./chunk-XLVGLC4M.js";
import {
  clean,
  cleanLine,
  countsOf,
  isPassed,
  sectionsOf,
  shortened,
  talliedOf
} from "./chunk-VHIKVFB3.js";
import {
  require_picomatch
} from "./chunk-BFZPB66Z.js";
import {
  inspectImage
} from "./chunk-IP3JZAI2.js";
import {
  buildImage
} from "./chunk-UHNRHQBO.js";
import {
  joined
} from "./chunk-AEMEIGJB.js";
import {
  atOnce
} from "./chunk-EOUI6E6D.js";
import {
  removeLeftovers,
  withLabel
} from "./chunk-DOI4ZRPN.js";
import {
  locateStore
} from "./chunk-O7MKDZIK.js";
import {
  formatPlatform
} from "./chunk-THVJOUJ4.js";
import {
  isThere
} from "./chunk-SFAXQ2WK.js";
import {
  formatBytes
} from "./chunk-5XXXVB74.js";
import {
  sentence
} from "./chunk-HNYI7RT3.js";
import {
  block,
  code,
  folded,
  plain,
  table
} from "./chunk-TIJULC24.js";
import {
  ProcessError
} from "./chunk-DNWJD24H.js";
import {
  CancelledError,
  InputError,
  InputProblems,
  UserError,
  UserErrors,
  isUserError,
  messageOf,
  userErrorsOf
} from "./chunk-GTGSVCFP.js";
import {
  __toESM
} from "./chunk-TO6V6YKD.js";

// actions/runner/verification.ts
import { mkdir, writeFile } from "node:fs/promises";
import { join as join4, resolve as resolve2 } from "node:path";

// actions/checks/reports/failures.ts
var MOST = 2e3;
function failuresOf({ results }) {
  const failed = results.filter(({ status }) => status === "failed");
  const open = results.filter(({ status }) => status === "unchecked");
  return failed.length > 0 ? failed.map(failure) : open.map(uncheckedError);
}
function failure({ name, finding, place }) {
  const told2 = finding ? `: expected ${said(finding.expected)}, but found ${said(finding.actual)}.` : " failed.";
  const hint = finding?.hint;
  return new UserError("IMG7401", `${clean(name)}${told2}`, {
    place,
    hint: clean(hint ?? "Mend the image, or what this line of the check file expects of it.")
  });
}
function uncheckedError({ name, reason, place }) {
  return new UserError("IMG7402", `${clean(name)} was not checked: ${said(reason ?? "")}.`, {
    hint: "Verify the image where its Containerfile and its build context are.",
    place
  });
}
function said(text2) {
  return shortened(clean(text2).replace(/\.$/, ""), MOST);
}

// actions/checks/reports/json.ts
function jsonOf(verification) {
  const text2 = JSON.stringify(verification, void 0, 2);
  const escaped = text2.replace(/[\u007f-\u009f\u2028\u2029]|#(?=#\[)/g, escapeUnit);
  return `${escaped}
`;
}
function escapeUnit(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

// actions/checks/reports/junit.ts
import { stripVTControlCharacters } from "node:util";

// actions/checks/reports/xml.ts
var IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
function element(name, attributes, content = []) {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(String(value))}"`);
  const start = `<${name}${pairs.join("")}`;
  return content.length === 0 ? `${start}/>` : `${start}>${content.join("")}</${name}>`;
}
function text(value) {
  return possible(value).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\r", "&#13;");
}
function attribute(value) {
  return text(value).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("	", "&#9;");
}
function possible(value) {
  return value.toWellFormed().replace(IMPOSSIBLE, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
}

// actions/checks/reports/junit.ts
function junitOf(verification) {
  const { name, milliseconds, results } = verification;
  const suites = sectionsOf(verification).map((section) => `
${suiteOf(section, verification)}`);
  const document = element(
    "testsuites",
    { name: clean(name), ...tally(results), time: seconds(milliseconds) },
    [...suites, "\n"]
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
${document}
`;
}
function suiteOf({ name, results }, verification) {
  const { id, platform, started: started2, file } = verification;
  const time = seconds(results.reduce((sum, { milliseconds }) => sum + milliseconds, 0));
  const properties = Object.entries({ image: verification.name, id, platform }).map(
    ([key, value]) => element("property", { name: key, value: clean(value) })
  );
  return element("testsuite", { name, ...tally(results), time, timestamp: started2, file }, [
    element("properties", {}, properties),
    ...results.map((result) => `
  ${caseOf(result, name)}`),
    "\n"
  ]);
}
function caseOf(result, section) {
  const { name, milliseconds, place } = result;
  const attributes = {
    name: clean(name),
    classname: section,
    time: seconds(milliseconds),
    file: place.file,
    line: place.line
  };
  return element("testcase", attributes, outcomeOf(result));
}
function outcomeOf({ status, finding, reason }) {
  if (status === "unchecked") return [element("skipped", { message: clean(reason ?? "") })];
  if (status === "passed" || !finding) return [];
  const { expected, actual, hint, log = [] } = finding;
  const lines = [
    `Expected: ${expected}`,
    `Actual: ${actual}`,
    ...hint === void 0 ? [] : [`Hint: ${hint}`],
    ...log.length > 0 ? ["Log:", ...log] : []
  ];
  const body = lines.map(stripVTControlCharacters).join("\n");
  const message = `expected ${clean(expected)}, but found ${clean(actual)}`;
  return [element("failure", { message, type: "check" }, [text(body)])];
}
function tally(results) {
  const { failed, unchecked } = countsOf(results);
  return { tests: results.length, failures: failed, errors: 0, skipped: unchecked };
}
function seconds(milliseconds) {
  return (milliseconds / 1e3).toFixed(3);
}

// actions/checks/reports/summary.ts
var MOST2 = 500;
function summaryOf(verification) {
  return [
    { markdown: `${headOf(verification)}${failedTable(verification)}`, importance: 1 },
    ...optional(logs(verification), 3),
    ...optional(openTable(verification), 2),
    ...optional(passedList(verification), 4)
  ];
}
function headOf(verification) {
  const { name, id, platform, file } = verification;
  const title = `### ${isPassed(verification) ? "\u2713" : "\u2717"} Verification of ${code(clean(name))}`;
  const facts = [code(platform), code(id), `as ${code(clean(file))} wants it`];
  return `${title}

**${talliedOf(verification)}**: ${facts.join(", ")}`;
}
function failedTable({ results }) {
  const failed = results.filter(({ status }) => status === "failed");
  if (failed.length === 0) return "";
  const rows = failed.map(({ name, finding, place }) => [
    shown2(name),
    shown2(finding?.expected ?? ""),
    [shown2(finding?.actual ?? ""), ...finding?.hint ? [`_${shown2(finding.hint)}_`] : []].join("<br>"),
    whereOf(place)
  ]);
  return `

${table(["Failed", "Expected", "Found", "Where"], rows)}`;
}
function logs({ results }) {
  const told2 = results.filter(({ finding }) => (finding?.log ?? []).length > 0);
  return told2.map(
    ({ name, finding }) => folded(
      `Last lines of the log: ${clean(name)}`,
      block("text", (finding?.log ?? []).map(cleanLine).join("\n"))
    )
  ).join("\n\n");
}
function openTable({ results }) {
  const open = results.filter(({ status }) => status === "unchecked");
  if (open.length === 0) return "";
  return table(
    ["Not checked", "Why", "Where"],
    open.map(({ name, reason, place }) => [shown2(name), shown2(reason ?? ""), whereOf(place)])
  );
}
function passedList(verification) {
  const passed = verification.results.filter(({ status }) => status === "passed");
  if (passed.length === 0) return "";
  const rows = sectionsOf({ results: passed }).flatMap(
    ({ name, results }) => results.map((result) => [plain(name), shown2(result.name)])
  );
  return folded(`${passed.length} passed`, table(["Part", "Check"], rows));
}
function whereOf({ file, line }) {
  return code(`${clean(file)}:${line}`);
}
function shown2(text2) {
  return plain(shortened(clean(text2), MOST2));
}
function optional(markdown, importance) {
  return markdown === "" ? [] : [{ markdown, importance }];
}

// actions/base/side-by-side.ts
async function sideBySide(cancelled, works) {
  const failed = new AbortController();
  const signal = AbortSignal.any([cancelled, failed.signal]);
  const endings = works.map(async (work) => {
    try {
      await work(signal);
    } catch (error) {
      failed.abort();
      throw error;
    }
  });
  const errors = (await Promise.allSettled(endings)).flatMap(
    (ending) => ending.status === "rejected" ? [ending.reason] : []
  );
  if (errors.length === 0) return;
  if (cancelled.aborted) throw new CancelledError();
  const faults = errors.filter((error) => !(error instanceof CancelledError));
  throw joined(faults.length > 0 ? faults : errors);
}

// actions/checks/hardening/check.ts
var import_picomatch = __toESM(require_picomatch(), 1);

// actions/checks/hardening/base.ts
async function treeOfBase(engine, base, { image, contents }) {
  const found = await inspectImage(await locateStore(engine), await obtainImage(engine, base));
  const isBelow = found.layers.every((layer, index) => image.layers[index] === layer);
  if (isBelow) return treeOf(found.layers, contents.layers);
  return (await readContents(engine, found, { texts: [] })).tree;
}

// actions/checks/hardening/check.ts
var TOLD = 10;
async function checkHardening(checks, seen, { engine, results }) {
  const { tree } = seen.contents;
  const setuid = rule(checks.setuid);
  if (setuid) {
    const named = setuid.base === void 0 ? "those of common distributions" : `those of ${setuid.base}`;
    await results.check(["hardening", "setuid"], `no setuid or setgid files beyond ${named}`, async () => {
      const known = setuid.base === void 0 ? isShipped : isIn(setuidFiles(await treeOfBase(engine, setuid.base, seen)));
      const found = setuidFiles(tree).filter((path) => !known(path) && !isAllowed(setuid)(path));
      return listed(
        found,
        (first) => `Take the right away: RUN chmod a-s ${first}; or name them in hardening \u203A setuid \u203A allow.`
      );
    });
  }
  const writable = rule(checks["world-writable"]);
  if (writable) {
    await results.check(["hardening", "world-writable"], "nothing that everybody may write", () => {
      const found = worldWritable(tree).filter((path) => !isAllowed(writable)(path));
      return listed(
        found,
        (first) => `In the step that makes them: chmod o-w ${first} (a folder for all, as /tmp is: chmod 1777).`
      );
    });
  }
  const caches = rule(checks["package-caches"]);
  if (caches) {
    await results.check(["hardening", "package-caches"], "no package caches", () => {
      const found = packageCaches(tree, isAllowed(caches));
      return listed(found.map(spokenCache), () => remedyFor(found.map(({ tool }) => tool)));
    });
  }
}
function rule(asked) {
  if (asked === true) return { allow: [] };
  return asked === false ? void 0 : asked;
}
function isAllowed({ allow }) {
  return allow.length === 0 ? () => false : (0, import_picomatch.default)(allow, { dot: true });
}
function isIn(paths) {
  const known = new Set(paths);
  return (path) => known.has(path);
}
function listed(found, hint) {
  if (found.length === 0) return void 0;
  const first = found.slice(0, TOLD);
  const more = found.length > TOLD ? ` and ${found.length - TOLD} more` : "";
  return { expected: "none", actual: `${first.join(", ")}${more}`, hint: hint(first.join(" ")) };
}

// actions/checks/image/budget.ts
async function checkBudget({ "max-size": size, "max-layers": layers }, { image, contents }, results) {
  if (size !== void 0 && contents)
    await results.check(
      ["image", "max-size"],
      `it holds at most ${formatBytes(size)}`,
      () => contents.size <= size ? void 0 : tooLarge(size, image, contents)
    );
  if (layers !== void 0)
    await results.check(
      ["image", "max-layers"],
      `it has at most ${layers} layers`,
      () => image.layers.length <= layers ? void 0 : tooMany(layers, image)
    );
}
function tooMany(most, { layers }) {
  return {
    expected: `at most ${most} layers`,
    actual: `${layers.length} layers`,
    hint: "Join RUN and COPY steps, or copy the result of one stage into another."
  };
}
function tooLarge(most, image, contents) {
  const sizes = image.layers.map((layer, index) => ({ index, size: contents.sizes.get(layer) ?? 0 }));
  const [largest] = sizes.toSorted((a, b) => b.size - a.size);
  return {
    expected: `at most ${formatBytes(most)}`,
    actual: formatBytes(contents.size),
    hint: `Its largest layer is number ${(largest?.index ?? 0) + 1} of ${sizes.length}, with ${formatBytes(largest?.size ?? 0)}.`
  };
}

// actions/checks/image/named.ts
var KINDS = { env: "the variable", labels: "the label" };
async function checkNamed(kind, checks, actual, results) {
  for (const [name, asked] of Object.entries(checks ?? {})) {
    const what = `${KINDS[kind]} ${name}`;
    await results.check(
      ["image", kind, name],
      `${what} ${spoken(asked)}`,
      () => findingFor(name, asked, actual.get(name))
    );
  }
}
function spoken(asked) {
  if (asked === null) return "is not set";
  return typeof asked === "string" ? `is "${asked}"` : "is as asked";
}
function findingFor(name, asked, value) {
  if (asked === null) return value === void 0 ? void 0 : { expected: "not set", actual: "it is set" };
  const said2 = typeof asked === "string" ? `"${asked}"` : void 0;
  if (value === void 0)
    return {
      expected: said2 ?? textFaults("the value", "", asked)[0]?.expected ?? "set",
      actual: "not set"
    };
  const shown3 = shownValue(name, value);
  if (typeof asked === "string") return asked === value ? void 0 : { expected: said2 ?? "", actual: shown3 };
  const faults = textFaults("the value", value, asked);
  return findingOf(faults.map(({ expected }) => ({ expected, actual: shown3 })));
}

// actions/checks/image/user.ts
async function checkUser(asked, written, contents, results) {
  if (typeof asked === "string") {
    const name = asked === "" ? "there is no USER" : `USER is ${asked}`;
    await results.check(
      ["image", "user"],
      name,
      () => asked === written ? void 0 : another(asked, written)
    );
    return;
  }
  const user = contents?.users.whoIs(written) ?? {};
  for (const key of ["name", "uid", "gid"]) {
    const value = asked[key];
    if (value === void 0) continue;
    const path = ["image", "user", key];
    await results.check(path, `it runs as ${key} ${value}`, () => findingOf2(key, value, { user, written }));
  }
}
function another(asked, written) {
  if (asked === "")
    return {
      expected: "no USER",
      actual: written,
      hint: "Take the line USER out, or name the user here."
    };
  return {
    expected: asked,
    actual: written === "" ? "no USER, so root" : written,
    hint: `Write USER ${asked}.`
  };
}
function findingOf2(key, value, { user, written }) {
  const actual = user[key];
  if (actual === value) return void 0;
  const by = written === "" ? "there is no USER, so it is root" : `USER is ${written}`;
  return {
    expected: `${key} ${value}`,
    actual: actual === void 0 ? `no ${key} (${by})` : `${key} ${actual} (${by})`,
    hint: hintFor(user, written)
  };
}
function hintFor(user, written) {
  if (written !== "" && user.uid === void 0)
    return `The image's /etc/passwd has no user ${written.split(":")[0]}: make it before USER names it.`;
  if (written !== "" && user.gid === void 0)
    return `The image's /etc/group has no group ${written.split(":")[1]}: make it before USER names it.`;
  if (user.name === void 0) return "The image's /etc/passwd has no name for this id.";
  return "Make the user with these ids, and name it in USER after the last step that needs root.";
}

// actions/checks/image/check.ts
function asksForContents(checks) {
  return typeof checks?.user === "object" || checks?.["max-size"] !== void 0;
}
async function checkImage(checks, subject, results) {
  const { config, contents } = subject;
  if (checks.user !== void 0) await checkUser(checks.user, config.user, contents, results);
  await checkWords("entrypoint", checks.entrypoint, config.entrypoint, results);
  await checkWords("cmd", checks.cmd, config.cmd, results);
  const { workdir, ports } = checks;
  if (workdir !== void 0)
    await results.check(
      ["image", "workdir"],
      `WORKDIR is ${workdir}`,
      () => differs(folder(workdir), folder(config.workdir))
    );
  if (ports)
    await results.check(
      ["image", "ports"],
      `EXPOSE names ${spokenPorts(ports.map(withProtocol))}`,
      () => differs(spokenPorts(ports.map(withProtocol)), spokenPorts(config.ports))
    );
  await checkNamed("env", checks.env, config.env, results);
  await checkNamed("labels", checks.labels, config.labels, results);
  if (checks.healthcheck !== void 0) await checkHealthcheck(checks.healthcheck, config, results);
  await checkBudget(checks, subject, results);
}
async function checkWords(key, words, actual, results) {
  if (!words) return;
  const instruction = key.toUpperCase();
  const expected = JSON.stringify(words);
  await results.check(["image", key], `${instruction} is ${expected}`, () => {
    const found = differs(expected, JSON.stringify(actual));
    if (!found || !isShellForm(actual) || isShellForm(words)) return found;
    return {
      ...found,
      hint: `Write the exec form, ${instruction} ${expected}: in the shell form a shell is process 1.`
    };
  });
}
function isShellForm(words) {
  return words[1] === "-c" && /(?:^|\/)(?:ba|da|a)?sh$/.test(words[0] ?? "");
}
function folder(path) {
  return path.replace(/(?<=.)\/+$/, "");
}
function spokenPorts(ports) {
  return ports.length === 0 ? "no port" : [...new Set(ports)].toSorted((a, b) => a.localeCompare(b, "en", { numeric: true })).join(", ");
}
function differs(expected, actual) {
  return expected === actual ? void 0 : { expected, actual: actual === "" ? "not set" : actual };
}

// actions/checks/secrets/check.ts
var import_picomatch2 = __toESM(require_picomatch(), 1);
var TOLD2 = 10;
var ADVICE = {
  env: "Give it when the container starts, not by ENV. Whoever has pulled the image has it, so replace it too.",
  labels: "Take it out of LABEL, and replace it: whoever has pulled the image has it.",
  history: "Hand it to the build as a secret (RUN --mount=type=secret,id=\u2026), not by ARG or in the command, and replace it: whoever has pulled the image has it.",
  layers: "Keep the file out of the build context (.containerignore), or mount it as a secret while it is needed; what a later step removes stays in the earlier layer. If it is no secret, name its path in secrets \u203A allow."
};
function allowed(checks) {
  const entries = checks.allow.map(({ rule: rule2, path, name }) => {
    const matches = path === void 0 ? void 0 : (0, import_picomatch2.default)(path, { dot: true });
    return (place) => (rule2 === void 0 || rule2 === place.rule) && (name === void 0 || name === place.name) && (matches === void 0 || place.path !== void 0 && matches(place.path));
  });
  return (place) => entries.some((entry) => entry(place));
}
async function checkSecrets(checks, seen, results) {
  const isAllowed2 = allowed(checks);
  const config = scanConfig(seen.config);
  const kept = (secrets) => secrets.filter((secret) => !isAllowed2(secret)).map(told);
  const files = seen.files.filter((secret) => !isAllowed2(secret)).map((secret) => `${toldFile(secret)}${fateOf(secret, seen.contents)}`);
  const check = (name, found, hint) => results.check(["secrets"], name, () => findingOf3(found, hint));
  await check("no secret in its variables", kept(config.env), ADVICE.env);
  await check("no secret in its labels", kept(config.labels), ADVICE.labels);
  await check("no secret in its history", kept(config.history), ADVICE.history);
  await check("no secret in the files of its layers", files, ADVICE.layers);
}
function findingOf3(found, hint) {
  if (found.length === 0) return void 0;
  const more = found.length > TOLD2 ? [`and ${found.length - TOLD2} more`] : [];
  return { expected: "none", actual: [...found.slice(0, TOLD2), ...more].join("; "), hint };
}
function told({ rule: rule2, where, shown: shown3 }) {
  return `${where}: ${rule2}, ${shown3}`;
}
function toldFile({ rule: rule2, path, line, shown: shown3, name }) {
  return `${path}, line ${line}: ${[rule2, name, shown3].filter(Boolean).join(", ")}`;
}
function fateOf({ path, layer }, { tree }) {
  return tree.at(path)?.layer === layer ? "" : " (in a lower layer; gone from the image as it starts)";
}

// actions/checks/contents/file-text.ts
var TEXT_KEYS = ["contains", "excludes", "matches"];
async function checkText({ file, key, asked, at }, { node }, { contents, results }) {
  const name = `${file} ${spoken2(key, asked)}`;
  if (!node) {
    results.unchecked(at, name, `${file} is not there.`);
    return;
  }
  await results.check(at, name, () => {
    const expected = spoken2(key, asked);
    if (typeOf(node) !== "file") return { expected, actual: `it is a ${typeOf(node)}` };
    const text2 = contents.textOf(file);
    if (text2 === void 0) return { expected, actual: tooLong(node.entry.size) };
    if (textFaults(file, text2, { [key]: [asked] }).length === 0) return void 0;
    return {
      expected,
      actual: key === "excludes" ? `line ${lineOf(text2, asked)} has it` : "nothing in it does"
    };
  });
}
function spoken2(key, asked) {
  return key === "matches" ? `matches /${asked}/` : `${key} ${quoted(asked)}`;
}
function tooLong(size) {
  return `it is ${formatBytes(size)} long; files of more than ${formatBytes(LONGEST_TEXT)} are not searched`;
}
function lineOf(text2, part) {
  return text2.slice(0, text2.indexOf(part)).split("\n").length;
}

// actions/checks/contents/files.ts
async function checkFiles(files, contents, results) {
  for (const [index, file] of files.entries()) {
    await (file.exists ? checkPresent : checkAbsent)(file, ["files", index], { contents, results });
  }
}
async function checkAbsent(file, path, { contents, results }) {
  await results.check([...path, "exists"], `${file.path} is not there`, () => {
    const found = contents.tree.resolve(file.path, { followLast: false });
    if (!found.node) return void 0;
    const hint = "Name it in .dockerignore, or remove it in the very step that makes it.";
    return { expected: "not there", actual: `it is there: ${aOf(found.node)}`, hint };
  });
}
async function checkPresent(file, path, { contents, results }) {
  const found = contents.tree.resolve(file.path, { followLast: file.type !== "link" });
  await results.check([...path, "exists"], `${file.path} is there`, () => missing(found));
  for (const { key, name, body } of propertiesOf(file, contents)) {
    const at = [...path, key];
    const { node } = found;
    if (node) await results.check(at, name, () => body(node));
    else results.unchecked(at, name, `${file.path} is not there.`);
  }
  for (const key of TEXT_KEYS)
    for (const [index, asked] of (file[key] ?? []).entries())
      await checkText({ file: file.path, key, asked, at: [...path, key, index] }, found, {
        contents,
        results
      });
}
function missing(found) {
  if (found.node) return void 0;
  const { link, reason } = found;
  if (reason === "loop") return { expected: "it is there", actual: "links on the way lead in a circle" };
  return {
    expected: "it is there",
    actual: link === void 0 ? "not there" : `a link on the way leads to ${link}, which is not there`,
    hint: "COPY it into the last stage, or make it there; what .dockerignore names is not copied."
  };
}
function propertiesOf(file, contents) {
  const { path, type, mode, owner, "non-empty": nonEmpty } = file;
  const properties = [
    type !== void 0 && {
      key: "type",
      name: `${path} is a ${type}`,
      body: (node) => typeOf(node) === type ? void 0 : { expected: `a ${type}`, actual: aOf(node) }
    },
    nonEmpty !== void 0 && {
      key: "non-empty",
      name: `${path} is ${nonEmpty ? "not " : ""}empty`,
      body: (node) => isEmpty(node) !== nonEmpty ? void 0 : { expected: nonEmpty ? "not empty" : "empty", actual: nonEmpty ? "empty" : "not empty" }
    },
    mode !== void 0 && {
      key: "mode",
      name: `${path} has mode ${mode}`,
      body: (node) => Number.parseInt(mode, 8) === node.entry.mode ? void 0 : {
        expected: `mode ${mode}`,
        actual: `mode ${modeOf(node)}`,
        hint: `RUN chmod ${mode} ${path}, or COPY --chmod=${mode}.`
      }
    },
    owner !== void 0 && {
      key: "owner",
      name: `${path} belongs to ${owner}`,
      body: (node) => ownerFinding(path, owner, node, contents.users)
    }
  ];
  return properties.filter((property) => property !== false);
}
function isEmpty({ entry, children }) {
  return children ? children.size === 0 : entry.size === 0;
}
function aOf(node) {
  return `a ${typeOf(node)}`;
}

// actions/checks/contents/static.ts
async function checkStatic(image, checks, services) {
  const { engine, results, signal } = services;
  const config = configOf(image);
  const scan = checks.secrets ? new FileScan() : void 0;
  const contents = needsContents(checks) ? await readContents(engine, image, { ...requestFor(checks, scan), signal }) : void 0;
  if (checks.image) await checkImage(checks.image, { image, config, contents }, results);
  if (!contents) return;
  if (checks.files) await checkFiles(checks.files, contents, results);
  if (checks.hardening) await checkHardening(checks.hardening, { image, contents }, services);
  if (checks.secrets && scan)
    await checkSecrets(checks.secrets, { config, contents, files: scan.found }, results);
}
function needsContents({ image, files, hardening, secrets }) {
  return [files?.length, hardening, secrets, asksForContents(image)].some(Boolean);
}
function requestFor({ files = [] }, scan) {
  const texts = files.filter(({ contains, excludes, matches }) => contains ?? excludes ?? matches);
  return {
    texts: texts.map(({ path }) => path),
    ...scan ? { onFile: (entry, layer) => scan.reader(entry, layer) } : {}
  };
}

// actions/checks/rebuild/check.ts
import { mkdtemp, rm } from "node:fs/promises";
import { join as join2 } from "node:path";

// actions/checks/rebuild/context.ts
import { constants } from "node:fs";
import { appendFile, cp, lstat, readFile, realpath, stat, truncate } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
async function requireEditable(context, edit, place) {
  const at = place === void 0 ? {} : { place };
  const root = await realpath(context);
  const path = await realpath(resolve(root, edit)).catch(() => void 0);
  if (path === void 0)
    throw new InputError("IMG7201", `There is no file ${edit} to change in the build context.`, {
      hint: `Name a file by its path from ${context}.`,
      ...at
    });
  if (!isWithin(root, path))
    throw new InputError("IMG7201", `The file ${edit} lies outside of the build context.`, {
      hint: "Name a file that the image is built from.",
      ...at
    });
  if (!(await stat(path)).isFile())
    throw new InputError("IMG7201", `${edit} is no file.`, {
      hint: "Name one file of it, which will be changed.",
      ...at
    });
  return path;
}
async function copyContext(build, folder2) {
  const copy = join(folder2, "context");
  const [context, root] = [resolve(build.context), await realpath(build.context)];
  const leftOut = await looksAtHistory(build.file) ? void 0 : join(root, ".git");
  await cp(root, copy, {
    recursive: true,
    preserveTimestamps: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
    filter: async (path) => path !== leftOut && await isCopied(path)
  });
  const file = resolve(build.file);
  return {
    ...build,
    context: copy,
    file: isWithin(context, file) ? join(copy, relative(context, file)) : build.file
  };
}
async function looksAtHistory(containerfile) {
  return /\bgit\b/.test(await readFile(containerfile, "utf8").catch(() => "git"));
}
async function isCopied(path) {
  const entry = await lstat(path);
  if (entry.isSymbolicLink()) return true;
  if (!entry.isFile() && !entry.isDirectory()) return false;
  return isThere(path, constants.R_OK);
}
async function changeFile(path, now) {
  const { size } = await stat(path);
  const bits = now.toString(2).replaceAll("0", " ").replaceAll("1", "\n");
  await appendFile(path, `
${bits}
`);
  return () => truncate(path, size);
}
function isWithin(folder2, path) {
  const way = relative(folder2, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

// actions/checks/rebuild/request.ts
var GIVING = /* @__PURE__ */ new Set(["-t", "--tag", "--manifest", "--cache-to", "--iidfile", "-o", "--output"]);
function againRequest(build) {
  return {
    ...build,
    pull: "missing",
    noCache: false,
    cacheFrom: void 0,
    // Fixed dates go without a cache, where podman is older.
    epoch: void 0,
    // Of stages that are built at the same time nobody could tell which came from the cache.
    extraArgs: [...withoutGiving(build.extraArgs), "--jobs=1"]
  };
}
function withoutGiving(args) {
  return args.filter((arg, index) => {
    const [option = ""] = arg.split("=");
    const isValue = GIVING.has(args[index - 1] ?? "");
    return !GIVING.has(option) && !/^-t./.test(arg) && !isValue;
  });
}

// actions/checks/rebuild/shown.ts
var NOBODY_GAVE = /^\[Warning\] one or more build args were not consumed: \[(?:TARGET[A-Z]+ ?)+\]$/;
function withoutSecrets(engine, log) {
  const matcher = new Matcher();
  return {
    ...engine,
    run: (program, args, options = {}) => {
      if (!options.show) return engine.run(program, args, options);
      const onLine = (line, stream) => {
        if (!NOBODY_GAVE.test(line)) log.info(hideKnown(line, matcher));
        options.onLine?.(line, stream);
      };
      return engine.run(program, args, { ...options, show: false, onLine });
    }
  };
}

// actions/checks/rebuild/steps.ts
var WORDS = { cached: "from the cache", rebuilt: "built again" };
function nameOf(text2, origin, edit) {
  const verb = origin === "cached" ? "comes" : "is";
  return `"${text2}" ${verb} ${WORDS[origin]} when ${edit} changes`;
}
function originFinding(text2, origin, edit, steps) {
  const log = steps.map(({ instruction, cached }) => `${cached ? "cached " : "rebuilt"}  ${instruction}`);
  const meant = steps.filter(({ instruction }) => comparable(instruction).includes(comparable(text2)));
  if (meant.length === 0)
    return {
      expected: `a step with "${text2}"`,
      actual: `none of the ${steps.length} steps of the build`,
      hint: "Write the beginning or a part of a step.",
      log
    };
  const wrong = meant.filter(({ cached }) => cached !== (origin === "cached"));
  if (wrong.length === 0) return void 0;
  const other = origin === "cached" ? "rebuilt" : "cached";
  return {
    expected: WORDS[origin],
    actual: `${WORDS[other]}: ${wrong.map(({ instruction }) => instruction).join("; ")}`,
    hint: origin === "cached" ? rebuiltHint(edit, steps, wrong) : cachedHint(edit, steps),
    log
  };
}
function missesCache(texts, steps) {
  return texts.some((text2) => originFinding(text2, "cached", "", steps) !== void 0);
}
function comparable(text2) {
  return text2.replace(/[\s\\]+/g, " ").trim().toLowerCase();
}
function rebuiltHint(edit, steps, wrong) {
  const first = steps.find(({ cached }) => !cached);
  return first && !wrong.includes(first) ? `The first step to be built again is "${first.instruction}": move it behind what must stay in the cache, or copy fewer files there.` : `It takes in ${edit}: copy only what it needs before it.`;
}
function cachedHint(edit, steps) {
  return steps.every(({ cached }) => cached) ? `No step takes in ${edit}: is it in .containerignore or .dockerignore?` : `It does not take in ${edit}, nor does a step before it.`;
}

// actions/checks/rebuild/check.ts
var LAST_LINES = 20;
async function checkRebuild(build, checks, services) {
  const folder2 = await mkdtemp(join2(services.folder, "rebuild-"));
  try {
    const experiment = { folder: folder2, build: await copyContext(againRequest(build), folder2) };
    for (const [index, check] of checks.entries()) await checkOne(index, check, experiment, services);
  } finally {
    await rm(folder2, { recursive: true, force: true });
  }
}
async function checkOne(index, check, experiment, services) {
  const { results } = services;
  const { edit } = check;
  const file = await requireEditable(experiment.build.context, edit);
  let steps = [];
  const builds = `builds again when ${edit} changes`;
  const built = await results.check(["rebuild", index, "edit"], builds, async () => {
    try {
      steps = await stepsAfter(file, check, experiment, services);
    } catch (error) {
      if (isUserError(error)) return brokenBuild(error, edit);
      throw error;
    }
  });
  for (const origin of ["cached", "rebuilt"]) {
    for (const [position, text2] of check[origin].entries()) {
      const path = ["rebuild", index, origin, position];
      const name = nameOf(text2, origin, edit);
      if (built) await results.check(path, name, () => originFinding(text2, origin, edit, steps));
      else results.unchecked(path, name, "the build failed");
    }
  }
}
async function stepsAfter(file, check, experiment, services) {
  const undo = await changeFile(file, services.clock.now());
  try {
    const steps = await buildAgain(check.edit, experiment, services);
    if (!missesCache(check.cached, steps)) return steps;
    await changeFile(file, services.clock.now());
    return await buildAgain(check.edit, experiment, services);
  } finally {
    await undo();
  }
}
async function buildAgain(edit, { build, folder: folder2 }, { engine, log, clock }) {
  const started2 = clock.now();
  const { imageId, stepList } = await log.group(
    `Building again after a change of ${edit}`,
    () => buildImage(withoutSecrets(engine, log), build, folder2)
  );
  await removeNew(engine, imageId, started2);
  return stepList;
}
async function removeNew(engine, image, since) {
  const options = { env: engine.env, anyExit: true, finishing: true };
  const inspect = ["image", "inspect", "--format", "{{.Created.UnixMilli}}", "--", image];
  const { stdout } = await engine.run("podman", inspect, options);
  if (Number.parseInt(stdout, 10) >= since) await engine.run("podman", ["image", "rm", "--", image], options);
}
function brokenBuild(error, edit) {
  const [first] = userErrorsOf(error);
  const cause = first?.cause;
  const output = cause instanceof ProcessError ? [cause.result.stdout, cause.result.stderr] : [];
  return {
    expected: `a build, as only blanks were added to the end of ${edit}`,
    actual: first?.message ?? String(error),
    ...first?.hint === void 0 ? {} : { hint: first.hint },
    log: output.flatMap((text2) => text2.trim().split("\n")).slice(-LAST_LINES)
  };
}

// actions/checks/results.ts
var Results = class {
  #list = [];
  #clock;
  #onResult;
  constructor(clock, onResult = () => {
  }) {
    this.#clock = clock;
    this.#onResult = onResult;
  }
  /** Runs one check; undefined: all is as asked. Gives whether it passed. */
  async check(path, name, body) {
    const started2 = this.#clock.now();
    const finding = await body();
    const milliseconds = this.#clock.now() - started2;
    this.#add({
      name,
      path,
      status: finding ? "failed" : "passed",
      ...finding ? { finding } : {},
      milliseconds
    });
    return finding === void 0;
  }
  /** What could not even be asked, as something before it failed. */
  unchecked(path, name, reason) {
    this.#add({ name, path, status: "unchecked", reason, milliseconds: 0 });
  }
  get list() {
    return this.#list;
  }
  #add(result) {
    this.#list.push(result);
    this.#onResult(result);
  }
};

// actions/checks/running/exit-code.ts
var MEANINGS = {
  1: "an error of the program itself",
  2: "wrong arguments, or an error of a shell",
  64: "wrong usage, EX_USAGE",
  65: "wrong input, EX_DATAERR",
  66: "an input is missing, EX_NOINPUT",
  69: "something it needs is not available, EX_UNAVAILABLE",
  70: "an internal error, EX_SOFTWARE",
  71: "an error of the operating system, EX_OSERR",
  73: "a file can not be created, EX_CANTCREAT",
  74: "an error of input or output, EX_IOERR",
  75: "a failure that may pass, EX_TEMPFAIL",
  77: "no permission, EX_NOPERM",
  78: "wrong configuration, EX_CONFIG",
  125: "podman itself failed",
  126: "found, but it can not be run: no execute permission, or no program",
  127: "the command was not found",
  129: "ended by SIGHUP",
  130: "ended by SIGINT",
  131: "ended by SIGQUIT",
  132: "SIGILL: an instruction that this processor lacks",
  134: "SIGABRT: it gave up",
  135: "SIGBUS",
  136: "SIGFPE",
  137: "killed by SIGKILL, maybe for want of memory",
  139: "SIGSEGV: a crash",
  141: "SIGPIPE",
  143: "ended by SIGTERM, which it does not handle"
};
function spokenExit(code2) {
  const meaning = MEANINGS[code2];
  return `exit code ${code2}${meaning === void 0 ? "" : ` (${meaning})`}`;
}

// actions/checks/running/shell.ts
var ABSENT = /["`](\/\S*\/)?(ba|da|a)?sh["`].*(not found|no such file)/i;
function noShellHint(said2 = "") {
  return ABSENT.test(said2) ? 'The image has no shell: name the program itself, word by word, or look at files with "files".' : void 0;
}

// actions/checks/running/ending.ts
var LOG_LINES = 12;
var LOOKED_AT = 40;
var LONGEST_LINE = 4e3;
function logOf({ lines }) {
  const last = lines.last(LOOKED_AT).map((line) => shortLine(line, LONGEST_LINE));
  return last.every((line) => line.trim() === "") ? {} : { log: hideKnown(last.join("\n")).split("\n").slice(-LOG_LINES) };
}
async function endWithin(container, limit, clock, signal) {
  const done = new AbortController();
  const late = clock.sleep(limit, AbortSignal.any([done.signal, signal])).then(() => void 0);
  late.catch(() => {
  });
  try {
    return await Promise.race([container.ended, late]);
  } finally {
    done.abort();
  }
}
function endedFinding(container, expected) {
  const refused = refusedFinding(container);
  if (refused) return refused;
  const hint = hintFor2(container);
  return {
    expected,
    actual: `it ended with ${spokenExit(container.ending?.exitCode ?? 0)}`,
    ...hint === void 0 ? {} : { hint },
    ...logOf(container)
  };
}
function refusedFinding({ ending }) {
  if (ending?.refusal === void 0) return void 0;
  const { exitCode, refusal: refusal2 } = ending;
  const hint = noShellHint(refusal2) ?? (exitCode === 127 ? "Check ENTRYPOINT and CMD, or entrypoint and cmd in this file: word by word, with its path where it is not in PATH." : "Check that it has the execute permission for the user it runs as.");
  return notStarted({ ending }) ?? { expected: "it starts", actual: `${spokenExit(exitCode)}: ${refusal2}`, hint };
}
function notStarted({ ending }) {
  if (ending?.refusal === void 0) return void 0;
  const { exitCode, refusal: refusal2 } = ending;
  if (/unable to find (user|group)|no matching entries in (passwd|group)/i.test(refusal2)) {
    const hint = 'Name a user that the image has, or give its number, such as "1001:1001".';
    return { expected: "it starts", actual: refusal2, hint };
  }
  if (exitCode === 126 || exitCode === 127) return void 0;
  throw new UserError("IMG7301", `podman could not start the container: ${sentence(refusal2)}`, {
    hint: "Look at what the check file says of how it is started; the setup action shows what podman finds on this machine."
  });
}
function hintFor2({ lines }) {
  if (/exec format error/i.test(lines.text()))
    return "The program is for another architecture, or a script without its #! line: verify on the native platform.";
  return lines.last(1).length === 0 ? "It printed nothing." : void 0;
}

// actions/checks/running/exit.ts
function exitFaults(code2, asked) {
  if (asked.some((exit) => meets(code2, exit))) return [];
  return [{ expected: asked.map(spokenAsked).join(" or "), actual: spokenExit(code2) }];
}
function meets(code2, asked) {
  return asked === "non-zero" ? code2 !== 0 : code2 === asked;
}
function spokenAsked(asked) {
  return asked === "non-zero" ? "an exit code other than 0" : `exit code ${asked}`;
}

// actions/engine/output-lines.ts
var KEPT = 4 * 1024 * 1024;
var KEPT_WORDS = "4 MiB";
var LAST = 40;
var OutputLines = class {
  #first = [];
  #last = [];
  #size = 0;
  add(line) {
    this.#last.push(line);
    if (this.#last.length > LAST) this.#last.shift();
    this.#size += line.text.length + 1;
    if (this.#size <= KEPT) this.#first.push(line);
  }
  /** Whether there was more than is kept. */
  get isCut() {
    return this.#size > KEPT;
  }
  text(stream) {
    return this.#first.filter((line) => stream === void 0 || line.stream === stream).map(({ text: text2 }) => text2).join("\n");
  }
  /** The last lines: they mostly explain an end. */
  last(count) {
    return this.#last.slice(-count).map(({ text: text2 }) => text2);
  }
};

// actions/checks/running/output.ts
var STREAMS = ["stdout", "stderr", "output"];
function streamsOf(lines) {
  return {
    stdout: lines.text("stdout"),
    stderr: lines.text("stderr"),
    output: lines.text(),
    ...lines.isCut ? { most: KEPT_WORDS } : {}
  };
}
var OTHER = { stdout: "stderr", stderr: "stdout" };
function outputFaults(streams, asked) {
  return STREAMS.flatMap((stream) => {
    const expectation = asked[stream];
    return expectation ? textFaults(stream, streams[stream], expectation, streams.most) : [];
  });
}
function otherStreamHint(streams, stream, asked) {
  const expectation = asked[stream];
  if (stream === "output" || !expectation) return void 0;
  const other = OTHER[stream];
  const { excludes: _excludes, ...wanted } = expectation;
  const missing2 = textFaults(stream, streams[stream], wanted).length > 0;
  return missing2 && textFaults(other, streams[other], wanted).length === 0 ? `It is on ${other}: ask for it there, or under "output", which is both.` : void 0;
}

// actions/checks/scenarios/ending.ts
async function checkEnding(container, scenario, services) {
  const { path, title } = scenario;
  await container.started(services.signal);
  await services.results.check(path, title, () => findingIn(container, scenario, services));
}
async function findingIn(container, scenario, { clock, signal }) {
  const { exit, within, output } = scenario;
  const ending = await endWithin(container, within, clock, signal);
  if (!ending)
    return {
      expected: `it ends within ${within / 1e3} s with ${spokenAsked(exit)}`,
      actual: `it was still running after ${within / 1e3} s`,
      ...logOf(container)
    };
  const refused = notStarted(container);
  if (refused) return refused;
  if (ending.refusal !== void 0 && exit === "non-zero") return endedFinding(container, spokenAsked(exit));
  const streams = streamsOf(container.lines);
  const hint = noShellHint(ending.refusal) ?? STREAMS.map((stream) => otherStreamHint(streams, stream, output)).find(Boolean);
  return findingOf([...exitFaults(ending.exitCode, [exit]), ...outputFaults(streams, output)], {
    ...hint === void 0 ? {} : { hint },
    ...logOf(container)
  });
}

// actions/checks/scenarios/scenario.ts
var WITHIN = 1e4;
function scenariosOf(checks, config) {
  const { run, cases = [], matrix = [] } = checks;
  return [
    ...run ? [applicationOf(run, config)] : [],
    ...cases.map((each, index) => caseOf2(each, ["cases", index], run)),
    ...matrix.map(
      (row, index) => row.exit === void 0 ? stayingRow(row, index, run, config) : endingRow(row, row.exit, index, run)
    )
  ];
}
function applicationOf(run, config) {
  return {
    start: run,
    services: true,
    about: { asked: run, config, title: (name) => name, path: (...keys) => ["run", ...keys] }
  };
}
function caseOf2(each, path, run) {
  const { name, services, exit, within } = each;
  return {
    start: { ...each, env: { ...run?.env, ...each.env } },
    services,
    path,
    title: name,
    exit,
    within,
    output: each
  };
}
function endingRow(row, exit, index, run) {
  return {
    start: startOf(row, run),
    services: row.services,
    path: ["matrix", index],
    title: row.name,
    exit,
    within: row.within ?? WITHIN,
    output: row
  };
}
function stayingRow(row, index, run, config) {
  const own = STREAMS.some((stream) => row[stream] !== void 0) ? { logs: row } : {};
  const asked = { ...pick(run), ...own, ...pick(row) };
  const path = (key, ...more) => {
    if (key === void 0 || pick(row)[key] !== void 0)
      return ["matrix", index, ...key === void 0 ? [] : [key, ...more]];
    return ["matrix", index, ...key === "logs" && "logs" in own ? more : []];
  };
  const about = { asked, config, title: (name) => `${row.name}: ${name}`, path };
  return { start: startOf(row, run), services: row.services, about };
}
var ASKED = ["ready", "process", "http", "exec", "logs", "stop"];
function pick(from) {
  return Object.fromEntries(ASKED.flatMap((key) => from?.[key] === void 0 ? [] : [[key, from[key]]]));
}
var STARTED = ["user", "entrypoint", "cmd", "read-only", "tmpfs"];
function startOf(row, run) {
  const own = STARTED.flatMap((key) => {
    const value = row[key] ?? run?.[key];
    return value === void 0 ? [] : [[key, value]];
  });
  return { ...Object.fromEntries(own), env: { ...run?.env, ...row.env } };
}

// actions/checks/running/json.ts
import { isDeepStrictEqual } from "node:util";
function jsonFaults(text2, asked) {
  try {
    return differences(JSON.parse(text2), asked, "");
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return [{ expected: "the body is JSON", actual: "it is none" }];
  }
}
function differences(found, asked, at) {
  if (isObject(asked) && isObject(found)) {
    return Object.entries(asked).flatMap(
      ([key, value]) => Object.hasOwn(found, key) ? differences(found[key], value, `${at}.${key}`) : [{ expected: `${at}.${key} is ${spoken3(value)}`, actual: `${at || "the body"} has no "${key}"` }]
    );
  }
  if (Array.isArray(asked) && Array.isArray(found) && asked.length === found.length)
    return asked.flatMap((value, index) => differences(found[index], value, `${at}[${index}]`));
  if (isDeepStrictEqual(found, asked)) return [];
  const place = at || "the body";
  return [{ expected: `${place} is ${spoken3(asked)}`, actual: `${place} is ${spoken3(found)}` }];
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function spoken3(value) {
  return shortLine(JSON.stringify(value) ?? "undefined", 200);
}

// actions/checks/running/listeners.ts
import { readFile as readFile2 } from "node:fs/promises";
var LISTENING = "0A";
async function readListeners(pid, proc = "/proc") {
  const tables = ["tcp", "tcp6"].map((name) => readFile2(`${proc}/${pid}/net/${name}`, "utf8").catch(() => ""));
  return (await Promise.all(tables)).flatMap(listenersIn);
}
function listenersIn(table2) {
  return table2.split("\n").slice(1).map((line) => line.trim().split(/\s+/)).filter(([, , , state]) => state === LISTENING).map(([, local = ""]) => {
    const [address = "", port = ""] = local.split(":");
    return { port: Number.parseInt(port, 16), loopbackOnly: isLoopback(address) };
  });
}
function isLoopback(address) {
  return address === "00000000000000000000000001000000" || /^[0-9A-F]{6}7F$/.test(address);
}
function spokenPorts2(listeners) {
  const ports = [...new Set(listeners.map(({ port }) => port))].toSorted((a, b) => a - b);
  return ports.length === 0 ? "nothing listens on any port" : `only these ports are listened on: ${ports.join(", ")}`;
}

// actions/checks/running/http.ts
function requestOf({ path, method, headers, body }, port) {
  return { port, path, method, headers, ...body === void 0 ? {} : { body } };
}
function spokenRequest(check) {
  return check.name ?? `${check.method} ${check.path} answers ${check.status.join(" or ")}`;
}
function httpFinding(check, answer) {
  const body = Buffer.from(answer.body, "base64").toString();
  const faults = [
    ...statusFaults(check, answer),
    ...headerFaults(check, answer),
    ...textFaults("the body", body, check, answer.cut ? "1 MiB" : void 0),
    ...check.json === void 0 ? [] : jsonFaults(body, check.json)
  ];
  const hint = hintFor3(check, answer, faults);
  return findingOf(faults, hint === void 0 ? {} : { hint });
}
function statusFaults(check, { status, body, headers }) {
  if (check.status.includes(status)) return [];
  const to = headers.location === void 0 ? "" : `, to ${headers.location}`;
  const said2 = body === "" ? "" : `: ${shown(Buffer.from(body, "base64").toString())}`;
  return [{ expected: `status ${check.status.join(" or ")}`, actual: `status ${status}${to}${said2}` }];
}
function headerFaults(check, answer) {
  return Object.entries(check["response-headers"] ?? {}).flatMap(([name, asked]) => {
    const value = answer.headers[name.toLowerCase()];
    return value === void 0 ? [{ expected: `a header ${name}`, actual: "there is none" }] : textFaults(`the header ${name}`, value, asked);
  });
}
function hintFor3(check, answer, faults) {
  if (faults.length === 0) return void 0;
  if (answer.cut) return "Only the first 1 MiB of the body was looked at.";
  if (answer.status >= 500 && !check.status.includes(answer.status))
    return "The application failed: its last lines may say why.";
  const redirected = answer.status >= 300 && answer.status < 400 && !check.status.includes(answer.status);
  return redirected ? "Redirects are not followed: ask for its target, or for this status." : void 0;
}
function spokenError(answer, port, listening) {
  const { error } = answer;
  if (error === "ECONNREFUSED") return `nobody listens on port ${port}; ${spokenPorts2(listening)}`;
  if (error === "TIMEOUT") return "no answer in time";
  if (error === "ECONNRESET") return "the connection was closed without an answer";
  return `no answer that is HTTP: ${error}`;
}
function spokenAnswer(answer, port, listening) {
  return "status" in answer ? `status ${answer.status}` : spokenError(answer, port, listening);
}

// actions/checks/running/ports.ts
function usualPort(asked, config) {
  return asked.ready?.http?.port ?? asked.ready?.tcp ?? onlyPort(config);
}
function onlyPort({ ports }) {
  const tcp = ports.filter((port) => port.endsWith("/tcp"));
  return tcp.length === 1 ? Number.parseInt(tcp[0] ?? "", 10) : void 0;
}
function portTaken({ asked, config }, listeners) {
  const port = usualPort(asked, config);
  if (port === void 0 || !listeners.some((each) => each.port === port)) return void 0;
  return () => ({
    expected: `port ${port} free for the application`,
    actual: "one of the services listens there",
    hint: `They share one network: let the service listen elsewhere, and name its port under services.`
  });
}
function noPort({ ports }) {
  return {
    expected: "a port to ask on",
    actual: ports.length === 0 ? "the image exposes none" : `the image exposes several: ${ports.join(", ")}`,
    hint: 'Name the port: add "port: 8000", with its number, to the request.'
  };
}

// actions/checks/running/probe.ts
import { fileURLToPath } from "node:url";

// actions/checks/probe-job.ts
function probePath(from = import.meta.url) {
  const extension = from.slice(from.lastIndexOf("."));
  return new URL(`../checks/probe${extension}`, from);
}

// actions/checks/running/probe.ts
function startProbe({ container, pid }, job, services) {
  const { engine, signal } = services;
  const ready = Promise.withResolvers();
  const answers = job.requests.map(() => Promise.withResolvers());
  const onLine = (line, stream) => {
    if (stream !== "stdout") return;
    const event = JSON.parse(line);
    if ("index" in event) answers[event.index]?.resolve(event.answer);
    else ready.resolve(event.ready ? void 0 : event.last);
  };
  const fail = (error) => {
    for (const promise of [ready, ...answers]) promise.reject(error);
  };
  for (const { promise } of [ready, ...answers]) promise.catch(() => {
  });
  const over = new AbortController();
  container.ended.finally(() => over.abort()).catch(() => {
  });
  const [program = "", ...args] = enter(pid);
  const run = engine.run(program, args, {
    env: engine.env,
    input: JSON.stringify(job),
    anyExit: true,
    signal: AbortSignal.any([signal, over.signal]),
    onLine
  });
  run.then(({ stderr }) => fail(notEntered(stderr)), fail);
  return { ready: ready.promise, answers: answers.map(({ promise }) => promise) };
}
function enter(pid) {
  const unshare = process.getuid?.() === 0 ? [] : ["podman", "unshare"];
  const program = [process.execPath, fileURLToPath(probePath())];
  return [...unshare, "nsenter", `--net=/proc/${pid}/ns/net`, "--", ...program];
}
function notEntered(stderr) {
  const last = sentence(stderr.trim().split("\n").at(-1) ?? "");
  return new UserError("IMG7302", `The network of the container can't be entered: ${last}`, {
    hint: "It needs nsenter (of util-linux), and a podman that runs containers on this very machine."
  });
}

// actions/engine/container.ts
import { readFile as readFile3 } from "node:fs/promises";
import { join as join3 } from "node:path";
var LOOK = 10;
var HANDING_OVER = 5e3;
var Container = class {
  name;
  lines = new OutputLines();
  ended;
  ending;
  #pidFile;
  #clock;
  #abandoned = new AbortController();
  constructor(engine, options, services) {
    this.name = options.name;
    this.#clock = services.clock;
    this.#pidFile = join3(services.folder, `${options.name}.pid`);
    this.ended = this.#run(engine, runArguments(options, this.#pidFile));
    this.ended.catch(() => {
    });
  }
  /** The number of process 1 once it runs; undefined: it ended before. */
  async started(signal) {
    for (const begun = this.#clock.now(); ; ) {
      const pid = Number(await readFile3(this.#pidFile, "utf8").catch(() => ""));
      const late = this.#clock.now() - begun > HANDING_OVER;
      if (pid > 0 && (late || !await isRuntime(pid))) return pid;
      if (this.ending) return pid > 0 ? pid : void 0;
      await Promise.race([this.ended, this.#clock.sleep(LOOK, signal)]);
    }
  }
  /** Whether process 1 has ended, of which its podman hears a little later. */
  async isOver() {
    if (this.ending) return true;
    const pid = (await readFile3(this.#pidFile, "utf8").catch(() => "")).trim();
    const stat2 = await readFile3(`/proc/${pid}/stat`, "utf8").catch(() => "");
    if (stat2 !== "" && !/\) [ZX] /.test(stat2)) return false;
    await this.ended;
    return true;
  }
  /** Its podman is not waited for any more. */
  abandon() {
    this.#abandoned.abort();
  }
  async #run(engine, args) {
    const onLine = (text2, stream) => this.lines.add({ stream, text: text2 });
    const { exitCode, stderr } = await engine.run("podman", args, {
      env: containerEnvironment(engine),
      anyExit: true,
      finishing: true,
      signal: this.#abandoned.signal,
      onLine
    });
    const wasStarted = await readFile3(this.#pidFile).then(
      () => true,
      () => false
    );
    const refusal2 = wasStarted ? void 0 : /^Error: (.*)$/m.exec(stderr)?.[1] ?? stderr.trim();
    this.ending = { exitCode, ...refusal2 === void 0 ? {} : { refusal: refusal2 } };
    return this.ending;
  }
};
async function isRuntime(pid) {
  return /^(runc|crun)\b/.test(await readFile3(`/proc/${pid}/comm`, "utf8").catch(() => ""));
}
function containerEnvironment(engine) {
  return { ...engine.env, DISABLE_HC_SYSTEMD: "true" };
}
function runArguments(options, pidFile) {
  const each = (name, values) => values.flatMap((value) => [name, value]);
  const entrypoint = options.entrypoint ? ["--entrypoint", JSON.stringify(options.entrypoint)] : [];
  return [
    // What podman itself has to say is not mixed into the container's output.
    ...["--log-level=fatal", "run", "--rm", "--name", options.name, "--label", options.label],
    ...["--pidfile", pidFile, "--pull=never", "--log-driver=none", "--sig-proxy=false", "--http-proxy=false"],
    ...["--network", options.network === "none" ? "none" : `container:${options.network.of}`],
    ...environmentArguments(options.env),
    ...options.user === void 0 ? [] : ["--user", options.user],
    ...entrypoint,
    // Only what tmpfs names can be written, as with other engines.
    ...options.readOnly ? ["--read-only", "--read-only-tmpfs=false"] : [],
    ...each("--tmpfs", options.tmpfs ?? []),
    ...["--", options.image, ...options.command ?? []]
  ];
}
function environmentArguments(env) {
  return Object.entries(env).flatMap(
    ([name, value]) => value === null ? ["--unsetenv", name] : ["--env", `${name}=${value}`]
  );
}

// actions/engine/exec.ts
function execIn(engine, container, options, signal) {
  const set = Object.entries(options.env ?? {}).filter(([, value]) => value !== null);
  const args = [
    ...["--log-level=fatal", "exec"],
    ...set.flatMap(([name, value]) => ["--env", `${name}=${value}`]),
    ...options.user === void 0 ? [] : ["--user", options.user],
    container.name,
    ...options.command
  ];
  return engine.run("podman", args, {
    env: containerEnvironment(engine),
    anyExit: true,
    signal,
    onLine: (text2, stream) => options.lines?.add({ stream, text: text2 })
  });
}
function runHealthcheck(engine, container, signal) {
  return engine.run("podman", ["healthcheck", "run", container.name], {
    env: containerEnvironment(engine),
    anyExit: true,
    signal
  });
}
async function lastHealth(engine, container, signal) {
  const format = "{{range .State.Health.Log}}{{json .}}{{println}}{{end}}";
  const args = ["container", "inspect", "--format", format, container.name];
  const { stdout } = await engine.run("podman", args, { env: engine.env, anyExit: true, signal });
  const written = stdout.trim().split("\n").at(-1) ?? "";
  if (written === "") return void 0;
  const last = JSON.parse(written);
  return { exitCode: last.ExitCode ?? 1, output: last.Output?.trim().split("\n").at(-1) ?? "" };
}
async function signalTo(engine, container, name, signal) {
  const args = ["kill", "--signal", name, container.name];
  await engine.run("podman", args, { env: engine.env, anyExit: true, signal });
}

// actions/checks/running/patience.ts
async function atMost(limit, work, clock, signal) {
  const late = new AbortController();
  const done = new AbortController();
  const timer = clock.sleep(limit, AbortSignal.any([done.signal, signal])).then(
    () => late.abort(),
    () => {
    }
  );
  try {
    return await work(AbortSignal.any([late.signal, signal]));
  } catch (error) {
    if (!late.signal.aborted || signal.aborted) throw error;
    return void 0;
  } finally {
    done.abort();
    await timer;
  }
}
var FIRST = 25;
async function watch(look2, { limit, interval, first = FIRST }, clock, signal) {
  const started2 = clock.now();
  for (; ; ) {
    const seen = await look2();
    const waited = clock.now() - started2;
    if (seen === void 0 || waited >= limit) return seen;
    await clock.sleep(Math.min(interval, limit - waited, Math.max(first, waited / 10)), signal);
  }
}

// actions/checks/running/subject.ts
var Subject = class {
  running;
  about;
  services;
  #endTold = false;
  constructor(running, about, services) {
    this.running = running;
    this.about = about;
    this.services = services;
  }
  /** One check, with the last lines of the container where it has none to show. Once the container has ended, the first one says so, and the others are not asked any more. */
  async check(keys, name, body) {
    await this.#unlessEnded(keys, name, async () => {
      const finding = await whileRunning(this.running.container, this.services.signal, body);
      if (!finding) return void 0;
      const { container } = this.running;
      const ended = await this.#endFinding();
      if (ended || finding === ENDED) return ended;
      const { log = logOf(container).log ?? [], ...told2 } = finding;
      return log.length === 0 ? told2 : { ...told2, log };
    });
  }
  /** The same for what ends it. */
  async checkEnd(keys, name, body) {
    await this.#unlessEnded(keys, name, async () => await this.#endFinding() ?? body());
  }
  async #unlessEnded(keys, name, body) {
    const [path, title] = [this.about.path(...keys), this.about.title(name)];
    const { results } = this.services;
    if (this.#endTold) results.unchecked(path, title, "the container had ended");
    else await results.check(path, title, body);
  }
  async #endFinding() {
    const { container } = this.running;
    if (!await container.isOver()) return void 0;
    this.#endTold = true;
    return endedFinding(container, "it keeps running");
  }
};
var ENDED = /* @__PURE__ */ Symbol("ended");
async function whileRunning(container, cancelled, work) {
  if (container.ending) return ENDED;
  const over = new AbortController();
  const ended = container.ended.then(() => {
    over.abort();
    return ENDED;
  });
  const working = work(AbortSignal.any([cancelled, over.signal]));
  working.catch(() => {
  });
  try {
    return await Promise.race([working, ended]);
  } catch (error) {
    if (cancelled.aborted) throw new CancelledError();
    throw error;
  }
}

// actions/checks/running/ready.ts
var COMMAND_PAUSE = 100;
var COMMAND_TIME = 5e3;
var SLOW = 'If it only needs longer, raise "tries" or "interval".';
function spokenReady(ready) {
  const { http, tcp, exec } = ready;
  if (http) return `GET ${http.path} answers ${http.status.join(" or ")}`;
  if (tcp !== void 0) return `something listens on port ${tcp}`;
  if (exec) return `${quoted(exec.join(" "))} succeeds`;
  return "the image's HEALTHCHECK succeeds";
}
function readyJob(ready, port) {
  if (!ready.http) return void 0;
  const { path, status } = ready.http;
  const { interval } = ready;
  return { port, path, method: "GET", headers: {}, statuses: status, patience: patienceOf(ready), interval };
}
async function readyFinding(running, ready, asking, services) {
  const { container } = running;
  const expected = `${spokenReady(ready)} within ${patienceOf(ready) / 1e3} s`;
  const seen = await whileRunning(
    container,
    services.signal,
    (signal) => asking ? lastAnswer(running, asking) : lastSeen(running, ready, services, signal)
  );
  if (seen === void 0) return void 0;
  if (seen === ENDED || await container.isOver()) return endedFinding(container, expected);
  return { expected, actual: seen, hint: noShellHint(seen) ?? SLOW, ...logOf(container) };
}
function patienceOf(ready) {
  return ready.tries * ready.interval;
}
async function lastAnswer({ pid }, { probe, port }) {
  const answer = await probe.ready;
  return answer && spokenAnswer(answer, port, await readListeners(pid));
}
async function lastSeen({ container, pid }, ready, { engine, clock }, signal) {
  const patience = { limit: patienceOf(ready), interval: ready.interval };
  const { tcp, exec } = ready;
  if (tcp !== void 0) return watch(() => lookForPort(pid, tcp), patience, clock, signal);
  const run = (given2) => exec ? execIn(engine, container, { command: exec }, given2) : runHealthcheck(engine, container, given2);
  const spoken4 = async (result) => {
    const unhealthy = !exec && result.exitCode !== 0;
    return unhealthy && await spokenUnhealthy(engine, container, pid, signal) || spokenFailure(result);
  };
  const started2 = clock.now();
  const look2 = async () => {
    const left = Math.max(patience.limit - (clock.now() - started2), COMMAND_TIME);
    const result = await atMost(left, run, clock, signal);
    return result ? spoken4(result) : `it was still running after ${Math.round(left / 100) / 10} s`;
  };
  return watch(look2, { ...patience, first: COMMAND_PAUSE }, clock, signal);
}
async function lookForPort(pid, port) {
  const listeners = await readListeners(pid);
  return listeners.some((listener) => listener.port === port) ? void 0 : spokenPorts2(listeners);
}
async function spokenUnhealthy(engine, container, pid, signal) {
  const last = await lastHealth(engine, container, signal);
  if (!last) return void 0;
  const { exitCode, output } = last;
  const said2 = output === "" ? "" : `: ${shortLine(output)}`;
  return `its command still ends with exit code ${exitCode}${said2}; ${spokenPorts2(await readListeners(pid))}`;
}
function spokenFailure({ exitCode, stdout, stderr }) {
  if (exitCode === 0) return void 0;
  const last = `${stdout}
${stderr}`.trim().split("\n").at(-1) ?? "";
  return `${spokenExit(exitCode)}${last === "" ? "" : `: ${last}`}`;
}

// actions/checks/running/conversation.ts
var REQUEST_TIMEOUT = 1e4;
var Conversation = class {
  probe;
  #running;
  #about;
  /** Which answer belongs to which check: one that nobody knows a port for is not asked. */
  #places;
  constructor(running, about, services) {
    this.#running = running;
    this.#about = about;
    const { http = [], ready } = about.asked;
    const usual = usualPort(about.asked, about.config);
    const asked = http.flatMap((check, index) => {
      const port = check.port ?? usual;
      return port === void 0 ? [] : [{ index, request: requestOf(check, port) }];
    });
    this.#places = asked.map(({ index }) => index);
    const first = ready && usual !== void 0 ? readyJob(ready, usual) : void 0;
    const requests = asked.map(({ request }) => request);
    const job = { ...first ? { ready: first } : {}, requests, timeout: REQUEST_TIMEOUT };
    this.probe = startProbe(running, job, services);
  }
  async finding(check, index) {
    const answer = await this.probe.answers[this.#places.indexOf(index)];
    if (!answer) return noPort(this.#about.config);
    if ("status" in answer) return httpFinding(check, answer);
    const port = check.port ?? usualPort(this.#about.asked, this.#about.config) ?? 0;
    const listeners = await readListeners(this.#running.pid);
    return {
      expected: `status ${check.status.join(" or ")}`,
      actual: spokenError(answer, port, listeners),
      ...this.#about.asked.ready ? {} : { hint: 'Say under "ready" when it can be asked.' }
    };
  }
};

// actions/checks/running/exec.ts
var OF_RUNTIME = /\b(?:OCI|runc|crun)\b/;
var OF_PODMAN = [125, 255];
function spokenCommand({ name, cmd }) {
  return name ?? cmd.join(" ");
}
async function execFinding(subject, check, signal) {
  const { engine, clock } = subject.services;
  const { container } = subject.running;
  const lines = new OutputLines();
  const who = check.user ? { user: check.user } : {};
  const options = { command: check.cmd, env: check.env, lines, ...who };
  const result = await atMost(
    check.within,
    (given2) => execIn(engine, container, options, given2),
    clock,
    signal
  );
  if (result) return findingIn2(result, lines, check);
  const seconds2 = check.within / 1e3;
  return { expected: `it ends within ${seconds2} s`, actual: `it was still running after ${seconds2} s` };
}
function findingIn2(result, lines, check) {
  const refused = refusal(result, check);
  if (refused) return refused;
  const faults = [...exitFaults(result.exitCode, [check.exit]), ...outputFaults(streamsOf(lines), check)];
  return findingOf(faults, { log: [], ...logOf({ lines }) });
}
function refusal({ exitCode, stderr }, { cmd, user }) {
  const [, words] = /^Error: (.*)$/m.exec(stderr) ?? [];
  if (words === void 0) return void 0;
  const [program = ""] = cmd;
  const expected = `${program} runs in the container`;
  if (exitCode === 127 && OF_RUNTIME.test(words)) {
    const hint = noShellHint(words) ?? "Name a program that the image has, with its path where it is not in PATH.";
    return { expected, actual: `the image has no ${program}`, hint };
  }
  if (exitCode === 126 && OF_RUNTIME.test(words))
    return { expected, actual: `it can't be run: ${words}`, hint: "Check its mode, and the user it runs as." };
  if (/unable to find (user|group)|no matching entries in/i.test(words))
    return { expected: `the user ${user} is known in the image`, actual: words, hint: "Use its number." };
  return OF_PODMAN.includes(exitCode) ? { expected, actual: words } : void 0;
}

// actions/checks/running/logs.ts
var LATE = { limit: 2e3, interval: 100 };
function askedStreams(asked) {
  return STREAMS.filter((stream) => asked[stream] !== void 0);
}
function spokenLogs(stream) {
  return stream === "output" ? "its logs" : `its logs on ${stream}`;
}
async function checkLogs(subject, asked) {
  const { clock, signal } = subject.services;
  const { lines } = subject.running.container;
  const check = (stream) => subject.check(["logs", stream], spokenLogs(stream), async () => {
    const look2 = async () => {
      const faults2 = outputFaults(streamsOf(lines), { [stream]: asked[stream] });
      return faults2.length > 0 ? faults2 : void 0;
    };
    const faults = await watch(look2, LATE, clock, signal);
    const hint = otherStreamHint(streamsOf(lines), stream, asked);
    return findingOf(faults ?? [], {
      ...hint === void 0 ? {} : { hint },
      ...logOf(subject.running.container)
    });
  });
  await Promise.all(askedStreams(asked).map(check));
}

// actions/checks/running/aspects.ts
var DROP = 'Write USER with these ids, or let the entrypoint drop its rights: exec setpriv \u2026 "$@".';
var HINTS = {
  uid: DROP,
  gid: DROP,
  groups: "Name them where the rights are dropped: setpriv --groups or --clear-groups.",
  "no-new-privileges": "It is set by setpriv --no-new-privs, and inherited by all that it starts.",
  command: 'Write CMD as a list, and end an entrypoint script with exec "$@": else a shell is process 1.'
};
function aspectsOf(asked) {
  const { uid, gid, groups, command, every } = asked;
  const unprivileged = asked["no-new-privileges"];
  return [
    ...given(uid, (id) => same("uid", spokenIds("uid", [id]), ({ uids }) => spokenIds("uid", uids), every)),
    ...given(gid, (id) => same("gid", spokenIds("gid", [id]), ({ gids }) => spokenIds("gid", gids), every)),
    ...given(
      groups,
      (ids) => same("groups", spokenGroups(ids, []), (one) => spokenGroups(one.groups, one.gids, ids), every)
    ),
    ...given(
      unprivileged,
      (is) => same("no-new-privileges", spokenPrivileges(is), (one) => spokenPrivileges(one.noNewPrivileges), every)
    ),
    ...given(
      command,
      (text2) => ({
        key: "command",
        name: "the command line of process 1",
        finding: ([first]) => findingOf(textFaults("the command line", first?.command ?? "", text2), { hint: HINTS.command })
      })
    )
  ];
}
function given(asked, aspect) {
  return asked === void 0 ? [] : [aspect(asked)];
}
function same(key, wanted, tell, every) {
  const name = `${every ? "every process" : "process 1"} has ${wanted}`;
  const finding = (processes) => findingOf(
    (every ? processes : processes.slice(0, 1)).flatMap(
      (one, index) => tell(one) === wanted ? [] : [{ expected: name, actual: `${spokenProcess(one, index)} has ${tell(one)}` }]
    ),
    { hint: HINTS[key] }
  );
  return { key, name, finding };
}
function spokenProcess({ command }, index) {
  return `${index === 0 ? "process 1" : "a process"} (${shortLine(command, 80)})`;
}
function spokenIds(what, ids) {
  const different = [...new Set(ids)];
  return different.length === 1 ? `${what} ${different[0]}` : `the ${what}s ${ids.join(", ")} (real, effective, saved, of the file system)`;
}
function spokenGroups(groups, own, asked = []) {
  const more = groups.filter((id) => asked.includes(id) || !own.includes(id));
  const listed2 = [...new Set(more)].toSorted((a, b) => a - b).join(", ");
  return listed2 === "" ? "no supplementary groups" : `the supplementary groups ${listed2}`;
}
function spokenPrivileges(unprivileged) {
  return `no_new_privs ${unprivileged ? "set" : "not set"}`;
}

// actions/checks/running/processes.ts
import { readdir, readFile as readFile4 } from "node:fs/promises";
async function readProcesses(pid, proc = "/proc") {
  const pids = await descendants(pid, proc);
  const found = await Promise.all(pids.map((each) => readProcess(each, proc)));
  return found.filter((each) => each !== void 0);
}
async function descendants(root, proc) {
  const names = (await readdir(proc)).filter((name) => /^\d+$/.test(name));
  const all = await Promise.all(
    names.map(async (name) => ({ pid: Number(name), parent: await parentOf(name, proc) }))
  );
  const members = [root];
  for (let next = 0; next < members.length; next++)
    members.push(...all.filter(({ parent }) => parent === members[next]).map(({ pid }) => pid));
  return members;
}
async function parentOf(name, proc) {
  const stat2 = await readFile4(`${proc}/${name}/stat`, "utf8").catch(() => "");
  return Number(stat2.slice(stat2.lastIndexOf(")") + 2).split(" ")[1]);
}
async function readProcess(pid, proc) {
  const read = (name) => readFile4(`${proc}/${pid}/${name}`, "utf8");
  try {
    const names = ["status", "cmdline", "uid_map", "gid_map"];
    const [status = "", cmdline = "", uidMap = "", gidMap = ""] = await Promise.all(names.map(read));
    const numbers = (field) => fieldOf(status, field).split(/\s+/).filter(Boolean).map(Number);
    const command = cmdline.split("\0").join(" ").trim();
    return {
      pid,
      uids: numbers("Uid").map((id) => inside(id, uidMap)),
      gids: numbers("Gid").map((id) => inside(id, gidMap)),
      groups: numbers("Groups").map((id) => inside(id, gidMap)),
      noNewPrivileges: fieldOf(status, "NoNewPrivs") === "1",
      command: command || fieldOf(status, "Name")
    };
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes(error.code ?? "")) return void 0;
    throw error;
  }
}
function fieldOf(status, field) {
  return new RegExp(`^${field}:[ \\t]*(.*)$`, "m").exec(status)?.[1]?.trim() ?? "";
}
function inside(id, map) {
  for (const line of map.trim().split("\n")) {
    const [first = 0, outside = 0, length = 0] = line.trim().split(/\s+/).map(Number);
    if (id >= outside && id < outside + length) return first + (id - outside);
  }
  return 65534;
}

// actions/checks/running/process.ts
var SETTLING = { limit: 5e3, interval: 200, first: 200 };
async function checkProcess(subject, asked) {
  const aspects = aspectsOf(asked);
  const processes = await look(subject, aspects);
  if (processes.length === 0) await subject.running.container.isOver();
  for (const { key, name, finding } of aspects)
    await subject.check(["process", key], name, async () => finding(processes));
}
async function look(subject, aspects) {
  const { clock, signal } = subject.services;
  if (subject.about.asked.ready) return readProcesses(subject.running.pid);
  let processes = [];
  let wasRight = false;
  const settled = async () => {
    processes = await readProcesses(subject.running.pid);
    const isRight = aspects.every(({ finding }) => !finding(processes));
    const stayed = isRight && wasRight;
    wasRight = isRight;
    return stayed || await subject.running.container.isOver() ? void 0 : "not yet";
  };
  await watch(settled, SETTLING, clock, signal);
  return processes;
}

// actions/checks/running/reach.ts
async function warnOfLoopback(subject) {
  const { asked, config, title } = subject.about;
  const port = usualPort(asked, config);
  const listeners = (await readListeners(subject.running.pid)).filter((listener) => listener.port === port);
  if (listeners.length === 0 || !listeners.every(({ loopbackOnly }) => loopbackOnly)) return;
  subject.services.log.warn(
    title(
      `the application listens on 127.0.0.1:${port} only: outside its container nobody reaches it; let it listen on 0.0.0.0.`
    )
  );
}

// actions/checks/running/stop.ts
var SHELL = /^(?:\S*\/)?(?:ba|da|a|k|z)?sh(?:\s|$)/;
function spokenStop({ signal, exit, within }) {
  return `${signal} ends it with ${exit.join(" or ")} within ${within / 1e3} s`;
}
async function stopFinding(subject, asked) {
  const { engine, clock, signal } = subject.services;
  const { container } = subject.running;
  await signalTo(engine, container, asked.signal, signal);
  const ending = await endWithin(container, asked.within, clock, signal);
  if (!ending) return notEnded(subject, asked, await hintForRunning(subject, asked));
  const hint = hintFor4(ending.exitCode, asked);
  return findingOf(exitFaults(ending.exitCode, asked.exit), {
    ...hint === void 0 ? {} : { hint },
    ...logOf(container)
  });
}
function notEnded({ running: { container } }, { signal, within }, hint) {
  const seconds2 = within / 1e3;
  return {
    expected: `${signal} ends it within ${seconds2} s`,
    actual: `it was still running after ${seconds2} s: only SIGKILL ends it`,
    hint,
    ...logOf(container)
  };
}
async function hintForRunning({ running: { pid } }, { signal }) {
  const [first] = await readProcesses(pid);
  return first && !SHELL.test(first.command) ? `Process 1 (${shortLine(first.command, 80)}) doesn't act on ${signal}: handle it in the program, or start it by an init (tini, dumb-init).` : `Process 1 must be the application and handle ${signal}: write CMD as a list, not as a line for a shell, and end an entrypoint script with exec "$@".`;
}
function hintFor4(code2, { signal, exit }) {
  if (code2 === 143 && signal === "SIGTERM")
    return `It is ended by the signal itself instead of shutting down: handle SIGTERM, or allow this with "exit: [${[...exit, 143].join(", ")}]".`;
  if (code2 === 137) return "It was killed: by its own supervisor, or for want of memory.";
  return void 0;
}

// actions/checks/running/unchecked.ts
function readyCheck({ asked: { ready } }) {
  return ready ? [["ready"], spokenReady(ready)] : [[], "it starts"];
}
function leaveUnchecked(about, results, reason) {
  const { process: process2, http = [], exec = [], logs: logs2 = {}, stop } = about.asked;
  const asked = [
    ...(process2 ? aspectsOf(process2) : []).map(({ key, name }) => [["process", key], name]),
    ...http.map((check, index) => [["http", index], spokenRequest(check)]),
    ...exec.map((check, index) => [["exec", index], spokenCommand(check)]),
    ...askedStreams(logs2).map((stream) => [["logs", stream], spokenLogs(stream)]),
    ...(stop ? [stop] : []).map((check) => [["stop"], spokenStop(check)])
  ];
  for (const [keys, name] of asked) results.unchecked(about.path(...keys), about.title(name), reason);
}

// actions/checks/running/application.ts
var EXECS_AT_ONCE = 2;
var FIRST_BREATH = 200;
async function checkApplication(container, about, services) {
  const pid = await container.started(services.signal);
  const running = pid === void 0 ? void 0 : { container, pid };
  const converse = () => running && new Conversation(running, about, services);
  const conversation = about.asked.ready?.http ? converse() : void 0;
  const [keys, name] = readyCheck(about);
  const isReady = await services.results.check(
    about.path(...keys),
    about.title(name),
    async () => running ? startFinding(running, about, conversation, services) : endedFinding(container, name)
  );
  if (!running || !isReady) leaveUnchecked(about, services.results, "it never got ready");
  else await askAll(new Subject(running, about, services), conversation ?? (about.asked.http && converse()));
}
async function startFinding(running, { asked, config }, conversation, services) {
  const { container } = running;
  const { ready } = asked;
  if (!ready) {
    await endWithin(container, FIRST_BREATH, services.clock, services.signal);
    return await container.isOver() ? endedFinding(container, "it starts and stays") : void 0;
  }
  if (ready.healthcheck && !config.healthcheck)
    return {
      expected: "the image has a HEALTHCHECK",
      actual: "its config has none",
      hint: lostHealthcheck(config) ? 'Build with "--format docker": the OCI format drops it.' : "Write a HEALTHCHECK, or another way under ready."
    };
  const port = usualPort(asked, config);
  if (ready.http && port === void 0) return noPort(config);
  const asking = conversation && port !== void 0 ? { probe: conversation.probe, port } : void 0;
  return readyFinding(running, ready, asking, services);
}
async function askAll(subject, conversation) {
  const { process: process2, http = [], exec = [], logs: logs2, stop } = subject.about.asked;
  if (process2) await checkProcess(subject, process2);
  if (http.length > 0) await warnOfLoopback(subject);
  await Promise.all([
    ...http.map(
      (check, index) => subject.check(["http", index], spokenRequest(check), async () => conversation?.finding(check, index))
    ),
    atOnce(
      EXECS_AT_ONCE,
      exec.entries(),
      ([index, check]) => subject.check(["exec", index], spokenCommand(check), (signal) => execFinding(subject, check, signal))
    )
  ]);
  if (logs2) await checkLogs(subject, logs2);
  if (stop) await subject.checkEnd(["stop"], spokenStop(stop), () => stopFinding(subject, stop));
}

// actions/checks/running/services.ts
async function startServices(all, stage, services) {
  const [first, ...others] = Object.entries(all);
  if (!first) return { network: "none", ready: true };
  const holder = await startService(first, "none", stage, services);
  const network = { of: holder.container.name };
  const isReady = await Promise.all([
    checkReady(first, holder, services),
    ...others.map(
      async (each) => checkReady(each, await startService(each, network, stage, services), services)
    )
  ]);
  const pid = holder.running?.pid;
  return { network, ready: isReady.every(Boolean), ...pid === void 0 ? {} : { pid } };
}
async function startService([name, service], network, stage, services) {
  const { image, env, user, cmd, tmpfs } = service;
  const options = {
    image,
    env,
    network,
    ...user === void 0 ? {} : { user },
    ...cmd ? { command: cmd } : {},
    ...tmpfs ? { tmpfs } : {}
  };
  const container = stage.start(name, options);
  const pid = await container.started(services.signal);
  if (!isMissing(container)) return started(container, pid);
  services.log.info(`The service ${name} needs ${image}.`);
  const again = stage.start(name, { ...options, image: await obtainImage(services.engine, image) });
  return started(again, await again.started(services.signal));
}
function started(container, pid) {
  return { container, running: pid === void 0 ? void 0 : { container, pid } };
}
function isMissing({ ending }) {
  return ending?.exitCode === 125 && /image not known|no such image/i.test(ending.refusal ?? "");
}
async function checkReady([name, service], { container, running }, services) {
  const ready = service.ready ?? (service.port === void 0 ? void 0 : listensOn(service.port));
  const path = ["services", name, ...service.ready ? ["ready"] : []];
  const title = `${name}: ${ready ? spokenReady(ready) : "it starts"}`;
  return services.results.check(path, title, async () => {
    if (!running) return endedFinding(container, "it starts");
    return ready ? waitFor(running, ready, service, services) : void 0;
  });
}
function listensOn(tcp) {
  return { tcp, tries: 30, interval: 1e3 };
}
async function waitFor(running, ready, service, services) {
  const port = ready.http?.port ?? service.port;
  if (!ready.http) {
    if (ready.exec && port !== void 0) await listens(running, port, ready.interval, services);
    return readyFinding(running, ready, void 0, services);
  }
  if (port === void 0)
    return {
      expected: "a port to ask on",
      actual: "neither the service nor its request names one",
      hint: 'Name the port: add "port: 8080", with its number, to the service.'
    };
  const first = readyJob(ready, port);
  const probe = startProbe(
    running,
    { ...first ? { ready: first } : {}, requests: [], timeout: 0 },
    services
  );
  return readyFinding(running, ready, { probe, port }, services);
}
async function listens({ container, pid }, port, limit, { clock, signal }) {
  await whileRunning(
    container,
    signal,
    (given2) => watch(() => lookForPort(pid, port), { limit, interval: limit }, clock, given2)
  );
}

// actions/checks/running/stage.ts
var PATIENCE = 8e3;
var PAUSE = 50;
var Stage = class {
  #services;
  #containers = [];
  constructor(services) {
    this.#services = services;
  }
  /** `what` is its name among the containers of this verification. */
  start(what, options) {
    const { engine, label } = this.#services;
    const own = label.slice(label.indexOf("=") + 1).replace(/[^\w.-]+/g, "-");
    const name = `verify-${own}-${what}-${this.#containers.length + 1}`;
    const container = new Container(engine, { ...options, name, label }, this.#services);
    this.#containers.push(container);
    return container;
  }
  /** Before its end, as it is in the way of others. */
  async remove(container) {
    if (container.ending) return;
    const { engine } = this.#services;
    const args = ["rm", "--force", "--volumes", "--ignore", "--time", "0", container.name];
    await engine.run("podman", args, { env: engine.env, anyExit: true, finishing: true });
    await container.ended;
  }
  /** Also in the midst of a start: a container that isn't there yet is removed as soon as it is. */
  async close() {
    const { engine, label, clock } = this.#services;
    const all = Promise.allSettled(this.#containers.map(({ ended }) => ended));
    for (const start = clock.now(); ; ) {
      await removeLeftovers(engine, label);
      if (await isDone(all, clock.sleep(PAUSE))) return;
      if (clock.now() - start > PATIENCE) break;
    }
    for (const container of this.#containers) container.abandon();
    await all;
    await removeLeftovers(engine, label);
  }
};
async function isDone(work, pause) {
  return Promise.race([work.then(() => true), pause.then(() => false)]);
}

// actions/checks/running/start-options.ts
function optionsOf(start, scene) {
  const { env, user, entrypoint, cmd, tmpfs } = start;
  return {
    ...scene,
    env,
    ...user === void 0 ? {} : { user },
    ...entrypoint ? { entrypoint } : {},
    ...cmd ? { command: cmd } : {},
    ...start["read-only"] ? { readOnly: true } : {},
    ...tmpfs ? { tmpfs } : {}
  };
}

// actions/checks/running/check-running.ts
var AT_ONCE = 2;
async function checkRunning(image, checks, services) {
  const scenarios = scenariosOf(checks, configOf(image));
  if (scenarios.length === 0) return;
  const stage = new Stage(services);
  const hasServices = Object.keys(checks.services).length > 0;
  const beside = scenarios.filter((each) => hasServices && each.services);
  const alone = scenarios.filter((each) => !beside.includes(each));
  try {
    await sideBySide(services.signal, [
      (signal) => playBeside(beside, image, checks, stage, { ...services, signal }),
      (signal) => atOnce(
        AT_ONCE,
        alone,
        (each) => play(each, { image: image.name, network: "none" }, stage, { ...services, signal })
      )
    ]);
  } finally {
    await stage.close();
  }
}
async function playBeside(scenarios, image, checks, stage, services) {
  if (scenarios.length === 0) return;
  const { network, ready, pid } = await startServices(checks.services, stage, services);
  if (!ready) return leaveAllUnchecked(scenarios, services);
  for (const each of scenarios) {
    const taken = "about" in each && pid !== void 0 && portTaken(each.about, await readListeners(pid));
    if (taken) await refuse(each.about, taken, services);
    else await play(each, { image: image.name, network }, stage, services);
  }
}
async function refuse(about, finding, { results }) {
  const [keys, name] = readyCheck(about);
  await results.check(about.path(...keys), about.title(name), finding);
  leaveUnchecked(about, results, "it was not started");
}
async function play(scenario, scene, stage, services) {
  const container = stage.start("about" in scenario ? "app" : "case", optionsOf(scenario.start, scene));
  if ("about" in scenario) await checkApplication(container, scenario.about, services);
  else await checkEnding(container, scenario, services);
  await stage.remove(container);
}
function leaveAllUnchecked(scenarios, services) {
  const reason = "a service never got ready";
  for (const scenario of scenarios) {
    if ("about" in scenario) leaveApplication(scenario.about, services, reason);
    else services.results.unchecked(scenario.path, scenario.title, reason);
  }
}
function leaveApplication(about, { results }, reason) {
  const [keys, name] = readyCheck(about);
  results.unchecked(about.path(...keys), about.title(name), reason);
  leaveUnchecked(about, results, reason);
}

// actions/checks/secrets/hidden.ts
function secretsHidden(config) {
  const matcher = new Matcher();
  const own = secretValues(config).flatMap((value) => value.split("\n")).filter(isTelling).toSorted((a, b) => b.length - a.length);
  const hide = (text2) => hideKnown(hideValues(text2, own), matcher);
  return (results) => results.map((result) => hidden(result, hide));
}
function hidden(result, hide) {
  const { finding, reason } = result;
  const told2 = {
    ...result,
    name: hide(result.name),
    ...reason === void 0 ? {} : { reason: hide(reason) }
  };
  if (!finding) return told2;
  const { expected, actual, hint, log } = finding;
  return {
    ...told2,
    finding: {
      expected: hide(expected),
      actual: hide(actual),
      ...hint === void 0 ? {} : { hint: hide(hint) },
      // Together: a key has many lines.
      ...log ? { log: hide(log.join("\n")).split("\n") } : {}
    }
  };
}

// actions/checks/verify.ts
var PARTS = { still: checkStatic, running: checkRunning, rebuild: checkRebuild };
async function verifyImage(job, services, parts = PARTS) {
  const { name, image, checkFile } = job;
  const { clock } = services;
  await requireEdits(job);
  const started2 = clock.now();
  const results = new Results(clock);
  await sideBySide(services.signal, [
    (signal) => parts.still(image, checkFile.checks, { ...services, results, signal }),
    (signal) => parts.running(image, checkFile.checks, { ...services, results, signal })
  ]);
  await rebuild(job, { ...services, results }, parts);
  return {
    schema: 1,
    name,
    id: image.id,
    platform: formatPlatform(image.platform),
    file: checkFile.file,
    started: new Date(started2).toISOString(),
    milliseconds: clock.now() - started2,
    results: secretsHidden(configOf(image))(inOrder(results, checkFile))
  };
}
async function requireEdits({ build, checkFile: { checks, placeOf } }) {
  if (!build) return;
  const problems = new InputProblems();
  for (const [index, { edit }] of (checks.rebuild ?? []).entries())
    await problems.tryAsync(() => requireEditable(build.context, edit, placeOf(["rebuild", index, "edit"])));
  problems.throwIfAny();
}
async function rebuild({ build, checkFile }, services, parts) {
  const checks = checkFile.checks.rebuild ?? [];
  if (checks.length === 0) return;
  if (build) return parts.rebuild(build, checks, services);
  for (const [index, { edit }] of checks.entries())
    services.results.unchecked(
      ["rebuild", index],
      `builds again when ${edit} changes`,
      "nothing tells what the image was built from"
    );
}
function inOrder({ list }, { placeOf }) {
  return list.map((result) => ({ ...result, place: placeOf(result.path) })).toSorted(({ place: a }, { place: b }) => a.line - b.line || a.column - b.column);
}

// actions/runner/verification.ts
async function runVerification(runner, job, places) {
  const { log, clock, signal } = runner;
  const verification = await withLabel(
    runner,
    (label) => verifyImage(job, { ...places, log, clock, signal, label })
  );
  await runner.summary(summaryOf(verification));
  const failures = failuresOf(verification);
  return {
    verification,
    ...await writeReports(verification, places.reports),
    ...failures.length === 0 ? {} : { error: new UserErrors(failures) }
  };
}
async function writeReports(verification, folder2) {
  const report = resolve2(folder2, "verify.json");
  const junit = join4(folder2, "verify.junit.xml");
  try {
    await mkdir(folder2, { recursive: true });
    await writeFile(report, jsonOf(verification));
    await writeFile(junit, junitOf(verification));
  } catch (cause) {
    throw new UserError(
      "IMG9104",
      `The reports can't be written to ${folder2}: ${sentence(messageOf(cause))}`,
      {
        hint: 'Set "reports" to a folder that this job may write.',
        cause
      }
    );
  }
  return { report, junit };
}

export {
  runVerification
};
