import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  atOnce
} from "./chunk-EOUI6E6D.js";
import {
  DOCKER_LIST,
  OCI_INDEX
} from "./chunk-IQHIBHU4.js";
import {
  sentence
} from "./chunk-HNYI7RT3.js";
import {
  isDigest,
  shortDigest
} from "./chunk-EZQO47NV.js";
import {
  CancelledError,
  UserError,
  messageOf
} from "./chunk-GTGSVCFP.js";

// actions/packages/reach/contents.ts
function contentsOf(manifest) {
  const document = parse(manifest);
  if (document === void 0) return void 0;
  const { manifests = [], subject, config, layers } = document;
  if (!Array.isArray(manifests) || !manifests.every(isDescriptor)) return void 0;
  if (subject !== void 0 && subject !== null && !isDescriptor(subject)) return void 0;
  const blobs = [config, ...Array.isArray(layers) ? layers : []].filter(isDescriptor);
  return {
    children: manifests.map(({ digest, mediaType }) => ({ digest, index: mayList(mediaType) })),
    ...isDescriptor(subject) ? { subject: subject.digest } : {},
    blobs: new Map(blobs.map(({ digest, size }) => [digest, typeof size === "number" ? size : 0]))
  };
}
function mayList(mediaType) {
  return typeof mediaType !== "string" || mediaType === OCI_INDEX || mediaType === DOCKER_LIST;
}
function isDescriptor(value) {
  const digest = typeof value === "object" && value !== null && "digest" in value && value.digest;
  return typeof digest === "string" && isDigest(digest);
}
function parse(manifest) {
  try {
    const value = JSON.parse(Buffer.from(manifest.bytes).toString("utf8"));
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? value : void 0;
  } catch {
    return void 0;
  }
}

// actions/packages/reach/graph.ts
var AT_ONCE = 8;
var UnreadableManifest = class extends UserError {
  constructor(digest, name, why, cause) {
    super("IMG5302", `The manifest ${shortDigest(digest)}, which ${name} needs, ${why}`, {
      hint: cause instanceof UserError ? `${cause.hint} ${cause.code} says more on the cause.` : "Push that tag again or remove it: until then nobody can say what it still needs.",
      cause
    });
    this.name = "UnreadableManifest";
  }
};
var Graph = class {
  #reached = /* @__PURE__ */ new Map();
  #options;
  #fallbacks = /* @__PURE__ */ new Map();
  constructor(options) {
    this.#options = options;
    for (const fallback of options.fallbacks)
      this.#fallbacks.set(fallback.subject, [...this.#fallbacks.get(fallback.subject) ?? [], fallback]);
  }
  has(digest) {
    return this.#reached.has(digest);
  }
  /** The tag, or what else was named a root, by which it was reached first. */
  nameOf(digest) {
    return this.#reached.get(digest);
  }
  get reached() {
    return this.#reached;
  }
  /** Nothing is asked about these: what they need is among the roots itself. */
  keep(leaves) {
    return this.#walk(leaves.map((leaf) => ({ ...leaf, index: false })));
  }
  /** `optional`: nothing is wrong where one of these is not there. */
  add(roots, options = {}) {
    return this.#walk(roots.map((root) => ({ ...root, index: true, ...options })));
  }
  /** Wave after wave, until nothing new is reached. */
  async #walk(steps) {
    let wave = steps;
    const read = /* @__PURE__ */ new Set();
    while (wave.length > 0) {
      const found = await atOnce(AT_ONCE, this.#enter(wave, read), (step) => this.#follow(step));
      const entered = wave.flatMap(({ digest, name }) => this.#belongingTo(digest, name));
      wave = [...entered, ...found.flat()].filter(
        ({ digest, index }) => index ? !read.has(digest) : !this.has(digest)
      );
    }
  }
  /** Marks all of a wave, and returns what there is to read in it. */
  #enter(wave, read) {
    return wave.filter(({ digest, name, index }) => {
      if (!this.#reached.has(digest)) this.#reached.set(digest, name);
      if (!index || read.has(digest)) return false;
      read.add(digest);
      return true;
    });
  }
  async #follow(step) {
    const { name } = step;
    const contents = await this.#contents(step);
    if (!contents) return [];
    const { children, subject } = contents;
    const named = children.map((child) => ({ ...child, name }));
    return subject === void 0 ? named : [...named, { digest: subject, name, index: true, optional: true }];
  }
  async #contents({ digest, name, optional }) {
    const { read, lenient = false } = this.#options;
    const manifest = await read(digest).catch((cause) => {
      if (cause instanceof CancelledError) throw cause;
      throw new UnreadableManifest(digest, name, `could not be read: ${sentence(messageOf(cause))}`, cause);
    });
    const contents = manifest && contentsOf(manifest);
    if (contents || lenient || optional && !manifest) return contents;
    throw new UnreadableManifest(digest, name, manifest ? "is no valid manifest." : "is not there.");
  }
  #belongingTo(subject, name) {
    return (this.#fallbacks.get(subject) ?? []).map(({ digest }) => ({ digest, name, index: true }));
  }
};

export {
  contentsOf,
  Graph
};
