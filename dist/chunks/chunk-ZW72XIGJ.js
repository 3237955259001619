import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// actions/registry/archive.ts
var Archive = class {
  #manifests = /* @__PURE__ */ new Map();
  #pending = /* @__PURE__ */ new Map();
  add(manifest) {
    this.#manifests.set(manifest.digest, manifest);
  }
  /** Of all that is known by now. */
  get digests() {
    return this.#manifests.keys();
  }
  at(digest) {
    return this.#manifests.get(digest);
  }
  async fetch(digest, from) {
    const known = this.#manifests.get(digest);
    if (known) return known;
    const pending = this.#pending.get(digest);
    const found = pending && await pending.catch(() => void 0);
    if (found) return found;
    const own = this.#load(digest, from);
    this.#pending.set(digest, own);
    return own;
  }
  async #load(digest, from) {
    try {
      const manifest = await from.getManifest(digest);
      if (manifest) this.add(manifest);
      return manifest;
    } finally {
      this.#pending.delete(digest);
    }
  }
};

export {
  Archive
};
