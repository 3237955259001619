import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  Transport,
  askOnce
} from "./chunk-QQAGYR2F.js";
import {
  RegistryError,
  retrying
} from "./chunk-2KWCTZZ6.js";
import {
  defaultRetry
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
  messageOf
} from "./chunk-GTGSVCFP.js";

// actions/runner/github-api.ts
var LONGEST_ANSWER = 64 * 1024 * 1024;
var GONE = [404, 410];
var MOVED = [301, 302, 307, 308];
var MOST_MOVES = 3;
function openGithub(apiUrl, access, right) {
  const { token, clock, signal, log } = access;
  const transport = new Transport({ environment: process.env, signal });
  const usual = { limit: LONGEST_ANSWER, kind: "ghcr", loggedIn: token !== "" };
  const send = (question, headers2, expected) => askOnce({ ...usual, method: "GET", ...question, headers: headers2, expected }, { transport, clock, peer: "GitHub" });
  const headers = {
    Accept: "application/vnd.github+json",
    ...token === "" ? {} : { Authorization: `Bearer ${token}` },
    "X-GitHub-Api-Version": "2022-11-28"
  };
  const addressOf = (path) => new URL(`${apiUrl}${path}`);
  const read = async (path) => {
    let url = addressOf(path);
    for (let moves = 0; ; moves++) {
      const expected = moves < MOST_MOVES ? [200, ...MOVED] : [200];
      const answer = await send({ url }, headers, expected);
      if (answer.status === 200) return answer;
      url = sameHost(url, answer.headers.location);
    }
  };
  const again = async (path, once, refusals) => {
    try {
      return await retrying(once, { policy: { ...defaultRetry, clock }, log, signal });
    } catch (error) {
      if (error instanceof CancelledError || isOurs(error)) throw error;
      if (error instanceof RegistryError && refusals.includes(error.status ?? 0)) return void 0;
      throw unanswered(path, right, error);
    }
  };
  return {
    get: (path) => again(path, async () => contentOf(await read(path)), GONE),
    send: ({ method, path, body }, refusals = []) => {
      const bytes = body === void 0 ? {} : { body: Buffer.from(JSON.stringify(body)) };
      const all = { ...headers, ...body === void 0 ? {} : { "Content-Type": "application/json" } };
      const question = { method, url: addressOf(path), ...bytes };
      return again(path, async () => contentOf(await send(question, all, [200, 201, 204])), refusals);
    },
    download: (path) => again(
      path,
      async () => {
        const { status, headers: said, body } = await send({ url: addressOf(path) }, headers, [200, 302]);
        return status === 200 ? body : (await send({ url: safeAddress(said.location) }, {}, [200])).body;
      },
      GONE
    ),
    close: () => transport.close()
  };
}
function isOurs(error) {
  return error instanceof UserError && !(error instanceof RegistryError);
}
function contentOf({ body }) {
  return body.length === 0 ? {} : JSON.parse(body.toString());
}
function sameHost(from, location) {
  const url = new URL(location ?? "", from);
  if (url.origin === from.origin) return url;
  throw new UserError("IMG9302", `GitHub names ${url.origin} in the place of ${from.origin}.`, {
    hint: "The token stays here. See what stands between this runner and GitHub."
  });
}
function safeAddress(location) {
  const url = new URL(location ?? "");
  if (url.protocol === "https:" || isLoopback(url.host)) return url;
  throw new UserError("IMG9302", `GitHub names ${url.origin}, which is not encrypted.`, {
    hint: "See what stands between this runner and GitHub."
  });
}
function unanswered(path, right, cause) {
  return new UserError(
    "IMG9301",
    `GitHub did not answer ${path.split("?")[0]}: ${sentence(messageOf(cause))}`,
    {
      hint: `The token needs "${right}"; run the failed jobs again if GitHub had an outage.`,
      cause
    }
  );
}

export {
  openGithub
};
