import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  notWorking
} from "./chunk-UTNP4HKY.js";
import {
  digestOf,
  hexOf
} from "./chunk-EZQO47NV.js";

// actions/engine/store.ts
import { readFile } from "node:fs/promises";
import { join } from "node:path";
var GZIP = 2;
async function locateStore(engine, options = {}) {
  const format = "{{.Store.GraphRoot}}\n{{.Store.GraphDriverName}}";
  const { stdout } = await engine.run("podman", ["info", "--format", format], { ...options, env: engine.env }).catch((error) => {
    throw notWorking(error, "podman does not work here");
  });
  const [root = "", driver = ""] = stdout.trim().split("\n");
  return { root, driver };
}
async function locateStoreOf(engine, image) {
  const format = '{{.GraphDriver.Name}}\n{{index .GraphDriver.Data "UpperDir"}}';
  const args = ["image", "inspect", "--format", format, "--", image];
  const { stdout } = await engine.run("podman", args, { env: engine.env, anyExit: true });
  const [, root] = /^overlay\n(.+)\/overlay\/[^/]+\/diff$/.exec(stdout.trim()) ?? [];
  return root === void 0 ? locateStore(engine) : { root, driver: "overlay" };
}
async function readConfig(store, id) {
  const name = `=${Buffer.from(id).toString("base64")}`;
  const config = await readFile(join(store.root, `${store.driver}-images`, hexOf(id), name));
  if (digestOf(config) !== id) throw new Error(`The storage holds another config than that of ${id}.`);
  return config;
}
async function storedLayers(store) {
  const path = join(store.root, `${store.driver}-layers`, "layers.json");
  return listIn(await readFile(path, "utf8").catch(() => "")).flatMap(
    ({ "diff-digest": diffId, "compressed-diff-digest": digest, "compressed-size": size, compression }) => diffId && digest && size && compression === GZIP ? [{ diffId, digest, size }] : []
  );
}
async function imageNames(engine) {
  const { exitCode, stdout } = await engine.run("podman", ["images", "--format", "json"], {
    env: engine.env,
    anyExit: true
  });
  if (exitCode !== 0) return [];
  const images = listIn(stdout);
  return [...new Set(images.flatMap(({ Names, RepoDigests }) => [...Names ?? [], ...RepoDigests ?? []]))];
}
function listIn(text) {
  try {
    const found = JSON.parse(text);
    return Array.isArray(found) ? found : [];
  } catch {
    return [];
  }
}

export {
  locateStore,
  locateStoreOf,
  readConfig,
  storedLayers,
  imageNames
};
