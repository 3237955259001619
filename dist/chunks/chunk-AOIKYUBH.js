import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  NONE,
  parseInputs,
  readMode,
  readRules,
  snapshotFile
} from "./chunk-UJVJRZQK.js";
import {
  MODES
} from "./chunk-S3NHVWSB.js";
import {
  digestOf,
  folderNameOf,
  hostOf,
  kinds,
  normalCommit,
  normalUrl,
  ordered,
  ownerOf,
  packageNameOf
} from "./chunk-ZQ3A7QTU.js";
import {
  DEEPEST,
  MOST_CHARACTERS,
  empty,
  inOrder,
  kindOf,
  lostKey,
  offsetOf,
  placesIn,
  plainOf,
  readYaml,
  refused,
  shortened,
  spoken,
  suggestion,
  tooLarge,
  twice,
  withoutLogin
} from "./chunk-RRHYVJRH.js";
import {
  printable
} from "./chunk-HNYI7RT3.js";
import {
  array,
  literal,
  record,
  strictObject,
  string
} from "./chunk-J6MGYEM6.js";
import {
  InputError,
  InputProblems,
  isUserError,
  userErrorsOf
} from "./chunk-GTGSVCFP.js";

// actions/nodes/validate/remark.ts
function shown(text) {
  const safe = text.includes("@") ? text.replace(/^([a-z+]*:\/\/)?.*@/is, "$1\u2026@") : text;
  return shortened(printable(withoutLogin(safe)));
}

// actions/nodes/validate/places.ts
function faultOfName(name, what) {
  const fault = whatIsWrong(name);
  return fault && {
    code: "IMG8231",
    message: `${what} would be called "${shown(name)}", ${fault.which}.`,
    hint: fault.hint
  };
}
function whatIsWrong(name) {
  const plain = "Write a plain name, such as node.py.";
  if (name === "") return { which: "which is no name", hint: plain };
  if (/[/\\]|^[a-z]:|^\.\.$/i.test(name)) return { which: "which leads out of custom_nodes", hint: plain };
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(name))
    return { which: "with characters that nobody can see", hint: plain };
  if (name.startsWith("-")) return { which: "which programs take for an option", hint: plain };
  if (name.startsWith(".")) return { which: "which is hidden, and which ComfyUI passes over", hint: plain };
  if (/\.disabled$/i.test(name) || name.toLowerCase() === "__pycache__")
    return { which: "which ComfyUI passes over", hint: 'Set "disabled" instead.' };
  if (Buffer.byteLength(name) > 200) return { which: "which is too long", hint: plain };
  return void 0;
}
function faultOfFile(filename) {
  const fault = faultOfName(filename, "A single-file node");
  if (fault || filename.endsWith(".py")) return fault;
  return {
    code: "IMG8231",
    message: `"${shown(filename)}" is no Python file.`,
    hint: "A single-file node ends with .py."
  };
}

// actions/nodes/validate/addresses.ts
var FORM = "Write https://host/owner/name.";
function refusal(code, message, hint = FORM) {
  return { code, message, hint };
}
function faultOfRepository(text, allowed) {
  const url = normalUrl(text);
  return hostile(text) ?? login(text) ?? (url === void 0 ? noRepository(text) : faultOfPath(url) ?? outside(url, allowed));
}
function hostile(text) {
  if (/^\s*-/.test(text))
    return refusal("IMG8222", `"${shown(text)}" is no address, but an option that git would obey.`);
  const transport = /^\s*([\w+.-]*)::/.exec(text)?.[1];
  if (transport === void 0) return void 0;
  const message = `"${shown(text)}" takes git's transport "${transport}", which can run any program.`;
  return refusal("IMG8222", message);
}
function login(text) {
  const hasLogin = /^\s*(?:[a-z+]+:)?\/\/[^/\s]*@/i.test(text);
  if (!hasLogin || /^\s*(?:git\+)?ssh:\/\/[\w.-]+@/i.test(text)) return void 0;
  return {
    code: "IMG8223",
    message: `The address ${shown(text)} holds a user or a password.`,
    hint: "Take it out, and make it invalid if it is one; git's credential helpers log in."
  };
}
function noRepository(text) {
  const scheme = /^\s*([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== void 0 && scheme !== "https" && scheme !== "ssh")
    return refusal("IMG8221", `"${shown(text)}" is reached by ${scheme}, which proves nobody's identity.`);
  return refusal("IMG8221", `"${shown(text)}" is no address of a repository.`);
}
function faultOfPath(url) {
  const isWhole = hostOf(url) !== "github.com" || url.split("/").length === 5;
  if (!isWhole)
    return refusal(
      "IMG8221",
      `"${url}" is no repository of GitHub's.`,
      "Write https://github.com/owner/name."
    );
  return faultOfName(url.split("/").at(-1) ?? "", `The folder of ${url}`);
}
function outside(url, { allowHosts, allowOwners }) {
  const [host, owner] = [hostOf(url), ownerOf(url)];
  return faultOfHost(host, url, allowHosts) ?? (isAmong(allowOwners, [owner, `${host}/${owner}`]) ? void 0 : {
    code: "IMG8224",
    message: `"${owner}", the owner of ${url}, is not allowed.`,
    hint: "Add it to allow-owners once you trust it."
  });
}
function faultOfHost(host, url, allowed) {
  if (isAmong(allowed, [host])) return void 0;
  const message = `"${host}", the host of ${shown(url)}, is not allowed.`;
  return { code: "IMG8224", message, hint: "Add it to allow-hosts once you trust it." };
}
function isAmong(allowed, names) {
  const lower = new Set(names.map((name) => name.toLowerCase()));
  return allowed.length === 0 || allowed.some((name) => lower.has(name.toLowerCase()));
}

// actions/nodes/validate/commits.ts
function isCommit(text) {
  return /^[0-9a-f]{40}$/.test(text);
}
function faultOfCommit(text, what, allowBranches) {
  const commit2 = normalCommit(text);
  if (isCommit(commit2)) return void 0;
  const written = shown(commit2);
  if (commit2 === "" || commit2 === "unknown")
    return {
      code: "IMG8211",
      message: `The commit of ${what} is ${commit2 === "" ? "empty" : '"unknown": whoever saved it could not read it'}.`,
      hint: 'Save it anew with mode save, or write what "git rev-parse HEAD" says in its folder.'
    };
  if (/^[0-9a-f]{7,}$/i.test(commit2))
    return {
      code: "IMG8211",
      message: `The commit of ${what}, "${written}", has ${commit2.length} digits.`,
      hint: "Write all 40: fewer can come to mean another commit."
    };
  if (!isRef(commit2))
    return {
      code: "IMG8211",
      message: `"${written}" is neither a commit nor a branch of ${what}.`,
      hint: "Write the 40 digits of a commit."
    };
  if (allowBranches) return void 0;
  return {
    code: "IMG8212",
    message: `${what} follows the branch or tag "${written}", which can come to mean anything.`,
    hint: "Write the 40 digits of a commit; mode pin finds them."
  };
}
function isRef(text) {
  const forbidden = /[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|^[-/]|[/.]$/;
  return !forbidden.test(text) && !text.split("/").some((part2) => /^\.|\.lock$/.test(part2)) && text !== "@";
}

// actions/nodes/validate/doubles.ts
function doublesIn(snapshot, placeOf) {
  const named = (section, say) => snapshot[section].map((thing, index) => ({
    path: [section, index],
    key: kinds[section].identity(thing),
    said: say(thing)
  }));
  const nodes = [...snapshot.git, ...snapshot.registry].map(folderNameOf);
  const things = [
    named("git", ({ url }) => url),
    named("registry", ({ id }) => id)
  ];
  const files = named("files", ({ filename }) => filename);
  const packages = named("packages", ({ requirement }) => requirement);
  const folders = things.flat().map((thing, index) => ({ ...thing, key: (nodes[index] ?? "").toLowerCase() }));
  const same = things.flatMap((list2) => repeated(list2, placeOf));
  const known2 = new Set(same.map(({ later }) => later.path.join()));
  const colliding = repeated([...folders, ...files], placeOf).filter(
    ({ later }) => !known2.has(later.path.join())
  );
  const remarks = [
    ...same.map(({ later, first }) => ({
      path: later.path,
      message: `"${shown(later.said)}" is the node that stands on line ${placeOf(first.path).line} already.`,
      hint: "Leave one of them out."
    })),
    ...colliding.map(({ later, first }) => ({
      path: later.path,
      message: `"${shown(later.said)}" would lie where "${shown(first.said)}" lies (line ${placeOf(first.path).line}): "${shown(later.key)}".`,
      hint: "Leave one of them out: custom_nodes can hold only one of a name, in whatever case."
    })),
    ...repeated(packages, placeOf).map(({ later, first }) => ({
      path: later.path,
      message: `"${shown(later.said)}" is a second pin of a package: the first, "${shown(first.said)}", stands on line ${placeOf(first.path).line}.`,
      hint: "Leave one of them out."
    }))
  ];
  return remarks.map((remark) => ({ code: "IMG8241", ...remark }));
}
function repeated(things, placeOf) {
  const groups = Map.groupBy(things, ({ key }) => key);
  return [...groups.values()].flatMap((group) => {
    if (group.length < 2) return [];
    const [first, ...later] = group.toSorted((a, b) => inOrder(placeOf(a.path), placeOf(b.path)));
    return first ? later.map((each) => ({ later: each, first })) : [];
  });
}

// actions/nodes/validate/packages.ts
var NAME = "[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?(?:\\[[A-Za-z0-9._,-]*\\])?";
var CLAUSE = "(?:===?|~=|!=|<=?|>=?)[A-Za-z0-9*][A-Za-z0-9.*+!_-]*";
var REQUIREMENT = new RegExp(`^${NAME}(?:${CLAUSE}(?:,${CLAUSE})*)?$`);
var NAMED = new RegExp(`^${NAME}$`);
var FORM2 = 'Write "name==version": "", as pip freeze does, or "name": "https://\u2026".';
function faultOfPackage({ requirement, address }, allowHosts) {
  if (requirement.startsWith("-"))
    return {
      code: "IMG8222",
      message: `"${shown(requirement)}" is no package, but an option that pip would obey.`,
      hint: FORM2
    };
  if (isOfThisMachine({ requirement, address })) return void 0;
  if (address !== "") return faultOfAddress(requirement, address, allowHosts);
  return REQUIREMENT.test(requirement) ? void 0 : { code: "IMG8233", message: `"${shown(requirement)}" is no package at a version.`, hint: FORM2 };
}
function isOfThisMachine({ requirement, address }) {
  return /^file:/i.test(address) && NAMED.test(requirement);
}
function isPinned({ requirement, address }) {
  return address === "" ? /^[^=<>!~]+===?[^*,]+$/.test(requirement) : !/^git\+/.test(address) || /@[0-9a-f]{40}(?:#|$)/i.test(address);
}
function faultOfAddress(name, text, allowHosts) {
  if (!NAMED.test(name))
    return {
      code: "IMG8233",
      message: `"${shown(name)}" has an address, but is not a package's name alone.`,
      hint: FORM2
    };
  const credentials = login(text);
  if (credentials) return credentials;
  const url = /[\s\\]/.test(text) ? null : URL.parse(text.replace(/^git\+/i, ""));
  if (url?.protocol !== "https:" || url.hostname === "")
    return {
      code: "IMG8233",
      message: `${packageNameOf(name)} comes from "${shown(text)}", which is not reached by https.`,
      hint: "Write https://\u2026 or git+https://\u2026@commit."
    };
  return faultOfHost(url.host, `${url.protocol}//${url.host}${url.pathname}`, allowHosts);
}

// actions/nodes/validate/doubts.ts
function doubtsAbout({ comfyui, git, registry, packages }) {
  const core = comfyui === null ? [
    {
      path: ["comfyui"],
      message: "The snapshot leaves ComfyUI itself open.",
      hint: "Write its commit."
    }
  ] : [];
  return [
    ...core,
    ...git.flatMap((node, index) => theManager(folderNameOf(node), ["git", index])),
    ...registry.flatMap((node, index) => theManager(node.id, ["registry", index])),
    ...packages.flatMap((pin, index) => {
      const [path, name] = [["packages", index], shown(pin.requirement)];
      if (isOfThisMachine(pin))
        return [
          {
            path,
            message: `"${name}" lies on the machine on which the snapshot was saved, and is left out.`,
            hint: "Leave it out here too, or write a version."
          }
        ];
      if (isPinned(pin) || pin.requirement.startsWith("-")) return [];
      return [
        {
          path,
          message: `"${name}" can be any of several versions.`,
          hint: "Write name==version, or a commit."
        }
      ];
    })
  ];
}
function theManager(name, path) {
  if (name.toLowerCase() !== "comfyui-manager") return [];
  const message = "ComfyUI-Manager is among the nodes, and changes them at run time.";
  return [{ path, message, hint: "Leave it out of an image whose nodes are pinned." }];
}

// actions/nodes/validate/registry.ts
function faultOfRegistryNode({ id, version }) {
  if (!/^[\w.-]+$/.test(id))
    return {
      code: "IMG8232",
      message: `"${shown(id)}" is no id of ComfyUI's registry.`,
      hint: "Ids look like comfyui-impact-pack."
    };
  const fault = faultOfName(id, "The folder of this registry node");
  if (fault || /^\d[A-Za-z0-9.+-]*$/.test(version)) return fault;
  return {
    code: "IMG8232",
    message: `"${shown(version)}" is no version of ${id}.`,
    hint: 'Write one version, such as "8.22.2"; a nightly one is a git node.'
  };
}

// actions/nodes/validate/validate.ts
function validate(read, rules) {
  const faults = [
    ...aboutCore(read, rules),
    ...aboutGitNodes(read, rules),
    ...aboutTheRest(read, rules),
    ...doublesIn(read.snapshot, read.placeOf),
    ...tooFew(read, rules)
  ];
  return {
    errors: placed(faults, read).map(({ code, message, ...rest }) => new InputError(code, message, rest)),
    warnings: placed(doubtsAbout(read.snapshot), read)
  };
}
function aboutCore({ snapshot: { comfyui } }, { allowBranches }) {
  return comfyui === null ? [] : at(["comfyui"], faultOfCommit(comfyui, "ComfyUI", allowBranches));
}
function aboutGitNodes({ snapshot, parts }, rules) {
  return snapshot.git.flatMap((node, index) => [
    // As it is written: the normal form has no password any more.
    ...at(["git", index], faultOfRepository(parts.git[index]?.written.url ?? node.url, rules)),
    ...at(["git", index, "commit"], faultOfCommit(node.commit, folderNameOf(node), rules.allowBranches))
  ]);
}
function aboutTheRest({ snapshot }, { allowHosts }) {
  return [
    ...snapshot.registry.flatMap((node, index) => at(["registry", index], faultOfRegistryNode(node))),
    ...snapshot.files.flatMap(({ filename }, index) => at(["files", index], faultOfFile(filename))),
    ...snapshot.packages.flatMap((pin, index) => at(["packages", index], faultOfPackage(pin, allowHosts)))
  ];
}
function tooFew({ snapshot: { git, registry } }, { expectedNodes }) {
  const count = git.filter(({ disabled }) => !disabled).length + registry.length;
  if (count >= expectedNodes) return [];
  const message = `The snapshot has ${count} active ${count === 1 ? "node" : "nodes"}, and at least ${expectedNodes} are expected.`;
  const hint = "Put back what is missing, or set expected-nodes to what is meant.";
  return [{ code: "IMG8251", path: ["git"], message, hint }];
}
function at(path, objection) {
  return objection ? [{ path, ...objection }] : [];
}
function placed(found, { placeOf }) {
  return found.map(({ path, ...remark }) => ({ ...remark, place: placeOf(path) })).toSorted((a, b) => inOrder(a.place, b.place));
}

// actions/snapshot/open.ts
import { readFile } from "node:fs/promises";
import { isAbsolute, relative, resolve } from "node:path";

// actions/base/written/broken-json.ts
var Broken = class extends Error {
  fault;
  constructor(fault) {
    super(fault.message);
    this.fault = fault;
  }
};
function broken({ at: at2 }, what, hint) {
  return new Broken({ code: "IMG1010", at: at2, message: `This is not valid JSON: ${what}.`, hint });
}
function unexpected(spot) {
  const rest = restOf(spot);
  const other = endOrMark(spot);
  if (other) return other;
  if (rest.startsWith("'")) return broken(spot, "a text stands between double quotes", `Write " for '.`);
  const [literal2] = /^(true|false|none|null)\b/i.exec(rest) ?? [];
  if (literal2 === void 0)
    return broken(spot, "here a value is missing", "Write a text between double quotes, a number, [ or {.");
  const meant = literal2.toLowerCase().replace("none", "null");
  return broken(spot, `here stands ${literal2}`, `Write ${meant}.`);
}
function noKey(spot) {
  return endOrMark(spot) ?? broken(spot, "a key stands between double quotes", 'Write "key": value.');
}
function missingComma(spot, end) {
  const here = { ...spot, at: end };
  return endOrMark(spot) ?? broken(here, "here a comma is missing", "Put a comma between the entries.");
}
function endOrMark(spot) {
  const rest = restOf(spot);
  if (rest === "") return broken(spot, "it ends too early", "Close every bracket and every text.");
  if (/^(\/|#)/.test(rest)) return broken(spot, "here a comment begins", "JSON has none: leave it out.");
  const beginsLine = spot.at === 0 || spot.text[spot.at - 1] === "\n";
  return beginsLine && /^([<=>|])\1{6}(?!\1)/.test(rest) ? broken(spot, "a merge conflict is left here", "Keep one side, without the marks of git.") : void 0;
}
function restOf({ text, at: at2 }) {
  return text.slice(at2, at2 + 40);
}

// actions/base/written/json.ts
function readJson(text, kind) {
  if (text.length > MOST_CHARACTERS) return { faults: [tooLarge(kind)] };
  const cursor = { text, at: 0, depth: 0, faults: [] };
  skipBlanks(cursor);
  if (cursor.at === text.length) return { faults: [empty(kind)] };
  try {
    const root = value(cursor);
    skipBlanks(cursor);
    if (cursor.at < text.length)
      throw broken(cursor, "something follows its end", "One file is one document.");
    return { root, faults: cursor.faults };
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return { faults: [...cursor.faults, error.fault] };
  }
}
var WORDS = { true: true, false: false, null: null };
var NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
function value(cursor) {
  const { text, at: at2 } = cursor;
  const first = text[at2];
  if (first === "{" || first === "[") {
    cursor.depth += 1;
    if (cursor.depth > DEEPEST) throw broken(cursor, "it is nested too deeply", "Write it with fewer levels.");
    const made = first === "{" ? map(cursor) : list(cursor);
    cursor.depth -= 1;
    return made;
  }
  return first === '"' ? string2(cursor) : word(cursor);
}
function map(cursor) {
  const { at: at2 } = cursor;
  const entries = /* @__PURE__ */ new Map();
  for (const _ of items(cursor, "}")) {
    if (cursor.text[cursor.at] !== '"') throw noKey(cursor);
    const { at: start, value: name } = string2(cursor);
    const key = String(name);
    skipBlanks(cursor);
    if (cursor.text[cursor.at] !== ":") throw broken(cursor, "here a colon is missing", 'Write "key": value.');
    cursor.at += 1;
    skipBlanks(cursor);
    const entry = { at: start, value: value(cursor) };
    if (key === "__proto__") cursor.faults.push(lostKey(start));
    if (entries.has(key)) cursor.faults.push(twice(start, key));
    else entries.set(key, entry);
  }
  return { kind: "map", at: at2, entries };
}
function list(cursor) {
  const { at: at2 } = cursor;
  const values = [];
  for (const _ of items(cursor, "]")) values.push(value(cursor));
  return { kind: "list", at: at2, items: values };
}
function* items(cursor, close) {
  cursor.at += 1;
  skipBlanks(cursor);
  while (cursor.text[cursor.at] !== close) {
    yield;
    const end = cursor.at;
    skipBlanks(cursor);
    if (cursor.text[cursor.at] === close) break;
    if (cursor.text[cursor.at] !== ",") throw missingComma(cursor, end);
    const comma = cursor.at;
    cursor.at += 1;
    skipBlanks(cursor);
    if (cursor.text[cursor.at] === close)
      throw broken({ ...cursor, at: comma }, `here is a comma too many before ${close}`, "Leave it out.");
  }
  cursor.at += 1;
}
function string2(cursor) {
  const { text, at: at2 } = cursor;
  let end = at2 + 1;
  for (; text[end] !== '"'; end++) {
    if (end >= text.length || text.charCodeAt(end) < 32)
      throw broken(
        cursor,
        "a text ends on the line that it begins on",
        'Close it with ", or write \\n in it.'
      );
    if (text[end] === "\\") end += 1;
  }
  cursor.at = end + 1;
  const read = unescaped(text.slice(at2, end + 1));
  if (read === void 0)
    throw broken({ ...cursor, at: at2 }, "a text has a \\ that means nothing", "Write \\\\ for a backslash.");
  return { kind: "scalar", at: at2, value: read, source: read };
}
function unescaped(quoted) {
  if (!quoted.includes("\\")) return quoted.slice(1, -1);
  try {
    return JSON.parse(quoted);
  } catch {
    return void 0;
  }
}
function word(cursor) {
  const { text, at: at2 } = cursor;
  const letters = /[\w.+-]*/y;
  letters.lastIndex = at2;
  const [source] = letters.exec(text) ?? [""];
  const isWord = Object.hasOwn(WORDS, source);
  if (!isWord && !NUMBER.test(source)) throw unexpected(cursor);
  cursor.at += source.length;
  return { kind: "scalar", at: at2, value: isWord ? WORDS[source] : Number(source), source };
}
function skipBlanks(cursor) {
  while (" 	\r\n".includes(cursor.text[cursor.at] ?? "end")) cursor.at += 1;
}

// actions/nodes/file/shape.ts
var Shape = class {
  faults = [];
  /** Of a mapping; none of what is left empty, which anybody may write as he likes. */
  entries(spot, hint) {
    const { value: value2, path } = spot;
    if (value2.kind === "map")
      return [...value2.entries].map(([key, entry]) => ({ path: [...path, key], ...entry }));
    if (!isEmpty(value2)) this.unexpected(spot, "a mapping", hint);
    return [];
  }
  items(spot, hint) {
    const { value: value2, path } = spot;
    if (value2.kind === "list")
      return value2.items.map((item, index) => ({ path: [...path, index], at: item.at, value: item }));
    if (!isEmpty(value2)) this.unexpected(spot, "a list", hint);
    return [];
  }
  /** What YAML reads as a number counts as it is written. */
  text(spot, hint) {
    const { value: value2 } = spot;
    if (value2.kind === "scalar" && value2.value !== null)
      return typeof value2.value === "string" ? value2.value : value2.source;
    this.unexpected(spot, "text", hint);
    return void 0;
  }
  flag(spot) {
    const { value: value2 } = spot;
    if (value2.kind === "scalar" && typeof value2.value === "boolean") return value2.value;
    const meant = value2.kind === "scalar" ? /^(true|false)$/i.exec(String(value2.value))?.[0] : void 0;
    this.unexpected(spot, "true or false", meant && `Write ${meant.toLowerCase()} without quotes.`);
    return false;
  }
  /** By their keys; what is not known is a fault. */
  known(spots, keys, synonyms) {
    const found = new Map(spots.map((spot) => [nameOf(spot), spot]));
    for (const [name, spot] of found) {
      if (keys.includes(name)) continue;
      found.delete(name);
      this.unknown(spot, suggestion(name, keys, "keys", synonyms));
    }
    return found;
  }
  unknown({ path, at: at2 }, hint) {
    const before = path.slice(0, -1);
    const where = before.length === 0 ? "" : `${sayPath(before)} \u203A `;
    this.fault(at2, `${where}"${withoutLogin(String(path.at(-1)))}" is not a known key.`, hint);
  }
  missing({ path, at: at2 }, key, hint) {
    this.fault(at2, `${sayPath(path)}: the key "${key}" is missing.`, hint);
  }
  unexpected({ path, value: value2 }, expected, hint = `Write ${expected} there.`) {
    this.fault(value2.at, `${sayPath(path)}: expected ${expected}, found ${kindOf(value2)}.`, hint);
  }
  fault(at2, message, hint) {
    this.faults.push({ code: "IMG8201", at: at2, message, hint });
  }
};
function nameOf({ path }) {
  return String(path.at(-1));
}
function isEmpty(value2) {
  if (value2.kind === "scalar") return value2.value === null;
  return value2.kind === "list" ? value2.items.length === 0 : value2.entries.size === 0;
}
function sayPath(path) {
  return withoutLogin(spoken(path));
}

// actions/nodes/file/form.ts
var SECTIONS = ["comfyui", "git_custom_nodes", "cnr_custom_nodes", "file_custom_nodes", "pips"];
var SYNONYMS = {
  nodes: "git_custom_nodes",
  git: "git_custom_nodes",
  git_nodes: "git_custom_nodes",
  registry: "cnr_custom_nodes",
  cnr: "cnr_custom_nodes",
  files: "file_custom_nodes",
  packages: "pips",
  requirements: "pips",
  pip: "pips",
  pip_packages: "pips",
  core: "comfyui",
  commit: "comfyui"
};
var OF_A_LOCK = ["basic", "models"];
function sectionsOf(root, shape) {
  if (root.kind !== "map") {
    shape.fault(root.at, `A snapshot is a mapping, and this is ${kindOf(root)}.`, EXAMPLE);
    return /* @__PURE__ */ new Map();
  }
  const whole = shape.entries({ path: [], at: root.at, value: root });
  const custom = whole.find((spot) => nameOf(spot) === "custom_nodes");
  const beside = whole.filter((spot) => spot !== custom);
  const sections = custom ? withCustomNodes(custom, beside, shape) : known(beside, shape);
  const named = [...sections].some(([name, spot]) => name !== "comfyui" || !isEmpty(spot.value));
  if (!named && shape.faults.length === 0)
    shape.fault(root.at, "This snapshot names nothing at all.", EXAMPLE);
  return sections;
}
var EXAMPLE = 'Write at least "comfyui" and "git_custom_nodes"; mode save writes them from an installation.';
function withCustomNodes(custom, beside, shape) {
  const inside = shape.entries(custom);
  if (isOlder(inside) || inside.length === 0 && beside.length > 0) {
    const sections = known(beside, shape);
    const twice2 = sections.get("git_custom_nodes");
    if (twice2) shape.fault(twice2.at, '"custom_nodes" holds git nodes too.', "Put all of them under one key.");
    return sections.set("git_custom_nodes", custom);
  }
  for (const spot of beside) {
    const name = nameOf(spot);
    const stray = SECTIONS.includes(name);
    if (stray)
      shape.fault(spot.at, `"${name}" stands beside "custom_nodes".`, 'Move it under "custom_nodes".');
    else shape.unknown(spot, OF_A_LOCK.includes(name) ? NOT_OURS : 'Everything stands under "custom_nodes".');
  }
  return known(inside, shape);
}
var NOT_OURS = "That belongs into a comfy-lock.yaml; give the snapshot a file of its own.";
function isOlder(inside) {
  const hasHash = ({ value: value2 }) => value2.kind === "map" && (value2.entries.has("hash") || value2.entries.has("url"));
  return inside.some((spot) => /[/:]/.test(nameOf(spot)) || hasHash(spot));
}
function known(spots, shape) {
  return shape.known(spots, SECTIONS, SYNONYMS);
}

// actions/nodes/file/pins.ts
function pinOf(key, value2) {
  const [requirement, address] = [key.trim(), value2.trim()];
  if (address === "") return direct(requirement) ?? { requirement, address };
  if (/^[\w.-]+$/.test(requirement) && !requirement.startsWith("-")) {
    if (/^v?\d[\w.+!*-]*$/.test(address)) return { requirement: `${requirement}==${address}`, address: "" };
    if (/^[<>=!~]=?/.test(address)) return { requirement: requirement + address, address: "" };
  }
  return { requirement, address };
}
function direct(text) {
  const [, requirement, address] = /^([A-Za-z0-9][\w.-]*(?:\[[^\]]*\])?)\s*@\s*(\S.*)$/.exec(text) ?? [];
  return requirement === void 0 || address === void 0 ? void 0 : { requirement, address };
}

// actions/nodes/file/sections.ts
var OF_A_NODE = ["url", "hash", "disabled"];
var SYNONYMS2 = {
  commit: "hash",
  revision: "hash",
  version: "hash",
  ref: "hash",
  branch: "hash",
  tag: "hash",
  sha: "hash",
  enabled: "disabled",
  address: "url",
  repository: "url",
  name: "filename",
  file: "filename"
};
var HASH = 'Write "hash": and the 40 digits of the commit.';
function gitNodes(section, shape) {
  return shape.entries(section, "Write an address and under it its hash, for each node.").flatMap((node) => {
    const { at: at2, value: value2 } = node;
    if (value2.kind === "scalar" && !isEmpty(value2)) {
      const commit3 = shape.text(node) ?? "";
      return [part(at2, { url: nameOf(node), commit: commit3, disabled: false }, { commit: value2.at })];
    }
    const { url, hash, disabled } = fieldsOf(shape.known(shape.entries(node, HASH), OF_A_NODE, SYNONYMS2));
    if (!hash) {
      if (value2.kind !== "list" || isEmpty(value2)) shape.missing(node, "hash", HASH);
      return [];
    }
    const commit2 = shape.text(hash, HASH);
    const written = {
      url: addressOf(node, url, shape),
      commit: commit2 ?? "",
      disabled: disabled ? shape.flag(disabled) : false
    };
    if (commit2 === void 0) return [];
    const places = { commit: hash.value.at, ...disabled ? { disabled: disabled.value.at } : {} };
    return [part(at2, written, places)];
  });
}
function addressOf(node, url, shape) {
  const key = nameOf(node);
  const given = url && shape.text(url);
  if (url === void 0 || given === void 0) return key;
  const [one, other] = [normalUrl(key), normalUrl(given)];
  if (one !== void 0 && one.toLowerCase() !== other?.toLowerCase())
    shape.fault(url.value.at, "This node has two addresses.", "Leave one of them out: the key is enough.");
  return one === void 0 && !key.includes("/") ? given : key;
}
function registryNodes(section, shape) {
  return shape.entries(section, 'Write "id": "version" for each node.').flatMap((node) => {
    const version = shape.text(node, 'Write a version, such as "8.22.2".');
    return version === void 0 ? [] : [part(node.at, { id: nameOf(node), version }, { version: node.value.at })];
  });
}
function fileNodes(section, shape) {
  const hint = 'Write { "filename": "name.py", "disabled": false }.';
  return shape.items(section, hint).flatMap((item) => {
    if (item.value.kind === "scalar") {
      const filename2 = shape.text(item, hint);
      return filename2 === void 0 ? [] : [part(item.at, { filename: filename2, disabled: false }, {})];
    }
    const known2 = shape.known(shape.entries(item, hint), ["filename", "disabled"], SYNONYMS2);
    const { filename, disabled } = fieldsOf(known2);
    if (!filename) {
      if (item.value.kind === "map" || isEmpty(item.value)) shape.missing(item, "filename", hint);
      return [];
    }
    const name = shape.text(filename, hint);
    const written = { filename: name ?? "", disabled: disabled ? shape.flag(disabled) : false };
    return name === void 0 ? [] : [part(item.at, written, { filename: filename.value.at })];
  });
}
function pinnedPackages(section, shape) {
  return shape.entries(section, 'Write "name==version": "" for each package.').flatMap((pin) => {
    const value2 = isEmpty(pin.value) ? "" : shape.text(pin, 'Write "name==version": "".');
    return value2 === void 0 ? [] : [part(pin.at, pinOf(nameOf(pin), value2), { address: pin.value.at })];
  });
}
function part(at2, written, fields) {
  return { at: at2, written, fields };
}
function fieldsOf(spots) {
  return Object.fromEntries(spots);
}

// actions/nodes/file/read.ts
function readSnapshot(text, file) {
  const { read, error } = examineSnapshot(text, file);
  if (error) throw error;
  return read;
}
function examineSnapshot(text, file) {
  const content = text.replace(/^\uFEFF/, "");
  const { root, faults } = parsed(content, file);
  const placeAt = placesIn(content, file);
  if (!root) return { read: void 0, error: refused(faults, placeAt) };
  const shape = new Shape();
  const parts = partsOf(sectionsOf(root, shape), root.at, shape);
  const all = [...faults, ...shape.faults];
  const placeOf = (path) => placeAt(offsetOf2(parts, path));
  return {
    read: { file, snapshot: snapshotOf(parts), parts, placeOf },
    error: all.length > 0 ? refused(all, placeAt) : void 0
  };
}
var KIND = { name: "snapshot", empty: "Mode save writes one from an installation of ComfyUI." };
function parsed(text, file) {
  const isYaml = /\.ya?ml$/i.test(file) || !(/\.json$/i.test(file) || /^\s*[{[]/.test(text));
  return isYaml ? readYaml(text, KIND) : readJson(text, KIND);
}
function partsOf(sections, start, shape) {
  const read = (name, kind, parts) => {
    const section = sections.get(name);
    return section ? ordered(kind, parts(section, shape), ({ written }) => kind.normal(written)) : [];
  };
  const comfyui = sections.get("comfyui");
  return {
    comfyui: {
      at: comfyui?.value.at ?? start,
      written: comfyui && !isEmpty(comfyui.value) ? shape.text(comfyui) ?? null : null
    },
    git: read("git_custom_nodes", kinds.git, gitNodes),
    registry: read("cnr_custom_nodes", kinds.registry, registryNodes),
    files: read("file_custom_nodes", kinds.files, fileNodes),
    packages: read("pips", kinds.packages, pinnedPackages)
  };
}
function snapshotOf({ comfyui, git, registry, files, packages }) {
  const normal = (kind, parts) => parts.map(({ written }) => kind.normal(written));
  return {
    comfyui: normalCommit(comfyui.written ?? "") || null,
    git: normal(kinds.git, git),
    registry: normal(kinds.registry, registry),
    files: normal(kinds.files, files),
    packages: normal(kinds.packages, packages)
  };
}
function offsetOf2(parts, [section, index, field]) {
  const list2 = parts[section];
  if (!Array.isArray(list2)) return parts.comfyui.at;
  const part2 = list2[Number(index)];
  return part2?.fields[String(field)] ?? part2?.at ?? firstOf(list2) ?? parts.comfyui.at;
}
function firstOf(parts) {
  return parts.length === 0 ? void 0 : Math.min(...parts.map(({ at: at2 }) => at2));
}

// actions/nodes/lock/lock.ts
var commit = string().regex(/^[0-9a-f]{40}$/, "is no commit (40 hex digits)");
var sha256 = string().regex(/^sha256:[0-9a-f]{64}$/, "is no checksum (sha256:\u2026)");
var lock = strictObject({
  schema: literal(1),
  /** Of the canonical snapshot that it belongs to. */
  snapshot: sha256,
  git: record(
    string(),
    strictObject({
      commit,
      /** Git's hash of all files of that commit. */
      tree: commit,
      /** By path: what lies there, with the hash of its files. */
      submodules: record(string(), strictObject({ url: string(), commit, tree: commit })).default({}),
      /** By path: requirements files. */
      requirements: record(string(), sha256).default({})
    })
  ),
  registry: record(
    string(),
    strictObject({
      version: string(),
      address: string(),
      archive: sha256,
      /** Of all files in it. */
      files: sha256.optional(),
      requirements: record(string(), sha256).default({})
    })
  ),
  /** Nodes that are single files, by name: what is in them. */
  files: record(string(), sha256).optional(),
  /** By name; empty where packages are left alone. */
  packages: record(
    string(),
    strictObject({
      version: string(),
      /** None: a commit's address says it all, or no index has it, and the base image must bring it. */
      hashes: array(sha256),
      /** Where it comes from, if that is no index: `git+https://…@<commit>`, `https://…/x.whl`. */
      address: string().optional()
    })
  ),
  /** Requirements files beside the nodes' own, by the hash of what is in them, in the order in which they are given. */
  extra: array(sha256).default([])
});

// actions/nodes/lock/read.ts
var KIND2 = { name: "lock", empty: "Mode lock writes one." };
var ANEW = "A lock is not written by hand: mode lock writes it anew.";
function readLock(text, file) {
  const content = text.replace(/^\uFEFF/, "");
  const { root, faults } = readJson(content, KIND2);
  const result = root && lock.safeParse(plainOf(root, /* @__PURE__ */ new Set()));
  const found = root && result?.error ? result.error.issues.flatMap((issue) => faultsOf(issue, root)) : [];
  const all = [...faults, ...found];
  if (all.length > 0 || !result?.success) throw refused(all, placesIn(content, file));
  return result.data;
}
function faultsOf(issue, root) {
  const path = issue.path;
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      code: "IMG8202",
      at: offsetOf(root, [...path, key]),
      message: `${[...path, ""].map(String).join(" \u203A ")}"${key}" is not a known key.`,
      hint: path.length === 0 ? suggestion(key, Object.keys(lock.shape), "keys") : ANEW
    }));
  const isNewer = path[0] === "schema" && path.length === 1;
  const hint = isNewer ? "Mode lock writes one that this version of image-actions reads." : ANEW;
  const message = `${spoken(path) || "The lock"}: ${issue.message}.`;
  return [{ code: "IMG8202", at: offsetOf(root, path), message, hint }];
}

// actions/snapshot/open.ts
var WITHOUT_LOCK = /* @__PURE__ */ new Set(["normalise", "pin", "lock", "update", "pull-request"]);
var TELLS_DOUBTS = /* @__PURE__ */ new Set(["validate", "pin", "restore", "update"]);
async function openSnapshot(runner) {
  const problems = new InputProblems();
  const { inputs: reader, log } = runner;
  const inputs = problems.try(() => parseInputs(reader));
  const mode = inputs?.mode ?? quietly(() => readMode(reader));
  const rules = inputs?.rules ?? quietly(() => readRules(reader));
  const { workspace } = runner.event;
  const wanted = mode !== void 0 && mode in MODES.withFile;
  const examined = wanted ? await problems.tryAsync(() => examineFile(snapshotFile(reader), workspace)) : void 0;
  const read = examined?.error ? void 0 : examined?.read;
  if (examined) {
    const { errors, warnings } = judged(examined, mode && rules && rulesOf(mode, rules));
    if (read && mode !== void 0 && TELLS_DOUBTS.has(mode))
      for (const { message, hint, place } of warnings) log.warn(`${message} ${hint}`, place);
    problems.list.push(...errors);
  }
  const lockFile = inputs && lockFileOf(inputs);
  const withLock = inputs && read && lockFile && !WITHOUT_LOCK.has(inputs.mode);
  const lock2 = withLock ? await problems.tryAsync(() => openLock(lockFile, read, inputs.lock !== "", workspace)) : void 0;
  problems.throwIfAny();
  return { inputs, read, lock: lock2 };
}
function judged({ read, error }, rules) {
  const ofForm = isUserError(error) ? userErrorsOf(error) : [];
  if (!read || !rules) return { errors: [...ofForm], warnings: [] };
  const { errors, warnings } = validate(read, error ? { ...rules, expectedNodes: 0 } : rules);
  const all = [...ofForm, ...errors];
  return { errors: all.toSorted((a, b) => a.place && b.place ? inOrder(a.place, b.place) : 0), warnings };
}
function rulesOf(mode, rules) {
  const allowBranches = mode === "pin" || mode !== "lock" && rules.allowBranches;
  return { ...rules, allowBranches };
}
function quietly(read) {
  try {
    return read();
  } catch (error) {
    if (isUserError(error)) return void 0;
    throw error;
  }
}
async function openFile(file, workspace) {
  const { read, error } = await examineFile(file, workspace);
  if (error) throw error;
  return read;
}
async function examineFile(file, workspace) {
  if (file === "")
    throw new InputError("IMG8101", 'Input "snapshot" is empty.', { hint: "Write the path of a file." });
  const text = await readFile(resolve(workspace, file), "utf8").catch((cause) => {
    throw new InputError("IMG8101", `The snapshot "${file}" can't be read.`, {
      hint: cause.code === "ENOENT" ? "Check the path, and that the repository is checked out before this step; mode save makes one of what is installed." : `Name a file that may be read: the system says ${cause.code}.`,
      cause
    });
  });
  return examineSnapshot(text, shown2(file, workspace));
}
function shown2(file, workspace) {
  const way = relative(workspace, resolve(workspace, file));
  return way.startsWith("..") || isAbsolute(way) ? file : way;
}
function lockFileOf({
  lock: lock2,
  snapshot
}) {
  if (lock2 === NONE) return void 0;
  return lock2 === "" ? `${snapshot.replace(/\.(json|ya?ml)$/i, "")}.lock.json` : lock2;
}
async function openLock(file, read, isNamed, workspace) {
  const text = await readFile(resolve(workspace, file), "utf8").catch((cause) => {
    if (cause.code === "ENOENT" && !isNamed) return void 0;
    throw new InputError("IMG8103", `The lock "${file}" can't be read.`, {
      hint: 'Run mode lock to write it, or set "lock" to none to do without.',
      cause
    });
  });
  if (text === void 0) return void 0;
  const lock2 = readLock(text, shown2(file, workspace));
  if (lock2.snapshot === digestOf(read.snapshot)) return lock2;
  throw new InputError("IMG8104", `The lock "${file}" belongs to another snapshot than "${read.file}".`, {
    hint: 'Restore this snapshot with "lock" set to none, and run mode lock there; or remove the lock.',
    place: { file: shown2(file, workspace), line: 1, column: 1 }
  });
}

export {
  readSnapshot,
  validate,
  openSnapshot,
  openFile,
  lockFileOf
};
