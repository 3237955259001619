import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  OutputGuard,
  fullDisk,
  processRunner,
  traceTo
} from "./chunk-XV2DQXQM.js";
import {
  fitSummary
} from "./chunk-7C7IGOF2.js";
import {
  link,
  plain,
  table
} from "./chunk-TIJULC24.js";
import {
  addPath,
  exportVariable,
  saveState,
  setOutput
} from "./chunk-LSEBAOCN.js";
import {
  systemClock
} from "./chunk-Z26LTSII.js";
import {
  CancelledError,
  isUserError,
  pageOf,
  userErrorsOf
} from "./chunk-GTGSVCFP.js";

// actions/runner/action.ts
import { appendFile } from "node:fs/promises";
import { tmpdir } from "node:os";

// actions/report/unfinished.ts
function unfinishedSection(error, { what, published, next }) {
  const cancelled = error instanceof CancelledError;
  const markdown = [
    `### ${cancelled ? "\u23F9\uFE0F" : "\u274C"} ${what} ${cancelled ? "was cancelled" : "failed"}`,
    reasonOf(error),
    `**Published:** ${published}`,
    `**Next:** ${next}`
  ];
  return { markdown: markdown.filter(Boolean).join("\n\n"), importance: 1 };
}
function reasonOf(error) {
  if (error instanceof CancelledError) return "";
  if (!isUserError(error))
    return "This is a bug in image-actions; the log has its stack, and where to report it.";
  return table(["", "What is wrong", "What to do"], userErrorsOf(error).map(rowOf));
}
function rowOf({ code, message, hint }) {
  return [link(code, pageOf(code)), plain(message), plain(hint)];
}

// actions/runner/crash.ts
function onCrash(end) {
  let told = false;
  process.report.excludeEnv = true;
  process.on("uncaughtException", (error) => {
    if (told) return;
    told = true;
    end(error).catch(() => process.exit(1));
  });
}

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

// actions/runner/given.ts
function takeGiven(environment) {
  const given = /* @__PURE__ */ new Map();
  for (const [name, value = ""] of Object.entries(environment)) {
    if (!/^(INPUT|STATE)_/.test(name)) continue;
    given.set(name, value);
    delete environment[name];
  }
  return {
    input: (name) => given.get(`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`) ?? "",
    state: (name) => given.get(`STATE_${name}`) ?? ""
  };
}

// actions/runner/log.ts
function runnerLog(output) {
  return {
    debug: (message) => output.own(command("debug", message)),
    info: (message) => output.own(plain2(message)),
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
  return commandOf(name, propertiesOf(place), message);
}
function errorCommand(error) {
  const { code, place } = error;
  return commandOf("error", [...propertiesOf(place), `title=${code}`], `${error}
${pageOf(code)}`);
}
function commandOf(name, properties, message) {
  return `::${[name, properties.join(",")].filter(Boolean).join(" ")}::${escapeData(message)}`;
}
function propertiesOf(place) {
  return place ? [`file=${escapeProperty(place.file)}`, `line=${place.line}`, `col=${place.column}`] : [];
}
function escapeProperty(text) {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
function escapeData(text) {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function plain2(message) {
  return message.split(/\r\n|\r|\n/).map((line) => line.replace(/^([\s\u0085]*)::/, "$1: :").replaceAll("##[", "# #[")).join("\n");
}

// actions/runner/action.ts
var BUGS = "https://github.com/org/image-actions/issues/new";
var TEMPORARY = { path: process.env.RUNNER_TEMP ?? tmpdir(), variable: "RUNNER_TEMP" };
async function runAction(main, standing) {
  const guard = new OutputGuard((text) => process.stdout.write(text));
  const stop = stopController();
  let summed = false;
  const summary = async (sections) => {
    await writeSummary(sections);
    summed = true;
  };
  const end = async (thrown, told) => {
    process.exitCode = 1;
    const error = isUserError(thrown) ? thrown : fullDisk(thrown, TEMPORARY) ?? thrown;
    for (const line of explain(error)) guard.own(line);
    if (standing && !told) await writeSummary([unfinishedSection(error, standing)]).catch(() => {
    });
  };
  const leave = () => {
    guard.close();
    process.stdout.write("", () => process.exit());
  };
  let crashed = false;
  onCrash(async (error) => {
    crashed = true;
    stop.abort(new CancelledError());
    await end(error, false);
    leave();
  });
  try {
    const { error } = await main({ ...githubRunner(guard, stop.signal), summary }) ?? {};
    if (error !== void 0 && !crashed) await end(error, summed);
  } catch (error) {
    if (!crashed) await end(error, false);
  }
  if (!crashed) leave();
}
function githubRunner(guard, signal) {
  const environment = process.env;
  const given = takeGiven(environment);
  const temp = TEMPORARY.path;
  const log = runnerLog(guard);
  return {
    inputs: { text: given.input },
    event: readEvent(environment),
    log,
    ...environment.RUNNER_DEBUG === "1" ? { trace: traceTo(log) } : {},
    run: processRunner(guard, signal),
    clock: systemClock,
    signal,
    temp,
    environment,
    artifacts: async () => (await import("./artifacts-BKKPPVJW.js")).githubArtifacts(temp),
    setOutput,
    mask: (secret) => {
      if (secret === "") return;
      for (const form of [secret, Buffer.from(secret).toString("base64")])
        guard.own(command("add-mask", form));
    },
    saveState,
    state: given.state,
    addPath,
    exportVariable
  };
}
async function writeSummary(sections) {
  const path = process.env.GITHUB_STEP_SUMMARY;
  if (path) await appendFile(path, fitSummary(sections));
}
function stopController() {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"]) {
    process.on(name, () => controller.abort(new CancelledError()));
  }
  return controller;
}
function explain(error) {
  if (error instanceof CancelledError) return [command("warning", error.message)];
  if (isUserError(error)) return userErrorsOf(error).map(errorCommand);
  const stack = error instanceof Error ? error.stack ?? error.message : String(error);
  return [command("error", `This is a bug in image-actions. Please report it at ${BUGS}.`), plain2(stack)];
}

export {
  runAction
};
