import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  fitSummary
} from "./chunk-7C7IGOF2.js";
import {
  OutputGuard,
  fullDisk,
  processRunner,
  traceTo
} from "./chunk-TESXM2KN.js";
import {
  systemClock
} from "./chunk-Z26LTSII.js";
import {
  addPath,
  exportVariable,
  getInput,
  getState,
  saveState,
  setOutput,
  setSecret
} from "./chunk-LH6DN3UM.js";
import {
  CancelledError,
  isUserError,
  userErrorsOf
} from "./chunk-OMWTWNNE.js";

// actions/runner/action.ts
import { appendFile } from "node:fs/promises";
import { tmpdir } from "node:os";

// actions/runner/event.ts
import { existsSync, readFileSync } from "node:fs";
function readEvent(environment) {
  const payload = readPayload(environment.GITHUB_EVENT_PATH);
  const repository = payload.repository;
  return {
    name: environment.GITHUB_EVENT_NAME ?? "",
    ref: environment.GITHUB_REF ?? "",
    sha: headSha(payload) ?? environment.GITHUB_SHA ?? "",
    repository: environment.GITHUB_REPOSITORY ?? "",
    defaultBranch: repository?.default_branch ?? "",
    payload,
    actor: environment.GITHUB_ACTOR ?? "",
    runId: environment.GITHUB_RUN_ID ?? "0",
    attempt: Number(environment.GITHUB_RUN_ATTEMPT ?? "1") || 1,
    serverUrl: environment.GITHUB_SERVER_URL ?? "https://github.com",
    apiUrl: environment.GITHUB_API_URL ?? "https://api.github.com",
    workspace: environment.GITHUB_WORKSPACE ?? process.cwd()
  };
}
function headSha(payload) {
  const request = payload.pull_request;
  return request?.head?.sha;
}
function readPayload(path) {
  if (!path || !existsSync(path)) return {};
  const payload = JSON.parse(readFileSync(path, "utf8"));
  return typeof payload === "object" && payload !== null ? payload : {};
}

// actions/runner/log.ts
function runnerLog(output) {
  return {
    debug: (message) => output.own(command("debug", message)),
    info: (message) => output.own(plain(message)),
    warn: (message, place) => output.own(command("warning", message, place)),
    group: async (title, body) => {
      output.own(command("group", title));
      try {
        return await body();
      } finally {
        output.own("::endgroup::");
      }
    }
  };
}
function command(name, message, place) {
  const where = place ? ` file=${escapeProperty(place.file)},line=${place.line},col=${place.column}` : "";
  return `::${name}${where}::${escapeData(message)}`;
}
function escapeProperty(text) {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
function escapeData(text) {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function plain(message) {
  return message.split(/\r\n|\r|\n/).map((line) => line.replace(/^(\s*)::/, "$1: :").replaceAll("##[", "# #[")).join("\n");
}

// actions/runner/action.ts
var BUGS = "https://github.com/org/image-actions/issues/new";
async function runAction(main) {
  const guard = new OutputGuard((text) => process.stdout.write(text));
  try {
    await main(githubRunner(guard, stopSignal()));
  } catch (error) {
    process.exitCode = 1;
    for (const line of explain(error)) guard.own(line);
  }
  process.stdout.write("", () => process.exit());
}
function githubRunner(guard, signal) {
  const environment = process.env;
  const temp = temporaryFolder();
  const log = runnerLog(guard);
  return {
    inputs: { text: (name) => getInput(name, { trimWhitespace: false }) },
    event: readEvent(environment),
    log,
    ...environment.RUNNER_DEBUG === "1" ? { trace: traceTo(log) } : {},
    run: processRunner(guard, signal),
    clock: systemClock,
    signal,
    temp,
    environment,
    artifacts: async () => (await import("./artifacts-P5QJJLYW.js")).githubArtifacts(temp),
    setOutput,
    mask: (secret) => {
      if (secret === "") return;
      for (const form of [secret, Buffer.from(secret).toString("base64")]) setSecret(form);
    },
    saveState,
    state: getState,
    addPath,
    exportVariable,
    summary: async (sections) => {
      const path = environment.GITHUB_STEP_SUMMARY;
      if (path) await appendFile(path, fitSummary(sections));
    }
  };
}
function temporaryFolder() {
  return process.env.RUNNER_TEMP ?? tmpdir();
}
function stopSignal() {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"]) {
    process.on(name, () => controller.abort(new CancelledError()));
  }
  return controller.signal;
}
function explain(error) {
  if (error instanceof CancelledError) return [command("warning", error.message)];
  if (isUserError(error)) return userErrorsOf(error).map((each) => command("error", String(each), each.place));
  const full = fullDisk(error, { path: temporaryFolder(), variable: "RUNNER_TEMP" });
  if (full) return [command("error", String(full))];
  const stack = error instanceof Error ? error.stack ?? error.message : String(error);
  return [command("error", `This is a bug in image-actions. Please report it at ${BUGS}.`), plain(stack)];
}

export {
  runAction
};
