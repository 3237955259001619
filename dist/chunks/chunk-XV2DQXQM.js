import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  ProcessError
} from "./chunk-DNWJD24H.js";
import {
  CancelledError,
  UserError,
  messageOf
} from "./chunk-GTGSVCFP.js";

// actions/base/full-disk.ts
function fullDisk(error, temp) {
  const cause = causesOf(error).find(({ code }) => code === "ENOSPC");
  if (!cause) return void 0;
  const place = cause.path ?? temp.path;
  const standing = cause === error ? "" : ` ${messageOf(error)}`;
  return new UserError("IMG1006", `No space left on the disk of ${place}.${standing}`, {
    hint: `Free space there, or set ${temp.variable} to a folder on a larger disk.`,
    cause: error
  });
}
function causesOf(error) {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}

// actions/registry/trace.ts
function traceTo(log) {
  return ({ method, url, status, milliseconds }) => log.info(`${method} ${url} ${status ?? "no answer"} ${Math.round(milliseconds)} ms`);
}

// actions/runner/output.ts
import { randomBytes } from "node:crypto";
function plainOutput(write) {
  const line = (text) => write(`${text}
`);
  return { around: (body) => body(), text: line, own: line };
}
var OutputGuard = class {
  #open = 0;
  #closed = false;
  #token = "";
  #waiting = [];
  #write;
  #random;
  constructor(write, random = () => randomBytes(24).toString("hex")) {
    this.#write = write;
    this.#random = random;
  }
  async around(body) {
    this.#enter();
    try {
      return await body();
    } finally {
      this.#leave();
    }
  }
  text(line) {
    if (this.#closed) return;
    if (this.#open === 0) throw new Error("Output of a child outside the guard.");
    this.#write(`${line}
`);
  }
  /** It may be a command: then it waits while a child is shown. */
  own(line) {
    if (this.#open > 0 && /^\s*::|##\[/.test(line)) this.#waiting.push(line);
    else this.#write(`${line}
`);
  }
  /** Nothing of a child is shown after this, also where one still runs; what waited is said. */
  close() {
    if (this.#open > 0) this.#resume();
    this.#open = 0;
    this.#closed = true;
  }
  #enter() {
    if (this.#open++ > 0) return;
    this.#token = this.#random();
    this.#write(`::stop-commands::${this.#token}
`);
  }
  #leave() {
    if (this.#open > 0 && --this.#open === 0) this.#resume();
  }
  #resume() {
    this.#write(`::${this.#token}::
`);
    for (const line of this.#waiting.splice(0)) this.#write(`${line}
`);
  }
};

// actions/runner/process.ts
import { spawn } from "node:child_process";

// actions/runner/lines.ts
import { StringDecoder } from "node:string_decoder";
var LONGEST = 4 * 1024 * 1024;
var LINE_END = /\r?\n|\r(?!$)/;
async function readLines(stream, onLine) {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  for await (const bytes of stream) {
    const lines = (rest + decoder.write(bytes)).split(LINE_END);
    rest = lines.pop() ?? "";
    lines.forEach(onLine);
    for (; rest.length > LONGEST; rest = rest.slice(LONGEST)) onLine(rest.slice(0, LONGEST));
  }
  const last = (rest + decoder.end()).replace(/\r$/, "");
  if (rest !== "" || last !== "") onLine(last);
}
var LastLines = class {
  #most;
  #lines = [];
  #gone = 0;
  #size = 0;
  /** In characters; one line is always kept. */
  constructor(most) {
    this.#most = most;
  }
  add(line) {
    this.#lines.push(line);
    this.#size += line.length + 1;
    while (this.#size > this.#most && this.#gone < this.#lines.length - 1) {
      this.#size -= (this.#lines[this.#gone]?.length ?? 0) + 1;
      this.#gone += 1;
    }
    if (this.#gone <= this.#lines.length / 2) return;
    this.#lines = this.#lines.slice(this.#gone);
    this.#gone = 0;
  }
  get text() {
    return this.#lines.slice(this.#gone).join("\n");
  }
};

// actions/runner/process-tree.ts
import { readdirSync, readFileSync } from "node:fs";
var ProcessTree = class {
  #members;
  constructor(root) {
    const all = readdirSync("/proc").flatMap(
      (name) => /^\d+$/.test(name) ? readProcess(Number(name)) ?? [] : []
    );
    const members = all.filter(({ pid }) => pid === root);
    for (let next = 0; next < members.length; next++)
      members.push(...all.filter(({ parent }) => parent === members[next]?.pid));
    this.#members = members;
  }
  /** The youngest first, so that nobody is left to start another. */
  kill() {
    for (const { pid, began } of this.#members.toReversed()) {
      if (readProcess(pid)?.began === began) signal(pid, "SIGKILL");
    }
  }
};
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
  }
}
function readProcess(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { pid, parent: Number(fields[1]), began: fields[19] ?? "" };
  } catch {
    return void 0;
  }
}

// actions/runner/process.ts
var GRACE = 4e3;
var KEPT = 4 * 1024 * 1024;
function processRunner(output, cancelled) {
  return (command, args, options = {}) => {
    const signals = [options.finishing ? void 0 : cancelled, options.signal].filter((each) => !!each);
    const start = () => runChild(command, args, { ...options, signal: AbortSignal.any(signals) }, output);
    return options.show ? output.around(start) : start();
  };
}
async function runChild(command, args, options, output) {
  if (options.signal?.aborted) throw new CancelledError();
  const child = startChild(command, args, options);
  const ended = new Promise((resolve, reject) => {
    child.once("error", (cause) => reject(notStarted(command, cause)));
    child.once("close", (code, signalName) => resolve(code ?? 128 + (signalName === "SIGKILL" ? 9 : 15)));
  });
  child.stdin.on("error", () => {
  });
  child.stdin.end(options.input ?? "");
  const collectLines = (stream) => collect(child[stream], (line) => {
    options.onLine?.(line, stream);
    if (options.show) output.text(line);
  });
  const stop = stopOnAbort(child.pid, options.signal);
  try {
    const [exitCode, stdout, stderr] = await Promise.all([
      ended,
      options.read ? readAll(child.stdout, options.read) : collectLines("stdout"),
      collectLines("stderr")
    ]);
    if (options.signal?.aborted) throw new CancelledError();
    const result = { exitCode, stdout, stderr };
    if (exitCode !== 0 && !options.anyExit) throw new ProcessError(command, result);
    return result;
  } finally {
    stop();
  }
}
function startChild(command, args, options) {
  try {
    return spawn(command, args, {
      cwd: options.cwd,
      env: definedOnly({ ...process.env, ...options.env }),
      stdio: ["pipe", "pipe", "pipe"],
      // A group of its own, so that a signal reaches the child's children too.
      detached: true
    });
  } catch (cause) {
    throw notStarted(command, cause);
  }
}
async function readAll(stdout, read) {
  try {
    await read(stdout);
  } finally {
    stdout.resume();
  }
  return "";
}
async function collect(stream, onLine) {
  const last = new LastLines(KEPT);
  await readLines(stream, (line) => {
    onLine(line);
    last.add(line);
  });
  return last.text;
}
function stopOnAbort(pid, abort) {
  if (pid === void 0 || !abort) return () => {
  };
  let tree;
  let timer;
  const onAbort = () => {
    tree = new ProcessTree(pid);
    signal(-pid, "SIGTERM");
    timer = setTimeout(() => tree?.kill(), GRACE);
  };
  abort.addEventListener("abort", onAbort, { once: true });
  return () => {
    abort.removeEventListener("abort", onAbort);
    clearTimeout(timer);
    tree?.kill();
  };
}
function definedOnly(environment) {
  return Object.fromEntries(
    Object.entries(environment).filter((entry) => entry[1] !== void 0)
  );
}
function notStarted(command, cause) {
  const { code } = cause;
  if (code === "E2BIG") {
    return new UserError("IMG9202", `${command} can't be given so long an argument.`, {
      hint: "Labels and build arguments hold 128 KiB at most: put long texts into files.",
      cause
    });
  }
  if (code === "ERR_INVALID_ARG_VALUE") {
    return new UserError("IMG9901", `${command} can't be given a NUL character.`, {
      hint: "Take it out of the label, the build argument or the name that holds it."
    });
  }
  if (code !== "ENOENT") return cause;
  return new UserError("IMG9201", `${command} is not installed here.`, {
    hint: "Install it where this runs, in a build in the base image; the runner ubuntu-24.04 has it, and the setup action installs podman.",
    cause
  });
}

export {
  fullDisk,
  traceTo,
  plainOutput,
  OutputGuard,
  processRunner,
  notStarted
};
