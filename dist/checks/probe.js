import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  request
} from "../chunks/chunk-EXVEHUUA.js";
import "../chunks/chunk-TO6V6YKD.js";

// actions/checks/probe.ts
import { text } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";
var BODY = 1024 * 1024;
var FIRST_PAUSE = 25;
var AT_ONCE = 2;
var job = JSON.parse(await text(process.stdin));
if (!job.ready || await untilReady(job.ready)) await askAll(job.requests);
async function untilReady(ready) {
  const started = performance.now();
  for (; ; ) {
    const waited = performance.now() - started;
    const left = ready.patience - waited;
    const answer = await ask(ready, Math.max(left, ready.interval));
    const met = "status" in answer && ready.statuses.includes(answer.status);
    if (met || waited >= ready.patience) {
      tell({ ready: met, last: "status" in answer ? { ...answer, body: "" } : answer });
      return met;
    }
    await delay(Math.min(ready.interval, Math.max(FIRST_PAUSE, waited / 10)));
  }
}
async function askAll(requests) {
  const waiting = [...requests.entries()].values();
  const worker = async () => {
    for (const [index, each] of waiting) tell({ index, answer: await ask(each, job.timeout) });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
function ask(asked, timeout) {
  const started = performance.now();
  return new Promise((resolve) => {
    const fail = (error) => resolve({ error: error.code ?? error.message });
    const answered = (response, body, cut) => resolve({
      status: response.statusCode ?? 0,
      headers: joined(response.rawHeaders),
      body: body.toString("base64"),
      cut,
      milliseconds: performance.now() - started
    });
    const { port, path, method, headers } = asked;
    const options = { host: "127.0.0.1", port, path, method, headers, agent: false };
    const sent = request(options, (response) => {
      const chunks = [];
      let size = 0;
      const done = () => answered(response, Buffer.concat(chunks).subarray(0, BODY), size > BODY);
      response.on("data", (chunk) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size <= BODY) return;
        done();
        sent.destroy();
      });
      response.once("end", done);
      response.once("error", fail);
    });
    const late = setTimeout(() => sent.destroy(Object.assign(new Error(), { code: "TIMEOUT" })), timeout);
    sent.once("close", () => clearTimeout(late));
    sent.once("error", fail);
    sent.once("upgrade", (response, socket) => {
      answered(response, Buffer.alloc(0), false);
      socket.destroy();
    });
    sent.end(asked.body);
  });
}
function joined(raw) {
  const headers = {};
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = (raw[at] ?? "").toLowerCase();
    headers[name] = name in headers ? `${headers[name]}, ${raw[at + 1]}` : raw[at + 1] ?? "";
  }
  return headers;
}
function tell(event) {
  process.stdout.write(`${JSON.stringify(event)}
`);
}
