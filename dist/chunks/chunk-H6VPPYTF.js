import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  said
} from "./chunk-LUX6I4HD.js";
import {
  readDocument
} from "./chunk-C5D3HR52.js";
import {
  boolean,
  object,
  string
} from "./chunk-J6MGYEM6.js";
import {
  UserError
} from "./chunk-GTGSVCFP.js";

// actions/setup/probe.ts
import { statfs } from "node:fs/promises";
var info = object({
  host: object({
    buildahVersion: string().optional(),
    cgroupManager: string(),
    cgroupVersion: string(),
    ociRuntime: object({ name: string(), version: string().optional() }),
    security: object({ rootless: boolean() })
  }),
  store: object({ graphDriverName: string(), graphRoot: string() }),
  version: object({ Version: string() })
});
var LIBRARIES = {
  "4.9": "1.33",
  "5.0": "1.35",
  "5.1": "1.36",
  "5.2": "1.37",
  "5.3": "1.38",
  "5.4": "1.39",
  "5.5": "1.40",
  "5.6": "1.41",
  "5.7": "1.42"
};
var REPAIR = 'Run "podman info" on this runner; ubuntu-24.04 and ubuntu-26.04 have a podman that works.';
async function probePodman(run, env = {}) {
  const options = { env, anyExit: true };
  const version = await unlessMissing(run("podman", ["version", "--format", "json"], options));
  if (!version) return void 0;
  const [podman, buildah] = await Promise.all([
    run("podman", ["info", "--format", "json"], options),
    unlessMissing(run("buildah", ["version"], options))
  ]);
  if (podman.exitCode !== 0) throw broken(podman.stderr);
  const parsed = parseInfo(podman.stdout);
  return {
    ...parsed,
    buildahProgram: buildah?.exitCode === 0 ? parseBuildahVersion(buildah.stdout) : void 0,
    freeBytes: await freeBytes(parsed.storage)
  };
}
function parseInfo(text) {
  const { host, store, version } = readDocument(info, text, {
    what: "The output of podman info",
    code: "IMG2020",
    hint: REPAIR
  });
  const release = version.Version.split(".").slice(0, 2).join(".");
  return {
    version: version.Version,
    buildah: host.buildahVersion || LIBRARIES[release] || "0",
    storageDriver: store.graphDriverName,
    storage: store.graphRoot,
    cgroups: `${host.cgroupManager}, ${host.cgroupVersion}`,
    runtime: [host.ociRuntime.name, runtimeVersion(host.ociRuntime.version ?? "")].filter(Boolean).join(" "),
    rootless: host.security.rootless
  };
}
function parseBuildahVersion(text) {
  return /^Version:\s*(\S+)/m.exec(text)?.[1];
}
function runtimeVersion(text) {
  return /version\s+v?(\d\S*)/.exec(text)?.[1] ?? "";
}
async function unlessMissing(result) {
  return result.catch((error) => {
    const cause = error instanceof UserError ? error.cause : error;
    if (cause?.code === "ENOENT") return void 0;
    throw error;
  });
}
async function freeBytes(path) {
  return statfs(path).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => void 0
  );
}
function broken(stderr) {
  const last = said(stderr.trim().split("\n").slice(-3).join(" "));
  return new UserError(
    "IMG2020",
    `podman is installed, but does not work: ${last || "podman info failed"}.`,
    {
      hint: REPAIR
    }
  );
}

export {
  probePodman,
  parseInfo,
  parseBuildahVersion
};
