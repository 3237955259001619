import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  require_light
} from "./chunk-KF2EIGCZ.js";
import {
  requestLog,
  retry
} from "./chunk-5JC7VU2Z.js";
import {
  Octokit,
  legacyRestEndpointMethods,
  paginateRest
} from "./chunk-OBTDA3RK.js";
import "./chunk-6PESTMRW.js";
import {
  isFailure,
  isLimitUsedUp,
  isTooFast
} from "./chunk-IDGKUODQ.js";
import {
  BudgetSpent
} from "./chunk-X2BFYXFH.js";
import {
  RegistryError,
  exchange,
  redact,
  waitAskedFor
} from "./chunk-RBHX4PW7.js";
import {
  waitFor
} from "./chunk-RZBAGCDT.js";
import "./chunk-5XXXVB74.js";
import "./chunk-Z26LTSII.js";
import {
  CancelledError,
  UserError
} from "./chunk-OMWTWNNE.js";
import {
  __toESM
} from "./chunk-X5AATHZ6.js";

// node_modules/@octokit/plugin-throttling/dist-bundle/index.js
var import_light = __toESM(require_light(), 1);
var VERSION = "0.0.0-development";
var noop = () => Promise.resolve();
function wrapRequest(state, request, options) {
  return state.retryLimiter.schedule(doRequest, state, request, options);
}
async function doRequest(state, request, options) {
  const { pathname } = new URL(options.url, "http://github.test");
  const isAuth = isAuthRequest(options.method, pathname);
  const isWrite = !isAuth && options.method !== "GET" && options.method !== "HEAD";
  const isSearch = options.method === "GET" && pathname.startsWith("/search/");
  const isGraphQL = pathname.startsWith("/graphql");
  const retryCount = ~~request.retryCount;
  const jobOptions = retryCount > 0 ? { priority: 0, weight: 0 } : {};
  if (state.clustering) {
    jobOptions.expiration = 1e3 * 60;
  }
  if (isWrite || isGraphQL) {
    await state.write.key(state.id).schedule(jobOptions, noop);
  }
  if (isWrite && state.triggersNotification(pathname)) {
    await state.notifications.key(state.id).schedule(jobOptions, noop);
  }
  if (isSearch) {
    await state.search.key(state.id).schedule(jobOptions, noop);
  }
  const req = (isAuth ? state.auth : state.global).key(state.id).schedule(jobOptions, request, options);
  if (isGraphQL) {
    const res = await req;
    if (res.data.errors != null && res.data.errors.some((error) => error.type === "RATE_LIMITED")) {
      const error = Object.assign(new Error("GraphQL Rate Limit Exceeded"), {
        response: res,
        data: res.data
      });
      throw error;
    }
  }
  return req;
}
function isAuthRequest(method, pathname) {
  return method === "PATCH" && // https://docs.github.com/en/rest/apps/apps?apiVersion=2022-11-28#create-a-scoped-access-token
  /^\/applications\/[^/]+\/token\/scoped$/.test(pathname) || method === "POST" && // https://docs.github.com/en/rest/apps/oauth-applications?apiVersion=2022-11-28#reset-a-token
  (/^\/applications\/[^/]+\/token$/.test(pathname) || // https://docs.github.com/en/rest/apps/apps?apiVersion=2022-11-28#create-an-installation-access-token-for-an-app
  /^\/app\/installations\/[^/]+\/access_tokens$/.test(pathname) || // https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps
  pathname === "/login/oauth/access_token");
}
var triggers_notification_paths_default = [
  "/orgs/{org}/invitations",
  "/orgs/{org}/invitations/{invitation_id}",
  "/orgs/{org}/teams/{team_slug}/discussions",
  "/orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments",
  "/repos/{owner}/{repo}/collaborators/{username}",
  "/repos/{owner}/{repo}/commits/{commit_sha}/comments",
  "/repos/{owner}/{repo}/issues",
  "/repos/{owner}/{repo}/issues/{issue_number}/comments",
  "/repos/{owner}/{repo}/issues/{issue_number}/sub_issue",
  "/repos/{owner}/{repo}/issues/{issue_number}/sub_issues/priority",
  "/repos/{owner}/{repo}/pulls",
  "/repos/{owner}/{repo}/pulls/{pull_number}/comments",
  "/repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies",
  "/repos/{owner}/{repo}/pulls/{pull_number}/merge",
  "/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers",
  "/repos/{owner}/{repo}/pulls/{pull_number}/reviews",
  "/repos/{owner}/{repo}/releases",
  "/teams/{team_id}/discussions",
  "/teams/{team_id}/discussions/{discussion_number}/comments"
];
function routeMatcher(paths) {
  const regexes = paths.map(
    (path) => path.split("/").map((c) => c.startsWith("{") ? "(?:.+?)" : c).join("/")
  );
  const regex2 = `^(?:${regexes.map((r) => `(?:${r})`).join("|")})[^/]*$`;
  return new RegExp(regex2, "i");
}
var regex = routeMatcher(triggers_notification_paths_default);
var triggersNotification = regex.test.bind(regex);
var groups = {};
var createGroups = function(Bottleneck, common) {
  groups.global = new Bottleneck.Group({
    id: "octokit-global",
    maxConcurrent: 10,
    ...common
  });
  groups.auth = new Bottleneck.Group({
    id: "octokit-auth",
    maxConcurrent: 1,
    ...common
  });
  groups.search = new Bottleneck.Group({
    id: "octokit-search",
    maxConcurrent: 1,
    minTime: 2e3,
    ...common
  });
  groups.write = new Bottleneck.Group({
    id: "octokit-write",
    maxConcurrent: 1,
    minTime: 1e3,
    ...common
  });
  groups.notifications = new Bottleneck.Group({
    id: "octokit-notifications",
    maxConcurrent: 1,
    minTime: 3e3,
    ...common
  });
};
function throttling(octokit, octokitOptions) {
  const {
    enabled = true,
    Bottleneck = import_light.default,
    id = "no-id",
    timeout = 1e3 * 60 * 2,
    // Redis TTL: 2 minutes
    connection
  } = octokitOptions.throttle || {};
  if (!enabled) {
    return {};
  }
  const common = { timeout };
  if (typeof connection !== "undefined") {
    common.connection = connection;
  }
  const state = Object.assign(
    {
      clustering: connection != null,
      triggersNotification,
      fallbackSecondaryRateRetryAfter: 60,
      retryAfterBaseValue: 1e3,
      id
    },
    octokitOptions.throttle
  );
  if (typeof state.onSecondaryRateLimit !== "function" || typeof state.onRateLimit !== "function") {
    throw new Error(`octokit/plugin-throttling error:
        You must pass the onSecondaryRateLimit and onRateLimit error handlers.
        See https://octokit.github.io/rest.js/#throttling

        const octokit = new Octokit({
          throttle: {
            onSecondaryRateLimit: (retryAfter, options) => {/* ... */},
            onRateLimit: (retryAfter, options) => {/* ... */}
          }
        })
    `);
  }
  let initialized = false;
  const initializeBottleneck = () => {
    if (initialized) {
      return;
    }
    initialized = true;
    if (groups.global == null) {
      createGroups(Bottleneck, common);
    }
    state.global = state.global ?? groups.global;
    state.auth = state.auth ?? groups.auth;
    state.search = state.search ?? groups.search;
    state.write = state.write ?? groups.write;
    state.notifications = state.notifications ?? groups.notifications;
    state.retryLimiter = state.retryLimiter ?? new Bottleneck();
    const events = {};
    const emitter = new Bottleneck.Events(events);
    events.on("secondary-limit", state.onSecondaryRateLimit);
    events.on("rate-limit", state.onRateLimit);
    events.on(
      "error",
      (e) => octokit.log.warn("Error in throttling-plugin limit handler", e)
    );
    state.retryLimiter.on("failed", async function(error, info) {
      const [state2, request, options] = info.args;
      const { pathname } = new URL(options.url, "http://github.test");
      const shouldRetryGraphQL = pathname.startsWith("/graphql") && error.status !== 401;
      if (!(shouldRetryGraphQL || error.status === 403 || error.status === 429)) {
        return;
      }
      const retryCount = ~~request.retryCount;
      request.retryCount = retryCount;
      options.request.retryCount = retryCount;
      const { wantRetry, retryAfter = 0 } = await (async function() {
        if (/\bsecondary rate\b/i.test(error.message)) {
          const retryAfter2 = Number(error.response.headers["retry-after"]) || state2.fallbackSecondaryRateRetryAfter;
          const wantRetry2 = await emitter.trigger(
            "secondary-limit",
            retryAfter2,
            options,
            octokit,
            retryCount
          );
          return { wantRetry: wantRetry2, retryAfter: retryAfter2 };
        }
        if (error.response.headers != null && error.response.headers["x-ratelimit-remaining"] === "0" || (error.response.data?.errors ?? []).some(
          (error2) => error2.type === "RATE_LIMITED"
        )) {
          const rateLimitReset = new Date(
            ~~error.response.headers["x-ratelimit-reset"] * 1e3
          ).getTime();
          const retryAfter2 = Math.max(
            // Add one second so we retry _after_ the reset time
            // https://docs.github.com/en/rest/overview/resources-in-the-rest-api?apiVersion=2022-11-28#exceeding-the-rate-limit
            Math.ceil((rateLimitReset - Date.now()) / 1e3) + 1,
            0
          );
          const wantRetry2 = await emitter.trigger(
            "rate-limit",
            retryAfter2,
            options,
            octokit,
            retryCount
          );
          return { wantRetry: wantRetry2, retryAfter: retryAfter2 };
        }
        return {};
      })();
      if (wantRetry) {
        request.retryCount++;
        return retryAfter * state2.retryAfterBaseValue;
      }
    });
  };
  octokit.hook.wrap("request", (request, options) => {
    initializeBottleneck();
    return wrapRequest(state, request, options);
  });
  return {};
}
throttling.VERSION = VERSION;
throttling.triggersNotification = triggersNotification;

// node_modules/@octokit/rest/dist-src/version.js
var VERSION2 = "22.0.1";

// node_modules/@octokit/rest/dist-src/index.js
var Octokit2 = Octokit.plugin(requestLog, legacyRestEndpointMethods, paginateRest).defaults(
  {
    userAgent: `octokit-rest.js/${VERSION2}`
  }
);

// actions/packages/github/attempts.ts
var SHORT_WAIT = 6e4;
var MOST_PAUSES = 4;
var FIRST_PAUSE = 6e4;
function attempts(context, pace) {
  return (octokit) => {
    const failed = /* @__PURE__ */ new WeakMap();
    octokit.hook.wrap("request", async (request, options) => {
      if (context.signal?.aborted) throw new CancelledError();
      await pace.take(options.method, context.signal);
      if (failed.has(options)) await options.request?.again?.();
      context.budget.spend();
      try {
        return await request(options);
      } catch (error) {
        if (!isFailure(error)) throw error;
        const times = (failed.get(options) ?? 0) + 1;
        failed.set(options, times);
        await beforeAnother(error, times, context, pace);
        throw error;
      }
    });
  };
}
function mayPause(context, pace, told, pauses) {
  const wait = told > 0 ? told * 1e3 : FIRST_PAUSE * 2 ** pauses;
  if (pauses >= MOST_PAUSES || wait > context.retry.deadline) return false;
  context.log.info(`GitHub asks for a pause: on in ${Math.round(wait / 1e3)} s.`);
  pace.pause(wait);
  return true;
}
async function beforeAnother(failure, times, context, pace) {
  const { clock, retry: retry2, signal } = context;
  const { cause } = failure;
  if (cause instanceof UserError && !(cause instanceof RegistryError && cause.retryable)) throw cause;
  const after = waitAskedFor(failure.response?.headers ?? {}, "", clock.now());
  if (isLimitUsedUp(failure)) {
    if (after === void 0 || after > SHORT_WAIT) throw usedUp(clock.now(), after);
    pace.pause(after + 1e3);
  } else if (isTooFast(failure)) {
    failure.message = `${failure.message} (secondary rate limit)`;
  } else if ((failure.status >= 500 || failure.status === 408) && times < retry2.attempts) {
    await clock.sleep(waitFor(times, after === void 0 ? {} : { after }, retry2), signal);
  }
}
function usedUp(now, after) {
  const until = after === void 0 ? "" : ` until ${new Date(now + after).toISOString().slice(0, 16)}Z`;
  return new BudgetSpent(`GitHub's limit of requests is used up${until}.`, {
    hint: "A later run goes on from here."
  });
}

// actions/packages/github/fetch.ts
var LONGEST_ANSWER = 64 * 1024 * 1024;
var MOST_REDIRECTS = 5;
function fetchOver(line) {
  const github = { ...line, peer: "GitHub" };
  return async (address, { method, headers }) => {
    let url = new URL(address);
    for (let hops = 0; ; hops++) {
      const response = await exchange({ method, url, headers, limit: LONGEST_ANSWER }, github);
      if (response.status === 200 && !response.complete) throw endless(method, url);
      if (response.status < 300 || response.status >= 400) return answerOf(url, response);
      url = followed(url, method, response.headers.location, hops);
    }
  };
}
function followed(from, method, location, hops) {
  const to = location === void 0 ? null : URL.parse(location, from.href);
  if (to?.origin === from.origin && method === "GET" && hops < MOST_REDIRECTS) return to;
  throw new UserError(`${method} ${redact(from)} is redirected to ${to ? redact(to) : "nowhere"}.`, {
    hint: "Was the owner or the package renamed? Use its new name."
  });
}
function endless(method, url) {
  return new UserError(`${method} ${redact(url)} is answered without end.`);
}
function answerOf(url, { status, headers, body }) {
  return {
    status,
    url: url.href,
    headers: headersOf(headers),
    text: async () => body.toString("utf8"),
    arrayBuffer: async () => Uint8Array.from(body).buffer
  };
}
function headersOf(headers) {
  return new Map(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

// actions/packages/github/pace.ts
var GITHUB_PACE = { points: 800, changes: 75 };
var MINUTE = 6e4;
var Pace = class {
  #clock;
  #limits;
  #started = [];
  #lastStart = 0;
  #nextChange = 0;
  #pausedUntil = 0;
  constructor(clock, limits = GITHUB_PACE) {
    this.#clock = clock;
    this.#limits = limits;
  }
  async take(method, signal) {
    await this.#until(() => this.#pausedUntil, signal);
    const start = this.#reserve(method !== "GET" && method !== "HEAD");
    await this.#until(() => Math.max(start, this.#pausedUntil), signal);
  }
  /** Nobody starts before this many milliseconds have passed. */
  pause(milliseconds) {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock.now() + milliseconds);
  }
  #reserve(change) {
    const points = change ? 5 : 1;
    let start = Math.max(this.#clock.now(), this.#lastStart, change ? this.#nextChange : 0);
    const within = this.#started.filter(({ at }) => at > start - MINUTE);
    let sum = within.reduce((total, each) => total + each.points, 0);
    while (sum + points > this.#limits.points) {
      const oldest = within.shift();
      if (!oldest) break;
      sum -= oldest.points;
      start = Math.max(start, oldest.at + MINUTE);
    }
    this.#started = [...within, { at: start, points }];
    this.#lastStart = start;
    if (change) this.#nextChange = start + MINUTE / this.#limits.changes;
    return start;
  }
  async #until(time, signal) {
    for (let wait = time() - this.#clock.now(); wait > 0; wait = time() - this.#clock.now()) {
      await this.#clock.sleep(wait, signal);
    }
  }
};

// actions/packages/github/octokit.ts
var FINAL = [
  ...Array.from({ length: 100 }, (_, index) => 400 + index).filter((status) => status !== 408),
  501,
  505
];
function createOctokit(baseUrl, token, context) {
  const pace = new Pace(context.clock);
  const debug = (message) => context.log.debug(String(message));
  const Configured = Octokit2.plugin(attempts(context, pace), throttling, retry);
  return new Configured({
    auth: token,
    baseUrl,
    userAgent: "image-actions",
    log: { debug: () => {
    }, info: debug, warn: debug, error: debug },
    request: { fetch: fetchOver(context) },
    throttle: {
      // All waiting is done by the clock that we were given.
      ...unpaced,
      retryAfterBaseValue: 0,
      fallbackSecondaryRateRetryAfter: 0,
      onSecondaryRateLimit: (after, _options, _octokit, count) => mayPause(context, pace, after, count),
      onRateLimit: (_after, _options, _octokit, count) => count < 2
    },
    retry: { retries: context.retry.attempts - 1, retryAfterBaseValue: 0, doNotRetry: FINAL }
  });
}
var unpaced = {
  write: { key: () => ({ schedule: (_options, job) => job() }) }
};
export {
  createOctokit
};
