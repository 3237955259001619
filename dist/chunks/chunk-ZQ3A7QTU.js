import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  digestOf
} from "./chunk-EZQO47NV.js";

// actions/nodes/names.ts
var COMFYUI = "https://github.com/comfyanonymous/ComfyUI";
var SCP = /^(?:[\w.-]+@)([\w.-]+):(?!:|\/\/)(.+)$/;
var USUAL = /^https:\/\/(?:github|gitlab)\.com\/[\w-][\w.-]*\/[\w-][\w.-]*$/;
var SEGMENT = /^[\w.~+-]+$/;
function normalUrl(text) {
  if (USUAL.test(text) && !/\.git$/i.test(text)) return text;
  const url = parsed(text.trim());
  if (!url) return void 0;
  const segments = url.pathname.split("/").filter((segment) => segment !== "");
  const name = segments.pop()?.replace(/(\.git)+$/i, "") ?? "";
  const path = [...segments, name];
  if (!path.every((segment) => SEGMENT.test(segment) && !/^\.*$/.test(segment))) return void 0;
  return `https://${url.host}/${path.join("/")}`;
}
function parsed(text) {
  if (/[\s\\\u0000-\u001f\u007f]|^\w+:(?!\/\/[^/])/.test(text)) return void 0;
  const [, scpHost, scpPath] = SCP.exec(text) ?? [];
  const url = URL.parse(scpHost === void 0 ? text : `https://${scpHost}/${scpPath}`);
  if (url?.protocol === "https:") return url.hostname === "" ? void 0 : url;
  return url?.protocol === "ssh:" && url.hostname !== "" ? URL.parse(`https://${url.hostname}${url.pathname}`) ?? void 0 : void 0;
}
function hostOf(url) {
  return url.split("/")[2] ?? "";
}
function ownerOf(url) {
  return url.split("/").slice(3, -1).join("/");
}
function repositoryOf(url) {
  return url.split("/").slice(3).join("/");
}
function shortPin(pin) {
  return /^[0-9a-f]{40}$/.test(pin) ? pin.slice(0, 7) : pin;
}
function folderNameOf(node) {
  return "url" in node ? node.url.split("/").at(-1) ?? "" : node.id;
}
function normalPackage(name) {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}
function packageNameOf(requirement) {
  return /^\s*[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?/.exec(requirement)?.[0].trim() ?? requirement;
}

// actions/nodes/file/kinds.ts
var git = {
  normal: ({ url, commit, disabled }) => ({
    url: normalUrl(url) ?? url,
    commit: normalCommit(commit),
    disabled
  }),
  key: ({ url }) => url,
  identity: ({ url }) => url.toLowerCase()
};
var registry = {
  normal: ({ id, version }) => ({ id: id.trim(), version: version.trim() }),
  key: ({ id }) => id,
  identity: ({ id }) => id.toLowerCase()
};
var files = {
  // ComfyUI-Manager switches a file off by its name.
  normal: ({ filename, disabled }) => {
    const name = filename.replace(/(\.disabled)+$/, "");
    return { filename: name, disabled: disabled || name !== filename };
  },
  key: ({ filename }) => filename,
  identity: ({ filename }) => filename.toLowerCase()
};
var packages = {
  normal: ({ requirement, address }) => ({
    requirement: requirement.trim().replace(/\s*(===?|[~!<>]=|[<>,[\]])\s*/g, "$1"),
    address: address.trim()
  }),
  key: ({ requirement }) => requirement,
  identity: ({ requirement }) => normalPackage(packageNameOf(requirement))
};
var kinds = { git, registry, files, packages };
function normalCommit(text) {
  const trimmed = text.trim();
  return /^[0-9a-f]{40}$/i.test(trimmed) ? trimmed.toLowerCase() : trimmed;
}
function ordered(kind, parts, thingOf) {
  const keyed = parts.map((part) => ({ part, thing: thingOf(part) }));
  const rest = (thing) => JSON.stringify(thing);
  return keyed.sort((a, b) => compared(kind.key(a.thing), kind.key(b.thing)) || compared(rest(a.thing), rest(b.thing))).map(({ part }) => part);
}
function compared(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}

// actions/nodes/file/canonical.ts
function canonicalText(snapshot) {
  const { comfyui, git: git2, registry: registry2, files: files2, packages: packages2 } = normalise(snapshot);
  const document = {
    comfyui,
    git_custom_nodes: Object.fromEntries(
      git2.map(({ url, commit, disabled }) => [url, { hash: commit, disabled }])
    ),
    cnr_custom_nodes: Object.fromEntries(registry2.map(({ id, version }) => [id, version])),
    file_custom_nodes: files2.map(({ filename, disabled }) => ({ filename, disabled })),
    pips: Object.fromEntries(packages2.map(({ requirement, address }) => [requirement, address]))
  };
  return `${JSON.stringify(document, null, 2)}
`;
}
function digestOf2(snapshot) {
  return digestOf(canonicalText(snapshot));
}
function normalise({ comfyui, git: git2, registry: registry2, files: files2, packages: packages2 }) {
  return {
    comfyui: comfyui === null ? null : normalCommit(comfyui) || null,
    git: once(kinds.git, git2),
    registry: once(kinds.registry, registry2),
    files: once(kinds.files, files2),
    packages: once(kinds.packages, packages2)
  };
}
function once(kind, things) {
  const distinct = new Map(things.map(kind.normal).map((thing) => [JSON.stringify(thing), thing]));
  return ordered(kind, [...distinct.values()], (thing) => thing);
}

export {
  COMFYUI,
  normalUrl,
  hostOf,
  ownerOf,
  repositoryOf,
  shortPin,
  folderNameOf,
  normalPackage,
  packageNameOf,
  kinds,
  normalCommit,
  ordered,
  canonicalText,
  digestOf2 as digestOf,
  normalise
};
