import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  previousOf,
  putTag,
  readBack,
  settle,
  targetOf
} from "./chunk-Q4KXHJQD.js";
import {
  isDockerHub,
  isLoopback,
  parseRepository
} from "./chunk-ZNDI3WQU.js";
import {
  CancelledError
} from "./chunk-GTGSVCFP.js";

// actions/report/links.ts
function registryPage(repository, source) {
  const { host, path } = parseRepository(repository);
  if (host === "ghcr.io") return packagePage(path, source);
  if (isDockerHub(host)) return hubPage(path);
  if (isLoopback(host)) return void 0;
  return `https://${host}/${path}`;
}
function packagePage(path, source) {
  const [owner = "", ...name] = path.split("/");
  const sameOwner = source.split("/")[0]?.toLowerCase() === owner;
  return sameOwner ? `https://github.com/${source}/pkgs/container/${encodeURIComponent(name.join("/"))}` : `https://ghcr.io/${path}`;
}
function hubPage(path) {
  const official = path.startsWith("library/");
  return `https://hub.docker.com/${official ? `_/${path.slice("library/".length)}` : `r/${path}`}`;
}

// actions/transaction/cancellation.ts
var Cancellation = class {
  #run;
  #requests = new AbortController();
  #held = false;
  constructor(run) {
    this.#run = run;
    run.addEventListener("abort", () => this.#pass(), { once: true });
    this.#pass();
  }
  /** For the requests. */
  get signal() {
    return this.#requests.signal;
  }
  get requested() {
    return this.#run.aborted;
  }
  check(message) {
    if (this.requested) throw new CancelledError(message);
  }
  /** Lets requests end by themselves until `release`. */
  hold() {
    this.check();
    this.#held = true;
  }
  release() {
    this.#held = false;
    this.#pass();
  }
  #pass() {
    if (this.#run.aborted && !this.#held) this.#requests.abort(new CancelledError());
  }
};

// actions/transaction/tag-image.ts
async function tagImages(states, targets, tagging) {
  const { journal, cancellation, retry } = tagging;
  const planned = states.flatMap(
    (state) => state.tags.filter((tag) => tag.planned).map((tag) => ({ tag, state }))
  );
  await settle([
    ...planned.filter(({ tag }) => !tag.moves).map(({ tag, state }) => putTag(tag, state, targets)),
    ...planned.filter(({ tag }) => tag.keep).map(({ tag }) => keepOld(tag, targets, journal))
  ]);
  const moving = planned.filter(({ tag }) => tag.moves);
  if (moving.length > 0 && cancellation.requested)
    throw new CancelledError("Cancelled before any moving tag moved.");
  journal.enter("moving", states);
  await settle(moving.map(({ tag, state }) => putTag(tag, state, targets)));
  await settle(states.map((state) => readBack(state, targets, retry)));
  journal.enter("published", states);
}
async function keepOld(tag, targets, journal) {
  const old = tag.before === null ? void 0 : journal.manifest(tag.before);
  if (!old) throw new Error(`What ${tag.repository}:${tag.tag} holds was not kept.`);
  await targetOf(targets, tag.repository).putManifest(previousOf(tag.tag), old);
}

export {
  registryPage,
  Cancellation,
  tagImages
};
