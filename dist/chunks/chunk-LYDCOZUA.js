import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  CancelledError,
  UserError
} from "./chunk-CHZVDVT5.js";

// actions/base/clock.ts
import { setTimeout as delay } from "node:timers/promises";
var systemClock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    await delay(milliseconds, void 0, signal ? { signal } : {});
  }
};

// actions/runner/output.ts
import { randomBytes } from "node:crypto";
function plainOutput(write) {
  const line = (text) => write(`${text}
`);
  return { around: (body) => body(), text: line, own: line };
}
var OutputGuard = class {
  #open = 0;
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
  #enter() {
    if (this.#open++ > 0) return;
    this.#token = this.#random();
    this.#write(`::stop-commands::${this.#token}
`);
  }
  #leave() {
    if (--this.#open > 0) return;
    this.#write(`::${this.#token}::
`);
    for (const line of this.#waiting.splice(0)) this.#write(`${line}
`);
  }
};

// actions/base/process.ts
var ProcessError = class extends Error {
  command;
  result;
  constructor(command, result) {
    const last = result.stderr.trim().split("\n").slice(-3).join("\n");
    super(`${command} ended with exit code ${result.exitCode}${last ? `: ${last}` : "."}`);
    this.name = "ProcessError";
    this.command = command;
    this.result = result;
  }
};

// actions/runner/process.ts
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
var GRACE = 4e3;
var KEPT = 4 * 1024 * 1024;
function processRunner(output, signal) {
  return (command, args, options = {}) => {
    const start = () => runChild(command, args, { signal, ...options }, output);
    return options.show ? output.around(start) : start();
  };
}
async function runChild(command, args, options, output) {
  if (options.signal?.aborted) throw new CancelledError();
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: definedOnly({ ...process.env, ...options.env }),
    stdio: ["pipe", "pipe", "pipe"],
    // A group of its own, so that a signal reaches the child's children too.
    detached: true
  });
  const ended = new Promise((resolve, reject) => {
    child.once("error", (cause) => reject(notStarted(command, cause)));
    child.once("close", (code, signalName) => resolve(code ?? 128 + (signalName === "SIGKILL" ? 9 : 15)));
  });
  child.stdin.on("error", () => {
  });
  child.stdin.end(options.input ?? "");
  const onLine = (line) => {
    options.onLine?.(line);
    if (options.show) output.text(line);
  };
  const stop = stopOnAbort(child.pid, options.signal);
  try {
    const [exitCode, stdout, stderr] = await Promise.all([
      ended,
      collect(child.stdout, onLine),
      collect(child.stderr, onLine)
    ]);
    if (options.signal?.aborted) throw new CancelledError();
    const result = { exitCode, stdout, stderr };
    if (exitCode !== 0 && !options.anyExit) throw new ProcessError(command, result);
    return result;
  } finally {
    stop();
  }
}
async function collect(stream, onLine) {
  const lines = [];
  let size = 0;
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    onLine(line);
    lines.push(line);
    size += line.length + 1;
    while (size > KEPT && lines.length > 1) size -= (lines.shift()?.length ?? 0) + 1;
  }
  return lines.join("\n");
}
function stopOnAbort(pid, signal) {
  if (pid === void 0 || !signal) return () => {
  };
  let timer;
  const onAbort = () => {
    signalGroup(pid, "SIGTERM");
    timer = setTimeout(() => signalGroup(pid, "SIGKILL"), GRACE);
  };
  signal.addEventListener("abort", onAbort, { once: true });
  return () => {
    signal.removeEventListener("abort", onAbort);
    clearTimeout(timer);
  };
}
function signalGroup(pid, name) {
  try {
    process.kill(-pid, name);
  } catch {
  }
}
function definedOnly(environment) {
  return Object.fromEntries(
    Object.entries(environment).filter((entry) => entry[1] !== void 0)
  );
}
function notStarted(command, cause) {
  const missing = cause.code === "ENOENT";
  if (!missing) return cause;
  return new UserError(`${command} is not installed here.`, {
    hint: "Run on ubuntu-24.04, which has it, or put the setup action before this step.",
    cause
  });
}

export {
  systemClock,
  plainOutput,
  OutputGuard,
  ProcessError,
  processRunner
};
