import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  JSON_OPTION,
  exampleText,
  inputText,
  makeTemporaryFolder,
  optionText,
  temporaryFolder
} from "./chunk-TMXLOKAH.js";
import {
  COMMANDS,
  commandNames,
  findCommand,
  modesText
} from "./chunk-Q2JPOYJR.js";
import "./chunk-G2NJLNQT.js";
import {
  CARRIED_FOLDER
} from "./chunk-6UDIQTCQ.js";
import {
  headOf
} from "./chunk-SV6R6RAU.js";
import {
  folderArtifacts
} from "./chunk-OECDORJV.js";
import {
  isFlag,
  optionReader
} from "./chunk-7I2WASTN.js";
import "./chunk-KID3JUHS.js";
import "./chunk-WAJLRQW2.js";
import "./chunk-BKXCIMUH.js";
import {
  readBoolean
} from "./chunk-GDCOOEY7.js";
import {
  sentence
} from "./chunk-HNYI7RT3.js";
import "./chunk-C5D3HR52.js";
import "./chunk-J6MGYEM6.js";
import {
  fullDisk,
  notStarted,
  plainOutput,
  processRunner,
  traceTo
} from "./chunk-XV2DQXQM.js";
import "./chunk-DNWJD24H.js";
import "./chunk-EZQO47NV.js";
import {
  systemClock
} from "./chunk-Z26LTSII.js";
import {
  CancelledError,
  InputError,
  isUserError,
  messageOf,
  pageOf,
  userErrorsOf
} from "./chunk-GTGSVCFP.js";
import "./chunk-TO6V6YKD.js";

// actions/pipeline/program.ts
import { readFileSync } from "node:fs";
import { join as join3, resolve as resolve2 } from "node:path";
import { fileURLToPath } from "node:url";

// actions/runner/colours.ts
import { styleText } from "node:util";
var STYLES = {
  heading: "bold",
  good: "green",
  warning: "yellow",
  bad: "red",
  faint: "dim"
};
function coloursOf(stream) {
  return (meaning, text2) => styleText(STYLES[meaning], text2, { stream });
}
var MARKS = { "\u2713": "good", "\u2717": "bad", "\u2013": "warning" };
function paintReport(report, paint) {
  let rows;
  const lines = report.split("\n").map((line) => {
    const head = headOf(line);
    if (line === "" || head) rows = head?.rows;
    if (head) return paint("heading", line);
    if (/^FAILED |: FAILED$/.test(line)) return paint("bad", line);
    const mark = /^ {2}([✓✗–]) /.exec(line)?.[1];
    if (mark) return line.replace(mark, (sign) => paint(MARKS[sign] ?? "faint", sign));
    const meaning = rows;
    return meaning === void 0 ? line : line.replace(/^\S+/, (cell) => paint(meaning, cell));
  });
  return lines.join("\n");
}

// actions/runner/command-line/process.ts
function outliveReaders() {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error) => {
      if (error.code !== "EPIPE" && error.code !== "EIO") throw error;
    });
}
function stopSignal() {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => controller.abort(new CancelledError()));
  return controller.signal;
}
function placeBefore(place) {
  return place ? `${place.file}:${place.line}:${place.column}: ` : "";
}
function explain(thrown, otherwise) {
  const paint = coloursOf(process.stderr);
  const say = (text2) => process.stderr.write(`${text2}
`);
  const error = isUserError(thrown) ? thrown : fullDisk(thrown, { path: temporaryFolder(process.env), variable: "TMPDIR" }) ?? thrown;
  if (error instanceof CancelledError) {
    say(error.message);
    return 130;
  }
  if (!isUserError(error)) {
    say(`${paint("bad", "This is a bug in image-actions. Please report it.")}
${error.stack}`);
    return otherwise;
  }
  const errors = userErrorsOf(error);
  for (const [position, each] of errors.entries()) {
    say(`${paint("bad", `error[${each.code}]:`)} ${placeBefore(each.place)}${each}`);
    if (errors[position + 1]?.code !== each.code) say(`  ${paint("faint", pageOf(each.code))}`);
  }
  return errors.every((each) => each instanceof InputError) ? 2 : otherwise;
}

// actions/runner/kept-receipts.ts
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
function receiptFolder(environment) {
  const state = environment.XDG_STATE_HOME || join(environment.HOME || home(), ".local/state");
  return join(state, "image-actions");
}
function home() {
  try {
    return homedir();
  } catch {
    return tmpdir();
  }
}
function withKeptReceipts(artifacts, kept) {
  return { ...artifacts, get: async (name) => await artifacts.get(name) ?? kept.get(name) };
}
async function keepReceipts(artifacts, folder) {
  const names = await artifacts.list("receipt-");
  if (names.length === 0) return [];
  const { parseReceipt } = await import("./receipt-M75ZR3FD.js");
  const kept = [];
  for (const name of names) {
    const text2 = await artifacts.get(name) ?? "";
    if (!changedTags(parseReceipt(text2, name))) continue;
    const path = join(folder, `${name}.json`);
    if (await readFile(path, "utf8").catch(() => void 0) === text2) continue;
    await mkdir(folder, { recursive: true });
    await writeFile(path, text2);
    kept.push(path);
  }
  return kept;
}
function changedTags({ images }) {
  const tags = images.flatMap(({ repositories }) => repositories.flatMap((each) => each.tags));
  return tags.some(({ before, after }) => before !== after);
}

// actions/runner/terminal.ts
import { accessSync, constants, mkdirSync, rmSync } from "node:fs";
import { join as join2, resolve } from "node:path";

// actions/runner/local-event.ts
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
function requireGit() {
  try {
    execFileSync("git", ["--version"], { stdio: "pipe" });
  } catch (cause) {
    throw notStarted("git", cause);
  }
}
function checkoutEvent(workspace) {
  const git = gitIn(workspace);
  const sha = git("rev-parse", "HEAD");
  if (sha === void 0) {
    requireGit();
    throw new InputError("IMG9007", `"${workspace}" is not a git checkout with a commit.`, {
      hint: "Run this in a clone of your repository."
    });
  }
  const ref = branchRef(git) ?? tagRef(git) ?? "HEAD";
  return { name: "push", ref, sha, ...surroundings(workspace, git) };
}
function anywhereEvent(workspace) {
  if (!existsSync(workspace))
    throw new InputError("IMG9008", `There is no folder "${workspace}".`, {
      hint: "Give --checkout the folder of a repository."
    });
  const git = gitIn(workspace);
  const sha = git("rev-parse", "HEAD") ?? "";
  return { name: "workflow_dispatch", ref: branchRef(git) ?? "", sha, ...surroundings(workspace, git) };
}
function nowhereEvent(workspace) {
  return { name: "workflow_dispatch", ref: "", sha: "", ...surroundings(workspace, () => void 0) };
}
function branchRef(git) {
  const branch = git("symbolic-ref", "--short", "HEAD");
  return branch === void 0 ? void 0 : `refs/heads/${branch}`;
}
function tagRef(git) {
  const tag = git("describe", "--exact-match", "--tags", "HEAD");
  return tag === void 0 ? void 0 : `refs/tags/${tag}`;
}
function surroundings(workspace, git) {
  const remote = readRemote(git("remote", "get-url", "origin") ?? "");
  return {
    repository: remote?.path ?? "",
    defaultBranch: defaultBranch(git) ?? git("symbolic-ref", "--short", "HEAD") ?? "",
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
function gitIn(workspace) {
  return (...args) => {
    try {
      return execFileSync("git", ["-C", workspace, ...args], { encoding: "utf8", stdio: "pipe" }).trim() || void 0;
    } catch {
      return void 0;
    }
  };
}

// actions/runner/progress-line.ts
var BAR = 20;
var USUAL_WIDTH = 80;
var PAUSE = 50;
var TO_END_OF_LINE = "\x1B[K";
function openProgressLine(stream, now) {
  let drawn;
  const clear = () => {
    if (drawn === void 0) return;
    drawn = void 0;
    stream.write(`\r${TO_END_OF_LINE}`);
  };
  return {
    clear,
    draw: (what, done, total) => {
      if (total > 0 && done >= total) return clear();
      if (drawn !== void 0 && now() - drawn < PAUSE) return;
      drawn = now();
      stream.write(
        `\r${progressText(what, done, total, (stream.columns || USUAL_WIDTH) - 1)}${TO_END_OF_LINE}`
      );
    }
  };
}
function progressText(what, done, total, width) {
  const printable = what.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ");
  const full = total > 0 ? Math.min(BAR, Math.floor(done / total * BAR)) : 0;
  const bar = `${"\u2588".repeat(full)}${"\u2591".repeat(BAR - full)} ${String(done).padStart(String(total).length)}/${total}`;
  return `${total > 0 ? bar : done} ${printable}`.slice(0, width);
}

// actions/runner/question.ts
import { once } from "node:events";
import { createInterface } from "node:readline/promises";
async function askYesNo(question, { input, output, signal }) {
  const lines = createInterface({ input, output, terminal: false });
  const answered = new AbortController();
  const endLine = () => void output.write("\n");
  const closed = once(lines, "close", { signal: answered.signal }).then(endLine);
  closed.catch(() => {
  });
  try {
    const answer = await Promise.race([lines.question(`${question} [y/N] `, { signal }), closed]);
    return /^y(es)?$/i.test(answer?.trim() ?? "");
  } catch (error) {
    if (!signal.aborted) throw error;
    endLine();
    throw new CancelledError();
  } finally {
    answered.abort();
    lines.close();
  }
}

// actions/runner/terminal.ts
var EVENTS = { needed: checkoutEvent, welcome: anywhereEvent, none: nowhereEvent };
function openTerminal(inputs, options) {
  const { signal, workspace } = options;
  const event = EVENTS[options.checkout](workspace);
  const carried = options.carried ? openCarried(resolve(options.carried)) : void 0;
  const temp = makeTemporaryFolder(process.env);
  const stream = process[options.log];
  const line = openProgressLine(process.stderr, systemClock.now);
  const writeTo = (to) => (text2) => {
    line.clear();
    to.write(text2);
  };
  const output = plainOutput(writeTo(stream));
  const folder = carried ?? join2(temp, "artifacts");
  const outputs = /* @__PURE__ */ new Map();
  const state = /* @__PURE__ */ new Map();
  const kept = folderArtifacts(receiptFolder(process.env));
  const artifacts = withKeptReceipts(folderArtifacts(folder), kept);
  const log = terminalLog(output, coloursOf(stream));
  const start = processRunner(output, signal);
  const ask = (question) => {
    line.clear();
    return askYesNo(question, { input: process.stdin, output: process.stderr, signal });
  };
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
    kept,
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
    },
    ...process.stderr.isTTY ? { progress: line.draw } : {},
    ...options.asks ? { ask } : {}
  };
  mkdirSync(join2(temp, "artifacts"));
  const close = () => {
    line.clear();
    rmSync(temp, { recursive: true, force: true });
  };
  return { runner, outputs, print: writeTo(process.stdout), close };
}
function openCarried(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return folder;
  } catch (cause) {
    throw new InputError("IMG9902", `Nothing can be kept in "${folder}": ${sentence(messageOf(cause))}`, {
      hint: "Give --artifacts a folder that you may write, or one that can be made.",
      cause
    });
  }
}
function terminalLog(output, paint) {
  return {
    debug: () => {
    },
    info: (message) => output.own(paintReport(message, paint)),
    warn: (message, place) => output.own(`${paint("warning", "warning:")} ${placeBefore(place)}${message}`),
    group: async (title, body) => {
      output.own(paint("heading", title));
      return body();
    }
  };
}

// actions/runner/command-line/options.ts
import { parseArgs } from "node:util";

// actions/runner/command-line/flags.ts
function withFlags(args, manifest, { anyValue }) {
  const flags = new Set(manifest.filter(isFlag).map(({ name }) => `--${name}`));
  const end = args.indexOf("--");
  return args.map((arg, position) => {
    if (!flags.has(arg) || end >= 0 && position > end) return arg;
    const next = args[position + 1];
    const takesNext = next !== void 0 && (anyValue ? !next.startsWith("-") : /^(true|false)$/.test(next));
    return takesNext ? arg : `${arg}=true`;
  });
}

// actions/runner/command-line/options.ts
var HINT = "Look at --help, which lists the options.";
var text = { type: "string" };
var flag = { type: "boolean" };
function parseOptions(args, manifest, { asks, takesWords }) {
  const inputs = Object.fromEntries(manifest.map((input) => [input.name, text]));
  const general2 = { help: { ...flag, short: "h" }, trace: flag, json: flag, checkout: text };
  const options = { ...inputs, ...asks ? { yes: flag } : {}, ...general2 };
  const { values, positionals } = parse(withFlags(args, manifest, { anyValue: !takesWords }), options);
  const isSet = (name) => values[name] === true;
  return {
    inputs: pick(values, manifest),
    words: positionals,
    others: {
      help: isSet("help"),
      trace: isSet("trace"),
      json: isSet("json"),
      yes: isSet("yes"),
      checkout: values.checkout === void 0 ? void 0 : String(values.checkout)
    }
  };
}
function parse(args, options) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (cause) {
    throw explained(cause);
  }
}
function pick(values, manifest) {
  const given = manifest.flatMap(
    ({ name }) => values[name] === void 0 ? [] : [[name, String(values[name])]]
  );
  return Object.fromEntries(given);
}
function together(options, words) {
  const [twice] = Object.keys(words).filter((name) => name in options);
  if (twice === void 0) return { ...options, ...words };
  throw new InputError("IMG9004", `"${words[twice]}" and --${twice} say the same twice.`, {
    hint: "Write one of them."
  });
}
function explained(cause) {
  const [option = ""] = /--?[\w-]+/.exec(cause.message) ?? [];
  if (cause.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION")
    return new InputError("IMG9002", `There is no option ${option}.`, { hint: HINT, cause });
  if (/ambiguous/.test(cause.message)) {
    const hint = `Write the value after "=", as in ${option}='-\u2026'.`;
    return new InputError("IMG9003", `What follows ${option} begins with a dash.`, { hint, cause });
  }
  if (/argument missing/.test(cause.message)) {
    const hint = `Write it behind, as in ${option} VALUE.`;
    return new InputError("IMG9003", `The option ${option} has no value.`, { hint, cause });
  }
  return new InputError("IMG9003", sentence(cause.message), { hint: HINT, cause });
}

// actions/snapshot/words.ts
function snapshotWords([mode, stray]) {
  if (stray === void 0) return mode === void 0 ? {} : { mode };
  throw new InputError("IMG8001", `"${stray}" is one word too many.`, {
    hint: "Write one mode and its options, as in restore --nodes custom_nodes."
  });
}

// actions/pipeline/positionals.ts
function inputsOf(command, words) {
  if (command === "cleanup") return words.length === 0 ? {} : { images: words.join("\n") };
  if (command === "rollback") return rollbackInputs(words);
  if (command === "verify") return verifyInputs(words);
  if (command === "snapshot") return snapshotWords(words);
  if (command === "completion") return completionInputs(words);
  const [stray] = words;
  if (stray === void 0) return {};
  throw new InputError("IMG9004", `"${stray}" belongs to no option.`, {
    hint: "Options begin with two dashes, as in --checkout FOLDER; --help lists them."
  });
}
function rollbackInputs([image, to, stray]) {
  if (stray === void 0) return { ...image ? { image } : {}, ...to ? { to } : {} };
  throw new InputError("IMG9004", `"${stray}" is one word too many.`, {
    hint: "Write rollback IMAGE:TAG TO, as in rollback ghcr.io/owner/app:latest 1.2.3."
  });
}
function verifyInputs([image, stray]) {
  if (stray === void 0) return image ? { image } : {};
  throw new InputError("IMG9004", `"${stray}" is one word too many.`, {
    hint: "Write verify IMAGE, as in verify ghcr.io/owner/app:1.2.3; one image is verified at a time."
  });
}
function completionInputs([shell, stray]) {
  if (stray === void 0) return shell ? { shell } : {};
  throw new InputError("IMG9004", `"${stray}" is one word too many.`, {
    hint: "Write one shell, as in completion bash."
  });
}

// actions/pipeline/command-line.ts
function parseCommandLine(args) {
  const [name, ...rest] = args;
  if (name !== void 0 && /^(help|--help|-h)$/.test(name))
    return { help: true, command: findCommand(rest[0]) };
  if (name === "--version") return { version: true };
  const command = findCommand(name);
  if (!command) throw unknownCommand(name);
  const { inputs, words, others } = parseOptions(rest, command.inputs(), {
    asks: command.asksUnless !== void 0,
    takesWords: command.positionals !== ""
  });
  if (others.help || words.join() === "help") return { help: true, command };
  const all = together(inputs, inputsOf(command.name, words));
  requireSubject(command, all);
  const { checkout, trace, json, yes } = others;
  return { command, inputs: all, checkout, trace, json, yes };
}
function requireSubject({ name }, inputs) {
  if (name === "verify" && !inputs.image) {
    throw new InputError("IMG9005", "There is no image to verify.", {
      hint: "Write its name or id behind, as in verify ghcr.io/owner/app:1.2.3."
    });
  }
  if (name === "snapshot" && !inputs.mode) {
    throw new InputError("IMG9005", "There is no mode.", {
      hint: "Write what to do with the snapshot behind, as in snapshot validate."
    });
  }
  if (name === "completion" && !inputs.shell) {
    throw new InputError("IMG9005", "No shell is named.", {
      hint: "Write bash, zsh or fish behind, as in completion bash."
    });
  }
  if (name !== "cleanup" || inputs.images || inputs.receipt) return;
  throw new InputError("IMG9005", "There is no image to clean up.", {
    hint: "Write it behind, as in cleanup ghcr.io/owner/app, or give --receipt FILE."
  });
}
function unknownCommand(name) {
  const what = name === void 0 ? "No command is given." : `There is no command "${name}".`;
  return new InputError("IMG9001", what, {
    hint: `There are ${commandNames()}; --help tells more.`
  });
}

// actions/base/paint.ts
var unpainted = (_meaning, text2) => text2;

// actions/pipeline/help.ts
var CHECKOUT = {
  needed: "The git checkout; the current folder unless given.",
  other: "A git checkout that tells which repository is meant; the current folder unless given. None is needed."
};
var YES = "Asks nobody before it changes anything.";
var TRACE = "Tells every request to a registry, its status and its time.";
var MOST_EXAMPLES = 5;
function programHelp(paint = unpainted) {
  const usage2 = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(12)}${summary}
`);
  const examples = COMMANDS.slice(0, MOST_EXAMPLES).map(({ examples: [first = [""]] }) => exampleText(first));
  return `Container images: verified, published, cleaned up after, rolled back; and the
custom nodes that go into them

${paint("heading", "Usage")}
  npx image-actions COMMAND [options]     wherever it is installed
  npm start -- COMMAND [options]          in a clone; installs what is missing
  npx image-actions --version             which release it is of

${paint("heading", "Commands")}
${usage2.join("")}
${paint("heading", "Examples")}
${examples.join("\n")}
Every command has its own --help.
It ends with 0 when all is done, 1 when something failed, 2 when the command, an
option or its value is wrong, so that nothing was begun, and 130 when it was
interrupted. verify ends with 1 when a check failed, and with 2 when it could
not verify at all.
`;
}
function commandHelp(command, paint = unpainted) {
  const title = (text2) => paint("heading", text2);
  return `${command.summary}

${title("Usage")}
${usage(command)}
${command.name === "snapshot" ? `${title("Modes")}
${modesText()}
` : ""}${title("Examples")}
${command.examples.map(exampleText).join("\n")}
${title("Options")}
${general(command)}${command.inputs().map(inputText).join("")}`;
}
function usage({ name, positionals }) {
  if (name !== "run") return `  npx image-actions ${name} [options] ${positionals}`.trimEnd().concat("\n");
  return `  npx image-actions run [options]                 your own image
  npm start -- --checkout FOLDER [options]        the same, in a clone
  npm start                                       an example, on loopback
  npx image-actions --help                        the other commands
`;
}
function general({ needsCheckout, asksUnless }) {
  const options = [
    ["checkout FOLDER", CHECKOUT[needsCheckout ? "needed" : "other"]],
    ...asksUnless === void 0 ? [] : [["yes", YES]],
    ["json", JSON_OPTION],
    ["trace", TRACE]
  ];
  return options.map(([option = "", meaning = ""]) => optionText(option, meaning)).join("");
}

// actions/pipeline/rooms.ts
var ROOMS = {
  run,
  plan: async () => (await import("./by-hand-UXG3ZYXL.js")).planRoom(),
  build: async () => (await import("./by-hand-UXG3ZYXL.js")).buildRoom(),
  merge: async () => (await import("./by-hand-UXG3ZYXL.js")).mergeRoom(),
  verify,
  snapshot,
  cleanup,
  rollback,
  doctor,
  completion
};
async function run() {
  const { finishPipeline, runPipeline } = await import("./main-W2EKARRU.js");
  const { terminalSummary } = await import("./terminal-E4E466G7.js");
  return {
    run: async (runner) => {
      const { receipt, error, ...published } = await runPipeline(runner);
      return { document: receipt, text: `
${terminalSummary({ ...published, receipt })}`, error };
    },
    finish: finishPipeline
  };
}
async function verify() {
  const { finishVerify } = await import("./finish-6ZKGEPTL.js");
  return {
    run: async (runner) => {
      if (readBoolean(runner.inputs, "init")) return (await import("./draft-NFT4RMN6.js")).draft(runner);
      const { verify: verify2 } = await import("./main-Y74LKLAB.js");
      return { ...await verify2(runner), told: true };
    },
    finish: finishVerify
  };
}
async function snapshot() {
  const { runSnapshot } = await import("./main-5HDQTOJU.js");
  return { run: runSnapshot, finish: async () => {
  } };
}
async function cleanup() {
  const { cleanUp } = await import("./main-GHCM4VLL.js");
  const { finishCleanUp } = await import("./finish-ITO7SSXS.js");
  return {
    run: async (runner) => {
      const { report, error } = await cleanUp(runner);
      return { document: report, text: "", error };
    },
    finish: finishCleanUp
  };
}
async function rollback() {
  const { rollBack } = await import("./main-XT7LNFHT.js");
  const { finishInterrupted } = await import("./interrupted-ST42CB7D.js");
  return { run: rollBack, finish: (runner) => finishInterrupted(runner, runner.state("journal")) };
}
async function doctor() {
  const { examine } = await import("./main-4GE6DVWU.js");
  return { run: examine, finish: async () => {
  } };
}
async function completion() {
  const { completionScript } = await import("./scripts-JBUY6VFT.js");
  return {
    run: async ({ inputs }) => {
      const script = completionScript(inputs);
      return { document: { script }, text: script };
    },
    finish: async () => {
    }
  };
}

// actions/pipeline/program.ts
var OWN_FOLDER = fileURLToPath(new URL("../../", import.meta.url));
async function main(args) {
  let unable = 1;
  outliveReaders();
  try {
    const line = parseCommandLine(args);
    if ("version" in line) {
      process.stdout.write(`${ownVersion()}
`);
      return 0;
    }
    if (!("help" in line)) {
      unable = line.command.unable;
      const { error, told } = await run2(line);
      return error === void 0 ? 0 : told ? 1 : explain(error, 1);
    }
    const paint = coloursOf(process.stdout);
    process.stdout.write(line.command ? commandHelp(line.command, paint) : programHelp(paint));
    return 0;
  } catch (error) {
    return explain(error, unable);
  }
}
function ownVersion() {
  return JSON.parse(readFileSync(join3(OWN_FOLDER, "package.json"), "utf8")).version;
}
async function run2(line) {
  const { command, trace, json } = line;
  const inputs = optionReader(command.inputs(), line.inputs, process.env);
  const asks = mustAsk(line, inputs);
  const room = await ROOMS[command.name]();
  const signal = stopSignal();
  const log = json ? "stderr" : "stdout";
  const carried = inputs.text(CARRIED_FOLDER.name);
  const terminal = openTerminal(inputs, { ...placeOf(line), signal, trace, log, asks, carried });
  try {
    const { document, text: text2, error, told = false } = await room.run(terminal.runner);
    const shown = paintReport(text2, coloursOf(process.stdout));
    terminal.print(json ? `${JSON.stringify(document, null, 2)}
` : shown);
    return { error, told: told && !json };
  } finally {
    await finish(room, terminal);
  }
}
function placeOf({ command, checkout }) {
  const workspace = resolve2(checkout ?? ".");
  if (command.needsCheckout) return { workspace, checkout: "needed" };
  const unsaid = checkout === void 0 && workspace === resolve2(OWN_FOLDER);
  return { workspace, checkout: unsaid ? "none" : "welcome" };
}
function mustAsk({ command, yes }, inputs) {
  const { asksUnless } = command;
  if (asksUnless === void 0 || yes || asksUnless.some((name) => readBoolean(inputs, name))) return false;
  if (process.stdin.isTTY && process.stderr.isTTY) return true;
  throw new InputError("IMG9006", `There is no terminal to ask at before ${command.name} changes anything.`, {
    hint: "Add --yes to go on without a question, or --dry-run to see what would happen."
  });
}
async function finish(room, { runner, close }) {
  try {
    await room.finish({ ...runner, signal: new AbortController().signal });
    await keep(runner);
  } finally {
    close();
  }
}
async function keep({ artifacts, environment, log }) {
  try {
    for (const path of await keepReceipts(await artifacts(), receiptFolder(environment)))
      log.info(`The receipt stays here: ${path}`);
  } catch (error) {
    log.warn(`The receipt was not kept: ${messageOf(error)}`);
  }
}
export {
  main
};
