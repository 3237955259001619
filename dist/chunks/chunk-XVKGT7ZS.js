import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  systemClock
} from "./chunk-7RD6AW52.js";

// actions/base/retry.ts
var defaultRetry = {
  attempts: 3,
  base: 1e4,
  longest: 12e4,
  deadline: 15 * 6e4,
  clock: systemClock,
  random: Math.random
};
function waitFor(attempt, advice, policy) {
  const planned = policy.base * 2 ** (attempt - 1) * (1 + 0.2 * policy.random());
  return Math.min(policy.longest, Math.max(planned, advice.after ?? 0));
}
async function retry(operation, policy, options) {
  const started = policy.clock.now();
  for (let attempt = 1; ; attempt++) {
    try {
      return await operation(attempt);
    } catch (error) {
      const advice = options.advise(error);
      if (!advice || attempt >= policy.attempts || options.signal?.aborted) throw error;
      const wait = waitFor(attempt, advice, policy);
      if (policy.clock.now() - started + wait > policy.deadline) throw error;
      options.onRetry?.(error, attempt, wait);
      await policy.clock.sleep(wait, options.signal);
    }
  }
}

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

export {
  defaultRetry,
  waitFor,
  retry,
  waitAskedFor
};
