import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  exchange,
  redact
} from "./chunk-F2OPBZZQ.js";
import {
  isLoopback
} from "./chunk-NROQNITU.js";
import {
  UserError
} from "./chunk-CJFIOQJK.js";

// actions/packages/github/fetch.ts
var LONGEST_ANSWER = 64 * 1024 * 1024;
var MOST_REDIRECTS = 5;
function fetchOver(line) {
  return async (address, { method, headers }) => {
    let url = new URL(address);
    for (let hops = 0; ; hops++) {
      const response = await exchange({ method, url, headers, limit: LONGEST_ANSWER }, line);
      if (response.status === 200 && !response.complete) throw endless(method, url);
      if (response.status < 300 || response.status >= 400) return answerOf(url, response);
      url = followed(url, method, response.headers.location, hops);
    }
  };
}
function checkApi(address) {
  const url = URL.parse(address);
  if (url?.protocol === "https:" || url?.protocol === "http:" && isLoopback(url.host)) return address;
  throw new UserError(`GitHub's API at "${address}" is not https.`, {
    hint: "Give its https address in \u201Cregistry-kinds\u201D: host=ghcr https://example.com/api/v3."
  });
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

// actions/packages/github/failure.ts
var TOO_FAST = /secondary rate|abuse detection/i;
function isFailure(error) {
  return error instanceof Error && "status" in error && "request" in error;
}
function wordsOf({ response, message }) {
  const said = response?.data?.message;
  const text = typeof said === "string" ? said : /^\s*</.test(message) ? "" : message;
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim().replace(/\.$/, "").slice(0, 300);
}
function isLimitUsedUp(failure) {
  return isRefused(failure) && failure.response?.headers["x-ratelimit-remaining"] === "0" && !TOO_FAST.test(failure.message);
}
function isTooFast(failure) {
  if (!isRefused(failure) || isLimitUsedUp(failure)) return false;
  const told = failure.response?.headers["retry-after"] !== void 0;
  return failure.status === 429 || told || TOO_FAST.test(failure.message);
}
function isRefused({ status }) {
  return status === 403 || status === 429;
}

export {
  isFailure,
  wordsOf,
  isLimitUsedUp,
  isTooFast,
  fetchOver,
  checkApi
};
