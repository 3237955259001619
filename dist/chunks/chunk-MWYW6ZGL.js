import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  apiHost,
  basicOf,
  kindOf,
  speaksHttp
} from "./chunk-SEJ6WIJR.js";
import {
  askOnce
} from "./chunk-QQAGYR2F.js";
import {
  IN_THE_CLEAR,
  MALFORMED,
  RegistryError,
  exchange,
  redact,
  refusalOf
} from "./chunk-2KWCTZZ6.js";
import {
  UserError
} from "./chunk-GTGSVCFP.js";

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
      IN_THE_CLEAR.code,
      `${this.options.host} wants credentials sent to ${realm ? redact(realm) : "an address that is none"}.`,
      { hint: IN_THE_CLEAR.hint }
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
    throw new RegistryError("answered without a token.", { ...request, advice: MALFORMED });
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
    const asked = { method: "GET", url: from };
    if (!url)
      throw new RegistryError("answered with a Location that is no address.", { ...asked, advice: MALFORMED });
    if (url.host === this.base.host) url.protocol = this.base.protocol;
    if (url.protocol === "https:") return url;
    if (url.protocol === "http:" && speaksHttp(this.options.access, url.host)) return url;
    throw new RegistryError(`points to ${redact(url)}, which is not https.`, {
      ...asked,
      advice: IN_THE_CLEAR
    });
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
    throw new RegistryError(`redirects more than ${MOST_REDIRECTS} times.`, { ...request, advice: MALFORMED });
  }
  askForToken(request) {
    const loggedIn = request.method === "POST" || "Authorization" in request.headers;
    return askOnce({ ...request, kind: this.kind, loggedIn, expected: [200] }, this.options);
  }
  isOwn(url) {
    return url.origin === this.base.origin;
  }
};

export {
  Connection
};
