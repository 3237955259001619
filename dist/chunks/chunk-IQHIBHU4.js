import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  Connection
} from "./chunk-MWYW6ZGL.js";
import {
  Logins
} from "./chunk-GXHYLKW3.js";
import {
  Transport
} from "./chunk-QQAGYR2F.js";
import {
  CONTRADICTED,
  ENDLESS,
  MALFORMED,
  RegistryError,
  retrying
} from "./chunk-2KWCTZZ6.js";
import {
  defaultRetry
} from "./chunk-RZBAGCDT.js";
import {
  formatReference
} from "./chunk-ZNDI3WQU.js";
import {
  formatBytes
} from "./chunk-5XXXVB74.js";
import {
  digestOf,
  hexOf,
  isDigest
} from "./chunk-EZQO47NV.js";
import {
  systemClock
} from "./chunk-Z26LTSII.js";
import {
  CancelledError
} from "./chunk-GTGSVCFP.js";

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
  const asked = { method: "GET", url, status: response.status };
  if (!response.complete)
    throw new RegistryError(`sent a blob above ${formatBytes(limit)}.`, { ...asked, advice: ENDLESS });
  const sent = digestOf(response.body);
  if (sent !== digest)
    throw new RegistryError(`sent a blob that is ${sent}, not ${digest}.`, { ...asked, advice: CONTRADICTED });
  return response.body;
}

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
  if (!complete) throw faulty(answer, "GET", `sent a manifest above ${formatBytes(MANIFEST_LIMIT)}`, ENDLESS);
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
  if (error.reason === "UNSUPPORTED" || /unsupported|not supported|delet\w* (is |are )?(disabled|not allowed)/i.test(error.message))
    return "unsupported";
  const referenced = session.connection.kind === "dockerhub" && error.status === 403;
  return referenced && !/insufficient|access (to the resource is )?denied/i.test(error.message) ? "referenced" : void 0;
}
function sameDigest(answer, method, reference, digest) {
  const told = digestSent(answer);
  if (isDigest(reference) && reference !== digest)
    throw faulty(answer, method, `gave ${digest} where ${reference} was asked for`, CONTRADICTED);
  if (told !== void 0 && told !== digest)
    throw faulty(answer, method, `says that the manifest is ${told}, but it is ${digest}`, CONTRADICTED);
  return digest;
}
function faulty(answer, method, what, advice) {
  return new RegistryError(`${what}.`, {
    method,
    url: answer.url,
    status: answer.response.status,
    advice
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
      throw new RegistryError("sends a list without end.", { method: "GET", url: page.url, advice: ENDLESS });
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
    status: 200,
    advice: MALFORMED
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
  const subject = parse(manifest)?.subject;
  const digest = typeof subject === "object" && subject !== null && "digest" in subject && subject.digest;
  return typeof digest === "string" && isDigest(digest) ? digest : void 0;
}
async function listed(session, subject) {
  const index = await getManifest(session, fallbackTag(subject));
  if (!index) return [];
  const content = parse(index);
  if (!content) throw unreadable(session, subject);
  return descriptorsOf(content);
}
function describeReferrer(manifest) {
  const { artifactType, config, annotations } = parse(manifest) ?? {};
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
function unreadable({ repository, connection }, subject) {
  const url = new URL(`/v2/${repository.path}/manifests/${fallbackTag(subject)}`, connection.base);
  return new RegistryError("answered with something that is not JSON.", {
    ...{ method: "GET", url, status: 200, advice: MALFORMED }
  });
}
function parse(manifest) {
  try {
    const value = JSON.parse(Buffer.from(manifest.bytes).toString("utf8"));
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return void 0;
  }
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
    status: 201,
    advice: CONTRADICTED
  });
}
function isLostUpload(error) {
  return error.method === "PUT" && (error.status === 404 || error.status === 416);
}
function locationOf(session, { response, url }) {
  const { location } = response.headers;
  if (location === void 0)
    throw new RegistryError("opened an upload without a Location.", {
      method: "POST",
      url,
      advice: MALFORMED
    });
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
