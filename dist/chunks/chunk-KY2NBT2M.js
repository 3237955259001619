import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  isLoopback
} from "./chunk-VXUCMASS.js";
import {
  systemClock
} from "./chunk-7RD6AW52.js";
import {
  Problems,
  UserError
} from "./chunk-TXYBSCTN.js";
import {
  Agent,
  request
} from "./chunk-FRW43CCR.js";

// actions/base/inputs.ts
function readBoolean(reader, name) {
  const text = reader.text(name).trim();
  if (/^(true|yes|on|1)$/i.test(text)) return true;
  if (text === "" || /^(false|no|off|0)$/i.test(text)) return false;
  throw new UserError(`Input "${name}" is "${text}".`, { hint: "Write true or false." });
}
function readLines(reader, name) {
  return reader.text(name).split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}
function readInteger(reader, name, range) {
  const text = reader.text(name).trim();
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < range.min || value > range.max) {
    throw new UserError(`Input "${name}" is "${text}".`, {
      hint: `Write a whole number from ${range.min} to ${range.max}.`
    });
  }
  return value;
}
function readChoice(reader, name, choices) {
  const text = reader.text(name).trim();
  const found = choices.find((choice) => choice === text);
  if (found === void 0)
    throw new UserError(`Input "${name}" is "${text}".`, { hint: `Write one of: ${choices.join(", ")}.` });
  return found;
}
function readPairs(reader, name) {
  const problems = new Problems();
  const pairs = readLines(reader, name).flatMap((line) => {
    const equals = line.indexOf("=");
    if (equals > 0) return [[line.slice(0, equals).trim(), line.slice(equals + 1).trim()]];
    problems.add(`Input "${name}" has the line "${line}".`, "Each line reads name=value.");
    return [];
  });
  problems.throwIfAny();
  return pairs;
}

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

// actions/registry/transport.ts
import { Agent as HttpsAgent, request as requestHttps } from "node:https";
import { pipeline } from "node:stream";
var ERROR_LIMIT = 64 * 1024;
var StaleConnection = class extends Error {
};
var Transport = class {
  direct = new Agent({ keepAlive: true });
  plain;
  secure;
  signal;
  idle;
  constructor(options) {
    const proxyEnv = { ...options.environment };
    this.plain = new Agent({ keepAlive: true, proxyEnv });
    this.secure = new HttpsAgent({ keepAlive: true, proxyEnv });
    this.signal = options.signal;
    this.idle = options.idle ?? 12e4;
  }
  async send(request2) {
    try {
      return await this.exchange(request2);
    } catch (error) {
      if (error instanceof StaleConnection) return await this.send(request2);
      throw error;
    }
  }
  close() {
    for (const agent of [this.direct, this.plain, this.secure]) agent.destroy();
  }
  exchange(request2) {
    const { url, method, body } = request2;
    const open = url.protocol === "https:" ? requestHttps : request;
    return new Promise((resolve, reject) => {
      const headers = { "User-Agent": "image-actions", ...request2.headers, ...lengthOf(method, body) };
      const agent = this.agentFor(url);
      const outgoing = open(url, { method, headers, agent, ...this.signal ? { signal: this.signal } : {} });
      outgoing.setTimeout(this.idle, () => outgoing.destroy(idleError(this.idle)));
      outgoing.on("error", (error) => {
        const stale = outgoing.reusedSocket && error.code === "ECONNRESET" && !isStreamed(body);
        reject(stale ? new StaleConnection() : error);
      });
      outgoing.on("response", (incoming) => {
        readBody(incoming, incoming.statusCode === 200 ? request2.limit ?? ERROR_LIMIT : ERROR_LIMIT).then(resolve, reject).finally(() => outgoing.writableFinished || outgoing.destroy());
      });
      if (isStreamed(body)) stream(body, outgoing);
      else outgoing.end(body);
    });
  }
  agentFor(url) {
    if (url.protocol === "https:") return this.secure;
    return isLoopback(url.host) ? this.direct : this.plain;
  }
};
function isStreamed(body) {
  return body !== void 0 && "open" in body;
}
function lengthOf(method, body) {
  if (body === void 0) return method === "POST" || method === "PUT" ? { "Content-Length": "0" } : {};
  return { "Content-Length": String(isStreamed(body) ? body.size : body.byteLength) };
}
function stream(body, outgoing) {
  const source = body.open();
  let sent = 0;
  source.on("data", (chunk) => {
    sent += chunk.byteLength;
    if (sent > body.size) source.destroy(new Error(`The blob is longer than ${body.size} bytes.`));
    else body.onSent?.(chunk.byteLength);
  });
  source.on("end", () => {
    if (sent < body.size) outgoing.destroy(new Error(`The blob ended after ${sent} of ${body.size} bytes.`));
  });
  pipeline(source, outgoing, () => {
  });
}
async function readBody(incoming, limit) {
  const chunks = [];
  let size = 0;
  let complete = true;
  for await (const chunk of incoming) {
    size += chunk.length;
    chunks.push(chunk);
    if (size <= limit) continue;
    complete = false;
    break;
  }
  const body = Buffer.concat(chunks).subarray(0, limit);
  return { status: incoming.statusCode ?? 0, headers: incoming.headers, body, complete };
}
function idleError(idle) {
  return Object.assign(new Error(`Nothing was heard for ${idle / 1e3} s.`), { code: "ETIMEDOUT" });
}

export {
  readBoolean,
  readLines,
  readInteger,
  readChoice,
  readPairs,
  defaultRetry,
  retry,
  waitAskedFor,
  Transport
};
