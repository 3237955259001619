import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  retry
} from "./chunk-RZBAGCDT.js";
import {
  formatDuration
} from "./chunk-5XXXVB74.js";
import {
  CancelledError,
  UserError,
  messageOf
} from "./chunk-GTGSVCFP.js";

// actions/registry/waiting.ts
var UNITS = {
  ns: 1e-6,
  us: 1e-3,
  \u00B5s: 1e-3,
  \u03BCs: 1e-3,
  ms: 1,
  s: 1e3,
  m: 6e4,
  h: 36e5
};
var DURATION = /^(?:\d+(?:\.\d+)?(?:ns|us|µs|μs|ms|s|m|h))+$/;
function waitAskedFor(headers, text, now) {
  const exhausted = headers["x-ratelimit-remaining"] === "0";
  return parseWait(header(headers, "retry-after"), now) ?? parseWait(header(headers, "x-retry-after"), now) ?? parseWait(/retry[- ]?after:?\s*([0-9.a-zµμ]+)/i.exec(text)?.[1], now) ?? (exhausted ? parseWait(header(headers, "x-ratelimit-reset"), now) : void 0);
}
function parseWait(text, now) {
  const value = text?.trim().replace(/[.,;]$/, "") ?? "";
  if (/^\d+(\.\d+)?$/.test(value)) return secondsOrTime(Number(value), now);
  if (DURATION.test(value)) return parseDuration(value);
  const date = /^[A-Z][a-z]{2,8},? /.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? void 0 : Math.max(0, date - now);
}
function secondsOrTime(value, now) {
  return value > 1e9 ? Math.max(0, value * 1e3 - now) : value * 1e3;
}
function parseDuration(text) {
  const parts = text.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|μs|ms|s|m|h)/g);
  return [...parts].reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ""] ?? 0), 0);
}
function header(headers, name) {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

// actions/registry/advice.ts
var CONTRADICTED = {
  code: "IMG3201",
  hint: "Find out what changes answers on the way here: until then nothing that this registry holds can be trusted."
};
var ENDLESS = {
  code: "IMG3202",
  hint: "Find out what answers there in the place of the registry; run this again once that is put right."
};
var MALFORMED = {
  code: "IMG3203",
  hint: "Check that the name is that of a registry, and that no proxy answers in its place."
};
var IN_THE_CLEAR = {
  code: "IMG3204",
  hint: 'Credentials and images go over https only; list hosts that can do without in "insecure-registries".'
};
function adviceOn(refusal) {
  switch (refusal.status) {
    case 401:
    case 403:
      return refusal.loggedIn ? { code: "IMG3102", hint: missingPermission(refusal) } : { code: "IMG3101", hint: missingLogin(refusal) };
    case 404:
      return {
        code: "IMG3103",
        hint: "Check the name; a private repository looks absent to whoever may not see it."
      };
    case 413:
      return {
        code: "IMG3104",
        hint: "The registry, or a proxy before it, limits the size of an upload: raise that limit."
      };
    case 429:
      return {
        code: "IMG3105",
        hint: "Too many requests: wait, run fewer jobs at once, or log in for a higher limit."
      };
    default:
      return refusal.status >= 500 ? {
        code: "IMG3106",
        hint: `There is a fault at ${refusal.peer ?? "the registry"}: run this again later.`
      } : {
        code: "IMG3107",
        hint: "What it says tells what it does not take; asking again would not help."
      };
  }
}
function adviceOnSilence(peer, mayPass2) {
  return mayPass2 ? { code: "IMG3108", hint: `Check that ${peer} is up, and can be reached from here.` } : {
    code: "IMG3109",
    hint: `Check the name of ${peer}, and that it speaks https with a certificate known here.`
  };
}
function missingLogin({ kind }) {
  const inputs = {
    ghcr: "github-token",
    dockerhub: "dockerhub-username and dockerhub-token",
    oci: "registry-auth"
  };
  return `Nobody is logged in: give ${inputs[kind]}, or log in before, for instance with podman login.`;
}
function missingPermission({ kind, method }) {
  const deletes = method === "DELETE";
  if (kind === "ghcr") {
    return `Grant the job "permissions: packages: write", and give the repository write access in the package's settings; a token of your own may be wrong, or lack write:packages.`;
  }
  if (kind === "dockerhub") {
    return `Use an access token with the rights ${deletes ? "Read, Write, Delete" : "Read, Write"}, of a user who may push to this repository.`;
  }
  return `Check user and password, and that this user may ${deletes ? "delete from" : "use"} the repository.`;
}

// actions/registry/errors.ts
var TEXT_LIMIT = 300;
var RegistryError = class extends UserError {
  method;
  /** Without its query, which may hold a signature. */
  url;
  /** Absent: there was no answer. */
  status;
  /** The registry's own, like MANIFEST_UNKNOWN. */
  reason;
  /** In its own words, without a full stop; empty where it has none. */
  said;
  retryable;
  /** In milliseconds. */
  retryAfter;
  constructor(what, options) {
    const url = redact(options.url);
    const { code, hint } = options.advice;
    super(code, `${options.method} ${url} ${what}`, { hint, cause: options.cause });
    this.name = "RegistryError";
    this.method = options.method;
    this.url = url;
    this.status = options.status;
    this.reason = options.reason;
    this.said = options.said ?? "";
    this.retryable = options.retryable ?? false;
    this.retryAfter = options.retryAfter;
  }
};
function refusalOf(asked, response, now) {
  const { status } = response;
  const { reason, text } = readError(response.body);
  const limited = status === 403 && /rate limit|abuse detection/i.test(text);
  return new RegistryError(`answered ${[status, reason, text].filter(Boolean).join(" ")}.`, {
    ...asked,
    status,
    ...reason === void 0 ? {} : { reason },
    said: text,
    advice: asked.advise?.(status, text) ?? adviceOn({ ...asked, status: limited ? 429 : status }),
    retryable: limited || mayPass(status),
    retryAfter: waitAskedFor(response.headers, text, now)
  });
}
function mayPass(status) {
  if (status === 408 || status === 429) return true;
  return status >= 500 && status !== 501 && status !== 505;
}
function redact(url) {
  return `${url.protocol}//${url.host}${url.pathname}`;
}
async function retrying(operation, context, also = () => false) {
  const { policy, log, signal } = context;
  const options = {
    advise: (error) => error instanceof RegistryError ? repeatability(error, also) : void 0,
    onRetry: (error, attempt, wait) => log.info(
      `${error.message} Attempt ${attempt + 1} of ${policy.attempts} in ${formatDuration(wait)}.`
    )
  };
  if (signal) options.signal = signal;
  try {
    return await retry(operation, policy, options);
  } catch (error) {
    throw signal?.aborted ? new CancelledError() : error;
  }
}
function repeatability(error, also) {
  if (!error.retryable && !also(error)) return void 0;
  return error.retryAfter === void 0 ? {} : { after: error.retryAfter };
}
function readError(body) {
  const raw = body.toString("utf8");
  try {
    const parsed = JSON.parse(raw);
    const first = Array.isArray(parsed.errors) ? parsed.errors[0] : parsed;
    const reason = typeof first?.code === "string" ? { reason: oneLine(first.code).slice(0, 60) } : {};
    return { ...reason, text: oneLine(first?.message ?? first?.details ?? first?.detail ?? "") };
  } catch {
    return { text: /^\s*</.test(raw) ? "" : oneLine(raw) };
  }
}
function oneLine(value) {
  const text = typeof value === "string" ? value : "";
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  return line.length > TEXT_LIMIT ? `${line.slice(0, TEXT_LIMIT)}\u2026` : line.replace(/\.$/, "");
}

// actions/registry/exchange.ts
var NETWORK_FAILURES = /* @__PURE__ */ new Set([
  "ECONNRESET",
  "ECONNREFUSED",
  "EPIPE",
  "ETIMEDOUT",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH"
]);
async function exchange(request, line) {
  const started = line.clock.now();
  let status;
  try {
    const response = await line.transport.send(request);
    status = response.status;
    return response;
  } catch (error) {
    throw explain(error, request, line.peer);
  } finally {
    const milliseconds = line.clock.now() - started;
    line.trace?.({ method: request.method, url: redact(request.url), status, milliseconds });
  }
}
function explain(error, request, peer = "the registry") {
  const code = error.code ?? "";
  const network = NETWORK_FAILURES.has(code);
  const hopeless = /^(ENOTFOUND|EPROTO)$/.test(code) || /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_|UNABLE_TO|SELF_SIGNED|HPE_)/.test(code);
  if (!network && !hopeless) return error;
  return new RegistryError(`got no answer: ${messageOf(error) || code}.`, {
    ...request,
    retryable: network,
    cause: error,
    advice: adviceOnSilence(peer, network)
  });
}

export {
  CONTRADICTED,
  ENDLESS,
  MALFORMED,
  IN_THE_CLEAR,
  waitAskedFor,
  RegistryError,
  refusalOf,
  redact,
  retrying,
  exchange
};
