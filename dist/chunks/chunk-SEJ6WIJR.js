import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  isDockerHub,
  isLoopback,
  parseRepository
} from "./chunk-ZNDI3WQU.js";
import {
  parse
} from "./chunk-BKXCIMUH.js";
import {
  readInteger,
  readLines,
  readPairs
} from "./chunk-GDCOOEY7.js";
import {
  Problems,
  UserError
} from "./chunk-GTGSVCFP.js";

// actions/registry/hosts.ts
var DOCKER_HUB_KEY = "https://index.docker.io/v1/";
function apiHost(host) {
  return isDockerHub(host) ? "registry-1.docker.io" : host;
}
function loginKey(text) {
  const key = text.trim().replace(/^https?:\/\//, "").replace(/\/+$/, "").replace(/\/v[12]$/, "");
  const [host = "", ...path] = key.split("/");
  return [isDockerHub(host) ? "docker.io" : host, ...path].join("/");
}
function parseHost(text) {
  const key = loginKey(text);
  if (key !== "docker.io" && !isHost(key)) {
    throw new UserError("IMG3002", `"${text}" is not the name of a registry.`, {
      hint: "Write its host, like ghcr.io or registry.example.com:5000."
    });
  }
  return key;
}
function isHost(text) {
  try {
    return parseRepository(`${text}/name`).host === text;
  } catch {
    return false;
  }
}

// actions/registry/logins.ts
var KEYS = ["registry", "username", "password"];
var HINT = "Write a YAML list whose entries have registry, username and password.";
function parseLogins(text) {
  if (text.trim() === "") return [];
  const list = parseYaml(text);
  if (!Array.isArray(list))
    throw new UserError("IMG3004", 'Input "registry-auth" is not a list.', { hint: HINT });
  const problems = new Problems();
  const logins = list.flatMap(
    (entry, index) => problems.try(() => [parseLogin(entry, index + 1)]) ?? []
  );
  problems.throwIfAny();
  return logins;
}
function checkLogin(login, what) {
  const hint = "Set the secret again, as one line; in pull requests from forks secrets are empty.";
  if (login.password === "") throw new UserError("IMG3005", `${what} has an empty password.`, { hint });
  if (/[\r\n]/.test(login.password))
    throw new UserError("IMG3005", `${what} has a password of several lines.`, { hint });
  if (login.username === "" || /[:\r\n]/.test(login.username)) {
    throw new UserError("IMG3006", `${what} has no valid user name.`, {
      hint: "Give a name without colon or line break."
    });
  }
  return login;
}
function parseYaml(text) {
  try {
    return parse(text, { schema: "failsafe" });
  } catch {
    throw new UserError("IMG3004", 'Input "registry-auth" is not valid YAML.', { hint: HINT });
  }
}
function parseLogin(entry, position) {
  const what = `Entry ${position} of input "registry-auth"`;
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
    throw new UserError("IMG3004", `${what} is not an object.`, { hint: HINT });
  }
  const unknown = Object.keys(entry).filter((key2) => !KEYS.includes(key2));
  if (unknown.length > 0)
    throw new UserError("IMG3004", `${what} has the key "${unknown[0]}".`, { hint: HINT });
  const { registry, username, password } = entry;
  const key = loginKey(textOf(registry) || "docker.io");
  parseHost(key.split("/")[0] ?? "");
  return [key, checkLogin({ username: textOf(username), password: textOf(password) }, what)];
}
function textOf(value) {
  return typeof value === "string" ? value : "";
}

// actions/registry/access.ts
var USUAL_KINDS = [
  ["ghcr.io", { kind: "ghcr" }],
  ["docker.io", { kind: "dockerhub" }]
];
var KINDS = ["ghcr", "dockerhub", "oci"];
function readRegistryAccess(reader, context) {
  const problems = new Problems();
  const kinds = new Map(USUAL_KINDS);
  for (const [host, kind] of problems.try(() => readKinds(reader)) ?? []) kinds.set(host, kind);
  const access = {
    ...readLoginsAndHosts(reader, context, kinds, problems),
    kinds,
    retries: problems.try(() => readCount(reader, "retries", 3, 10)) ?? 3,
    timeout: (problems.try(() => readCount(reader, "timeout", 15, 360)) ?? 15) * 6e4
  };
  problems.throwIfAny();
  return access;
}
function readPullAccess(reader, context) {
  const problems = new Problems();
  const access = readLoginsAndHosts(reader, context, new Map(USUAL_KINDS), problems);
  problems.throwIfAny();
  return access;
}
function readLoginsAndHosts(reader, context, kinds, problems) {
  const logins = /* @__PURE__ */ new Map();
  const add = (kind, login) => {
    for (const [host, found] of kinds) if (login && found.kind === kind) logins.set(host, login);
  };
  add(
    "ghcr",
    problems.try(() => readGitHub(reader, context))
  );
  add(
    "dockerhub",
    problems.try(() => readDockerHub(reader))
  );
  const given = problems.try(() => parseLogins(reader.text("registry-auth"))) ?? [];
  for (const [key, login] of given) logins.set(key, login);
  return { logins, insecure: new Set(problems.try(() => readHosts(reader)) ?? []) };
}
function kindOf(access, host) {
  return access.kinds.get(host)?.kind ?? "oci";
}
function apiOf(access, host) {
  return access.kinds.get(host)?.api;
}
function speaksHttp(access, host) {
  return isLoopback(host) || access.insecure.has(host);
}
function secretsOf(access) {
  return [...access.logins.values()].flatMap(
    (login) => "identityToken" in login ? [login.identityToken] : [login.password, basicOf(login)]
  );
}
function basicOf(login) {
  return Buffer.from(`${login.username}:${login.password}`).toString("base64");
}
function readGitHub(reader, context) {
  const password = reader.text("github-token");
  if (password === "") return void 0;
  return checkLogin({ username: context.actor || "x-access-token", password }, 'Input "github-token"');
}
function readDockerHub(reader) {
  const username = reader.text("dockerhub-username").trim();
  const password = reader.text("dockerhub-token");
  if (password === "") return void 0;
  if (username !== "") return checkLogin({ username, password }, 'Input "dockerhub-token"');
  throw new UserError("IMG3001", 'Input "dockerhub-token" is given without "dockerhub-username".', {
    hint: "Give both: the token belongs to a user."
  });
}
function readKinds(reader) {
  const problems = new Problems();
  const kinds = readPairs(reader, "registry-kinds").flatMap(
    ([host, text]) => problems.try(() => [[parseHost(host), parseKind(text)]]) ?? []
  );
  problems.throwIfAny();
  return kinds;
}
function parseKind(text) {
  const [name = "", api, ...rest] = text.split(/[\s,]+/);
  const kind = KINDS.find((known) => known === name);
  if (kind && api === void 0) return { kind };
  if (kind && rest.length === 0 && /^https?:\/\/[^/@]/.test(api ?? "") && URL.canParse(api ?? "")) {
    return { kind, api: (api ?? "").replace(/\/+$/, "") };
  }
  throw new UserError("IMG3003", `Input "registry-kinds" has the value "${text}".`, {
    hint: `Write host=kind or host=kind https://api.example.com; kinds are ${KINDS.join(", ")}.`
  });
}
function readHosts(reader) {
  const problems = new Problems();
  const hosts = readLines(reader, "insecure-registries").flatMap(
    (line) => problems.try(() => [parseHost(line)]) ?? []
  );
  problems.throwIfAny();
  return hosts;
}
function readCount(reader, name, usual, max) {
  return reader.text(name).trim() === "" ? usual : readInteger(reader, name, { min: 1, max });
}

// actions/registry/authfile.ts
import { readFile, rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
async function readAuthFiles(environment) {
  const files = await Promise.all(pathsOf(environment).map(readAuthFile));
  return files.filter((file) => file !== void 0);
}
async function writeAuthFile(path, access, environment) {
  const auths = {};
  const helpers = {};
  for (const file of (await readAuthFiles(environment)).reverse()) {
    for (const [key, login] of file.auths) auths[key] = formatLogin(login);
    for (const key of file.stored) if (file.store) helpers[key] = file.store;
    for (const [key, helper] of file.helpers) helpers[key] = helper;
  }
  for (const [key, login] of access.logins) {
    for (const other of Object.keys(auths)) if (`${other}/`.startsWith(`${key}/`)) delete auths[other];
    delete helpers[key];
    auths[key] = formatLogin(login);
  }
  const half = `${path}.new`;
  await writeFile(half, JSON.stringify({ auths, credHelpers: helpers }), { mode: 384 });
  await rename(half, path);
}
function pathsOf(environment) {
  const home = environment.HOME || homedir();
  const { REGISTRY_AUTH_FILE, XDG_RUNTIME_DIR, DOCKER_CONFIG } = environment;
  return [
    ...REGISTRY_AUTH_FILE ? [REGISTRY_AUTH_FILE] : [],
    ...XDG_RUNTIME_DIR ? [join(XDG_RUNTIME_DIR, "containers/auth.json")] : [],
    join(home, ".config/containers/auth.json"),
    join(DOCKER_CONFIG || join(home, ".docker"), "config.json")
  ];
}
async function readAuthFile(path) {
  const text = await readFile(path, "utf8").catch((cause) => {
    if (cause.code === "ENOENT" || cause.code === "ENOTDIR") return "";
    throw new UserError("IMG3011", `The file of logins ${path} can't be read.`, {
      cause,
      hint: "Give it to the user of this job, or name another in REGISTRY_AUTH_FILE."
    });
  });
  if (text.trim() === "") return void 0;
  try {
    return parseAuthFile(path, text);
  } catch {
    throw new UserError("IMG3012", `The file of logins ${path} is corrupt.`, {
      hint: "It was left as it is: put it right, or take it away and log in again."
    });
  }
}
function parseAuthFile(path, text) {
  const parsed = objectOf(JSON.parse(text));
  const auths = /* @__PURE__ */ new Map();
  const stored = [];
  for (const [key, entry] of Object.entries(objectOf(parsed.auths ?? {}))) {
    const login = parseEntry(objectOf(entry));
    if (login) auths.set(loginKey(key), login);
    else stored.push(loginKey(key));
  }
  const helpers = Object.entries(objectOf(parsed.credHelpers ?? {})).map(
    ([key, helper]) => [loginKey(key), String(helper)]
  );
  const store = typeof parsed.credsStore === "string" && parsed.credsStore !== "" ? parsed.credsStore : void 0;
  return { path, auths, helpers: new Map(helpers), store, stored };
}
function parseEntry(entry) {
  const { auth, identitytoken, username, password } = entry;
  if (typeof identitytoken === "string" && identitytoken !== "") return { identityToken: identitytoken };
  if (typeof auth === "string" && auth !== "") {
    const [user = "", ...rest] = Buffer.from(auth, "base64").toString("utf8").split(":");
    if (user === "" || rest.length === 0) throw new Error("not user:password");
    return { username: user, password: rest.join(":").replace(/\0+$/, "") };
  }
  const plain = typeof username === "string" && typeof password === "string" && username !== "";
  return plain ? { username, password } : void 0;
}
function formatLogin(login) {
  return "identityToken" in login ? { identitytoken: login.identityToken } : { auth: basicOf(login) };
}
function objectOf(value) {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value;
  throw new Error("not an object");
}

export {
  DOCKER_HUB_KEY,
  apiHost,
  readRegistryAccess,
  readPullAccess,
  kindOf,
  apiOf,
  speaksHttp,
  secretsOf,
  basicOf,
  readAuthFiles,
  writeAuthFile
};
