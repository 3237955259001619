import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  terminalSummary
} from "../chunks/chunk-C35D4GE5.js";
import "../chunks/chunk-UM2EU6ZV.js";
import "../chunks/chunk-5XXXVB74.js";
import {
  finishPipeline,
  folderArtifacts,
  runPipeline
} from "../chunks/chunk-NHUH7DC7.js";
import "../chunks/chunk-IZVU4G3T.js";
import "../chunks/chunk-JKF2EBZU.js";
import "../chunks/chunk-25K77DWZ.js";
import "../chunks/chunk-HCSJIDNV.js";
import {
  parse
} from "../chunks/chunk-5THWWG6Q.js";
import "../chunks/chunk-OSPWAXBH.js";
import "../chunks/chunk-6VU5CMNP.js";
import "../chunks/chunk-X77PGXKT.js";
import "../chunks/chunk-OBTPG6WR.js";
import "../chunks/chunk-KR75YBR5.js";
import "../chunks/chunk-KY2NBT2M.js";
import "../chunks/chunk-VXUCMASS.js";
import {
  fullDisk,
  plainOutput,
  processRunner,
  traceTo
} from "../chunks/chunk-QNVU2JFQ.js";
import "../chunks/chunk-DNWJD24H.js";
import {
  systemClock
} from "../chunks/chunk-7RD6AW52.js";
import {
  CancelledError,
  UserError,
  UserErrors,
  isUserError
} from "../chunks/chunk-TXYBSCTN.js";
import "../chunks/chunk-FRW43CCR.js";
import "../chunks/chunk-X5AATHZ6.js";

// actions/pipeline/cli.ts
import { tmpdir as tmpdir2 } from "node:os";
import { resolve } from "node:path";

// actions/runner/terminal.ts
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
function openTerminal(inputs, options) {
  const { signal, workspace } = options;
  const event = localEvent(workspace);
  const temp = mkdtempSync(join(tmpdir(), "image-actions-"));
  const output = plainOutput((text) => process.stdout.write(text));
  const outputs = /* @__PURE__ */ new Map();
  const state = /* @__PURE__ */ new Map();
  const artifacts = folderArtifacts(join(temp, "artifacts"));
  const log = terminalLog(output);
  const start = processRunner(output, signal);
  const runner = {
    inputs,
    event,
    log,
    ...options.trace ? { trace: traceTo(log) } : {},
    // As on GitHub's runner: paths in options are relative to the checkout.
    run: (command, args, given) => start(command, args, { cwd: workspace, ...given }),
    clock: systemClock,
    signal,
    temp,
    environment: process.env,
    artifacts: async () => artifacts,
    setOutput: (name, value) => outputs.set(name, value),
    mask: () => {
    },
    saveState: (name, value) => state.set(name, value),
    state: (name) => state.get(name) ?? "",
    addPath: () => {
    },
    exportVariable: () => {
    },
    summary: async () => {
    }
  };
  mkdirSync(join(temp, "artifacts"));
  return { runner, outputs, close: () => rmSync(temp, { recursive: true, force: true }) };
}
function terminalLog(output) {
  return {
    debug: () => {
    },
    info: (message) => output.own(message),
    warn: (message) => output.own(`warning: ${message}`),
    group: async (title, body) => {
      output.own(title);
      return body();
    }
  };
}
function localEvent(workspace) {
  const git = (...args) => askGit(workspace, args);
  const sha = git("rev-parse", "HEAD");
  if (sha === void 0) {
    throw new UserError(`"${workspace}" is not a git checkout with a commit.`, {
      hint: "Run this in a clone of your repository."
    });
  }
  const branch = git("symbolic-ref", "--short", "HEAD");
  const tag = branch === void 0 ? git("describe", "--exact-match", "--tags", "HEAD") : void 0;
  const remote = readRemote(git("remote", "get-url", "origin") ?? "");
  return {
    name: "push",
    ref: branch !== void 0 ? `refs/heads/${branch}` : tag !== void 0 ? `refs/tags/${tag}` : "HEAD",
    sha,
    repository: remote?.path ?? "",
    defaultBranch: defaultBranch(git) ?? branch ?? "",
    payload: {},
    actor: process.env.USER ?? "",
    runId: String(process.pid),
    attempt: 1,
    serverUrl: `https://${remote?.host ?? "github.com"}`,
    apiUrl: process.env.GITHUB_API_URL ?? "https://api.github.com",
    workspace
  };
}
function readRemote(url) {
  const parts = /^(?:\w+:\/\/)?(?:[^/@]+@)?([^/:@]+)(?::\d+)?[/:](?:.*\/)?([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(
    url
  );
  const [, host = "", path = ""] = parts ?? [];
  return host === "" || /^[.~]/.test(host) || url.startsWith("file:") ? void 0 : { host, path };
}
function defaultBranch(git) {
  const head = git("symbolic-ref", "--short", "refs/remotes/origin/HEAD")?.replace(/^origin\//, "");
  return head ?? ["main", "master"].find((name) => git("rev-parse", "--verify", `refs/heads/${name}`));
}
function askGit(workspace, args) {
  try {
    return execFileSync("git", ["-C", workspace, ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"]
    }).trim() || void 0;
  } catch {
    return void 0;
  }
}

// actions/pipeline/command-line.ts
import { parseArgs } from "node:util";
var UsageError = class extends UserError {
};
var HINT = '"npm start -- --help" lists the options.';
function parseCommandLine(args, manifest) {
  const { values, positionals } = parse2(args, manifest);
  const given = values;
  const help = values.help === true || positionals.includes("help");
  const [command, stray] = positionals;
  if (!help && command !== "run") throw new UsageError("There is no such command.", { hint: HINT });
  if (!help && stray !== void 0) {
    throw new UsageError(`"${stray}" belongs to no option.`, {
      hint: `Options begin with two dashes, as in --checkout FOLDER; ${HINT}`
    });
  }
  const inputs = manifest.map(({ name }) => [name, given[name]]);
  const checkout = String(values.checkout ?? ".");
  return { help, trace: values.trace === true, checkout, inputs: Object.fromEntries(inputs) };
}
function parse2(args, manifest) {
  const text = { type: "string" };
  const options = {
    help: { type: "boolean", short: "h" },
    trace: { type: "boolean" },
    checkout: text,
    ...Object.fromEntries(manifest.map(({ name }) => [name, text]))
  };
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (cause) {
    throw explained(cause);
  }
}
function explained(cause) {
  const [option2 = ""] = /--?[\w-]+/.exec(cause.message) ?? [];
  if (cause.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION")
    return new UsageError(`There is no option ${option2}.`, { hint: HINT, cause });
  if (/ambiguous/.test(cause.message)) {
    const hint = `Write the value after "=", as in ${option2}='-\u2026'.`;
    return new UsageError(`What follows ${option2} begins with a dash.`, { hint, cause });
  }
  if (/argument missing/.test(cause.message)) {
    const hint = `Write it behind, as in ${option2} VALUE; what is yes or no takes true or false.`;
    return new UsageError(`The option ${option2} has no value.`, { hint, cause });
  }
  return new UsageError(cause.message, { hint: HINT, cause });
}

// actions/pipeline/manifest-inputs.ts
import { readFileSync } from "node:fs";
function readManifest(path) {
  const { inputs } = parse(readFileSync(path, "utf8"));
  return Object.entries(inputs).map(([name, input]) => ({
    name,
    description: input.description,
    // Expressions are GitHub's to resolve.
    default: input.default?.startsWith("${{") ? "" : input.default ?? ""
  }));
}
var SECRET_INPUTS = /* @__PURE__ */ new Set([
  "github-token",
  "dockerhub-token",
  "registry-auth",
  "secrets"
]);
function optionReader(manifest, given, environment) {
  const defaults = new Map(manifest.map((input) => [input.name, input.default]));
  return {
    text: (name) => {
      const variable = SECRET_INPUTS.has(name) ? environment[variableOf(name)] : void 0;
      return given[name] ?? variable ?? defaults.get(name) ?? "";
    }
  };
}
function variableOf(name) {
  return name.toUpperCase().replaceAll("-", "_");
}

// actions/pipeline/help.ts
var WIDTH = 78;
var HEAD = `From a Containerfile to a published image, on this machine

Usage
  npm start                                       an example, on loopback
  npm start -- --checkout FOLDER [options]        your own image

Examples
  Build the checkout for this machine's platform, and publish nothing:
    npm start -- --checkout ../app --skip-push true

  Publish to GitHub's registry under one tag:
    GITHUB_TOKEN=\u2026 npm start -- --checkout ../app \\
      --registries ghcr.io/owner --tag-name test

  Two platforms, two registries, logins taken from podman login:
    npm start -- --checkout ../app --platforms linux/amd64,linux/arm64 \\
      --registries ghcr.io/owner,docker.io/user --image app

Options
  --checkout FOLDER
      The git checkout; the current folder unless given.
  --trace
      Tells every request to a registry, its status and its time.
`;
function helpText(manifest) {
  return `${HEAD}${manifest.map(option).join("")}`;
}
function option({ name, description, default: value }) {
  const facts = [
    ...value === "" ? [] : [`Default: ${value}`],
    ...SECRET_INPUTS.has(name) ? [`Better given as the variable ${variableOf(name)}.`] : []
  ];
  return `  --${name} TEXT
${wrap([description, ...facts].join(" "))}
`;
}
function wrap(text) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1];
    if (last.length + word.length < WIDTH - 6)
      lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => `      ${line}`).join("\n");
}

// actions/pipeline/cli.ts
process.exitCode = await main(process.argv.slice(2));
async function main(args) {
  const manifest = readManifest(new URL("../../action.yml", import.meta.url));
  try {
    const line = parseCommandLine(args, manifest);
    if (!line.help) return await run(manifest, line);
    process.stdout.write(helpText(manifest));
    return 0;
  } catch (error) {
    return explain(error);
  }
}
async function run(manifest, line) {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"])
    process.on(signal, () => controller.abort(new CancelledError()));
  const terminal = openTerminal(optionReader(manifest, line.inputs, process.env), {
    signal: controller.signal,
    workspace: resolve(line.checkout),
    trace: line.trace
  });
  try {
    const report = await runPipeline(terminal.runner);
    process.stdout.write(`
${terminalSummary(report)}`);
    if (report.error !== void 0) throw report.error;
    return 0;
  } finally {
    await finish(terminal);
  }
}
async function finish({ runner, close }) {
  await finishPipeline({ ...runner, signal: new AbortController().signal }).finally(close);
}
function explain(thrown) {
  const error = isUserError(thrown) ? thrown : fullDisk(thrown, { path: tmpdir2(), variable: "TMPDIR" }) ?? thrown;
  if (error instanceof CancelledError) {
    process.stderr.write(`${error.message}
`);
    return 130;
  }
  if (!isUserError(error)) {
    process.stderr.write(`This is a bug in image-actions. Please report it.
${error.stack}
`);
    return 1;
  }
  const all = error instanceof UserErrors ? error.errors : [error];
  for (const each of all) process.stderr.write(`error: ${each}
`);
  return error instanceof UsageError ? 2 : 1;
}
