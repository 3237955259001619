import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument
} from "./chunk-BKXCIMUH.js";
import {
  InputError,
  UserErrors
} from "./chunk-GTGSVCFP.js";

// actions/base/written/places.ts
function placesIn(text, file) {
  const starts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return (offset) => {
    const line = lastUpTo(starts, offset);
    return { file, line: line + 1, column: offset - starts[line] + 1 };
  };
}
function inOrder(one, other) {
  return one.line - other.line || one.column - other.column;
}
function refused(faults, placeAt) {
  const errors = faults.toSorted((a, b) => a.at - b.at).map(({ code, at, message, hint }) => new InputError(code, message, { place: placeAt(at), hint }));
  return errors.length === 1 ? errors[0] : new UserErrors(errors);
}
function lastUpTo(numbers, most) {
  let low = 0;
  let high = numbers.length;
  while (high - low > 1) {
    const middle = low + high >> 1;
    if (numbers[middle] <= most) low = middle;
    else high = middle;
  }
  return low;
}

// actions/base/written/written.ts
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

// actions/base/written/reading.ts
var MOST_CHARACTERS = 1e6;
var DEEPEST = 64;
function empty({ name, empty: hint }) {
  return { code: "IMG1011", at: 0, message: `The ${name} is empty.`, hint };
}
function tooLarge({ name }) {
  return {
    code: "IMG1012",
    at: 0,
    message: `The ${name} is larger than 1 MB.`,
    hint: "Write less, or several files."
  };
}
function twice(at, key) {
  const message = `The key "${withoutLogin(key)}" stands here a second time.`;
  return { code: "IMG1013", at, message, hint: "Leave one of them out, or join them." };
}
function lostKey(at) {
  return { code: "IMG1013", at, message: '"__proto__" can be no key.', hint: "Leave it out." };
}
function withoutLogin(text) {
  return text.replace(/\/\/[^/\s]*@/g, "//\u2026@");
}

// actions/base/written/yaml.ts
var MOST_VALUES = 5e4;
function readYaml(text, kind) {
  if (text.length > MOST_CHARACTERS) return { faults: [tooLarge(kind)] };
  const document = parseDocument(text, { prettyErrors: false, stringKeys: true, logLevel: "error" });
  const faults = [...document.errors, ...document.warnings].map(
    ({ code, message, pos }) => code === "DUPLICATE_KEY" ? duplicateAt(text, pos[0]) : syntaxFault(text, pos[0], { code, message, name: kind.name })
  );
  if (faults.length > 0 && document.errors.some(({ code }) => code !== "DUPLICATE_KEY"))
    return { faults: firstOfEachLine(faults, text) };
  if (document.contents === null || isScalar(document.contents) && document.contents.value === null)
    return { faults: [empty(kind)] };
  try {
    const root = written(document.contents, { faults, anchors: /* @__PURE__ */ new Map(), depth: 0 });
    measure(root);
    return { root, faults };
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return { faults: [tooMuch(error, kind)] };
  }
}
var MESSAGES = {
  NON_STRING_KEY: "a key must be a text",
  MULTIPLE_DOCS: "here begins a second document"
};
var HINTS = {
  TAB_AS_INDENT: "Indent with blanks.",
  BLOCK_AS_IMPLICIT_KEY: 'Put a text that holds ": " into quotes, and give each key a line of its own.',
  BAD_INDENT: "Indent the entries of a list or mapping alike, and close every bracket.",
  MULTIPLE_DOCS: 'Leave out "---": a NAME is one document.',
  BAD_SCALAR_START: "Put a text that begins with @ or ` into quotes.",
  TAG_RESOLVE_FAILED: "Put a text that begins with ! into quotes."
};
function syntaxFault(text, at, error) {
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const line = text.slice(lineStart, `${text}
`.indexOf("\n", at));
  const template = /(?:^|[:\-,[])\s*(\{\{[^{}]*\}\})/.exec(line)?.[1];
  const hint = template ? `Put a value that begins with {{ into quotes: "${template}".` : HINTS[error.code]?.replace("NAME", error.name) ?? "Look at this line and the one before it.";
  const message = MESSAGES[error.code] ?? error.message.replace(/\.$/, "");
  const told = /stack/i.test(message) ? "it is nested too deeply" : message;
  return fault(at, `This is not valid YAML: ${told}.`, hint);
}
function duplicateAt(text, at) {
  const key = /^(["']?)(.*?)\1\s*:/.exec(text.slice(at, at + 200))?.[2] ?? "";
  return twice(at, key);
}
function firstOfEachLine(faults, text) {
  const byLine = /* @__PURE__ */ new Map();
  for (const one of faults.toSorted((a, b) => a.at - b.at)) {
    const start = text.lastIndexOf("\n", one.at - 1);
    if (!byLine.has(start)) byLine.set(start, one);
  }
  return [...byLine.values()];
}
function written(node, walk) {
  const at = node?.range?.[0] ?? 0;
  if (walk.depth > DEEPEST) throw new TooMuch(at, tooDeep);
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
  if (isMap(node)) return { kind: "map", at, entries: entriesOf(node, walk) };
  if (isSeq(node)) return { kind: "list", at, items: node.items.map((item) => written(item, walk)) };
  const { value, source } = isScalar(node) ? node : { value: null, source: "" };
  return { kind: "scalar", at, value, source: source ?? "" };
}
function entriesOf(map, walk) {
  const entries = /* @__PURE__ */ new Map();
  const merged = [];
  for (const { key, value } of map.items) {
    const at = key.range?.[0] ?? 0;
    const name = isScalar(key) ? String(key.value) : "";
    const entry = { at, value: written(value, walk) };
    if (name === "__proto__") walk.faults.push(lostKey(at));
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
    if (count > MOST_VALUES) throw new TooMuch(root.at, tooMany);
    if (depth > DEEPEST) throw new TooMuch(value.at, tooDeep);
    if (value.kind === "list") for (const item of value.items) walk(item, depth + 1);
    if (value.kind === "map") for (const entry of value.entries.values()) walk(entry.value, depth + 1);
  };
  walk(root, 0);
}
var tooDeep = (name) => `The ${name} is nested too deeply.`;
var tooMany = (name) => `The ${name} holds more than ${MOST_VALUES} values.`;
var TooMuch = class extends Error {
  at;
  told;
  constructor(at, told) {
    super();
    this.at = at;
    this.told = told;
  }
};
function tooMuch({ at, told }, { name }) {
  return { code: "IMG1012", at, message: told(name), hint: "Write it out with fewer aliases and levels." };
}
function fault(at, message, hint) {
  return { code: "IMG1010", at, message, hint };
}

// actions/base/written/suggestions.ts
function closest(word, known, synonyms = {}) {
  const synonym = synonyms[word.toLowerCase()];
  if (synonym !== void 0 && known.includes(synonym)) return synonym;
  const near = known.map((candidate) => ({ candidate, distance: distance(bare(word), bare(candidate)) })).filter(({ candidate, distance: distance2 }) => distance2 <= Math.max(1, Math.floor(candidate.length / 3))).sort((a, b) => a.distance - b.distance)[0];
  return near?.candidate ?? (word.length > 2 ? known.find((candidate) => isPart(word, candidate)) : void 0);
}
function didYouMean(word, known, synonyms = {}) {
  const meant = closest(word, known, synonyms);
  return meant === void 0 ? void 0 : `Did you mean "${meant}"?`;
}
function suggestion(word, known, what, synonyms = {}) {
  const meant = didYouMean(word, known, synonyms);
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

// actions/base/written/words.ts
function spoken(path) {
  return path.map((part) => typeof part === "number" ? part + 1 : String(part)).join(" \u203A ");
}
function kindOf(found) {
  if (found.kind !== "scalar") return found.kind === "map" ? "a mapping" : "a list";
  if (found.value === null) return "nothing";
  if (typeof found.value === "number") return `the number ${shortened(found.source)}`;
  return typeof found.value === "boolean" ? found.source : "text";
}
function listed(words) {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
function shortened(text) {
  return text.length > 60 ? `${text.slice(0, 60)}\u2026` : text;
}

export {
  placesIn,
  inOrder,
  refused,
  plainOf,
  writtenAt,
  offsetOf,
  MOST_CHARACTERS,
  DEEPEST,
  empty,
  tooLarge,
  twice,
  lostKey,
  withoutLogin,
  readYaml,
  closest,
  didYouMean,
  suggestion,
  spoken,
  kindOf,
  listed,
  shortened
};
