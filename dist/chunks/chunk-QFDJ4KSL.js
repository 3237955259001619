import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  StoreCache
} from "./chunk-5AYHD2HF.js";
import {
  locateSource
} from "./chunk-ACUJGK7F.js";
import {
  jobEngine
} from "./chunk-353UZVSC.js";
import {
  inspectImage,
  noSpace,
  requirePlatform,
  withoutTraces
} from "./chunk-IP3JZAI2.js";
import {
  buildImage
} from "./chunk-UHNRHQBO.js";
import {
  noProgress
} from "./chunk-2VKUB6JG.js";
import {
  openRegistries
} from "./chunk-IQHIBHU4.js";
import {
  loginHosts,
  parseInputs,
  secretArguments,
  secretLikeArguments
} from "./chunk-ZWA4FZKB.js";
import {
  saveWork
} from "./chunk-JKF2EBZU.js";
import {
  imageNames,
  locateStore,
  storedLayers
} from "./chunk-O7MKDZIK.js";
import {
  notWorking
} from "./chunk-UTNP4HKY.js";
import {
  toolVersions
} from "./chunk-PR5VHADN.js";
import {
  recordArtifact,
  serialiseRecord
} from "./chunk-KID3JUHS.js";
import {
  commitTime,
  obtainPlan
} from "./chunk-SNN7FOFX.js";
import {
  readPlanRequest
} from "./chunk-M3R5HUOY.js";
import {
  planDigest
} from "./chunk-NXDTJQED.js";
import {
  formatPlatform,
  parsePlatform,
  platformOf,
  samePlatform
} from "./chunk-THVJOUJ4.js";
import {
  said
} from "./chunk-LUX6I4HD.js";
import {
  secretsOf
} from "./chunk-SEJ6WIJR.js";
import {
  RegistryError
} from "./chunk-2KWCTZZ6.js";
import {
  formatRepository,
  parseReference,
  parseRepository
} from "./chunk-ZNDI3WQU.js";
import {
  formatBytes,
  formatDuration
} from "./chunk-5XXXVB74.js";
import {
  digestOf,
  hexOf,
  isDigest,
  shortDigest
} from "./chunk-EZQO47NV.js";
import {
  CancelledError,
  Problems,
  UserError,
  messageOf
} from "./chunk-GTGSVCFP.js";

// actions/build/main.ts
import { mkdtemp } from "node:fs/promises";
import { join as join4 } from "node:path";

// actions/build/registry-cache.ts
function cacheRepository(chosen, repository, platform) {
  return `${chosen || `${repository}-cache`}-${platform.replaceAll("/", "-")}`;
}
async function openRegistryCache(repository, registries, log) {
  try {
    await registries.open(parseRepository(repository)).headManifest("latest");
    return { repository, readable: true };
  } catch (error) {
    if (error instanceof RegistryError && (error.status === 401 || error.status === 403))
      return { repository, readable: false };
    log.warn(`The layer cache ${repository} can't be reached, so this build goes without: ${error}`);
    return void 0;
  }
}

// actions/build/cache.ts
var NONE = { readFrom: void 0, write: () => void 0 };
async function openCache(runner, context) {
  const { options } = context.inputs;
  if (options.noCache || options.reproducible) return NONE;
  if (options.cache === "registry") return registryCache(runner, context);
  return options.cache === "store" ? storeCache(runner, context) : NONE;
}
async function registryCache(runner, { inputs, plan, chosen, registries }) {
  const { repositories } = chosen.image;
  const repository = cacheRepository(
    inputs.options.cacheRepository,
    repositories[0],
    chosen.leg.platform
  );
  const cache = await openRegistryCache(repository, registries, runner.log);
  if (!cache) return NONE;
  return {
    readFrom: cache.readable ? repository : void 0,
    // A pull request could fill the cache with what a later release would build on.
    write: (request, { settings: env, authFile }) => plan.publish ? { to: "registry", repository, request, env, authFile } : void 0
  };
}
async function storeCache(runner, { plan, chosen, engine }) {
  const { cacheService } = await import("./cache-VHRZAHBH.js");
  const prefix = `image-actions-${chosen.leg.leg}`;
  try {
    const found = await new StoreCache(engine, cacheService, runner).restore(prefix);
    runner.log.info(
      found ? "The container storage of an earlier run is back." : "No container storage is taken over: none was kept yet, or images are here already."
    );
  } catch (error) {
    runner.log.warn(`The kept container storage could not be restored, so this build goes without: ${error}`);
  }
  const key = `${prefix}-${runner.event.runId}-${runner.event.attempt}`;
  return {
    readFrom: void 0,
    write: (_request, { settings: env, authFile }) => plan.publish ? { to: "store", key, env, authFile } : void 0
  };
}

// actions/build/gate.ts
import { join } from "node:path";
async function openGate(runner, { verify }, { image: planned, leg }) {
  const file = planned.verify ?? verify.file;
  if (file === "") return void 0;
  const { openCheckFile } = await import("./check-file-HC7MIJ3Z.js");
  const checkFile = await openCheckFile({ ...verify, file }, runner.event.workspace);
  const { runVerification } = await import("./verification-GXTZPZZB.js");
  const { textOf } = await import("./text-N6JUIWG2.js");
  const reports = join(runner.temp, "image-verify", leg.leg);
  return (places) => async (image, build2) => {
    const name = `${planned.name} for ${leg.platform}`;
    const job = { name, image, checkFile, build: build2 };
    const { verification, error } = await runVerification(runner, job, { ...places, reports });
    runner.log.info(`${textOf(verification)}
The reports lie in ${reports}.`);
    if (error) throw error;
    return verification.results.length;
  };
}

// actions/build/leg.ts
function chooseLeg(plan, name, arch) {
  const leg = name === "" ? ownLeg(plan, arch) : plan.legs.find((each) => each.leg === name);
  const image = plan.images.find((each) => each.name === leg?.image);
  if (leg && image) return { leg, image };
  const legs = plan.legs.map((each) => `${each.leg} (${each.image}, ${each.platform})`).join(", ");
  throw new UserError("IMG2207", `The plan has no leg "${name}".`, {
    hint: `Set "leg" to matrix.leg. It has: ${legs || "no legs"}.`
  });
}
function ownLeg(plan, arch) {
  const own = platformOf(arch);
  if (plan.images.length > 1) {
    throw new UserError("IMG2208", 'The plan has several images, and "leg" is empty.', {
      hint: 'Set "leg" to matrix.leg, from the output "matrix" of prepare.'
    });
  }
  const leg = plan.legs.find((each) => parsePlatform(each.platform).architecture === own.architecture);
  if (leg) return leg;
  throw new UserError(
    "IMG2209",
    `This runner is ${formatPlatform(own)}, which is none of the image's platforms.`,
    {
      hint: `Add it to "platforms" (${plan.legs.map((each) => each.platform).join(", ")}), or run on another runner.`
    }
  );
}

// actions/build/outputs.ts
function setOutputs(runner, record, artifact) {
  const pushed = record.repositories.length > 0;
  const references = record.repositories.map(({ repository }) => `${repository}@${record.digest}`);
  const outputs = {
    digest: pushed ? record.digest : "",
    "image-id": record.imageId,
    size: String(record.compressedSize),
    record: artifact,
    references: JSON.stringify(references),
    "cache-hits": String(record.cache.hits),
    duration: String(Math.round((record.buildTime + record.pushTime) / 1e3))
  };
  for (const [name, value] of Object.entries(outputs)) runner.setOutput(name, value);
}

// actions/build/request.ts
function buildRequest({ image, leg }, options, parts) {
  const epoch = options.reproducible ? Math.floor(parts.date.getTime() / 1e3) : void 0;
  const created = epoch === void 0 ? {} : { "org.opencontainers.image.created": new Date(epoch * 1e3).toISOString() };
  return {
    ...parts.source,
    platform: leg.platform,
    format: options.format,
    labels: { ...image.labels, ...created },
    buildArgs: { ...image.buildArgs, ...options.buildArgs },
    buildContexts: options.buildContexts,
    secrets: parts.secrets,
    ssh: options.ssh,
    target: options.target ?? image.target,
    pull: options.pull,
    noCache: options.noCache,
    cacheFrom: parts.cacheFrom,
    epoch,
    extraArgs: options.extraArgs
  };
}

// actions/build/run.ts
import { resolve } from "node:path";

// actions/engine/archive.ts
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
async function saveArchive(engine, image, path) {
  const args = ["save", "--quiet", "--format", "oci-archive", "--output", path, "--", image.name];
  try {
    await mkdir(dirname(path), { recursive: true });
    await engine.run("podman", args, { env: engine.env });
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    const full = noSpace(error, path, 'Free space there, or set "archive" to a path on a larger disk.');
    if (full !== error) throw full;
    throw new UserError("IMG2107", `The archive ${path} could not be written: ${said(messageOf(error))}.`, {
      hint: 'Set "archive" to the path of a file that this job may write.',
      cause: error
    });
  }
}

// actions/build/known.ts
var SOURCES = 3;
async function pulledParts(image, store, engine) {
  const wanted = new Set(image.layers);
  const layers = (await storedLayers(store)).filter(({ diffId }) => wanted.has(diffId));
  return { layers, names: layers.length > 0 ? await imageNames(engine) : [] };
}
async function findKnownLayers(image, pulled, clients, tags, log) {
  const published = await publishedLayers(image, clients, tags, log);
  const candidates = new Map([...pulled.layers, ...published].map((layer) => [layer.diffId, layer]));
  const wanted = [...new Set(image.layers)].flatMap((diffId) => candidates.get(diffId) ?? []);
  const checked = wanted.map(async (layer) => {
    const found = await Promise.all(clients.map((client) => hasLayer(client, layer, pulled.names)));
    return found.every(Boolean) ? [layer] : [];
  });
  return (await Promise.all(checked)).flat();
}
async function hasLayer(client, layer, names) {
  if (await client.headBlob(layer.digest) === layer.size) return true;
  for (const path of neighbours(client, names)) if (await client.mountBlob(layer.digest, path)) return true;
  return false;
}
function neighbours(client, names) {
  const paths = names.flatMap((name) => {
    try {
      const { host, path } = parseReference(name);
      return host === client.repository.host && path !== client.repository.path ? [path] : [];
    } catch {
      return [];
    }
  });
  return [...new Set(paths)].slice(0, SOURCES);
}
async function publishedLayers(image, clients, tags, log) {
  for (const client of clients) {
    for (const tag of tags) {
      try {
        const layers = await layersOf(client, tag, image);
        if (layers.length > 0) return layers;
      } catch (error) {
        log.debug(`Nothing is known of ${client.repository.path}:${tag}: ${error}`);
      }
    }
  }
  return [];
}
async function layersOf(client, reference, image) {
  const manifest = await client.getManifest(reference);
  if (!manifest) return [];
  const document = JSON.parse(Buffer.from(manifest.bytes).toString());
  if (document.manifests) {
    const child = document.manifests.find(
      ({ platform }) => platform?.os === "linux" && samePlatform(normal(platform), image.platform)
    );
    return child ? layersOf(client, child.digest, image) : [];
  }
  const config = document.config && await client.getBlob(document.config.digest);
  if (!config) return [];
  const { rootfs } = JSON.parse(Buffer.from(config).toString());
  return (document.layers ?? []).flatMap((layer, position) => {
    const diffId = rootfs.diff_ids[position];
    return diffId && /gzip$/.test(layer.mediaType) ? [{ diffId, digest: layer.digest, size: layer.size }] : [];
  });
}
function normal(platform) {
  return parsePlatform(formatPlatform(platform));
}

// actions/build/push.ts
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";

// actions/engine/export.ts
import { mkdir as mkdir2, readFile, writeFile } from "node:fs/promises";
import { join as join3 } from "node:path";

// actions/engine/handover.ts
import { watch } from "node:fs";
import { open, stat, unlink } from "node:fs/promises";
import { join as join2 } from "node:path";
var Handover = class {
  #blobs;
  #onLayer;
  #onFailure;
  #watcher;
  #started = /* @__PURE__ */ new Map();
  constructor(blobs, onLayer, onFailure) {
    this.#blobs = blobs;
    this.#onLayer = onLayer;
    this.#onFailure = onFailure;
    this.#watcher = watch(blobs, (_event, name) => {
      if (name && /^[0-9a-f]{64}$/.test(name)) this.#begin(name);
    });
  }
  /** The watcher may have missed some; the manifest tells which layers there are. */
  async finish(layers) {
    this.stop();
    for (const layer of layers) this.#begin(hexOf(layer.digest));
    await Promise.all(this.#started.values());
  }
  stop() {
    this.#watcher.close();
  }
  #begin(name) {
    if (this.#started.has(name)) return;
    const work = this.#hand(name);
    work.catch(this.#onFailure);
    this.#started.set(name, work);
  }
  async #hand(name) {
    const path = join2(this.#blobs, name);
    if (!await isLayer(path)) return;
    await this.#onLayer({ digest: `sha256:${name}`, size: (await stat(path)).size, path });
    await unlink(path);
  }
};
async function isLayer(path) {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    const magic = buffer.subarray(0, bytesRead).toString("hex");
    return magic.startsWith("1f8b") || magic === "28b52ffd";
  } finally {
    await file.close();
  }
}

// actions/engine/export.ts
async function exportLayers(engine, request) {
  const blobs = join3(request.folder, "blobs", "sha256");
  await mkdir2(blobs, { recursive: true });
  for (const layer of request.known) await writeFile(join3(blobs, hexOf(layer.diffId)), "");
  const failed = new AbortController();
  const handover = new Handover(blobs, request.onLayer, (error) => failed.abort(error));
  try {
    await pushToLayout(engine, request, failed.signal);
    const layers = await readLayers(request.folder);
    const exported = layers.map((layer) => replaceKnown(layer, request.known, request.compression));
    await handover.finish(
      exported.filter((layer) => !request.known.some((known) => known.digest === layer.digest))
    );
    return exported;
  } catch (error) {
    throw failed.signal.aborted ? failed.signal.reason : error;
  } finally {
    handover.stop();
  }
}
async function pushToLayout(engine, request, signal) {
  const compression = request.compression === "zstd" ? ["--compression-format", "zstd"] : [];
  const target = `oci:${request.folder}`;
  try {
    await engine.run("podman", ["push", "--quiet", ...compression, "--", request.image.name, target], {
      env: engine.env,
      signal
    });
  } catch (error) {
    const hint = "Compressing needs about half of the image's size there: free space, or set RUNNER_TEMP to a larger disk.";
    throw notWorking(noSpace(error, request.folder, hint), "podman can't compress the image's layers");
  }
}
async function readLayers(folder) {
  const index = JSON.parse(await readFile(join3(folder, "index.json"), "utf8"));
  const manifest = index.manifests[0];
  if (!manifest || !isDigest(manifest.digest)) throw new Error("podman wrote a layout without a manifest.");
  const text = await readFile(join3(folder, "blobs", "sha256", hexOf(manifest.digest)), "utf8");
  return JSON.parse(text).layers;
}
function replaceKnown(layer, known, compression) {
  const found = known.find((candidate) => candidate.diffId === layer.digest);
  if (!found) return layer;
  return {
    mediaType: `application/vnd.oci.image.layer.v1.tar+${compression}`,
    digest: found.digest,
    size: found.size
  };
}

// actions/build/manifest.ts
var TYPES = {
  docker: {
    manifest: "application/vnd.docker.distribution.manifest.v2+json",
    config: "application/vnd.docker.container.image.v1+json",
    layer: () => "application/vnd.docker.image.rootfs.diff.tar.gzip"
  },
  oci: {
    manifest: "application/vnd.oci.image.manifest.v1+json",
    config: "application/vnd.oci.image.config.v1+json",
    layer: (layer) => layer.mediaType
  }
};
function imageManifest(image, layers, format, annotations) {
  const types = TYPES[format];
  const describe = (mediaType, size, digest) => format === "docker" ? { mediaType, size, digest } : { mediaType, digest, size };
  const document = {
    schemaVersion: 2,
    mediaType: types.manifest,
    config: describe(types.config, image.config.byteLength, image.id),
    layers: layers.map((layer) => describe(types.layer(layer), layer.size, layer.digest)),
    ...format === "oci" && Object.keys(annotations).length > 0 ? { annotations } : {}
  };
  const bytes = Buffer.from(JSON.stringify(document));
  const contentSize = layers.reduce((sum, layer) => sum + layer.size, image.config.byteLength);
  return { mediaType: types.manifest, digest: digestOf(bytes), bytes, contentSize };
}

// actions/build/push.ts
var CHUNK = 64 * 1024;
async function pushImage(engine, request, services) {
  const { image, clients } = request;
  const there = counter(request, services.progress ?? noProgress);
  const deliveries = clients.map((client) => new Delivery(client, services, there));
  for (const layer of request.known) for (const delivery of deliveries) delivery.alreadyThere(layer);
  const onLayer = (file) => everywhere(deliveries, fromFile(file));
  const config = everywhere(deliveries, fromBytes(image.id, image.config));
  config.catch(() => {
  });
  const layers = await exportLayers(engine, { ...request, onLayer });
  await config;
  const manifest = imageManifest(image, layers, request.format, request.annotations);
  const repositories = await Promise.all(deliveries.map((delivery) => delivery.finish(manifest)));
  return { manifest, repositories };
}
function counter({ image, clients }, progress) {
  const all = (new Set(image.layers).size + 1) * clients.length;
  const hosts = clients.map(({ repository }) => repository.host).join(", ");
  let done = 0;
  progress(`Pushing to ${hosts}`, done, all);
  return () => progress(`Pushing to ${hosts}`, ++done, all);
}
async function everywhere(deliveries, blob) {
  await Promise.all(deliveries.map((delivery) => delivery.send(blob)));
}
var Delivery = class {
  #client;
  #log;
  #clock;
  #started;
  #there;
  #sent = 0;
  constructor(client, services, there) {
    this.#client = client;
    this.#log = services.log;
    this.#clock = services.clock;
    this.#started = services.clock.now();
    this.#there = there;
  }
  alreadyThere(layer) {
    this.#say(layer.digest, layer.size, "already there");
  }
  async send(blob) {
    const begun = this.#clock.now();
    const outcome = await this.#client.uploadBlob(blob);
    if (outcome === "pushed") this.#sent += blob.size;
    const words = {
      present: "already there",
      mounted: "mounted",
      pushed: `pushed in ${formatDuration(this.#clock.now() - begun)}`
    };
    this.#say(blob.digest, blob.size, words[outcome]);
  }
  async finish(manifest) {
    const there = await this.#client.headManifest(manifest.digest);
    if (!there) await this.#client.putManifest(manifest.digest, manifest);
    const repository = formatRepository(this.#client.repository);
    this.#log.info(`${repository}@${manifest.digest}: ${this.#total(manifest)}`);
    return { repository, created: !there, sent: this.#sent };
  }
  #total(manifest) {
    const time = this.#clock.now() - this.#started;
    const rate = this.#sent > 0 && time > 0 ? ` (${formatBytes(this.#sent * 1e3 / time)}/s)` : "";
    return `${formatBytes(this.#sent)} of ${formatBytes(manifest.contentSize)} sent in ${formatDuration(time)}${rate}`;
  }
  #say(digest, size, outcome) {
    this.#log.info(
      `  ${this.#client.repository.host}  ${shortDigest(digest)}  ${formatBytes(size).padStart(8)}  ${outcome}`
    );
    this.#there();
  }
};
function fromFile(file) {
  return {
    digest: file.digest,
    size: file.size,
    open: () => createReadStream(file.path, { highWaterMark: CHUNK })
  };
}
function fromBytes(digest, bytes) {
  return { digest, size: bytes.byteLength, open: () => Readable.from([Buffer.from(bytes)]) };
}

// actions/build/record.ts
async function measure(clock, body) {
  const started = clock.now();
  const value = await body();
  return { value, time: clock.now() - started };
}
function makeRecord(outcome) {
  const { plan, leg, image, build: build2, verified, push } = outcome;
  return {
    schema: 1,
    plan: plan.id,
    planDigest: planDigest(plan),
    leg: leg.leg,
    image: leg.image,
    platform: leg.platform,
    attempt: outcome.attempt,
    ...content(image, push?.value),
    imageId: image.id,
    repositories: push?.value.repositories ?? [],
    started: new Date(outcome.started).toISOString(),
    buildTime: Math.round(build2.time),
    pushTime: Math.round(push?.time ?? 0),
    ...verified && { verified: { checks: verified.value, time: Math.round(verified.time) } },
    cache: { hits: build2.value.cacheHits, steps: build2.value.steps },
    tools: outcome.tools
  };
}
function content(image, push) {
  if (!push) {
    const mediaType2 = "application/vnd.docker.container.image.v1+json";
    return { digest: image.id, mediaType: mediaType2, size: image.config.byteLength, compressedSize: 0 };
  }
  const { digest, mediaType, bytes, contentSize } = push.manifest;
  return { digest, mediaType, size: bytes.byteLength, compressedSize: contentSize };
}

// actions/build/run.ts
async function runBuild(job, services) {
  const { engine, log, clock, verify } = services;
  const started = clock.now();
  const [tools, store] = [toolVersions(engine), locateStore(engine)];
  for (const early of [tools, store]) early.catch(() => {
  });
  const build2 = await measure(clock, () => buildFor(job, services, store));
  const { image } = build2.value;
  log.info(describeBuild(build2));
  const verified = verify && await measure(clock, () => verify(image, job.request));
  if (job.options.archive !== "")
    await saveArchive(engine, image, resolve(job.workspace, job.options.archive));
  const push = job.plan.publish ? await measure(clock, () => publish(job, image, store, services)) : void 0;
  return makeRecord({
    ...job,
    leg: job.chosen.leg,
    started,
    image,
    build: build2,
    verified,
    push,
    tools: await tools
  });
}
async function publish(job, image, store, services) {
  const { engine, registries, log } = services;
  const planned = job.chosen.image;
  const clients = planned.repositories.map((repository) => registries.open(parseRepository(repository)));
  const { format, compression } = job.options;
  const moving = planned.tags.flatMap((tag) => tag.moves ? [tag.name] : []);
  const known = compression === "gzip" ? await findKnownLayers(image, await pulledParts(image, await store, engine), clients, moving, log) : [];
  return pushImage(
    engine,
    {
      image,
      folder: resolve(job.folder, "layout"),
      format,
      compression,
      annotations: planned.annotations,
      known,
      clients
    },
    services
  );
}
async function buildFor(job, { engine, log }, store) {
  const platform = parsePlatform(job.chosen.leg.platform);
  let result = await buildImage(engine, job.request, job.folder);
  let image = await inspectImage(await store, result.imageId);
  if (!job.request.noCache && image.platform.architecture !== platform.architecture) {
    log.info(`The cache gave an image for ${image.platform.architecture}: building again without it.`);
    result = await buildImage(engine, { ...job.request, noCache: true }, job.folder);
    image = await inspectImage(await store, result.imageId);
  }
  requirePlatform(image, platform);
  return { ...result, image: job.options.reproducible ? withoutTraces(image) : image };
}
function describeBuild({ value, time }) {
  const { steps, cacheHits, image } = value;
  return `Built ${image.id} in ${formatDuration(time)}, ${cacheHits} of ${steps} steps from the cache.`;
}

// actions/build/main.ts
async function build(runner) {
  const { inputs, plan } = await readAll(runner);
  if (inputs.leg === "" && plan.legs.length === 0) {
    runner.log.info(`Nothing is built: ${plan.reason}.`);
    return;
  }
  const chosen = chooseLeg(plan, inputs.leg, process.arch);
  const source = await locateSource(chosen.image, runner.event.workspace);
  const gate = await openGate(runner, inputs, chosen);
  warnOfSecrets(runner, inputs, chosen);
  const folder = await mkdtemp(join4(runner.temp, "image-actions-"));
  saveWork(runner, { folder });
  const engine = await jobEngine(runner, { ...inputs, repositories: repositoriesOf(inputs, chosen), folder });
  const registries = openRegistries(inputs.access, { ...runner });
  try {
    const cache = await openCache(runner, { inputs, plan, chosen, engine, registries });
    const request = buildRequest(chosen, inputs.options, {
      source,
      secrets: await secretArguments(inputs.secrets, inputs.secretFiles, folder),
      cacheFrom: cache.readFrom,
      date: await commitTime(runner) ?? new Date(plan.created)
    });
    const { attempt, workspace } = runner.event;
    const job = { plan, chosen, options: inputs.options, request, attempt, workspace, folder };
    const record = await runBuild(job, {
      ...runner,
      engine,
      registries,
      verify: gate?.({ engine, folder })
    });
    await leaveRecord(runner, record);
    saveWork(runner, { folder, cache: cache.write(request, engine) });
  } finally {
    registries.close();
  }
}
async function readAll(runner) {
  const problems = new Problems();
  const inputs = problems.try(() => parseInputs(runner.inputs, runner.event));
  for (const secret of inputs ? [...secretsOf(inputs.access), ...inputs.secrets.values()] : [])
    runner.mask(secret);
  const given = runner.inputs.text("plan").trim();
  const request = inputs?.request ?? readPlanRequest(runner.inputs);
  const credentials = inputs && given === "" ? { credentials: await loginHosts(inputs.access, runner) } : {};
  const token = runner.inputs.text("github-token");
  if (!inputs && given !== "") problems.throwIfAny();
  const plan = await problems.tryAsync(() => obtainPlan(runner, given, { ...request, ...credentials }, token));
  problems.throwIfAny();
  return { inputs, plan };
}
function repositoriesOf({ options }, { image }) {
  return [...image.repositories, options.cacheRepository].filter((name) => name !== "");
}
function warnOfSecrets(runner, inputs, chosen) {
  const planned = new Set(Object.keys(chosen.image.buildArgs));
  for (const name of secretLikeArguments(inputs.options.buildArgs).filter((each) => !planned.has(each))) {
    runner.log.warn(
      `The build argument ${name} looks like a secret; everybody can read it in the image's history. Use "secrets".`
    );
  }
}
async function leaveRecord(runner, record) {
  const name = recordArtifact(record.plan, record.leg, record.attempt);
  await (await runner.artifacts()).put(name, serialiseRecord(record));
  setOutputs(runner, record, name);
}

export {
  build
};
