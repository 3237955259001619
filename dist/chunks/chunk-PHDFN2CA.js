import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  defaultRetry,
  retry
} from "./chunk-RZBAGCDT.js";
import {
  isLoopback
} from "./chunk-ZNDI3WQU.js";
import {
  sentence
} from "./chunk-HNYI7RT3.js";
import {
  CancelledError,
  UserError,
  isUserError,
  messageOf
} from "./chunk-GTGSVCFP.js";
import {
  Agent,
  request
} from "./chunk-EXVEHUUA.js";

// actions/nodes/archives/received.ts
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
async function receiveText(incoming, limit, what) {
  const chunks = [];
  for await (const chunk of limited(incoming, limit, what)) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
async function receiveFile(incoming, file, limit, what) {
  const hash = createHash("sha256");
  await pipeline(async function* () {
    for await (const chunk of limited(incoming, limit, what)) {
      hash.update(chunk);
      yield chunk;
    }
  }, createWriteStream(file));
  return `sha256:${hash.digest("hex")}`;
}
async function* limited(incoming, limit, what) {
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size > limit) {
      throw new UserError("IMG8505", `${what} is larger than ${Math.ceil(limit / 1024 / 1024)} MB.`, {
        hint: "Nothing of that size is expected there: look at what the address gives."
      });
    }
    yield chunk;
  }
}

// actions/nodes/archives/web.ts
import { request as requestSecure, Agent as SecureAgent } from "node:https";
var Refused = class extends Error {
  status;
  after;
  constructor(status, after) {
    super(`The server answered ${status}.`);
    this.status = status;
    this.after = after;
  }
};
var REDIRECTS = 5;
var IDLE = 6e4;
async function visit(to, services) {
  const { clock, random, log, signal } = services;
  const policy = { ...defaultRetry, clock, random };
  try {
    return await retry(() => once(to, services), policy, {
      advise,
      onRetry: (error, _attempt, wait) => log.warn(`${to.what}: ${messageOf(error)} Trying again in ${Math.round(wait / 1e3)} s.`),
      signal
    });
  } catch (error) {
    if (signal.aborted) throw new CancelledError();
    if (isUserError(error) || error instanceof Refused) throw error;
    throw new UserError(
      "IMG8503",
      `${to.what} can't be fetched from ${to.address.host}: ${sentence(messageOf(error))}`,
      {
        hint: "Run this again once the address can be reached.",
        cause: error
      }
    );
  }
}
function advise(error) {
  if (isUserError(error)) return void 0;
  if (!(error instanceof Refused)) return {};
  const passing = error.status >= 500 || error.status === 429 || error.status === 408;
  if (!passing) return void 0;
  return error.after === void 0 ? {} : { after: error.after };
}
async function once(to, services) {
  let { address } = to;
  for (let redirects = 0; redirects <= REDIRECTS; redirects++) {
    judge(address, to);
    const incoming = await open(address, services);
    try {
      const next = redirectOf(incoming, address);
      if (!next) return await receive(incoming, to);
      address = next;
    } finally {
      incoming.destroy();
    }
  }
  throw new UserError("IMG8505", `${to.what} is behind more than ${REDIRECTS} redirects.`, {
    hint: "See where they lead: an address that works gives it sooner."
  });
}
async function receive(incoming, to) {
  const status = incoming.statusCode ?? 0;
  if (status === 200) return await to.receive(incoming);
  const seconds = Number(incoming.headers["retry-after"]);
  throw new Refused(status, Number.isFinite(seconds) ? seconds * 1e3 : void 0);
}
function redirectOf(incoming, from) {
  const { location } = incoming.headers;
  if (location === void 0 || ![301, 302, 303, 307, 308].includes(incoming.statusCode ?? 0))
    return void 0;
  return URL.parse(location, from.href) ?? void 0;
}
function judge(address, { what, allowHosts }) {
  const secure = address.protocol === "https:" || address.protocol === "http:" && isLoopback(address.host);
  if (!secure || address.username || address.password) {
    throw new UserError(
      "IMG8505",
      `${what} is to come from ${address.protocol}//${address.host}, which is not safe.`,
      {
        hint: "Tell whoever gives that address: only https:// without a user name is taken."
      }
    );
  }
  if (allowHosts.length > 0 && !allowHosts.includes(address.host) && !allowHosts.includes(address.hostname)) {
    throw new UserError(
      "IMG8224",
      `${what} is to come from ${address.host}, which is not among the allowed hosts.`,
      {
        hint: "Add it to allow-hosts, or take that node out."
      }
    );
  }
}
function open(address, { environment, signal }) {
  const secure = address.protocol === "https:";
  const proxyEnv = isLoopback(address.host) ? {} : { ...environment };
  const agent = secure ? new SecureAgent({ proxyEnv }) : new Agent({ proxyEnv });
  const headers = { "User-Agent": "image-actions", Accept: "*/*" };
  return new Promise((resolve, reject) => {
    const outgoing = (secure ? requestSecure : request)(address, { agent, headers, signal });
    outgoing.setTimeout(IDLE, () => outgoing.destroy(new Error(`Nothing was heard for ${IDLE / 1e3} s.`)));
    outgoing.on("response", resolve);
    outgoing.on("error", reject);
    outgoing.end();
  });
}

export {
  receiveText,
  receiveFile,
  Refused,
  visit
};
