import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  isFailure,
  isLimitUsedUp,
  isTooFast,
  wordsOf
} from "./chunk-IDGKUODQ.js";
import {
  BudgetSpent
} from "./chunk-XVK3NXXF.js";
import {
  noProgress
} from "./chunk-2VKUB6JG.js";
import {
  atOnce
} from "./chunk-EOUI6E6D.js";
import {
  Logins
} from "./chunk-GXHYLKW3.js";
import {
  apiOf,
  kindOf,
  speaksHttp
} from "./chunk-SEJ6WIJR.js";
import {
  Transport,
  askOnce
} from "./chunk-QQAGYR2F.js";
import {
  RegistryError,
  redact,
  retrying
} from "./chunk-2KWCTZZ6.js";
import {
  defaultRetry
} from "./chunk-RZBAGCDT.js";
import {
  formatRepository,
  isDockerHub,
  isLoopback
} from "./chunk-ZNDI3WQU.js";
import {
  readDocument
} from "./chunk-C5D3HR52.js";
import {
  array,
  int,
  number,
  object,
  string
} from "./chunk-J6MGYEM6.js";
import {
  isDigest
} from "./chunk-EZQO47NV.js";
import {
  CancelledError,
  UserError
} from "./chunk-GTGSVCFP.js";

// actions/packages/context.ts
function contextOf(access, options) {
  const { environment, clock, signal, trace } = options;
  const logins = new Logins(access, options);
  const usual = { ...defaultRetry, attempts: access.retries, deadline: access.timeout };
  return {
    ...options,
    access,
    signal,
    trace,
    transport: new Transport({ environment, signal }),
    login: (repository) => logins.find(repository),
    retry: { ...options.retry ?? usual, clock },
    progress: options.progress ?? noProgress
  };
}

// actions/packages/delete-unchanged.ts
var Settled = class extends Error {
  outcome;
  constructor(outcome) {
    super(outcome.outcome);
    this.name = "Settled";
    this.outcome = outcome;
  }
};
async function deleteUnchanged(look2, attempt) {
  const again = async () => {
    const found = await look2(true);
    if (found) throw new Settled(found.outcome === "absent" ? { outcome: "done" } : found);
  };
  try {
    return await look2(false) ?? await attempt(again);
  } catch (error) {
    if (error instanceof Settled) return error.outcome;
    throw error;
  }
}

// actions/packages/distribution/remove.ts
var OUTCOMES = {
  deleted: { outcome: "done" },
  absent: { outcome: "absent" },
  referenced: { outcome: "kept", reason: "the registry says that something refers to it" },
  unsupported: {
    outcome: "unsupported",
    reason: "deletion is switched off here; docker-registry needs REGISTRY_STORAGE_DELETE_ENABLED=true, elsewhere it is in the registry\u2019s settings"
  }
};
var NO_UNTAGGING = {
  outcome: "unsupported",
  reason: "this registry can\u2019t delete a tag alone, or has deletion switched off"
};
async function remove(version, client, tags) {
  const { digest } = version;
  return deleteUnchanged(
    async (isAgain) => {
      if (isAgain && !await client.headManifest(digest)) return { outcome: "absent" };
      return changeOf(version, await tags.lookAgain(version.tags));
    },
    (again) => refusable(async () => OUTCOMES[await client.deleteManifest(digest, again)])
  );
}
function changeOf({ digest, tags }, seen) {
  const lost = tags.find((tag) => seen.get(tag) !== digest);
  if (lost !== void 0) return { outcome: "changed", reason: `${lost} does not hold it any more` };
  const found = [...seen].find(([tag, held]) => held === digest && !tags.includes(tag));
  return found && { outcome: "changed", reason: `${found[0]} holds it now` };
}
async function untag(tag, expected, client, tags) {
  const look2 = async () => {
    const held = await client.headManifest(tag);
    if (held === void 0) return { outcome: "absent" };
    if (held.digest === expected) return void 0;
    return { outcome: "changed", reason: `${tag} holds another image now` };
  };
  return deleteUnchanged(look2, async (again) => {
    const manifest = await client.getManifest(expected);
    const outcome = await refusable(async () => {
      const answer = await client.deleteTag(tag, again);
      return answer === "unsupported" ? NO_UNTAGGING : OUTCOMES[answer];
    });
    const others = tags.holding(expected).filter((name) => name !== tag);
    if (outcome.outcome === "done" && manifest) await bringBack(manifest, others, client);
    return outcome;
  });
}
async function bringBack(manifest, tags, client) {
  if (await client.headManifest(manifest.digest)) return;
  for (const reference of [manifest.digest, ...tags]) await client.putManifest(reference, manifest);
}
async function refusable(deletion) {
  try {
    return await deletion();
  } catch (error) {
    const refused = error instanceof RegistryError && [403, 412].includes(error.status ?? 0);
    if (!refused || !/immutab|protect|retention|retain|refer|in use/i.test(error.said)) throw error;
    return { outcome: "kept", reason: error.said };
  }
}

// actions/packages/distribution/tags-seen.ts
var AT_ONCE = 8;
var TagsSeen = class {
  #client;
  #clock;
  #seen = /* @__PURE__ */ new Map();
  #validUntil = Number.NEGATIVE_INFINITY;
  constructor(client, clock) {
    this.#client = client;
    this.#clock = clock;
  }
  holding(digest) {
    return [...this.#seen].flatMap(([tag, held]) => held === digest ? [tag] : []);
  }
  async lookAtAll(progress = noProgress) {
    const began = this.#clock.now();
    this.#seen = await this.#look(/* @__PURE__ */ new Map(), progress);
    const ended = this.#clock.now();
    this.#validUntil = ended + (ended - began);
    return this.#seen;
  }
  /**
   * All tags once more, as a registry drops whatever holds the manifest that is deleted. What the first of many tags held
   * is as old as the look has taken anyway: for as long again only the list is read, and what is new in it or named.
   */
  async lookAgain(named) {
    if (this.#clock.now() >= this.#validUntil) return this.lookAtAll();
    const known = new Map([...this.#seen].filter(([tag]) => !named.includes(tag)));
    this.#seen = await this.#look(known, noProgress);
    return this.#seen;
  }
  /** A tag that goes meanwhile is no error. */
  async #look(known, progress) {
    const tags = await this.#client.listTags();
    const what = `Tags of ${formatRepository(this.#client.repository)}`;
    let done = 0;
    const held = await atOnce(AT_ONCE, tags, async (tag) => {
      const digest = known.get(tag) ?? (await this.#client.headManifest(tag))?.digest;
      progress(what, ++done, tags.length);
      return [tag, digest];
    });
    return new Map(held.flatMap(([tag, digest]) => digest === void 0 ? [] : [[tag, digest]]));
  }
};

// actions/packages/distribution/package.ts
var NO_RESTORING = {
  outcome: "unsupported",
  reason: "this registry keeps nothing that was deleted"
};
var distributionPackage = (context) => (repository) => {
  const client = context.registries.open(repository, "delete");
  const tags = new TagsSeen(client, context.clock);
  return {
    repository,
    kind: "oci",
    listsUntagged: false,
    versions: async () => versionsOf(await tags.lookAtAll(context.progress)),
    remove: (version) => remove(version, client, tags),
    untag: (tag, expected) => untag(tag, expected, client, tags),
    restore: async () => NO_RESTORING
  };
};
function versionsOf(tags) {
  const byDigest = Map.groupBy(tags, ([, digest]) => digest);
  return [...byDigest].map(([digest, held]) => ({ id: digest, digest, tags: held.map(([tag]) => tag) }));
}

// actions/packages/dockerhub/remove.ts
async function remove2({ digest, tags }, hub) {
  hub.reserve(2 * tags.length + 1);
  for (const tag of tags) {
    const changed = changeOf2(tag, digest, await holds(tag, hub));
    if (changed) return changed;
  }
  for (const [index, tag] of tags.entries()) {
    const outcome = await deleteTag(tag, digest, hub);
    if ("reason" in outcome) return withGone(outcome, tags.slice(0, index));
  }
  switch (await hub.deleteManifest(digest)) {
    case "deleted":
      return { outcome: "done" };
    case "absent":
      return { outcome: tags.length > 0 ? "done" : "absent" };
    case "referenced":
      return withGone({ outcome: "kept", reason: "a tag or an index still refers to it" }, tags);
    case "unsupported":
      return withGone({ outcome: "unsupported", reason: "the registry deletes no manifests" }, tags);
  }
}
async function untag2(tag, expected, hub) {
  hub.reserve(2);
  const held = await holds(tag, hub);
  if (held === void 0) return { outcome: "absent" };
  return changeOf2(tag, expected, held) ?? deleteTag(tag, expected, hub);
}
async function holds(tag, hub) {
  const found = await hub.find(tag);
  return found && (found.digest ?? hub.digestOf(tag));
}
function changeOf2(tag, expected, held) {
  if (held === expected) return void 0;
  const reason = held === void 0 ? `${tag} is not there any more` : `${tag} holds another image now`;
  return { outcome: "changed", reason };
}
function deleteTag(tag, expected, hub) {
  const look2 = async (isAgain) => {
    const held = isAgain ? await holds(tag, hub) : expected;
    return held === void 0 ? { outcome: "absent" } : changeOf2(tag, expected, held);
  };
  return deleteUnchanged(look2, (again) => unlessImmutable(() => hub.deleteTag(tag, again)));
}
async function unlessImmutable(deletion) {
  try {
    return { outcome: await deletion() ? "done" : "absent" };
  } catch (error) {
    if (!(error instanceof RegistryError) || !/immutable/i.test(error.said)) throw error;
    return { outcome: "kept", reason: error.said };
  }
}
function withGone(outcome, gone) {
  if (gone.length === 0) return outcome;
  const are = gone.length === 1 ? "the tag" : "the tags";
  return { ...outcome, reason: `${outcome.reason}; ${are} ${gone.join(", ")} went` };
}

// actions/packages/dockerhub/api.ts
var USUAL_BASE = "https://hub.docker.com";
var LIMIT = 16 * 1024 * 1024;
function baseOf(context, { host }) {
  const address = apiOf(context.access, host) ?? (isDockerHub(host) ? USUAL_BASE : void 0);
  if (address === void 0) {
    throw new UserError("IMG5101", `Nothing says where the API of ${host} is.`, {
      hint: `Give its address in "registry-kinds": ${host}=dockerhub https://hub.example.com.`
    });
  }
  const base = new URL(address);
  if (base.protocol === "https:" || speaksHttp(context.access, base.host)) return base;
  throw new UserError("IMG5102", `Credentials for ${host} would go to ${redact(base)}.`, {
    hint: "They go over https only; list hosts that can do without in insecure-registries."
  });
}
async function ask(context, question) {
  return limited(
    context,
    () => retrying(
      async (attempt) => {
        if (attempt > 1) await question.again?.();
        return limited(context, () => attemptAt(context, question), context.retry.longest);
      },
      { ...context, policy: context.retry }
    )
  );
}
async function limited(context, operation, beyond = -1) {
  try {
    return await operation();
  } catch (error) {
    const isLimit = error instanceof RegistryError && error.status === 429;
    throw isLimit && (error.retryAfter ?? 0) > beyond ? limitReached(context, error) : error;
  }
}
async function attemptAt(context, question) {
  const { method, token, json } = question;
  context.budget.spend();
  const headers = {
    Accept: "application/json",
    ...json === void 0 ? {} : { "Content-Type": "application/json" },
    ...token === void 0 ? {} : { Authorization: `Bearer ${token}` }
  };
  const body = json === void 0 ? {} : { body: Buffer.from(JSON.stringify(json)) };
  const loggedIn = token !== void 0 || method === "POST";
  const request = {
    ...question,
    headers,
    ...body,
    limit: LIMIT,
    kind: "dockerhub",
    loggedIn,
    advise
  };
  return askOnce(request, { ...context, peer: "Docker Hub\u2019s API" });
}
function advise(status, said) {
  if (status === 401) {
    return {
      code: "IMG5107",
      hint: "Check the user, and that the token has not expired; it is not tried again, as Docker Hub locks accounts after repeated failures."
    };
  }
  if (status !== 403) return void 0;
  return /organi[sz]ation access token/i.test(said) ? {
    code: "IMG5106",
    hint: "Use a personal access token with the rights Read, Write, Delete: Docker Hub refuses this to tokens of an organisation."
  } : {
    code: "IMG5108",
    hint: "Use an access token with the rights Read, Write, Delete, of a user who may push to this repository."
  };
}
function limitReached(context, { retryAfter }) {
  const until = retryAfter === void 0 ? void 0 : new Date(context.clock.now() + retryAfter);
  return new BudgetSpent(
    "IMG5402",
    `Docker Hub allows no more requests ${until ? `before ${until.toISOString()}` : "for now"}.`,
    { hint: "A later run goes on from here." }
  );
}
function tagUrl(base, repository, tag) {
  const [namespace, name, ...more] = repository.path.split("/");
  if (namespace === void 0 || name === void 0 || more.length > 0) {
    throw new UserError("IMG5105", `${formatRepository(repository)} is no repository of Docker Hub.`, {
      hint: "They are called docker.io/namespace/name."
    });
  }
  const path = `/v2/namespaces/${namespace}/repositories/${name}/tags`;
  return new URL(
    base.href.replace(/\/+$/, "") + path + (tag === void 0 ? "" : `/${encodeURIComponent(tag)}`)
  );
}

// actions/packages/dockerhub/session.ts
var NOT_THERE = [404, 405, 410];
var newToken = object({ access_token: string().min(1) });
var oldToken = object({ token: string().min(1) });
var Session = class {
  #context;
  #base;
  #user;
  #token;
  /** Has let a request pass. */
  #proven;
  constructor(context, base, user) {
    this.#context = context;
    this.#base = base;
    this.#user = user;
  }
  async ask(question) {
    const token = await this.#current();
    try {
      return await this.#askWith(token, question);
    } catch (error) {
      const ended = error instanceof RegistryError && error.status === 401 && this.#proven === token;
      if (!ended) throw error;
      return this.#askWith(await this.#renewed(token), question);
    }
  }
  async #askWith(token, question) {
    const response = await ask(this.#context, { ...question, token });
    this.#proven = token;
    return response;
  }
  #current() {
    this.#token ??= this.#logIn();
    return this.#token;
  }
  /** Of several requests that meet the token's end, one logs in. */
  async #renewed(ended) {
    if (await this.#token === ended) this.#token = void 0;
    return this.#current();
  }
  async #logIn() {
    try {
      return await logIn(this.#context, this.#base, this.#user);
    } catch (error) {
      const refused = error instanceof RegistryError && error.status === 401;
      if (!refused) this.#token = void 0;
      throw error;
    }
  }
};
async function logIn(context, base, { username, password }) {
  const post = (path, json, expected) => ask(context, { method: "POST", url: new URL(base.href.replace(/\/+$/, "") + path), json, expected });
  const answer = await post("/v2/auth/token", { identifier: username, secret: password }, [200, ...NOT_THERE]);
  if (answer.status === 200) return read(answer, newToken).access_token;
  if (password.startsWith("dckr_oat_")) {
    throw new UserError("IMG5106", `The API at ${base.host} takes no tokens of organisations.`, {
      hint: "Use a personal access token with the rights Read, Write, Delete."
    });
  }
  return read(await post("/v2/users/login", { username, password }, [200]), oldToken).token;
}
function read(answer, schema) {
  return readDocument(schema, answer.body.toString("utf8"), {
    what: "Docker Hub\u2019s answer to the login",
    code: "IMG5206",
    hint: "Run it again later; if it stays so, see whether a proxy answers in its place."
  });
}

// actions/packages/dockerhub/tags.ts
var PAGE = 100;
var ATTEMPTS = 2;
var tagSchema = object({
  name: string(),
  digest: string().nullish(),
  last_updated: string().nullish(),
  tag_last_pushed: string().nullish(),
  full_size: number().nullish()
});
var pageSchema = object({
  count: int().nonnegative(),
  next: string().nullish(),
  results: array(tagSchema)
});
async function listTags(api, progress) {
  const name = formatRepository(api.repository);
  let doubt;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const listing = await readList(api, (done, total) => progress(`Tags of ${name}`, done, total));
    if (listing.doubt === void 0) return listing.tags;
    doubt = listing.doubt;
  }
  throw new UserError("IMG5301", `Docker Hub\u2019s list of the tags of ${name} is not whole: ${doubt}.`, {
    hint: "Run this again when nobody pushes; from half a list nothing is ever deleted."
  });
}
async function findTag(api, tag) {
  const url = tagUrl(api.base, api.repository, tag);
  const answer = await api.session.ask({ method: "GET", url, expected: [200, 404] });
  return answer.status === 404 ? void 0 : tagOf(parse(answer, tagSchema, url));
}
async function deleteTag2(api, tag, again) {
  const url = tagUrl(api.base, api.repository, tag);
  const answer = await api.session.ask({ method: "DELETE", url, expected: [200, 202, 204, 404], again });
  return answer.status !== 404;
}
async function readList({ session, base, repository }, progress) {
  const tags = /* @__PURE__ */ new Map();
  const doubtful = (doubt) => ({ tags: [...tags.values()], doubt });
  let total;
  let url = tagUrl(base, repository);
  url.searchParams.set("page_size", String(PAGE));
  for (let number2 = 1; url !== void 0; number2++) {
    const expected = number2 === 1 ? [200] : [200, 404];
    const answer = await session.ask({ method: "GET", url, expected });
    if (answer.status === 404) return doubtful(`page ${number2} is not there`);
    const { count, next, results } = parse(answer, pageSchema, url);
    total ??= count;
    if (count !== total) return doubtful(`it had ${total} tags, then ${count}`);
    for (const result of results) tags.set(result.name, tagOf(result));
    progress(tags.size, total);
    if (next && results.length < PAGE) return doubtful(`page ${number2} has ${results.length} tags only`);
    if (next && number2 * PAGE >= total) return doubtful(`it goes on after ${total} tags`);
    url = next ? nextUrl(next, url) : void 0;
  }
  return doubtful(tags.size === total ? void 0 : `of ${total} tags it names ${tags.size}`);
}
function nextUrl(next, from) {
  const url = URL.parse(next, from.href);
  if (url?.origin === from.origin) return url;
  const to = url ? redact(url) : "an address that is none";
  throw new RegistryError(`has its next page at ${to}.`, {
    method: "GET",
    url: from,
    advice: {
      code: "IMG5206",
      hint: "The token stays here. Find out what answers in the place of Docker Hub\u2019s API."
    }
  });
}
function tagOf(found) {
  const { name, digest, full_size: size } = found;
  const updated = timeOf(found.last_updated);
  const pushed = timeOf(found.tag_last_pushed);
  return {
    name,
    ...digest && isDigest(digest) ? { digest } : {},
    ...updated === void 0 ? {} : { updated },
    ...pushed === void 0 ? {} : { pushed },
    ...size && Number.isSafeInteger(size) && size > 0 ? { bytes: size } : {}
  };
}
function timeOf(text) {
  const time = Date.parse(text ?? "");
  return time > 0 ? time : void 0;
}
function parse(answer, schema, url) {
  return readDocument(schema, answer.body.toString("utf8"), {
    what: `The answer of ${redact(url)}`,
    code: "IMG5206",
    hint: "Run it again later; if it stays so, see whether a proxy answers in its place."
  });
}

// actions/packages/dockerhub/repository.ts
var HubRepository = class {
  #repository;
  #context;
  #sessions;
  #client;
  constructor(repository, context, sessions) {
    this.#repository = repository;
    this.#context = context;
    this.#sessions = sessions;
    this.#client = context.registries.open(repository, "delete");
  }
  async list() {
    return listTags(await this.#api(), this.#context.progress);
  }
  /** Undefined: it is not there. */
  async find(tag) {
    return findTag(await this.#api(), tag);
  }
  /** False: it was not there any more. */
  async deleteTag(tag, again) {
    return deleteTag2(await this.#api(), tag, again);
  }
  /** As the registry knows it. */
  async digestOf(tag) {
    return (await this.#atRegistry(() => this.#client.headManifest(tag)))?.digest;
  }
  deleteManifest(digest) {
    return this.#atRegistry(() => this.#client.deleteManifest(digest));
  }
  /** See `Budget`. */
  reserve(requests) {
    this.#context.budget.reserve(requests);
  }
  #atRegistry(operation) {
    this.#context.budget.spend();
    return limited(this.#context, operation);
  }
  async #api() {
    const base = baseOf(this.#context, this.#repository);
    const login = await this.#context.login(this.#repository);
    if (login === void 0 || "identityToken" in login) {
      throw new UserError(
        "IMG5103",
        `Docker Hub\u2019s API needs a login for ${formatRepository(this.#repository)}.`,
        {
          hint: "Give dockerhub-username and dockerhub-token, an access token with the rights Read, Write, Delete."
        }
      );
    }
    const key = `${base.href} ${login.username}:${login.password}`;
    const session = this.#sessions.get(key) ?? new Session(this.#context, base, login);
    this.#sessions.set(key, session);
    return { session, base, repository: this.#repository };
  }
};

// actions/packages/dockerhub/versions.ts
var AT_ONCE2 = 8;
async function versionsOf2(tags, lookUp) {
  const held = await atOnce(AT_ONCE2, tags, async (tag) => {
    const digest = tag.digest ?? await lookUp(tag.name);
    return digest === void 0 ? [] : [{ ...tag, digest }];
  });
  const byDigest = Map.groupBy(held.flat(), ({ digest }) => digest);
  return [...byDigest.values()].flatMap(versionOf).sort((one, other) => timeOf2(other) - timeOf2(one));
}
function versionOf(tags) {
  const [first] = tags;
  if (!first) return [];
  const times = tags.flatMap(({ pushed, updated }) => [pushed, updated]).filter((time) => time !== void 0);
  const sizes = tags.flatMap(({ bytes }) => bytes ?? []);
  return [
    {
      id: first.digest,
      digest: first.digest,
      tags: tags.map(({ name }) => name),
      ...times.length > 0 ? { created: Math.min(...times), updated: Math.max(...times) } : {},
      ...sizes.length > 0 ? { bytes: Math.max(...sizes) } : {}
    }
  ];
}
function timeOf2({ updated = 0 }) {
  return updated;
}

// actions/packages/dockerhub/package.ts
var dockerHubPackage = (context) => {
  const sessions = /* @__PURE__ */ new Map();
  return (repository) => {
    const hub = new HubRepository(repository, context, sessions);
    return {
      repository,
      kind: "dockerhub",
      listsUntagged: false,
      versions: async () => versionsOf2(await hub.list(), (tag) => hub.digestOf(tag)),
      remove: (version) => remove2(version, hub),
      untag: (tag, expected) => untag2(tag, expected, hub),
      restore: async () => ({ outcome: "unsupported", reason: "Docker Hub keeps nothing that was deleted" })
    };
  };
};

// actions/packages/github/address.ts
var REGISTRY = "ghcr.io";
var API = "https://api.github.com";
function addressFor(host, access, apiUrl) {
  return checkApi(apiOf(access, host) ?? usualFor(host, apiUrl));
}
function usualFor(host, apiUrl) {
  if (host === REGISTRY) return API;
  if (new URL(API).host !== URL.parse(apiUrl)?.host) return apiUrl;
  throw new UserError("IMG5101", `Nothing says where GitHub's API for ${host} is.`, {
    hint: `Give its address in "registry-kinds": ${host}=ghcr https://example.com/api/v3.`
  });
}
function checkApi(address) {
  const url = URL.parse(address);
  if (url?.protocol === "https:" || url?.protocol === "http:" && isLoopback(url.host)) return address;
  throw new UserError("IMG5102", `GitHub's API at "${address}" is not https.`, {
    hint: 'Give its https address in "registry-kinds": host=ghcr https://example.com/api/v3.'
  });
}

// actions/packages/github/refusal.ts
var PERMISSION = 'Grant the job "permissions: packages: write", and give the repository the role Admin under "Manage Actions access" in the package\u2019s settings; a personal access token (classic) needs read:packages and delete:packages.';
var NOT_SEEN = `Check the owner and the name; what a token may not see looks absent. ${PERMISSION}`;
var GithubRefusal = class extends UserError {
  status;
  /** GitHub's own. */
  words;
  constructor(failure) {
    const words = wordsOf(failure);
    const { code, hint } = adviceOn(failure.status);
    super(code, `GitHub answered ${askedOf(failure)} with ${failure.status}${words && `: ${words}`}.`, {
      hint
    });
    this.name = "GithubRefusal";
    this.status = failure.status;
    this.words = words;
  }
  /** Says that a version is missing; where the package is said to be missing, it may be a right that is. */
  get isAboutVersion() {
    return this.status === 404 && !/package not found/i.test(this.words);
  }
};
function meaningOf(failure) {
  const { cause, response, status } = failure;
  if (isLimitUsedUp(failure) || isTooFast(failure)) {
    return new BudgetSpent(
      "IMG5402",
      `GitHub keeps answering ${askedOf(failure)} that this is too much: ${wordsOf(failure)}.`,
      {
        hint: "A later run goes on from here."
      }
    );
  }
  if (cause instanceof RegistryError) return cause;
  if (response && status < 500) return new GithubRefusal(failure);
  return new UserError(
    "IMG5204",
    `GitHub did not answer ${askedOf(failure)}: ${[status, wordsOf(failure)].filter(Boolean).join(" ")}.`,
    {
      hint: "Run this again when its outage is over.",
      cause: failure
    }
  );
}
function askedOf({ request }) {
  return `${request.method} ${new URL(request.url).pathname}`;
}
function adviceOn(status) {
  switch (status) {
    case 401:
      return {
        code: "IMG5201",
        hint: 'The token is wrong, or has expired: give another as "github-token", or log in anew.'
      };
    case 403:
      return { code: "IMG5202", hint: PERMISSION };
    case 404:
      return { code: "IMG5202", hint: NOT_SEEN };
    default:
      return {
        code: "IMG5203",
        hint: "Run this again later; if it stays, it is a bug in image-actions: please report it."
      };
  }
}

// actions/packages/github/api.ts
var GithubApi = class {
  isInstallation;
  #create;
  #signal;
  #octokit;
  constructor(baseUrl, token, context) {
    this.isInstallation = token.startsWith("ghs_");
    this.#signal = context.signal;
    this.#create = async () => (await import("./octokit-LK646WWP.js")).createOctokit(baseUrl, token, context);
  }
  /** The account of a login; without one, that of the token. */
  async account(login) {
    const { data } = await this.#call(
      ({ rest: { users } }) => login === void 0 ? users.getAuthenticated() : users.getByUsername({ username: login })
    );
    return data;
  }
  async ask(request, query = {}, hooks = {}) {
    return await this.#call((octokit) => octokit.request(request, { ...query, request: { ...hooks } }));
  }
  async #call(call) {
    this.#octokit ??= this.#create();
    try {
      return await call(await this.#octokit);
    } catch (error) {
      if (this.#signal?.aborted) throw new CancelledError();
      throw isFailure(error) ? meaningOf(error) : error;
    }
  }
};
async function unless(answer, expected) {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof GithubRefusal && expected(error)) return void 0;
    throw error;
  }
}

// actions/packages/github/pages.ts
var PAGE2 = 100;
async function readPage(api, home, number2) {
  const { listed, last } = await readListed(api, `${home}/versions`, number2);
  return { number: number2, last, versions: listed.map(versionOf2) };
}
async function readListed(api, path, number2, query = {}) {
  const answer = await api.ask(`GET ${path}`, { per_page: PAGE2, page: number2, ...query });
  const { data } = answer;
  if (!Array.isArray(data) || !data.every(isListed)) {
    throw new UserError(
      "IMG5206",
      `GitHub answered GET ${path} with something that is no list of versions.`,
      {
        hint: "Run this again; nothing is deleted on the strength of it."
      }
    );
  }
  return { listed: data, last: lastPage(answer, number2) };
}
function versionOf2(listed) {
  return {
    id: String(listed.id),
    digest: listed.name,
    tags: listed.metadata.container.tags,
    created: Date.parse(listed.created_at),
    updated: Date.parse(listed.updated_at)
  };
}
function isListed(value) {
  const { id, name, created_at, updated_at, metadata } = value ?? {};
  const tags = metadata?.container?.tags;
  return Number.isInteger(id) && isDigest(name ?? "") && [created_at, updated_at].every((time) => Number.isFinite(Date.parse(time ?? ""))) && Array.isArray(tags) && tags.every((tag) => typeof tag === "string");
}
function lastPage({ headers }, number2) {
  const pages = String(headers.link ?? "").split(",").flatMap((link) => {
    const [, query = "", rel = ""] = /<[^>]*\?([^>]*)>\s*;\s*rel="?(next|last)"?/.exec(link) ?? [];
    return rel === "" ? [] : [Number(new URLSearchParams(query).get("page"))];
  });
  return Math.max(number2, ...pages.filter(Number.isInteger));
}

// actions/packages/github/deleted.ts
var THIRTY_DAYS = 30 * 24 * 3600 * 1e3;
var Deleted = class {
  #api;
  #home;
  #clock;
  #ids = /* @__PURE__ */ new Map();
  #nextPage = 1;
  constructor(api, home, clock) {
    this.#api = api;
    this.#home = home;
    this.#clock = clock;
  }
  /** What we deleted ourselves needs no search. */
  add(digest, id) {
    this.#ids.set(digest, id);
  }
  async find(digest) {
    while (!this.#ids.has(digest) && this.#nextPage !== void 0) await this.#read(this.#nextPage);
    return this.#ids.get(digest);
  }
  async #read(number2) {
    const { listed, last } = await readListed(this.#api, `${this.#home}/versions`, number2, {
      state: "deleted"
    });
    for (const version of listed) this.#note(version);
    this.#nextPage = number2 < last ? number2 + 1 : void 0;
  }
  /** A manifest that was deleted more than once has several numbers: the newest one's is listed first. */
  #note({ id, name, deleted_at }) {
    const gone = deleted_at !== void 0 && this.#clock.now() - Date.parse(deleted_at) > THIRTY_DAYS;
    if (!gone && !this.#ids.has(name)) this.#ids.set(name, String(id));
  }
};

// actions/packages/github/home.ts
var Homes = class {
  #api;
  #owners = /* @__PURE__ */ new Map();
  constructor(api) {
    this.#api = api;
  }
  /** `/orgs/acme/packages/container/tools%2Fapp` */
  async of(repository) {
    const [owner = "", ...name] = repository.path.split("/");
    if (name.length === 0) {
      throw new UserError("IMG5105", `${formatRepository(repository)} names no package of an owner.`, {
        hint: "Images there look like ghcr.io/owner/app."
      });
    }
    return `${await this.#of(owner)}/packages/container/${encodeURIComponent(name.join("/"))}`;
  }
  /** Asked once, and again only where there was no answer. */
  #of(owner) {
    const asked = this.#owners.get(owner) ?? this.#ask(owner);
    this.#owners.set(owner, asked);
    asked.catch(() => this.#owners.delete(owner));
    return asked;
  }
  async #ask(owner) {
    const { login, type } = await this.#api.account(owner);
    if (type === "Organization") return `/orgs/${encodeURIComponent(login)}`;
    const asker = this.#api.isInstallation ? void 0 : await unless(this.#api.account(), ({ status }) => status === 403 || status === 404);
    return asker?.login.toLowerCase() === login.toLowerCase() ? "/user" : `/users/${encodeURIComponent(login)}`;
  }
};

// actions/packages/github/remove.ts
async function removeVersion(api, path, version) {
  return deleteUnchanged(
    async () => {
      const now = await look(api, path);
      return now === void 0 ? { outcome: "absent" } : changeOf3(version, now);
    },
    (again) => deleteAt(api, path, again)
  );
}
async function deleteAt(api, path, again) {
  try {
    await api.ask(`DELETE ${path}`, {}, { again });
    return { outcome: "done" };
  } catch (error) {
    if (!(error instanceof GithubRefusal)) throw error;
    if (error.status === 400) return { outcome: "kept", reason: reasonOf(error.words) };
    if (error.status !== 404 || await look(api, path) !== void 0) throw error;
    return { outcome: "absent" };
  }
}
async function look(api, path) {
  const answer = await unless(api.ask(`GET ${path}`), (refusal) => refusal.isAboutVersion);
  if (answer === void 0) return void 0;
  if (isListed(answer.data)) return versionOf2(answer.data);
  throw new UserError("IMG5206", `GitHub answered GET ${path} with something that is no version.`, {
    hint: "Nothing was deleted by that answer; run this again later."
  });
}
function changeOf3(listed, now) {
  const reason = differenceOf(listed, now);
  return reason === void 0 ? void 0 : { outcome: "changed", reason };
}
function differenceOf(listed, now) {
  if (now.digest !== listed.digest) return `it is another manifest now: ${now.digest}`;
  const [before, after] = [listed.tags, now.tags].map((tags) => [...new Set(tags)].sort().join(", "));
  if (before !== after) return `its tags changed after the list was read: ${after || "it has none now"}`;
  return now.updated === listed.updated ? void 0 : "it was updated after the list was read";
}
function reasonOf(words) {
  if (/last tagged version/i.test(words)) {
    return "it is the last version with a tag, which GitHub deletes only with the whole package";
  }
  if (/more than \d+ downloads/i.test(words)) {
    return "it was downloaded more than 5,000 times, and GitHub keeps such versions while they are public";
  }
  return `GitHub refused: ${words}`;
}

// actions/packages/github/restore.ts
var GONE = "GitHub has it no more: what was deleted is kept for 30 days";
async function restoreVersion(api, versions, id) {
  if (id === void 0) return { outcome: "kept", reason: GONE };
  try {
    await api.ask(`POST ${versions}/${id}/restore`);
    return { outcome: "done" };
  } catch (error) {
    if (!(error instanceof GithubRefusal) || error.status === 401) throw error;
    return {
      outcome: "kept",
      reason: error.isAboutVersion ? GONE : `GitHub refused: ${error.words}. ${error.hint ?? ""}`.trim()
    };
  }
}

// actions/packages/github/versions.ts
var AT_ONCE3 = 8;
async function listVersions(api, home, onPage) {
  let done = 0;
  const read2 = async (number2, expected) => {
    const page = await readPage(api, home, number2);
    if (page.versions.length < PAGE2 && number2 < Math.max(expected, page.last)) throw short(home, page);
    onPage(++done, Math.max(expected, page.last));
    return page;
  };
  const first = await read2(1, 1);
  const middle = Array.from({ length: first.last - 1 }, (_, index) => index + 2);
  const pages = [first, ...await atOnce(AT_ONCE3, middle, (number2) => read2(number2, first.last))];
  for (let end = pages.at(-1); end && end.last > end.number; end = pages.at(-1)) {
    pages.push(await read2(end.number + 1, end.last));
  }
  const unique = new Map(pages.flatMap(({ versions }) => versions).map((version) => [version.id, version]));
  return [...unique.values()].sort(byAge);
}
function byAge(a, b) {
  return (b.created ?? 0) - (a.created ?? 0) || Number(b.id) - Number(a.id);
}
function short(home, { number: number2, versions }) {
  return new UserError(
    "IMG5301",
    `GitHub lists only ${versions.length} versions on page ${number2} of ${home}, which is not the last.`,
    { hint: "Half a list is no ground to delete anything: run this again." }
  );
}

// actions/packages/github/package.ts
var githubPackage = (context) => {
  const accounts = /* @__PURE__ */ new Map();
  const accountOf = async (repository) => {
    const baseUrl = addressFor(repository.host, context.access, context.apiUrl);
    const token = await tokenOf(repository, context);
    const key = `${token} ${baseUrl}`;
    const known = accounts.get(key) ?? openAccount(new GithubApi(baseUrl, token, context));
    accounts.set(key, known);
    return known;
  };
  return (repository) => new GithubPackage(repository, context, () => accountOf(repository));
};
function openAccount(api) {
  return { api, homes: new Homes(api) };
}
async function tokenOf(repository, context) {
  const login = await context.login(repository);
  if (login && "password" in login) return login.password;
  throw new UserError("IMG5104", `There is no token for the packages of ${formatRepository(repository)}.`, {
    hint: 'Give "github-token", or log in before, for instance with podman login.'
  });
}
var GithubPackage = class {
  repository;
  kind = "ghcr";
  listsUntagged = true;
  #context;
  #account;
  #found;
  constructor(repository, context, account) {
    this.repository = repository;
    this.#context = context;
    this.#account = account;
  }
  async versions() {
    const { api, home } = await this.#find();
    const what = `Listing ${formatRepository(this.repository)}`;
    return await listVersions(api, home, (done, total) => this.#context.progress(what, done, total));
  }
  async remove(version) {
    const { api, home, deleted } = await this.#find();
    this.#context.budget.reserve(2);
    const outcome = await removeVersion(api, `${home}/versions/${version.id}`, version);
    if (outcome.outcome === "done") deleted.add(version.digest, version.id);
    return outcome;
  }
  async untag() {
    const reason = "GitHub can\u2019t take one tag away: a tag goes with its version, or moves to another";
    return { outcome: "unsupported", reason };
  }
  async restorable(digest) {
    const { deleted } = await this.#find();
    return await deleted.find(digest) !== void 0;
  }
  async restore(digest) {
    const { api, home, deleted } = await this.#find();
    return await restoreVersion(api, `${home}/versions`, await deleted.find(digest));
  }
  #find() {
    this.#found ??= this.#account().then(async ({ api, homes }) => {
      const home = await homes.of(this.repository);
      return { api, home, deleted: new Deleted(api, home, this.#context.clock) };
    });
    this.#found.catch(() => {
      this.#found = void 0;
    });
    return this.#found;
  }
};

// actions/packages/open.ts
function openPackages(access, options) {
  const context = contextOf(access, options);
  const backends = {
    ghcr: githubPackage(context),
    dockerhub: dockerHubPackage(context),
    oci: distributionPackage(context)
  };
  return {
    open: (repository) => backends[kindOf(access, repository.host)](repository),
    close: () => context.transport.close()
  };
}

export {
  openPackages
};
