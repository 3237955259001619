import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  openImage,
  parseInputs
} from "./chunk-SN4GNESW.js";
import {
  SCHEMA_ADDRESS
} from "./chunk-OZFBX7LI.js";
import {
  FileScan,
  configOf,
  isShipped,
  lostHealthcheck,
  modeOf,
  packageCaches,
  readContents,
  scanConfig,
  setuidFiles,
  typeOf,
  worldWritable
} from "./chunk-ZR2G3TUJ.js";
import "./chunk-XLVGLC4M.js";
import "./chunk-WMKCG7NY.js";
import "./chunk-V4544LNU.js";
import "./chunk-RRHYVJRH.js";
import "./chunk-353UZVSC.js";
import "./chunk-IP3JZAI2.js";
import "./chunk-DOI4ZRPN.js";
import "./chunk-O7MKDZIK.js";
import "./chunk-UTNP4HKY.js";
import "./chunk-PR5VHADN.js";
import "./chunk-IJOCRBIZ.js";
import "./chunk-CILVAWX5.js";
import "./chunk-THVJOUJ4.js";
import {
  isThere
} from "./chunk-SFAXQ2WK.js";
import "./chunk-LUX6I4HD.js";
import {
  secretsOf
} from "./chunk-SEJ6WIJR.js";
import "./chunk-ZNDI3WQU.js";
import "./chunk-5XXXVB74.js";
import "./chunk-BKXCIMUH.js";
import "./chunk-GDCOOEY7.js";
import {
  sentence
} from "./chunk-HNYI7RT3.js";
import "./chunk-J6MGYEM6.js";
import "./chunk-DNWJD24H.js";
import "./chunk-EZQO47NV.js";
import {
  InputError,
  messageOf
} from "./chunk-GTGSVCFP.js";
import "./chunk-TO6V6YKD.js";

// actions/verify/draft.ts
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";

// actions/checks/contents/read-facts.ts
async function readFacts(image, engine) {
  const config2 = configOf(image);
  const scan = new FileScan();
  const contents = await readContents(engine, image, {
    texts: [],
    onFile: (entry2, layer) => scan.reader(entry2, layer)
  });
  const { tree, users, size } = contents;
  return {
    config: config2,
    layers: image.layers.length,
    size,
    user: users.whoIs(config2.user),
    paths: pathsWorthChecking(config2).flatMap((path) => knownPath(path, contents)),
    shell: tree.resolve("/bin/sh").node?.entry.type === "file",
    hardening: {
      setuid: setuidFiles(tree).filter((path) => !isShipped(path)),
      worldWritable: worldWritable(tree),
      packageCaches: packageCaches(tree).map(({ folder }) => folder)
    },
    secrets: [...Object.values(scanConfig(config2)).flat(), ...scan.found].map(placeOf)
  };
}
function pathsWorthChecking({ workdir, entrypoint, cmd }) {
  const programs = [entrypoint[0], entrypoint.length === 0 ? cmd[0] : void 0];
  return [.../* @__PURE__ */ new Set([workdir, ...programs])].filter(
    (path) => path?.startsWith("/") === true && path !== "/"
  );
}
function knownPath(path, { tree, users }) {
  const { node } = tree.resolve(path);
  const type = node && typeOf(node);
  if (!node || !type || type === "device") return [];
  return [{ path, type, mode: modeOf(node), owner: users.ownerOf(node.entry) }];
}
function placeOf({ rule: rule2, path, name }) {
  return { rule: rule2, ...path === void 0 ? {} : { path }, ...name === void 0 ? {} : { name } };
}

// actions/checks/draft/written-out.ts
function textOf(text) {
  const literal = text.replaceAll("{{", "\\{{");
  const isPlain = /^[A-Za-z/][\w./-]*$/.test(literal) && !/^(true|false|null)$/i.test(literal);
  return isPlain ? literal : JSON.stringify(literal);
}
function listOf(items) {
  return `[${items.map((item) => typeof item === "number" ? item : textOf(item)).join(", ")}]`;
}
function mappingOf(entries) {
  const written = Object.entries(entries).flatMap(
    ([key, value]) => value === void 0 ? [] : [`${key}: ${typeof value === "number" ? value : textOf(value)}`]
  );
  return `{ ${written.join(", ")} }`;
}
function globOf(path) {
  return (path.startsWith("/") ? path : `/${path}`).replace(/[\\*?[\]{}()!+@|"]/g, "?");
}

// actions/checks/draft/as-it-lies.ts
function asItLies(facts) {
  return [
    "",
    "image:",
    ...[...user(facts), ...config(facts), ...budget(facts)].map((line) => `  ${line}`),
    ...files(facts),
    ...hardening(facts),
    ...secrets(facts)
  ];
}
function user({ config: config2, user: user2 }) {
  const { name, uid, gid } = user2;
  if (config2.user === "")
    return ["# It runs as root: a USER in the Containerfile takes that from whoever breaks in.", 'user: ""'];
  const known = [name, uid, gid].some((part) => part !== void 0);
  return [`user: ${known ? mappingOf({ name, uid, gid }) : textOf(config2.user)}`];
}
function config({ config: config2 }) {
  const { entrypoint, cmd, workdir, ports, healthcheck } = config2;
  const numbers = ports.map(portOf);
  return [
    ...entrypoint.length > 0 ? [`entrypoint: ${listOf(entrypoint)}`] : [],
    ...cmd.length > 0 ? [`cmd: ${listOf(cmd)}`] : [],
    .../^\/./.test(workdir) ? [`workdir: ${textOf(workdir)}`] : [],
    ...numbers.length > 0 && numbers.every((port) => port !== void 0) ? [`ports: ${listOf(numbers)}`] : [],
    ...healthcheck ? ["healthcheck: true"] : [
      lostHealthcheck(config2) ? "# Its HEALTHCHECK was lost: build with --format docker. Then:" : "# It has no HEALTHCHECK; once it has one:",
      "#healthcheck: true"
    ]
  ];
}
function portOf(port) {
  const [, digits = "", protocol = "tcp"] = /^(\d+)(?:\/(tcp|udp|sctp))?$/.exec(port) ?? [];
  const number = Number(digits);
  if (digits === "" || number < 1 || number > 65535) return void 0;
  return protocol === "tcp" ? number : `${number}/${protocol}`;
}
function budget({ size, layers }) {
  const megabytes = size / 1e6;
  const now = megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes);
  return [
    `max-size: ${Math.max(1, Math.ceil(megabytes * 1.1))} MB # ${now} MB now`,
    `#max-layers: ${Math.max(1, layers)}`
  ];
}
function files({ paths }) {
  const absolute = paths.filter(({ path }) => path.startsWith("/"));
  return [
    "",
    "# exists: false says that something is not there, such as tests or a compiler.",
    ...absolute.length === 0 ? ["#files:", "#  - { path: /app/tests, exists: false }"] : ["files:"],
    ...absolute.flatMap(entry)
  ];
}
function entry({ path, type, mode, owner }) {
  return [
    `  - path: ${textOf(path)}`,
    ...type === "file" ? [] : [`    type: ${type}`],
    ...type === "link" ? [] : [`    mode: ${JSON.stringify(mode)}`],
    `    owner: ${textOf(owner)}`
  ];
}
var MOST_ALLOWED = 20;
function hardening({ hardening: { setuid, worldWritable: worldWritable2, packageCaches: packageCaches2 } }) {
  const rules = [
    ...rule("setuid", setuid.map(globOf), "with the rights of others"),
    ...rule("world-writable", worldWritable2.map(globOf), "that everybody may write"),
    ...rule(
      "package-caches",
      packageCaches2.map((folder) => `${globOf(folder)}/**`),
      "of package managers"
    )
  ];
  if (rules.length === 0) return ["", "hardening: {}"];
  return [
    "",
    "# What is allowed here was found: take out of the image what it can do without.",
    "hardening:",
    ...rules
  ];
}
function rule(name, found, what) {
  if (found.length === 0) return [];
  const counted = `${found.length} ${found.length === 1 ? "path" : "paths"} ${what}`;
  if (found.length > MOST_ALLOWED) return [`  ${name}: false # ${counted}`];
  return [`  ${name}: # ${counted}`, "    allow:", ...found.map((glob) => `      - ${textOf(glob)}`)];
}
function secrets({ secrets: secrets2 }) {
  if (secrets2.length === 0) return ["", "secrets: {}"];
  return [
    "",
    "# These look like credentials. Whoever can pull the image can read them: exchange them, take them out of it and",
    "# of these lines, and leave only what is none.",
    "secrets:",
    "  allow:",
    ...new Set(secrets2.map(allowance))
  ];
}
function allowance({ rule: rule2, path, name }) {
  return `    - ${mappingOf({ rule: rule2, path: path === void 0 ? void 0 : globOf(path), name })}`;
}

// actions/checks/draft/as-it-runs.ts
function asItRuns(facts) {
  const port = facts.config.ports.map(portOf).find((port2) => typeof port2 === "number");
  const service = serviceBeside(port);
  return [
    "",
    "# What it needs beside it. The containers share one network, and nothing else is in it.",
    ...off(["services:", `  ${service.name}:`, ...service.lines.map((line) => `    ${line}`)]),
    "",
    "# The image itself, started with what it needs.",
    ...off(["run:", ...started(facts, port, service).map((line) => `  ${line}`)]),
    "",
    "# What it must refuse: without the variable it ends at once, and names it.",
    ...off([
      "cases:",
      `  - name: ${service.variable} is missing`,
      `    env: { ${service.variable}: null }`,
      "    exit: non-zero",
      `    output: { contains: ${service.variable} }`
    ]),
    "",
    "# What a change of the sources must not build again. It needs what the image was built from.",
    ...off(["rebuild:", "  - edit: app/main.py", "    cached: [RUN pip install]", "    rebuilt: [COPY app]"])
  ];
}
var POSTGRES = {
  name: "db",
  port: 5432,
  lines: [
    "image: docker.io/library/postgres:17",
    "env: { POSTGRES_PASSWORD: test }",
    "port: 5432",
    "ready: { exec: [pg_isready, -h, 127.0.0.1] }"
  ],
  variable: "DATABASE_URL",
  url: "postgresql://postgres:test@{{db.host}}:{{db.port}}/postgres"
};
var REDIS = {
  name: "cache",
  port: 6379,
  lines: ["image: docker.io/library/redis:7", "port: 6379", "ready: { tcp: 6379 }"],
  variable: "REDIS_URL",
  url: "redis://{{cache.host}}:{{cache.port}}/0"
};
function serviceBeside(port) {
  return port === POSTGRES.port ? REDIS : POSTGRES;
}
function started({ config: config2, user: user2, shell }, port, service) {
  const isRoot = (user2.uid ?? 0) === 0;
  return [
    `env: { ${service.variable}: ${JSON.stringify(service.url)} }`,
    ...readiness(config2.healthcheck !== void 0, port),
    "# Read from /proc, so that it is true of the processes themselves.",
    `process: ${isRoot ? "{ uid: 1000 }" : mappingOf({ uid: user2.uid, gid: user2.gid })}`,
    ...port === void 0 ? [] : ["http:", "  - path: /", "    status: 200"],
    ...shell && !isRoot ? ["exec:", '  - cmd: [sh, -c, "! touch /usr/bin/x"] # what it may not write'] : [],
    "# Both streams together; stdout and stderr can be asked alone.",
    "logs: { output: { excludes: Traceback } }",
    "# After SIGTERM it ends with 0 within 10s.",
    "stop: {}"
  ];
}
function readiness(hasHealthcheck, port) {
  if (hasHealthcheck) return ["# When its own HEALTHCHECK succeeds.", "ready: { healthcheck: true }"];
  return port === void 0 ? [] : [`ready: { http: { path: /, port: ${port} } }`];
}
function off(lines) {
  return lines.map(
    (line) => line.replace(/^(\s*)(# )?/, (_all, blanks, comment) => `#${blanks}${comment ?? ""}`)
  );
}

// actions/checks/draft/draft.ts
function draftCheckFile(facts) {
  const lines = [
    `# yaml-language-server: $schema=${SCHEMA_ADDRESS}`,
    "# What must hold for this image before anybody can pull it. Drafted from the image as it is, so all of this passes",
    "# now: keep what you mean, and leave out what may change.",
    "version: 1",
    ...asItLies(facts),
    "",
    '# Everything below is switched off. Take the "#" away from what you want, and put your own values in.',
    ...asItRuns(facts)
  ];
  return `${lines.join("\n")}
`;
}

// actions/verify/draft.ts
var SHOWN = "-";
async function draft(runner) {
  const inputs = parseInputs(runner.inputs, runner.event);
  for (const secret of secretsOf(inputs.access)) runner.mask(secret);
  const { file } = inputs.checkFile;
  const path = resolve(runner.event.workspace, file);
  if (file !== SHOWN) await requireAbsent(file, path);
  const { image, engine } = await openImage(runner, inputs);
  const text = draftCheckFile(await readFacts(image, engine));
  const document = { file, draft: text };
  if (file === SHOWN) return { document, text };
  await write(file, path, text);
  return {
    document,
    text: `${file} is written. Read it, add what matters, and run: npx image-actions verify ${inputs.image}
`
  };
}
async function requireAbsent(file, path) {
  if (await isThere(path)) throw alreadyThere(file);
}
async function write(file, path, text) {
  await writeFile(path, text, { flag: "wx" }).catch((cause) => {
    if (cause.code === "EEXIST") throw alreadyThere(file);
    throw new InputError(
      "IMG7003",
      `The check file "${file}" can't be written: ${sentence(messageOf(cause))}`,
      {
        hint: "Name another path with --file, or write --file - to see the draft.",
        cause
      }
    );
  });
}
function alreadyThere(file) {
  return new InputError("IMG7002", `The check file "${file}" is there already.`, {
    hint: "Name another one with --file, or write --file - to see what would be drafted."
  });
}
export {
  draft
};
