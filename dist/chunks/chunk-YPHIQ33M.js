import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  checkFile,
  homesOf,
  keysAt
} from "./chunk-SGAZAIU7.js";
import {
  LineCounter,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument
} from "./chunk-LH472P7B.js";
import {
  InputError,
  UserErrors
} from "./chunk-OMWTWNNE.js";

// actions/runner/check-file.ts
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

// actions/checks/file/services.ts
function servicesAgainst(checks, { complete }) {
  return [...complete ? unused(checks) : [], ...portsTakenTwice(checks)];
}
function unused({ services, run, cases, matrix }) {
  const [first] = Object.keys(services);
  if (first === void 0 || run || cases || matrix) return [];
  const message = "Services are declared, but no container is started beside them.";
  return [{ path: ["services", first], message, hint: 'Add "run", "cases" or "matrix", or leave them out.' }];
}
function portsTakenTwice(checks) {
  const services = Object.entries(checks.services).flatMap(
    ([name, { port, ready }]) => listeners(`the service "${name}"`, ["services", name], { port, ready })
  );
  const application = [
    ...listeners("the application", ["run"], { ready: checks.run?.ready }),
    ...(checks.matrix ?? []).flatMap(
      ({ ready }, index) => listeners("the application", ["matrix", index], { ready })
    )
  ];
  return [...services, ...application].flatMap((one, index) => {
    const other = services.slice(0, index).find(({ who, port }) => port === one.port && who !== one.who);
    if (!other) return [];
    const message = `The port ${one.port} is that of ${other.who}, and of ${one.who} too.`;
    return [{ path: one.path, message, hint: "All share one network: give each a port of its own." }];
  });
}
function listeners(who, path, { port, ready }) {
  const named = [
    [port, ["port"]],
    [ready?.tcp, ["ready", "tcp"]],
    [ready?.http?.port, ["ready", "http", "port"]]
  ];
  return named.flatMap(
    ([number, keys]) => number === void 0 ? [] : [{ who, port: number, path: [...path, ...keys] }]
  );
}

// actions/checks/file/contradictions.ts
function contradictionsIn(checks, { complete }) {
  return [
    ...complete ? emptiness(checks) : [],
    ...(checks.files ?? []).flatMap((file, index) => aboutFile(file, ["files", index])),
    ...servicesAgainst(checks, { complete }),
    ...aboutRequests(checks),
    ...twiceNamed(checks.cases ?? [], "cases"),
    ...twiceNamed(checks.matrix ?? [], "matrix"),
    ...(checks.matrix ?? []).flatMap((row, index) => aboutRow(row, ["matrix", index])),
    ...(checks.rebuild ?? []).flatMap((rebuild, index) => aboutRebuild(rebuild, ["rebuild", index])),
    ...aboutHealthcheck(checks),
    ...unpassable(checks, [])
  ];
}
function emptiness({ version, variables, services, ...sections }) {
  const asked = Object.values({ ...sections, ...services }).some((section) => section !== void 0);
  if (asked) return [];
  const hint = "Add image, files, run or another section; verify --init drafts a file from an image.";
  return [{ path: [], message: "The check file asks for nothing.", hint }];
}
var OF_CONTENT = ["contains", "excludes", "matches"];
function aboutFile(file, path) {
  const asked = (keys) => keys.filter((key) => file[key] !== void 0);
  if (!file.exists)
    return asked(["type", "non-empty", "mode", "owner", ...OF_CONTENT]).map((key) => ({
      path: [...path, key],
      message: `"${key}" is asked of ${file.path}, which must not be there.`,
      hint: 'Leave it out, or "exists: false".'
    }));
  if (file.type === void 0 || file.type === "file") return [];
  return asked(OF_CONTENT).map((key) => ({
    path: [...path, key],
    message: `"${key}" is asked of ${file.path}, which is a ${file.type}.`,
    hint: "Only a file has content; name the file itself."
  }));
}
function aboutRequests({ run, matrix = [] }) {
  const lists = [
    [["run", "http"], run?.http ?? []],
    ...matrix.map(({ http = [] }, index) => [["matrix", index, "http"], http])
  ];
  return lists.flatMap(
    ([path, requests]) => requests.flatMap((request, index) => {
      if (request.method !== "HEAD") return [];
      const keys = [...OF_CONTENT, "json"].filter((key) => request[key] !== void 0);
      return keys.map((key) => ({
        path: [...path, index, key],
        message: `"${key}" is asked of an answer to HEAD, which has no content.`,
        hint: 'Use "method: GET", or ask for status and response-headers only.'
      }));
    })
  );
}
function twiceNamed(entries, section) {
  const names = entries.map(({ name }) => name);
  return names.flatMap(
    (name, index) => names.indexOf(name) === index ? [] : [
      {
        path: [section, index, "name"],
        message: `Two entries of ${section} are called "${name}".`,
        hint: "Give each a name of its own, by which reports tell them apart."
      }
    ]
  );
}
var STAYING = ["ready", "process", "http", "exec", "logs", "stop"];
var STREAMS = ["stdout", "stderr", "output"];
function aboutRow(row, path) {
  if (row.exit === void 0) {
    const twice = row.logs === void 0 ? [] : STREAMS.filter((key) => row[key] !== void 0);
    const endless = row.within === void 0 ? [] : ["within"];
    return [...endless, ...twice].map((key) => ({
      path: [...path, key],
      message: `"${key}" is asked of the row "${row.name}", which has no "exit" and so stays.`,
      hint: key === "within" ? 'Add "exit", or leave it out.' : 'Write it under "logs".'
    }));
  }
  return STAYING.filter((key) => row[key] !== void 0).map((key) => ({
    path: [...path, key],
    message: `"${key}" is asked of the row "${row.name}", which must end by itself with the exit code ${row.exit}.`,
    hint: key === "logs" ? 'Write stdout, stderr or output beside "exit".' : 'Leave it out, or leave out "exit".'
  }));
}
function aboutRebuild({ edit, cached, rebuilt }, path) {
  const outside = edit.startsWith("/") || edit.split("/").includes("..");
  return [
    ...outside ? [
      {
        path: [...path, "edit"],
        message: `"${edit}" lies outside of the build context.`,
        hint: "Write a path relative to the context, such as app/main.py."
      }
    ] : [],
    ...rebuilt.flatMap(
      (step, index) => cached.includes(step) ? [
        {
          path: [...path, "rebuilt", index],
          message: `The step "${step}" can't be both cached and rebuilt.`,
          hint: "Leave one of them out."
        }
      ] : []
    )
  ];
}
function aboutHealthcheck({ image, run }) {
  if (image?.healthcheck !== false || run?.ready?.healthcheck === void 0) return [];
  const message = "The image must have no healthcheck, but by it the application is found ready.";
  const hint = "Wait for it by http, tcp or exec, or ask for a healthcheck.";
  return [{ path: ["run", "ready", "healthcheck"], message, hint }];
}
function unpassable(value, path) {
  if (value === null || typeof value !== "object") return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => unpassable(item, [...path, index]));
  const { contains, excludes } = value;
  const here = isTexts(contains) && isTexts(excludes) ? clashes(contains, excludes) : [];
  const own = here.map((text) => ({
    path: [...path, "excludes"],
    message: `What must be there holds "${text}", which must not be there.`,
    hint: 'No text can satisfy both "contains" and "excludes".'
  }));
  return [
    ...own,
    ...Object.entries(value).flatMap(
      ([key, inner]) => key === "json" ? [] : unpassable(inner, [...path, key])
    )
  ];
}
function clashes(contains, excludes) {
  return excludes.filter((text) => contains.some((wanted) => wanted.includes(text)));
}
function isTexts(value) {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

// actions/checks/file/suggestions.ts
var ELSEWHERE = {
  command: "cmd",
  args: "cmd",
  environment: "env",
  variables: "env",
  expose: "ports",
  timeout: "within",
  "exit-code": "exit",
  exitcode: "exit",
  retries: "tries",
  includes: "contains",
  regex: "matches",
  permissions: "mode",
  "working-dir": "workdir",
  sidecars: "services"
};
function closest(word, known) {
  const elsewhere = ELSEWHERE[word.toLowerCase()];
  if (elsewhere !== void 0 && known.includes(elsewhere)) return elsewhere;
  const near = known.map((candidate) => ({ candidate, distance: distance(bare(word), bare(candidate)) })).filter(({ candidate, distance: distance2 }) => distance2 <= Math.max(1, Math.floor(candidate.length / 3))).sort((a, b) => a.distance - b.distance)[0];
  return near?.candidate ?? (word.length > 2 ? known.find((candidate) => isPart(word, candidate)) : void 0);
}
function didYouMean(word, known) {
  const meant = closest(word, known);
  return meant === void 0 ? void 0 : `Did you mean "${meant}"?`;
}
function suggestion(word, known, what) {
  const meant = didYouMean(word, known);
  if (meant !== void 0) return meant;
  return known.length === 0 ? `There are no ${what}.` : `Known ${what}: ${known.join(", ")}.`;
}
function bare(word) {
  return word.toLowerCase().replace(/[-_ ]/g, "");
}
function isPart(word, candidate) {
  return bare(candidate).includes(bare(word)) || bare(word).startsWith(bare(candidate));
}
function distance(from, to) {
  const letters = from.slice(0, 40);
  let before = [];
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= letters.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = letters[row - 1] === to[column - 1];
      const swapped = letters[row - 1] === to[column - 2] && letters[row - 2] === to[column - 1];
      current[column] = Math.min(
        above[column] + 1,
        current[column - 1] + 1,
        above[column - 1] + (same ? 0 : 1),
        swapped ? before[column - 2] + 1 : Number.POSITIVE_INFINITY
      );
    }
    before = above;
    above = current;
  }
  return above[to.length];
}

// actions/checks/file/written.ts
function plainOf(written2, texts) {
  if (written2.kind === "list") return written2.items.map((item) => plainOf(item, texts));
  if (written2.kind === "map")
    return Object.fromEntries([...written2.entries].map(([key, { value }]) => [key, plainOf(value, texts)]));
  return texts.has(written2) ? written2.source : written2.value;
}
function writtenAt(root, path) {
  return path.reduce((parent, part) => childOf(parent, part)?.value, root);
}
function offsetOf(root, path) {
  let found = { at: root.at, value: root };
  for (const part of path) {
    const child = childOf(found.value, part);
    if (!child) break;
    found = child;
  }
  return found.at;
}
function childOf(parent, part) {
  if (parent?.kind === "map") return parent.entries.get(String(part));
  const item = parent?.kind === "list" ? parent.items[Number(part)] : void 0;
  return item && { at: item.at, value: item };
}

// actions/checks/file/flaws.ts
function faultsOf(issues, root) {
  return issues.flatMap((issue) => flawsOf(issue, [])).map((flaw) => faultOf(flaw, root));
}
function textsWanted(issues, base = []) {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path];
    if (issue.code === "invalid_union") return issue.errors.flatMap((branch) => textsWanted(branch, path));
    return issue.code === "invalid_type" && issue.expected === "string" ? [path] : [];
  });
}
function spoken(path) {
  return path.map((part) => typeof part === "number" ? part + 1 : String(part)).join(" \u203A ");
}
var BOOLEAN = ["true", "false"];
var WORDS = {
  string: "text",
  number: "a number",
  int: "a whole number",
  array: "a list",
  object: "a mapping",
  record: "a mapping",
  null: "nothing"
};
function flawsOf(issue, base) {
  const path = [...base, ...issue.path];
  switch (issue.code) {
    case "invalid_union":
      return best(
        issue.errors.map((branch) => branch.flatMap((inner) => flawsOf(inner, path))),
        path
      );
    case "invalid_type":
      return [
        {
          path,
          expected: issue.expected === "boolean" ? BOOLEAN : [WORDS[issue.expected] ?? issue.expected]
        }
      ];
    case "invalid_value": {
      const choices = issue.values.filter((value) => typeof value === "string");
      const expected = choices.length > 1 ? [`one of ${choices.join(", ")}`] : [JSON.stringify(issue.values[0])];
      return [{ path, choices, expected }];
    }
    case "unrecognized_keys":
      return issue.keys.map((unknown) => ({ path, unknown }));
    case "invalid_key":
      return [{ path, said: issue.issues.map(({ message }) => message).join(", ") }];
    case "too_small":
      return [
        { path, said: issue.origin === "array" ? "the list is empty" : `expected at least ${issue.minimum}` }
      ];
    case "too_big":
      return [{ path, said: `expected at most ${issue.maximum}` }];
    default:
      return [{ path, said: issue.message }];
  }
}
function best(branches, path) {
  const isKind = (flaw) => flaw.expected !== void 0 && flaw.path.length === path.length;
  const meant = branches.find((flaws) => !flaws.some(isKind));
  if (meant) return meant;
  const kinds = branches.flat().filter(isKind);
  const choices = kinds.flatMap((flaw) => flaw.choices ?? []);
  const expected = [...new Set(kinds.flatMap((flaw) => flaw.expected ?? []))];
  return [{ path, expected, ...choices.length > 0 ? { choices } : {} }];
}
function faultOf(flaw, root) {
  const { path, unknown, expected, said = "" } = flaw;
  if (unknown !== void 0) return unknownKey(path, unknown, root);
  const found = writtenAt(root, path);
  if (!found) return missing(path, root);
  const where = spoken(path) || "The check file";
  if (expected) {
    const message = `${where}: expected ${listed(expected)}, found ${kindOf(found)}.`;
    return { at: found.at, message, hint: hintFor(flaw, found) };
  }
  const shown = found.kind === "scalar" && said.startsWith("write ") ? shortened(found.source) : void 0;
  if (shown === void 0) return { at: offsetOf(root, path), message: `${where}: ${said}.` };
  return { at: found.at, message: `${where} is "${shown}".`, hint: `${said.replace(/^w/, "W")}.` };
}
function unknownKey(path, key, root) {
  const known = keysAt(path);
  const message = `${[...path.map((part) => spoken([part])), ""].join(" \u203A ")}"${key}" is not a known key.`;
  return { at: offsetOf(root, [...path, key]), message, hint: hintForKey(key, known, path) };
}
function hintForKey(key, known, path) {
  const homes = closest(key, known) === void 0 ? homesOf(key) : [];
  const others = homes.filter((home) => home !== path[0]);
  if (others.length === 0) return suggestion(key, known, "keys");
  return others[0] === "" ? "It stands at the top level." : `It stands under ${others.join(", ")}.`;
}
function missing(path, root) {
  const parent = path.slice(0, -1);
  const key = String(path.at(-1));
  const message = `${parent.length === 0 ? "" : `${spoken(parent)}: `}the key "${key}" is missing.`;
  const hint = key === "version" ? 'Begin the file with "version: 1".' : void 0;
  return { at: offsetOf(root, parent), message: message.replace(/^t/, "T"), hint };
}
function kindOf(found) {
  if (found.kind !== "scalar") return found.kind === "map" ? "a mapping" : "a list";
  if (found.value === null) return "nothing";
  if (typeof found.value === "number") return `the number ${shortened(found.source)}`;
  return typeof found.value === "boolean" ? found.source : "text";
}
function hintFor({ expected = [], choices, path }, found) {
  if (found.kind !== "scalar") return void 0;
  const { value } = found;
  if (choices?.length && typeof value === "string") return didYouMean(value, choices);
  if (value === null)
    return EMPTY_WILL_DO.includes(String(path.at(-1))) ? "Write {} to take it with all its defaults." : void 0;
  if (typeof value === "string" && expected.some((kind) => /number|^\d/.test(kind)) && Number.isFinite(Number(value || "none")))
    return "Write the number without quotes.";
  if (expected.includes("true") && /^(yes|no|on|off)$/i.test(String(value)))
    return `Write ${/^(yes|on)$/i.test(String(value))}.`;
  return expected.join() === "a list" ? listOf(found, path) : void 0;
}
var EMPTY_WILL_DO = ["run", "hardening", "secrets", "stop"];
var COMMANDS = ["cmd", "entrypoint", "exec"];
function listOf({ value, source: text }, path) {
  if (!COMMANDS.includes(String(path.at(-1))))
    return `Write a list: [${typeof value === "string" ? JSON.stringify(shortened(text)) : shortened(text)}].`;
  const words = /[;&|<>$`"'\\*]/.test(text) ? ["sh", "-c", text] : text.trim().split(/\s+/);
  return `Write it word by word: [${words.map((word) => JSON.stringify(shortened(word))).join(", ")}].`;
}
function listed(words) {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
function shortened(text) {
  return text.length > 60 ? `${text.slice(0, 60)}\u2026` : text;
}

// actions/checks/file/templates.ts
var TEMPLATE = /(\\|\$)?\{\{([^{}]*)\}\}/g;
var HOST = "127.0.0.1";
function fillTemplates(root, given) {
  const faults = [];
  const values = valuesOf(root, given);
  const fill = (scalar, inVariables) => {
    if (typeof scalar.value !== "string" || !scalar.value.includes("{{")) return scalar;
    const value = scalar.value.replace(TEMPLATE, (all, before, inner) => {
      if (before === "\\") return all.slice(1);
      const filled = inVariables ? void 0 : values.get(inner.trim());
      if (filled !== void 0 && before === void 0) return filled;
      faults.push(faultOf2(scalar.at, inner.trim(), { values, inVariables, github: before === "$" }));
      return all;
    });
    return { ...scalar, value, source: value };
  };
  const walk = (value, inVariables) => {
    if (value.kind === "scalar") return fill(value, inVariables);
    if (value.kind === "list") return { ...value, items: value.items.map((item) => walk(item, inVariables)) };
    const entries = [...value.entries].map(([key, entry]) => {
      const isVariables = value === root && key === "variables";
      return [key, { ...entry, value: walk(entry.value, inVariables || isVariables) }];
    });
    return { ...value, entries: new Map(entries) };
  };
  return { root: walk(root, false), faults };
}
function valuesOf(root, given) {
  const values = /* @__PURE__ */ new Map();
  for (const [name, value] of entriesOf(root, "variables"))
    if (value.kind === "scalar" && value.value !== null) values.set(name, textOf(value));
  for (const [name, value] of Object.entries(given)) values.set(name, value);
  for (const [name, service] of entriesOf(root, "services")) {
    const port = service.kind === "map" ? service.entries.get("port")?.value : void 0;
    values.set(`${name}.host`, HOST);
    values.set(`${name}.port`, port?.kind === "scalar" ? textOf(port) : void 0);
  }
  return values;
}
function entriesOf(root, section) {
  const found = root.kind === "map" ? root.entries.get(section)?.value : void 0;
  return found?.kind === "map" ? [...found.entries].map(([name, { value }]) => [name, value]) : [];
}
function textOf({ value, source }) {
  return typeof value === "string" ? value : source;
}
function faultOf2(at, name, { values, inVariables, github }) {
  if (github)
    return {
      at,
      message: `GitHub does not fill in \${{ ${name} }} in a file.`,
      hint: "Write {{name}}, and give its value by the input for variables."
    };
  if (inVariables)
    return {
      at,
      message: `{{${name}}} is not filled in here: no variable is made of others.`,
      hint: "Write its value out."
    };
  const [service = ""] = name.split(".");
  if (values.has(name))
    return {
      at,
      message: `The service "${service}" names no port for {{${name}}}.`,
      hint: `Add "port" to services \u203A ${service}.`
    };
  const known = [...values.keys()];
  const hint = `${suggestion(name, known, "names")} Give it under "variables" or by the input for them; \\{{ stands for itself.`;
  return { at, message: `Nothing is called {{${name}}}.`, hint };
}

// actions/checks/file/yaml.ts
var MOST_CHARACTERS = 1e6;
var MOST_VALUES = 5e4;
var DEEPEST = 64;
function readYaml(text) {
  const lines = new LineCounter();
  if (text.length > MOST_CHARACTERS)
    return {
      lines,
      faults: [fault(0, "The check file is larger than 1 MB.", "Write less, or several files.")]
    };
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    logLevel: "error"
  });
  const faults = [...document.errors, ...document.warnings].map(
    ({ code, message, pos }) => code === "DUPLICATE_KEY" ? duplicateAt(text, pos[0]) : syntaxFault(text, pos[0], { code, message })
  );
  if (faults.length > 0 && document.errors.some(({ code }) => code !== "DUPLICATE_KEY"))
    return { lines, faults: firstOfEachLine(faults, lines) };
  if (document.contents === null || isScalar(document.contents) && document.contents.value === null)
    return { lines, faults: [fault(0, "The check file is empty.", EMPTY)] };
  try {
    const root = written(document.contents, { faults, anchors: /* @__PURE__ */ new Map(), depth: 0 });
    measure(root);
    return { root, faults, lines };
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return { lines, faults: [fault(error.at, error.message, "Write it out with fewer aliases and levels.")] };
  }
}
var EMPTY = 'Begin with "version: 1"; verify --init drafts a file from an image.';
var MESSAGES = {
  NON_STRING_KEY: "a key must be a text",
  MULTIPLE_DOCS: "here begins a second document"
};
var HINTS = {
  TAB_AS_INDENT: "Indent with blanks.",
  BLOCK_AS_IMPLICIT_KEY: 'Put a text that holds ": " into quotes, and give each key a line of its own.',
  BAD_INDENT: "Indent the entries of a list or mapping alike, and close every bracket.",
  MULTIPLE_DOCS: 'Leave out "---": a check file is one document.',
  BAD_SCALAR_START: "Put a text that begins with @ or ` into quotes.",
  TAG_RESOLVE_FAILED: "Put a text that begins with ! into quotes."
};
function syntaxFault(text, at, error) {
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const line = text.slice(lineStart, `${text}
`.indexOf("\n", at));
  const template = /(?:^|[:\-,[])\s*(\{\{[^{}]*\}\})/.exec(line)?.[1];
  const hint = template ? `Put a value that begins with {{ into quotes: "${template}".` : HINTS[error.code] ?? "Look at this line and the one before it.";
  const message = MESSAGES[error.code] ?? error.message.replace(/\.$/, "");
  const told = /stack/i.test(message) ? "it is nested too deeply" : message;
  return fault(at, `This is not valid YAML: ${told}.`, hint);
}
function duplicateAt(text, at) {
  const key = /^(["']?)(.*?)\1\s*:/.exec(text.slice(at, at + 200))?.[2] ?? "";
  return fault(at, `The key "${key}" stands here a second time.`, "Leave one of them out, or join them.");
}
function firstOfEachLine(faults, lines) {
  const byLine = /* @__PURE__ */ new Map();
  for (const one of faults.toSorted((a, b) => a.at - b.at)) {
    const { line } = lines.linePos(one.at);
    if (!byLine.has(line)) byLine.set(line, one);
  }
  return [...byLine.values()];
}
function written(node, walk) {
  const at = node?.range?.[0] ?? 0;
  if (walk.depth > DEEPEST) throw new TooMuch(at, "The check file is nested too deeply.");
  if (isAlias(node)) {
    const target = walk.anchors.get(node.source);
    if (target) return target;
    walk.faults.push(
      fault(
        at,
        `There is no anchor &${node.source} before this alias.`,
        "Put a text that begins with * into quotes."
      )
    );
    return { kind: "scalar", at, value: null, source: "" };
  }
  const made = writtenOf(node, at, { ...walk, depth: walk.depth + 1 });
  if (node?.anchor !== void 0) walk.anchors.set(node.anchor, made);
  return made;
}
function writtenOf(node, at, walk) {
  if (isMap(node)) return { kind: "map", at, entries: entriesOf2(node, walk) };
  if (isSeq(node)) return { kind: "list", at, items: node.items.map((item) => written(item, walk)) };
  const { value, source } = isScalar(node) ? node : { value: null, source: "" };
  return { kind: "scalar", at, value, source: source ?? "" };
}
function entriesOf2(map, walk) {
  const entries = /* @__PURE__ */ new Map();
  const merged = [];
  for (const { key, value } of map.items) {
    const at = key.range?.[0] ?? 0;
    const name = isScalar(key) ? String(key.value) : "";
    const entry = { at, value: written(value, walk) };
    if (name === "<<" && isScalar(key) && key.type === "PLAIN") merged.push(...mergedOf(entry, walk));
    else if (!entries.has(name)) entries.set(name, entry);
  }
  for (const [name, entry] of merged) if (!entries.has(name)) entries.set(name, entry);
  return entries;
}
function mergedOf({ at, value }, { faults }) {
  const sources = value.kind === "list" ? value.items : [value];
  return sources.flatMap((source) => {
    if (source.kind === "map") return [...source.entries];
    faults.push(
      fault(at, '"<<" merges mappings, and this is none.', "Write <<: *anchor, or a list of aliases.")
    );
    return [];
  });
}
function measure(root) {
  let count = 0;
  const walk = (value, depth) => {
    count += 1;
    if (count > MOST_VALUES)
      throw new TooMuch(root.at, `The check file holds more than ${MOST_VALUES} values.`);
    if (depth > DEEPEST) throw new TooMuch(value.at, "The check file is nested too deeply.");
    if (value.kind === "list") for (const item of value.items) walk(item, depth + 1);
    if (value.kind === "map") for (const entry of value.entries.values()) walk(entry.value, depth + 1);
  };
  walk(root, 0);
}
var TooMuch = class extends Error {
  at;
  constructor(at, message) {
    super(message);
    this.at = at;
  }
};
function fault(at, message, hint) {
  return { at, message, hint };
}

// actions/checks/file/read.ts
function readCheckFile(text, { file, variables }) {
  const { root, faults, lines } = readYaml(text);
  const placeAt = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (!root) throw refused(faults, placeAt);
  const filled = fillTemplates(root, variables);
  const { checks, faults: found } = understand(filled.root);
  const first = [...faults, ...filled.faults];
  const told = new Set(first.map(({ at }) => at));
  const all = [...first, ...found.filter(({ at }) => !told.has(at))];
  if (all.length > 0) throw refused(all, placeAt);
  return { file, checks, placeOf: (path) => placeAt(offsetOf(root, path)) };
}
function understand(root) {
  const plain = takingTexts(root);
  const result = checkFile.safeParse(plain);
  const checks = result.success ? result.data : soundSections(plain);
  const faults = result.success ? [] : faultsOf(result.error.issues, root);
  const contradictions = contradictionsIn(checks, { complete: result.success }).map(
    ({ path, message, hint }) => ({ at: offsetOf(root, path), message, hint })
  );
  return { checks, faults: [...faults, ...contradictions] };
}
function takingTexts(root) {
  const texts = /* @__PURE__ */ new Set();
  for (; ; ) {
    const plain = plainOf(root, texts);
    const before = texts.size;
    for (const path of textsWanted(checkFile.safeParse(plain).error?.issues ?? [])) {
      const found = writtenAt(root, path);
      if (found?.kind === "scalar" && found.value !== null && typeof found.value !== "string")
        texts.add(found);
    }
    if (texts.size === before) return plain;
  }
}
function soundSections(plain) {
  const sections = plain !== null && typeof plain === "object" ? Object.entries(plain) : [];
  const sound = sections.filter(([key, value]) => checkFile.safeParse({ version: 1, [key]: value }).success);
  return checkFile.parse({ ...Object.fromEntries(sound), version: 1 });
}
function refused(faults, placeAt) {
  const errors = faults.toSorted((a, b) => a.at - b.at).map(
    ({ at, message, hint }) => new InputError(message, { place: placeAt(at), ...hint ? { hint } : {} })
  );
  return errors.length === 1 ? errors[0] : new UserErrors(errors);
}

// actions/runner/check-file.ts
async function openCheckFile({ file, variables }, workspace) {
  const text = await readFile(resolve(workspace, file), "utf8").catch((cause) => {
    throw new InputError(`The check file "${file}" can't be read.`, {
      hint: 'Check the path, and that the repository is checked out before this step; "npx image-actions verify --init IMAGE" drafts one.',
      cause
    });
  });
  return readCheckFile(text, { file, variables });
}

export {
  openCheckFile
};
