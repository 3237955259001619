import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  snapshotInputs
} from "./chunk-G2NJLNQT.js";
import {
  CORE,
  isCoreLeft,
  leftCore
} from "./chunk-3O4YVS4M.js";
import {
  pinned
} from "./chunk-KPLOK53V.js";
import {
  verifyInstallation
} from "./chunk-6P6CY3IM.js";
import "./chunk-SUHOLRIE.js";
import {
  PYTHON_HINT,
  installationOf,
  resolveInside
} from "./chunk-UNXV3V2A.js";
import "./chunk-ILG7TDND.js";
import {
  counted,
  nodesIn
} from "./chunk-ZLFWH7DP.js";
import {
  obtainImage
} from "./chunk-XLVGLC4M.js";
import {
  placeOf
} from "./chunk-CXSWWLLO.js";
import {
  NONE
} from "./chunk-UJVJRZQK.js";
import "./chunk-S3NHVWSB.js";
import {
  digestOf
} from "./chunk-ZQ3A7QTU.js";
import {
  textTable
} from "./chunk-URNUVPV7.js";
import "./chunk-57ATMLXS.js";
import "./chunk-EOUI6E6D.js";
import "./chunk-7I2WASTN.js";
import {
  NOT_WORKING,
  notWorking
} from "./chunk-UTNP4HKY.js";
import {
  openEngine
} from "./chunk-PR5VHADN.js";
import {
  isThere
} from "./chunk-SFAXQ2WK.js";
import {
  lastSaid
} from "./chunk-LUX6I4HD.js";
import "./chunk-RZBAGCDT.js";
import "./chunk-ZNDI3WQU.js";
import "./chunk-BKXCIMUH.js";
import "./chunk-GDCOOEY7.js";
import {
  sentence
} from "./chunk-HNYI7RT3.js";
import {
  plain,
  table
} from "./chunk-TIJULC24.js";
import "./chunk-DNWJD24H.js";
import "./chunk-EZQO47NV.js";
import "./chunk-Z26LTSII.js";
import {
  UserError,
  UserErrors
} from "./chunk-GTGSVCFP.js";
import "./chunk-TO6V6YKD.js";

// actions/snapshot/image.ts
import { join, resolve as resolve2 } from "node:path";

// actions/engine/mounted.ts
var UNSHARED = { code: "IMG2110", hint: "Without root, run this inside of podman unshare." };
async function withMountedImage(podman, image, look) {
  const config = await configOf(podman, image);
  try {
    return await look({ root: await mount(podman, image), config });
  } finally {
    const args = ["image", "unmount", "--", image];
    await podman.run("podman", args, { env: podman.env, finishing: true, anyExit: true });
  }
}
async function configOf({ run, env }, image) {
  const args = ["image", "inspect", "--format", "{{json .Config}}", "--", image];
  const { stdout } = await run("podman", args, { env }).catch((error) => {
    throw notWorking(error, `podman can't inspect the image ${image}`);
  });
  const config = JSON.parse(stdout);
  const pairs = (config.Env ?? []).map((line) => {
    const equals = line.indexOf("=");
    return equals < 0 ? [line, ""] : [line.slice(0, equals), line.slice(equals + 1)];
  });
  return { env: Object.fromEntries(pairs), user: config.User ?? "", workingDir: config.WorkingDir ?? "" };
}
async function mount({ run, env }, image) {
  const args = ["image", "mount", "--", image];
  const { exitCode, stdout, stderr } = await run("podman", args, { env, finishing: true, anyExit: true });
  const root = stdout.trim();
  if (exitCode === 0 && root !== "") return root;
  const said = lastSaid(stderr);
  const { code, hint } = /unshare/.test(said) ? UNSHARED : NOT_WORKING;
  throw new UserError(code, `podman can't mount the image ${image}: ${said}.`, { hint });
}

// actions/snapshot/unshared.ts
import { realpath } from "node:fs/promises";
import { dirname, extname, resolve } from "node:path";
async function verifyUnshared(image, task) {
  const { inputs, runner, services, path } = task;
  const given = { image, snapshot: path(inputs.snapshot), report: "" };
  const options = snapshotInputs().filter(({ name }) => !NOT_PASSED.has(name)).map(({ name }) => `--${name}=${given[name] ?? runner.inputs.text(name)}`);
  const program = [process.execPath, await ownProgram(process.argv[1] ?? ""), "verify", "--json", ...options];
  const { stdout, stderr } = await services.run("podman", ["unshare", ...program], {
    cwd: runner.event.workspace,
    anyExit: true
  });
  try {
    const { checked, mismatches } = JSON.parse(stdout);
    return { checked, mismatches };
  } catch (cause) {
    throw new UserError(
      "IMG8303",
      `podman unshare failed: ${sentence(stderr.trim().split("\n").at(-1) ?? "")}`,
      {
        hint: "Without root, this needs ranges of users and groups in /etc/subuid and /etc/subgid.",
        cause
      }
    );
  }
}
var NOT_PASSED = /* @__PURE__ */ new Set(["mode", "github-token", "output", "from", "to", "candidate"]);
async function ownProgram(started) {
  const real = await realpath(started);
  const beside = resolve(dirname(real), `../snapshot/cli${extname(real)}`);
  return await isThere(beside) ? beside : real;
}

// actions/snapshot/image.ts
async function verifyImage(snapshot, task) {
  const { inputs, lock, services } = task;
  const engine = openEngine(services.run, services.environment, {}, "");
  const id = await obtainImage(engine, inputs.image);
  if (process.getuid?.() !== 0) return verifyUnshared(id, task);
  return withMountedImage(engine, id, async (mounted) => {
    const of = await installationIn(mounted, inputs.installation);
    const { installScripts } = inputs.restoring;
    const { root } = mounted;
    return verifyInstallation({ snapshot, ...lock ? { lock } : {}, of, installScripts, root }, services);
  });
}
async function installationIn({ root, config }, { nodes, comfyui, python }) {
  const inside = (path) => resolve2("/", config.workingDir, path);
  return {
    nodes: inside(nodes),
    core: comfyui === "" ? await coreAbove(inside(nodes), root) : comfyui === NONE ? void 0 : inside(comfyui),
    python: python === NONE ? void 0 : await pythonIn(python, root, config.env, inside)
  };
}
async function coreAbove(nodes, root) {
  const real = await resolveInside(root, nodes);
  const above = real === void 0 ? join(nodes, "..") : join("/", real.slice(root.length), "..");
  return await resolveInside(root, join(above, "main.py")) === void 0 ? void 0 : above;
}
async function pythonIn(given, root, env, inside) {
  if (given.includes("/")) return inside(given);
  if (given === "" && env.VIRTUAL_ENV) return join(env.VIRTUAL_ENV, "bin/python");
  const name = given || "python3";
  for (const folder of (env.PATH ?? "").split(":").filter((each) => each.startsWith("/")))
    if (await resolveInside(root, join(folder, name)) !== void 0) return join(folder, name);
  throw new UserError("IMG8302", `There is no ${name} in the image.`, { hint: PYTHON_HINT });
}

// actions/snapshot/report/verified.ts
var HEAD = ["What", "Differs in", "Expected", "Found"];
function verifiedText(verification2) {
  const { mismatches } = verification2;
  const rows = mismatches.map(({ subject, what, expected, actual }) => [subject, what, expected, actual]);
  return `${[`${headline(verification2)}.`, ...rows.length === 0 ? [] : ["", textTable(HEAD, rows)]].join("\n")}
`;
}
function verifiedMarkdown(verification2) {
  const rows = verification2.mismatches.map(
    ({ subject, what, expected, actual }) => [subject, what, expected, actual].map(plain)
  );
  return [`## ${plain(headline(verification2))}`, ...rows.length === 0 ? [] : [table(HEAD, rows)]].join(
    "\n\n"
  );
}
function headline({ checked, mismatches }) {
  const count = (what) => checked.filter((each) => each.what === what).length;
  const core = count("core") > 0 ? "ComfyUI, " : "";
  const nodes = counted(count("node") + count("file"), "node");
  const packages = count("package") > 0 ? ` and ${counted(count("package"), "package")}` : "";
  const looked = `${core}${nodes}${packages}`;
  return mismatches.length === 0 ? `${looked} are as the snapshot says` : `${counted(mismatches.length, "mismatch").replace("mismatchs", "mismatches")} in ${looked}`;
}

// actions/snapshot/unproven.ts
function tellIfUnproven({ read, lock, services }) {
  const { registry, files } = read.snapshot;
  const names = [
    ...registry.flatMap(({ id }) => lock?.registry[id]?.files === void 0 ? [id] : []),
    ...files.flatMap(({ filename }) => lock?.files?.[filename] === void 0 ? [filename] : [])
  ];
  if (names.length > 0)
    services.log.warn(
      `What is in the files of ${names.join(", ")} is not compared, as no lock says it. Mode lock writes one.`
    );
}

// actions/snapshot/modes/verify.ts
var verify = async (task) => {
  const { snapshot } = await pinned(task.read.snapshot, task);
  const { checked, mismatches } = withCore(await verification(snapshot, task), task);
  tellIfUnproven(task);
  if (isWrongFolder({ checked, mismatches })) task.services.log.warn(wrongFolder(task));
  const digest = digestOf(snapshot);
  const errors = mismatches.map((each) => mismatchError(each, task));
  return {
    outputs: {
      digest,
      nodes: String(nodesIn(snapshot)),
      changed: "false",
      mismatches: JSON.stringify(mismatches)
    },
    document: { mode: "verify", file: task.read.file, digest, checked, mismatches },
    text: verifiedText({ checked, mismatches }),
    markdown: verifiedMarkdown({ checked, mismatches }),
    ...errors.length === 0 ? {} : { error: new UserErrors(errors), told: true }
  };
};
async function verification(snapshot, task) {
  const { image, restoring } = task.inputs;
  if (image !== "") return verifyImage(snapshot, task);
  const { installScripts } = restoring;
  const of = await installationOf(task);
  return verifyInstallation(
    { snapshot, ...task.lock ? { lock: task.lock } : {}, of, installScripts },
    task.services
  );
}
function withCore({ checked, mismatches }, task) {
  const seen = checked.map(({ subject }) => subject);
  if (!isCoreLeft(seen, task)) return { checked, mismatches };
  const expected = task.read.snapshot.comfyui ?? "";
  return {
    checked,
    mismatches: [{ subject: CORE, what: "missing", expected, actual: leftCore(task) }, ...mismatches]
  };
}
function isWrongFolder({ checked, mismatches }) {
  const nodes = checked.filter(({ what }) => what === "node");
  const missing = mismatches.filter(({ what, actual }) => what === "missing" && actual === "not there");
  return nodes.length > 0 && nodes.every(({ subject }) => missing.some((each) => each.subject === subject));
}
function wrongFolder({ inputs: { image, installation } }) {
  const where = image === "" ? "here" : "in the image";
  const example = image === "" ? "ComfyUI/custom_nodes" : "/app/ComfyUI/custom_nodes";
  return `No node lies in "${installation.nodes}" ${where}. If that is the wrong folder, set "nodes" to the right one, such as ${example}.`;
}
function mismatchError({ subject, what, expected, actual }, { read }) {
  return new UserError("IMG8801", `${subject}: ${what}: expected ${expected}, but found ${actual}.`, {
    hint: 'Restore the snapshot there, or take what is there into it with "snapshot save".',
    place: placeOf(subject, read)
  });
}
export {
  verify
};
