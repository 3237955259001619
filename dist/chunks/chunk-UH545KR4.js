import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  Logins
} from "./chunk-ZX6BLLOT.js";
import {
  apiHost,
  basicOf,
  kindOf,
  speaksHttp
} from "./chunk-OMGGJSLT.js";
import {
  Transport,
  askOnce
} from "./chunk-ILLAHRVN.js";
import {
  RegistryError,
  exchange,
  redact,
  refusalOf,
  retrying
} from "./chunk-RBHX4PW7.js";
import {
  defaultRetry
} from "./chunk-RZBAGCDT.js";
import {
  formatBytes
} from "./chunk-5XXXVB74.js";
import {
  formatReference
} from "./chunk-S5AK6Y7H.js";
import {
  digestOf,
  hexOf,
  isDigest
} from "./chunk-EZQO47NV.js";
import {
  systemClock
} from "./chunk-Z26LTSII.js";
import {
  CancelledError,
  UserError
} from "./chunk-OMWTWNNE.js";

// actions/registry/blobs.ts
var SMALL = 4 * 1024 * 1024;
async function headBlob(session, digest) {
  const call = { method: "HEAD", to: `blobs/${digest}`, expected: [200, 404] };
  const { response } = await session.call(call);
  return response.status === 404 ? void 0 : Number(response.headers["content-length"] ?? 0);
}
async function getBlob(session, digest, limit = SMALL) {
  const call = { method: "GET", to: `blobs/${digest}`, expected: [200, 404], limit };
  const { response, url } = await session.call(call);
  if (response.status === 404) return void 0;
  const fault = !response.complete ? `sent a blob above ${formatBytes(limit)}` : digestOf(response.body) !== digest && `sent a blob that is ${digestOf(response.body)}, not ${digest}`;
  if (fault) throw new RegistryError(`${fault}.`, { method: "GET", url, status: response.status });
  return response.body;
}

// actions/registry/challenge.ts
var PARAMETER = String.raw`([\w!#$%&'*+.^|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*))`;
var PART = new RegExp(String.raw`[\s,]*(?:${PARAMETER}|([A-Za-z][\w-]*))`, "y");
function parseChallenges(header) {
  const challenges = [];
  const part = new RegExp(PART);
  for (let match = part.exec(header); match; match = part.exec(header)) {
    const [, name, quoted, bare, scheme] = match;
    if (scheme !== void 0) challenges.push({ scheme: scheme.toLowerCase(), parameters: {} });
    const current = challenges.at(-1);
    if (name === void 0 || !current) continue;
    current.parameters[name.toLowerCase()] = quoted?.replace(/\\(.)/g, "$1") ?? bare ?? "";
  }
  return challenges;
}

// actions/registry/refused-logins.ts
var RefusedLogins = class {
  /** By login: rejected once it was refused. */
  #accepted = /* @__PURE__ */ new Map();
  async guard(login, ask) {
    const key = JSON.stringify(login);
    const first = this.#accepted.get(key);
    await first;
    const asking = ask();
    const judged = asking.catch((error) => {
      if (error instanceof RegistryError && error.status === 401) this.#accepted.set(key, judged);
      else if (this.#accepted.get(key) === judged) this.#accepted.delete(key);
      throw error;
    });
    judged.catch(() => {
    });
    if (!first) this.#accepted.set(key, judged);
    return asking;
  }
};

// actions/registry/scopes.ts
var ACTIONS = ["pull", "push", "delete"];
function formatScopes(scopes, loggedIn) {
  const level = Math.max(ACTIONS.indexOf(scopes.needs), loggedIn ? ACTIONS.indexOf(scopes.rights) : 0);
  const own = `repository:${scopes.path}:${ACTIONS.slice(0, level + 1).join(",")}`;
  return [own, ...scopes.mounts.map((path) => `repository:${path}:pull`).sort()];
}

// actions/registry/tokens.ts
var Tokens = class {
  #clock;
  #kept = /* @__PURE__ */ new Map();
  constructor(clock) {
    this.#clock = clock;
  }
  get(key, fetch) {
    const kept = this.#kept.get(key);
    if (kept && !this.#hasEnded(kept)) return kept.value;
    const value = fetch().then((fetched) => {
      token.fetched = fetched;
      return fetched.text;
    });
    const token = { value };
    value.catch(() => {
      if (this.#kept.get(key) === token) this.#kept.delete(key);
    });
    this.#kept.set(key, token);
    return value;
  }
  /** Whatever its lifetime, the registry does not take it any more. */
  forget(text) {
    for (const [key, { fetched }] of this.#kept) if (fetched?.text === text) this.#kept.delete(key);
  }
  #hasEnded({ fetched }) {
    return fetched !== void 0 && fetched.expires <= this.#clock.now();
  }
};

// actions/registry/auth.ts
var USUAL_LIFETIME = 60;
var SAFE_SHARE = 0.9;
var Auth = class {
  options;
  tokens;
  refused = new RefusedLogins();
  challenge;
  constructor(options) {
    this.options = options;
    this.tokens = new Tokens(options.clock);
  }
  /** The header to send; nothing while the registry has not asked for one. */
  async header(scopes) {
    if (!this.challenge) return void 0;
    const login = await this.options.login(scopes.path);
    const challenge = this.challenge;
    if (challenge.scheme === "bearer") {
      const allowed = formatScopes(scopes, login !== void 0);
      const token = await this.tokens.get(allowed.join(" "), () => this.fetch(challenge, allowed, login));
      return `Bearer ${token}`;
    }
    return login && "password" in login ? `Basic ${basicOf(login)}` : void 0;
  }
  async hasLogin(scopes) {
    return await this.options.login(scopes.path) !== void 0;
  }
  /** Takes note of how the registry wants to be asked; false: it doesn't say. */
  learn(response) {
    const challenges = parseChallenges(response.headers["www-authenticate"] ?? "");
    const asked = challenges.find(({ scheme, parameters }) => scheme === "bearer" && parameters.realm) ?? challenges.find(({ scheme }) => scheme === "basic");
    if (asked) this.challenge = asked;
    return asked !== void 0;
  }
  /** After a 401: a header other than the one refused, if there is any to be had. */
  async renewed(response, scopes, refused) {
    if (!this.learn(response)) return void 0;
    this.tokens.forget(refused?.replace(/^Bearer /, "") ?? "");
    const header = await this.header(scopes);
    return header === refused ? void 0 : header;
  }
  async fetch(challenge, scopes, login) {
    const asked = this.options.clock.now();
    const realm = this.realmOf(challenge);
    const request = tokenRequest(realm, challenge.parameters.service, scopes, login);
    const { text, seconds } = readToken(await this.ask(request, login), request);
    return { text, expires: asked + seconds * 1e3 * SAFE_SHARE };
  }
  ask(request, login) {
    const ask = () => this.options.ask(request);
    return this.options.locks && login ? this.refused.guard(login, ask) : ask();
  }
  realmOf(challenge) {
    const realm = URL.parse(challenge.parameters.realm ?? "");
    if (realm?.protocol === "https:") return realm;
    if (realm?.protocol === "http:" && this.options.mayBePlain(realm.host)) return realm;
    throw new UserError(
      `${this.options.host} wants credentials sent to ${realm ? redact(realm) : "an address that is none"}.`,
      { hint: "They go over https only; list hosts that can do without in insecure-registries." }
    );
  }
};
function tokenRequest(realm, service, scopes, login) {
  const fields = new URLSearchParams(service === void 0 ? {} : { service });
  if (login && "identityToken" in login) {
    fields.set("scope", scopes.join(" "));
    fields.set("client_id", "image-actions");
    fields.set("grant_type", "refresh_token");
    fields.set("refresh_token", login.identityToken);
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    return { method: "POST", url: realm, headers, body: Buffer.from(String(fields)) };
  }
  const url = new URL(realm);
  for (const [name, value] of fields) url.searchParams.append(name, value);
  for (const scope of scopes) url.searchParams.append("scope", scope);
  return { method: "GET", url, headers: login ? { Authorization: `Basic ${basicOf(login)}` } : {} };
}
function readToken(response, request) {
  const answer = parseObject(response.body);
  const text = answer.token || answer.access_token;
  if (typeof text !== "string" || !/^[\x21-\x7e]+$/.test(text)) {
    throw new RegistryError("answered without a token.", request);
  }
  const seconds = Number(answer.expires_in);
  return { text, seconds: seconds > 0 ? seconds : USUAL_LIFETIME };
}
function parseObject(body) {
  try {
    const value = JSON.parse(body.toString("utf8"));
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

// actions/registry/connection.ts
var REDIRECTS = /* @__PURE__ */ new Set([301, 302, 303, 307, 308]);
var MOST_REDIRECTS = 5;
var Connection = class {
  kind;
  base;
  options;
  auth;
  learnt = false;
  learning;
  constructor(options) {
    const { host, access, login, clock } = options;
    this.options = options;
    this.kind = kindOf(access, host);
    this.base = new URL(`${speaksHttp(access, host) ? "http" : "https"}://${apiHost(host)}/`);
    this.auth = new Auth({
      host,
      clock,
      login: (path) => login({ host, path }),
      mayBePlain: (realm) => speaksHttp(access, realm),
      ask: (request) => this.askForToken(request),
      locks: this.kind === "dockerhub"
    });
  }
  /** Resolves with a status of `expected`; anything else throws. */
  async send(request, scopes, expected) {
    let answer = await this.firstAnswer(request, scopes);
    if (answer.response.status === 401 && this.isOwn(answer.url)) {
      const renewed = await this.auth.renewed(answer.response, scopes, answer.authorization);
      if (renewed !== void 0) answer = await this.follow(request, renewed);
    }
    if (expected.includes(answer.response.status)) return answer;
    const loggedIn = answer.authorization !== void 0 && await this.auth.hasLogin(scopes);
    const asked = { method: request.method, url: answer.url, kind: this.kind, loggedIn };
    throw refusalOf(asked, answer.response, this.options.clock.now());
  }
  /** An address that the registry gave. Behind a proxy that ends TLS, some give their own with http. */
  resolve(location, from) {
    const url = URL.parse(location, from.href);
    if (!url)
      throw new RegistryError("answered with a Location that is no address.", { method: "GET", url: from });
    if (url.host === this.base.host) url.protocol = this.base.protocol;
    if (url.protocol === "https:") return url;
    if (url.protocol === "http:" && speaksHttp(this.options.access, url.host)) return url;
    throw new RegistryError(`points to ${redact(url)}, which is not https.`, { method: "GET", url: from });
  }
  /** The first request finds out whether credentials are asked for; all others wait for its answer. */
  async firstAnswer(request, scopes) {
    while (this.learning) await this.learning;
    if (this.learnt) return this.follow(request, await this.auth.header(scopes));
    const first = this.follow(request, void 0);
    this.learning = first.then(({ response, url }) => {
      this.learnt = response.status < 500 && response.status !== 429;
      if (response.status === 401 && this.isOwn(url)) this.auth.learn(response);
    }).catch(() => {
    }).then(() => {
      this.learning = void 0;
    });
    return first;
  }
  async follow(request, authorization) {
    let url = request.url;
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
      const admission = authorization && this.isOwn(url) ? { Authorization: authorization } : {};
      const response = await exchange(
        { ...request, url, headers: { ...request.headers, ...admission } },
        this.options
      );
      const { location } = response.headers;
      const followed = /^(GET|HEAD)$/.test(request.method) && REDIRECTS.has(response.status);
      if (!followed || location === void 0) return { response, url, authorization };
      url = this.resolve(location, url);
    }
    throw new RegistryError(`redirects more than ${MOST_REDIRECTS} times.`, request);
  }
  askForToken(request) {
    const loggedIn = request.method === "POST" || "Authorization" in request.headers;
    return askOnce({ ...request, kind: this.kind, loggedIn, expected: [200] }, this.options);
  }
  isOwn(url) {
    return url.origin === this.base.origin;
  }
};

// actions/registry/mediatypes.ts
var OCI_INDEX = "application/vnd.oci.image.index.v1+json";
var OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
var DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
var DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
var MANIFESTS = [OCI_INDEX, OCI_MANIFEST, DOCKER_LIST, DOCKER_MANIFEST];
var ACCEPT = { Accept: MANIFESTS.join(", ") };
function isManifestType(mediaType) {
  return MANIFESTS.includes(mediaType);
}

// actions/registry/manifests.ts
var MANIFEST_LIMIT = 4 * 1024 * 1024;
async function headManifest(session, reference) {
  const answer = await session.call({
    method: "HEAD",
    to: `manifests/${reference}`,
    headers: ACCEPT,
    expected: [200, 404]
  });
  if (answer.response.status === 404) return void 0;
  const digest = digestSent(answer) ?? (isDigest(reference) ? reference : void 0);
  const size = Number(answer.response.headers["content-length"]);
  const mediaType = contentType(answer);
  if (digest === void 0 || !(size > 0) || !isManifestType(mediaType)) {
    return describe(await getManifest(session, reference));
  }
  return { mediaType, digest: sameDigest(answer, "HEAD", reference, digest), size };
}
async function getManifest(session, reference) {
  const answer = await session.call({
    method: "GET",
    to: `manifests/${reference}`,
    headers: ACCEPT,
    expected: [200, 404],
    limit: MANIFEST_LIMIT
  });
  if (answer.response.status === 404) return void 0;
  const { body, complete } = answer.response;
  if (!complete) throw contradiction(answer, "GET", `sent a manifest above ${formatBytes(MANIFEST_LIMIT)}`);
  const digest = sameDigest(answer, "GET", reference, digestOf(body));
  const sent = contentType(answer);
  return { mediaType: isManifestType(sent) ? sent : ownMediaType(body) ?? sent, digest, bytes: body };
}
async function putManifest(session, reference, manifest) {
  const { digest, bytes } = manifest;
  if (digestOf(bytes) !== digest || isDigest(reference) && reference !== digest) {
    throw new Error(`The manifest to put at ${reference} is not ${digest}.`);
  }
  if (bytes.byteLength > MANIFEST_LIMIT)
    throw new Error(`The manifest to put is above ${formatBytes(MANIFEST_LIMIT)}.`);
  const answer = await session.call({
    method: "PUT",
    to: `manifests/${reference}`,
    headers: { "Content-Type": manifest.mediaType },
    body: bytes,
    expected: [200, 201, 202]
  });
  sameDigest(answer, "PUT", reference, digest);
  return answer.response.headers["oci-subject"] !== void 0;
}
function deleteManifest(session, digest, again) {
  return deleteReference(session, digest, again);
}
async function deleteTag(session, tag, again) {
  try {
    return await deleteReference(session, tag, again);
  } catch (error) {
    if (error instanceof RegistryError && error.status === 400) return "unsupported";
    throw error;
  }
}
async function deleteReference(session, reference, again) {
  const expected = [200, 202, 204, 404, 405, 409];
  try {
    const { response } = await session.call(
      { method: "DELETE", to: `manifests/${reference}`, expected },
      again
    );
    if (response.status === 404) return "absent";
    if (response.status === 405) return "unsupported";
    return response.status === 409 ? "referenced" : "deleted";
  } catch (error) {
    const outcome = error instanceof RegistryError ? refusedDeletion(session, error) : void 0;
    if (outcome === void 0) throw error;
    return outcome;
  }
}
function refusedDeletion(session, error) {
  if (error.status !== 400 && error.status !== 403) return void 0;
  if (error.code === "UNSUPPORTED" || /unsupported|not supported|delet\w* (is |are )?(disabled|not allowed)/i.test(error.message))
    return "unsupported";
  const referenced = session.connection.kind === "dockerhub" && error.status === 403;
  return referenced && !/insufficient|access (to the resource is )?denied/i.test(error.message) ? "referenced" : void 0;
}
function sameDigest(answer, method, reference, digest) {
  const told = digestSent(answer);
  if (isDigest(reference) && reference !== digest)
    throw contradiction(answer, method, `gave ${digest} where ${reference} was asked for`);
  if (told !== void 0 && told !== digest)
    throw contradiction(answer, method, `says that the manifest is ${told}, but it is ${digest}`);
  return digest;
}
function contradiction(answer, method, what) {
  return new RegistryError(`${what}.`, {
    method,
    url: answer.url,
    status: answer.response.status,
    hint: "Nothing that this registry holds can be trusted until that is explained."
  });
}
function digestSent(answer) {
  const sent = answer.response.headers["docker-content-digest"];
  return typeof sent === "string" && isDigest(sent) ? sent : void 0;
}
function contentType(answer) {
  return (answer.response.headers["content-type"] ?? "").split(";")[0]?.trim() ?? "";
}
function ownMediaType(bytes) {
  try {
    const { mediaType } = JSON.parse(Buffer.from(bytes).toString("utf8"));
    return typeof mediaType === "string" ? mediaType : void 0;
  } catch {
    return void 0;
  }
}
function describe(manifest) {
  if (!manifest) return void 0;
  return { mediaType: manifest.mediaType, digest: manifest.digest, size: manifest.bytes.byteLength };
}

// actions/registry/pages.ts
var MOST_PAGES = 1e4;
async function readPages(session, first, options) {
  const pages = [];
  const headers = options.accept === void 0 ? {} : { Accept: options.accept };
  for (let to = first; to !== void 0; ) {
    const expected = pages.length === 0 ? [200, 404] : [200];
    const page = await session.call({ method: "GET", to, headers, expected, limit: options.limit });
    if (page.response.status === 404) return void 0;
    pages.push(page);
    to = nextPage(session, page);
    if (!page.response.complete || pages.length > MOST_PAGES || String(to) === String(page.url)) {
      throw new RegistryError("sends a list without end.", { method: "GET", url: page.url });
    }
  }
  return pages;
}
function readJson(page) {
  try {
    const value = JSON.parse(page.response.body.toString("utf8"));
    if (typeof value === "object" && value !== null) return value;
  } catch {
  }
  throw new RegistryError("answered with something that is not JSON.", {
    method: "GET",
    url: page.url,
    status: 200
  });
}
function nextPage(session, { response, url }) {
  const link = /<([^>]*)>\s*;[^,]*\brel="?next"?/i.exec(String(response.headers.link ?? ""));
  return link?.[1] === void 0 ? void 0 : session.connection.resolve(link[1], url);
}

// actions/registry/referrers.ts
function fallbackTag(subject) {
  return `sha256-${hexOf(subject)}`;
}
async function referrers(session, subject) {
  if (session.lacksReferrers) return listed(session, subject);
  const options = { accept: OCI_INDEX, limit: MANIFEST_LIMIT };
  const pages = await readPages(session, `referrers/${subject}`, options);
  if (pages?.every(isIndexPage)) return pages.flatMap((page) => descriptorsOf(readJson(page)));
  session.lacksReferrers = true;
  return listed(session, subject);
}
async function addReferrer(session, subject, manifest) {
  const known = await listed(session, subject);
  if (known.some(({ digest }) => digest === manifest.digest)) return;
  const manifests = [...known, describeReferrer(manifest)];
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests }));
  await putManifest(session, fallbackTag(subject), { mediaType: OCI_INDEX, digest: digestOf(bytes), bytes });
}
function subjectOf(manifest) {
  const { subject } = parse(manifest);
  const digest = typeof subject === "object" && subject !== null && "digest" in subject && subject.digest;
  return typeof digest === "string" && isDigest(digest) ? digest : void 0;
}
async function listed(session, subject) {
  const index = await getManifest(session, fallbackTag(subject));
  return index ? descriptorsOf(parse(index)) : [];
}
function describeReferrer(manifest) {
  const { artifactType, config, annotations } = parse(manifest);
  const type = artifactType || config?.mediaType;
  return {
    mediaType: manifest.mediaType,
    digest: manifest.digest,
    size: manifest.bytes.byteLength,
    ...typeof type === "string" ? { artifactType: type } : {},
    ...annotations ? { annotations } : {}
  };
}
function isIndexPage({ response }) {
  return (response.headers["content-type"] ?? "").startsWith(OCI_INDEX);
}
function descriptorsOf(index) {
  const list = Array.isArray(index.manifests) ? index.manifests : [];
  return list.filter((entry) => {
    const digest = typeof entry === "object" && entry !== null && "digest" in entry && entry.digest;
    return typeof digest === "string" && isDigest(digest);
  });
}
function parse(manifest) {
  const value = JSON.parse(Buffer.from(manifest.bytes).toString("utf8"));
  return typeof value === "object" && value !== null ? value : {};
}

// actions/registry/session.ts
var Session = class {
  repository;
  connection;
  /** The registry has said that it has no API for them. */
  lacksReferrers = false;
  rights;
  retries;
  mounts = /* @__PURE__ */ new Set();
  unreadable = /* @__PURE__ */ new Set();
  constructor(repository, rights, connection, retries) {
    this.repository = repository;
    this.rights = rights;
    this.connection = connection;
    this.retries = retries;
  }
  /** With retries; `again` comes before each but the first attempt, and what it throws ends them. */
  call(call, again) {
    return this.retrying(async (attempt) => {
      if (attempt > 1) await again?.();
      return this.once(call);
    });
  }
  retrying(operation, also) {
    return retrying(operation, this.retries, also);
  }
  async once(call) {
    try {
      return await this.attempt(call);
    } catch (error) {
      if (this.mounts.size === 0 || !isRefusal(error)) throw error;
      for (const path of this.mounts) this.refuseMount(path);
      return await this.attempt(call);
    }
  }
  /** From now on, tokens are for reading these repositories, too. */
  allowMounts(paths) {
    for (const path of paths) if (this.mayMount(path)) this.mounts.add(path);
  }
  mayMount(path) {
    return path !== this.repository.path && !this.unreadable.has(path);
  }
  refuseMount(path) {
    this.unreadable.add(path);
    this.mounts.delete(path);
  }
  attempt({ to, headers = {}, expected, ...call }) {
    const { path } = this.repository;
    const url = typeof to === "string" ? new URL(`/v2/${path}/${to}`, this.connection.base) : to;
    const needs = needsOf(call.method);
    const scopes = { path, needs, rights: this.rights, mounts: [...this.mounts] };
    return this.connection.send({ ...call, url, headers }, scopes, expected);
  }
};
function isRefusal(error) {
  return error instanceof RegistryError && (error.status === 401 || error.status === 403) && !error.retryable;
}
function needsOf(method) {
  if (method === "DELETE") return "delete";
  return method === "GET" || method === "HEAD" ? "pull" : "push";
}

// actions/registry/tags.ts
var PAGE = 1e3;
var LIMIT = 4 * 1024 * 1024;
async function listTags(session) {
  const pages = await readPages(session, `tags/list?n=${PAGE}`, { limit: LIMIT }) ?? [];
  const names = pages.flatMap((page) => {
    const { tags } = readJson(page);
    return Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string") : [];
  });
  return [...new Set(names)];
}

// actions/registry/turns.ts
var Turns = class {
  last = /* @__PURE__ */ new Map();
  take(thing, operation) {
    const before = this.last.get(thing) ?? Promise.resolve();
    const turn = before.then(operation, operation);
    this.last.set(thing, turn);
    return turn;
  }
};

// actions/registry/uploads.ts
async function uploadBlob(session, blob, { mountFrom = [], onSent }) {
  session.allowMounts(mountFrom);
  if (await headBlob(session, blob.digest) !== void 0) return "present";
  let opened;
  for (const from of mountFrom) {
    opened = await openByMount(session, blob.digest, from) ?? opened;
    if (opened === "mounted") return "mounted";
  }
  await session.retrying(async (attempt) => {
    if (attempt > 1 && await headBlob(session, blob.digest) !== void 0) return;
    const to = opened ?? await open(session);
    opened = void 0;
    await finish(session, to, blob, onSent);
  }, isLostUpload);
  return "pushed";
}
async function mountBlob(session, digest, from) {
  session.allowMounts([from]);
  return await openByMount(session, digest, from) === "mounted";
}
async function openByMount(session, digest, from) {
  if (!session.mayMount(from)) return void 0;
  const query = new URLSearchParams({ mount: digest, from });
  try {
    const answer = await session.call({ method: "POST", to: `blobs/uploads/?${query}`, expected: [201, 202] });
    return answer.response.status === 201 ? "mounted" : locationOf(session, answer);
  } catch (error) {
    if (!(error instanceof RegistryError) || error.retryable || error.status === void 0) throw error;
    session.refuseMount(from);
    return void 0;
  }
}
async function open(session) {
  return locationOf(session, await session.once({ method: "POST", to: "blobs/uploads/", expected: [202] }));
}
async function finish(session, upload, blob, onSent) {
  const to = new URL(
    `${upload.href}${upload.search === "" ? "?" : "&"}digest=${encodeURIComponent(blob.digest)}`
  );
  const { response } = await session.once({
    method: "PUT",
    to,
    headers: { "Content-Type": "application/octet-stream" },
    body: { size: blob.size, open: () => blob.open(), onSent },
    expected: [201]
  });
  const told = response.headers["docker-content-digest"];
  if (told === void 0 || told === blob.digest) return;
  throw new RegistryError(`stored ${told} where ${blob.digest} was sent.`, {
    method: "PUT",
    url: to,
    status: 201
  });
}
function isLostUpload(error) {
  return error.method === "PUT" && (error.status === 404 || error.status === 416);
}
function locationOf(session, { response, url }) {
  const { location } = response.headers;
  if (location === void 0)
    throw new RegistryError("opened an upload without a Location.", { method: "POST", url });
  return session.connection.resolve(location, url);
}

// actions/registry/client.ts
function openRegistries(access, options) {
  const { log, trace, environment } = options;
  const { clock = systemClock } = options;
  const policy = options.retry ?? {
    ...defaultRetry,
    attempts: access.retries,
    deadline: access.timeout,
    clock
  };
  const closing = new AbortController();
  const signal = AbortSignal.any([closing.signal, ...options.signal ? [options.signal] : []]);
  const transport = new Transport({ environment, signal });
  const logins = new Logins(access, options);
  const connections = /* @__PURE__ */ new Map();
  const turns = new Turns();
  const login = (repository) => logins.find(repository);
  const connect = (host) => {
    const known = connections.get(host) ?? new Connection({ host, access, transport, clock: policy.clock, login, trace });
    connections.set(host, known);
    return known;
  };
  return {
    open: (repository, rights = "push") => clientOf(new Session(repository, rights, connect(repository.host), { policy, log, signal }), turns),
    close: () => {
      closing.abort(new CancelledError());
      transport.close();
    }
  };
}
function clientOf(session, turns) {
  return {
    repository: session.repository,
    headManifest: (reference) => headManifest(session, reference),
    getManifest: (reference) => getManifest(session, reference),
    putManifest: (reference, manifest) => put(session, turns, reference, manifest),
    deleteManifest: (digest, again) => deleteManifest(session, digest, again),
    deleteTag: (tag, again) => deleteTag(session, tag, again),
    headBlob: (digest) => headBlob(session, digest),
    uploadBlob: (blob, upload = {}) => uploadBlob(session, blob, upload),
    mountBlob: (digest, from) => mountBlob(session, digest, from),
    getBlob: (digest, limit) => getBlob(session, digest, limit),
    listTags: () => listTags(session),
    referrers: (digest) => referrers(session, digest)
  };
}
async function put(session, turns, reference, manifest) {
  const handled = await putManifest(session, reference, manifest);
  const subject = handled ? void 0 : subjectOf(manifest);
  if (subject === void 0) return;
  const list = formatReference({ ...session.repository, digest: subject });
  await turns.take(list, () => addReferrer(session, subject, manifest));
}

export {
  OCI_INDEX,
  OCI_MANIFEST,
  DOCKER_LIST,
  DOCKER_MANIFEST,
  isManifestType,
  openRegistries
};
