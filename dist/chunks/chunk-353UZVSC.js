import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  openEngine
} from "./chunk-PR5VHADN.js";
import {
  speaksHttp,
  writeAuthFile
} from "./chunk-SEJ6WIJR.js";
import {
  parseRepository
} from "./chunk-ZNDI3WQU.js";

// actions/runner/engine.ts
import { join as join3 } from "node:path";

// actions/engine/plain-http.ts
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
async function allowPlainHttp(hosts, folder, environment) {
  if (hosts.length === 0) return {};
  const path = join(folder, "registries.conf");
  await writeFile(path, await currentConfiguration(environment));
  for (const host of hosts)
    await appendFile(path, `
[[registry]]
location = ${JSON.stringify(host)}
insecure = true
`);
  return { CONTAINERS_REGISTRIES_CONF: path };
}
async function currentConfiguration(environment) {
  const named = environment.CONTAINERS_REGISTRIES_CONF;
  const places = named ? [named] : [join(environment.HOME ?? "/", ".config/containers/registries.conf"), "/etc/containers/registries.conf"];
  for (const path of places) {
    const text = await readFile(path, "utf8").catch(() => void 0);
    if (text !== void 0) return text;
  }
  return "";
}

// actions/engine/temporary.ts
import { mkdir, symlink } from "node:fs/promises";
import { join as join2 } from "node:path";
var USUAL = "/var/tmp";
var CACHE = "buildah-cache";
async function podmanTemporary(folder, { TMPDIR }) {
  const temporary = join2(folder, "podman");
  const own = `${CACHE}-${process.getuid?.() ?? 0}`;
  const lasting = join2(TMPDIR || USUAL, own);
  await mkdir(lasting, { recursive: true });
  await mkdir(temporary, { recursive: true });
  for (const name of [CACHE, own]) await link(lasting, join2(temporary, name));
  return temporary;
}
async function link(target, path) {
  await symlink(target, path).catch((error) => {
    if (error.code !== "EEXIST") throw error;
  });
}

// actions/runner/engine.ts
async function jobEngine({ run, environment }, { access, repositories, folder }) {
  const authFile = join3(folder, "auth.json");
  await writeAuthFile(authFile, access, environment);
  const hosts = /* @__PURE__ */ new Set([...access.insecure, ...repositories.map((name) => parseRepository(name).host)]);
  const plain = await allowPlainHttp(
    [...hosts].filter((host) => speaksHttp(access, host)),
    folder,
    environment
  );
  return openEngine(
    run,
    environment,
    { ...plain, TMPDIR: await podmanTemporary(folder, environment) },
    authFile
  );
}

export {
  jobEngine
};
