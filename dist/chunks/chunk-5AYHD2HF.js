import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  UserError
} from "./chunk-GTGSVCFP.js";

// actions/build/store-cache.ts
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
var FILE = "store.tar";
var OLDEST = "until=336h";
var StoreCache = class {
  #engine;
  #service;
  #file;
  constructor(engine, service, { environment, temp }) {
    this.#engine = engine;
    this.#service = service;
    this.#file = join(environment.RUNNER_TEMP ?? temp, "image-actions-store", FILE);
  }
  async restore(prefix) {
    if (await this.#inUse()) return false;
    await this.#makeFolder();
    const [storage, found] = await Promise.all([
      this.#storage(),
      this.#service.restore([this.#file], `${prefix}-`, [`${prefix}-`])
    ]);
    if (!found) return false;
    await this.#tar("--extract", storage);
    await rm(this.#file, { force: true });
    return true;
  }
  async save(key) {
    await this.#makeFolder();
    await this.#podman("image", "prune", "--all", "--force", "--filter", OLDEST);
    await this.#tar("--create", await this.#storage());
    await this.#service.save([this.#file], key);
    await rm(this.#file, { force: true });
  }
  async #inUse() {
    return (await this.#podman("images", "--all", "--quiet")).trim() !== "";
  }
  async #makeFolder() {
    await mkdir(dirname(this.#file), { recursive: true });
  }
  async #storage() {
    const format = "{{.Store.GraphRoot}}\n{{.Host.Security.Rootless}}";
    const [root = "", rootless] = (await this.#podman("info", "--format", format)).trim().split("\n");
    if (root === "")
      throw new UserError("IMG2210", "podman does not tell where its storage lies.", {
        hint: "Use cache: registry."
      });
    return { root, rootless: rootless === "true" };
  }
  async #tar(mode, { root, rootless }) {
    const args = [
      mode,
      "--file",
      this.#file,
      "--directory",
      root,
      "--xattrs",
      "--numeric-owner",
      "--sparse",
      "."
    ];
    const command = rootless ? ["podman", "unshare", "tar", ...args] : ["tar", ...args];
    await this.#engine.run(command[0], command.slice(1), { env: this.#engine.env });
  }
  async #podman(...args) {
    return (await this.#engine.run("podman", args, { env: this.#engine.env })).stdout;
  }
};

export {
  StoreCache
};
