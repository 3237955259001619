import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  ENDLESS,
  RegistryError,
  exchange,
  refusalOf
} from "./chunk-2KWCTZZ6.js";
import {
  isLoopback
} from "./chunk-ZNDI3WQU.js";
import {
  Agent,
  request
} from "./chunk-EXVEHUUA.js";

// actions/registry/ask.ts
async function askOnce(question, line) {
  const response = await exchange(question, line);
  if (!question.expected.includes(response.status))
    throw refusalOf({ ...question, peer: line.peer }, response, line.clock.now());
  if (!response.complete)
    throw new RegistryError("sends an answer without end.", { ...question, advice: ENDLESS });
  return response;
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
        readBody(incoming, isAnswer(incoming) ? request2.limit ?? ERROR_LIMIT : ERROR_LIMIT).then(resolve, reject).finally(() => outgoing.writableFinished || outgoing.destroy());
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
function isAnswer({ statusCode = 0 }) {
  return statusCode === 200 || statusCode === 201;
}
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
  askOnce,
  Transport
};
