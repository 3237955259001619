import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  digestOfFiles,
  filesOf
} from "./chunk-6P6CY3IM.js";
import {
  Refused,
  receiveFile,
  receiveText,
  visit
} from "./chunk-PHDFN2CA.js";
import {
  unpack
} from "./chunk-SUHOLRIE.js";
import {
  normalPackage
} from "./chunk-ZQ3A7QTU.js";
import {
  joined
} from "./chunk-AEMEIGJB.js";
import {
  findProgram
} from "./chunk-SFAXQ2WK.js";
import {
  printable,
  sentence,
  withoutLogin
} from "./chunk-HNYI7RT3.js";
import {
  checkDocument,
  parseJson
} from "./chunk-C5D3HR52.js";
import {
  array,
  object,
  string
} from "./chunk-J6MGYEM6.js";
import {
  UserError,
  isUserError,
  reworded,
  userErrorsOf
} from "./chunk-GTGSVCFP.js";

// actions/nodes/archives/fetch-archive.ts
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";

// actions/nodes/archives/version.ts
var nodeVersion = object({
  version: string(),
  downloadUrl: string().default(""),
  status: string().default("")
});
var LIMIT = 4 * 1024 * 1024;
var SHOWN = 12;
var ANSWER = {
  what: "The registry's answer",
  code: "IMG8504",
  hint: 'See whether "registry" is the right address.'
};
async function addressOf(request, services) {
  const path = `${encodeURIComponent(request.id)}/install?version=${encodeURIComponent(request.version)}`;
  const answer = await ask(request, path, services);
  if (answer === void 0) throw await notThere(request, services);
  const { version, downloadUrl, status } = checkDocument(nodeVersion, answer, ANSWER);
  if (version !== request.version)
    throw new UserError("IMG8501", `The registry gives version ${version} for ${request.version}.`, {
      hint: "Write the version as the registry does."
    });
  if (status.endsWith("Banned"))
    throw new UserError("IMG8502", `The registry has banned version ${version}.`, {
      hint: "Take another version."
    });
  if (status.endsWith("Flagged"))
    services.log.warn(`Node ${request.id}: the registry has flagged version ${version} for review.`);
  if (!URL.canParse(downloadUrl))
    throw new UserError("IMG8502", `The registry has nothing to download for version ${version}.`, {
      hint: "Take another version."
    });
  return downloadUrl;
}
async function ask({ registry }, path, services) {
  const { what } = ANSWER;
  try {
    const text = await visit(
      {
        address: new URL(`${registry.replace(/\/+$/, "")}/nodes/${path}`),
        what,
        allowHosts: [],
        receive: (incoming) => receiveText(incoming, LIMIT, what)
      },
      services
    );
    return parseJson(text, ANSWER);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.status === 404 || error.status === 400) return void 0;
    throw new UserError("IMG8503", `The registry ${new URL(registry).host} answered ${error.status}.`, {
      hint: "Run this again later; what is restored already is kept.",
      cause: error
    });
  }
}
async function notThere(request, services) {
  const answer = array(object({ version: string() })).safeParse(await ask(request, `${encodeURIComponent(request.id)}/versions`, services));
  if (!answer.success || answer.data.length === 0)
    return new UserError("IMG8501", `The registry ${new URL(request.registry).host} has no such node.`, {
      hint: "Check its id, or take it out of cnr_custom_nodes."
    });
  const versions = answer.data.map(({ version }) => version);
  const more = versions.length > SHOWN ? ` and ${versions.length - SHOWN} more` : "";
  return new UserError("IMG8501", `The registry has no version ${request.version} of it.`, {
    hint: `Take one of these: ${versions.slice(0, SHOWN).join(", ")}${more}.`
  });
}

// actions/nodes/archives/fetch-archive.ts
var LIMIT2 = 1024 ** 3;
async function fetchArchive(job, into, services) {
  const folder = await mkdtemp(join(services.temp, "archive-"));
  try {
    const address = job.expected?.address ?? await addressOf(job, services);
    const file = join(folder, "node.zip");
    const archive = await download(job, address, file, services);
    judgeChecksum(job, archive);
    await unpack(file, into);
    return { address, archive, files: digestOfFiles(await filesOf(into)) };
  } catch (error) {
    await rm(into, { recursive: true, force: true });
    throw named(job.id, error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
async function download({ version, allowHosts, limit = LIMIT2 }, address, file, services) {
  const what = `The archive of version ${version}`;
  if (!URL.canParse(address))
    throw new UserError(
      "IMG8202",
      `${what} has no address in the lock, but ${JSON.stringify(printable(address))}.`,
      {
        hint: "Make a new lock with mode lock."
      }
    );
  try {
    return await visit(
      {
        address: new URL(address),
        what,
        allowHosts,
        receive: (incoming) => receiveFile(incoming, file, limit, what)
      },
      services
    );
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new UserError(
      "IMG8503",
      `${what} can't be downloaded: ${new URL(address).host} answered ${error.status}.`,
      {
        hint: "Run this again later; if it stays so, the publisher has withdrawn it.",
        cause: error
      }
    );
  }
}
function judgeChecksum({ expected, version }, archive) {
  if (expected === void 0 || expected.archive === archive) return;
  throw new UserError(
    "IMG8507",
    `The archive of version ${version} has the checksum ${archive}, but the lock says ${expected.archive}.`,
    { hint: "Somebody replaced it: find out why before a new lock is made." }
  );
}
function named(id, error) {
  if (!isUserError(error)) return error;
  return joined(userErrorsOf(error).map((each) => reworded(each, `Node ${id}: ${each.message}`)));
}

// actions/nodes/packages/others.ts
var OF_THE_JOB = /^(GH|GITHUB)_(\w+_)?TOKEN$|^GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)$|^(INPUT|STATE)_|^ACTIONS_\w+_(TOKEN|URL)$/;
function hiddenFromOthers(environment) {
  const names = Object.keys(environment).filter((name) => OF_THE_JOB.test(name));
  return Object.fromEntries(names.map((name) => [name, void 0]));
}

// actions/nodes/packages/tool.ts
import { delimiter, dirname } from "node:path";

// actions/nodes/packages/index-options.ts
function indexOptionOf(line) {
  const [, flag = "", value = ""] = /^(--?[a-z-]+)(?:\s+|=|$)(.*)$/.exec(line) ?? [];
  switch (flag) {
    // One node's index doesn't replace everybody's.
    case "-i":
    case "--index-url":
    case "--extra-index-url":
      return isAddress(value) ? { kind: "index", value } : void 0;
    case "-f":
    case "--find-links":
      return isAddress(value) ? { kind: "links", value } : void 0;
    case "--pre":
      return value === "" ? { kind: "prerelease" } : void 0;
    case "--prefer-binary":
      return value === "" ? { kind: "prefer-binary" } : void 0;
    case "--only-binary":
      return isList(value) ? { kind: "only-binary", value } : void 0;
    case "--no-binary":
      return isList(value) ? { kind: "no-binary", value } : void 0;
    default:
      return void 0;
  }
}
function argumentsOf(options, tool) {
  const all = options.flatMap((option) => {
    switch (option.kind) {
      case "index":
        return [`--extra-index-url=${option.value}`];
      case "links":
        return [`--find-links=${option.value}`];
      case "prerelease":
        return [tool === "uv" ? "--prerelease=allow" : "--pre"];
      case "prefer-binary":
        return tool === "uv" ? [] : ["--prefer-binary"];
      default:
        return [`--${option.kind}=${option.value}`];
    }
  });
  return [...new Set(all)];
}
function isAddress(value) {
  return URL.canParse(value) && !value.includes("${") && /^https:\/\/[^\s@/]+(\/\S*)?$/i.test(value);
}
function isList(value) {
  return /^[\w.:,-]+$/.test(value) && !value.startsWith("-");
}

// actions/nodes/packages/tool.ts
async function findTool(python, services) {
  const { environment } = services;
  const uv = await findProgram("uv", [...(environment.PATH ?? "").split(delimiter), dirname(python)]);
  const env = {
    ...environment,
    ...hiddenFromOthers(environment),
    ...{ PYTHONNOUSERSITE: "1", PYTHONUSERBASE: void 0 }
  };
  if (uv === void 0) {
    const own2 = { ...env, PIP_USER: "0", PIP_NO_INPUT: "1", PIP_ROOT_USER_ACTION: "ignore" };
    return {
      name: "pip",
      run: (args, options) => services.run(python, ["-m", "pip", "--disable-pip-version-check", ...args], { ...options, env: own2 })
    };
  }
  const own = { ...env, ...asUv(environment) };
  return { name: "uv", run: (args, options) => services.run(uv, ["pip", ...args], { ...options, env: own }) };
}
function installArguments(tool, python, job) {
  return [
    "install",
    ...tool.name === "uv" ? ["--python", python] : [],
    ...job.dry ? ["--dry-run"] : [],
    ...job.exactly ? ["--no-deps"] : [],
    ...job.hashed ? ["--require-hashes"] : [],
    ...argumentsOf(job.options ?? [], tool.name),
    ...job.constraints === void 0 ? [] : ["--constraint", job.constraints],
    ...job.files.flatMap((file) => ["--requirement", file])
  ];
}
function asUv(environment) {
  if (Object.keys(environment).some((name) => /^UV_(DEFAULT_INDEX|INDEX|INDEX_URL|EXTRA_INDEX_URL)$/.test(name)))
    return {};
  const pairs = [
    ["UV_DEFAULT_INDEX", environment.PIP_INDEX_URL],
    ["UV_INDEX", environment.PIP_EXTRA_INDEX_URL],
    ["UV_FIND_LINKS", environment.PIP_FIND_LINKS?.trim().replace(/\s+/g, ",")],
    ["UV_NO_INDEX", environment.PIP_NO_INDEX],
    ["SSL_CERT_FILE", environment.SSL_CERT_FILE ?? environment.PIP_CERT]
  ];
  return Object.fromEntries(pairs.filter((pair) => !!pair[1]));
}

// actions/nodes/packages/failure.ts
var LINES = 12;
function complaintOf(output) {
  const lines = output.split("\n").filter((line) => !/ResolutionImpossible|^\[notice\]/.test(line));
  const first = lines.findIndex((line) => /^\s*(ERROR:|error:|×)/.test(line));
  const rest = first < 0 ? lines.slice(-LINES) : lines.slice(first);
  const advice = rest.findIndex((line) => /^\s*hint:/.test(line));
  const told = [...advice < 1 ? rest : rest.slice(0, advice), ...causesIn(lines)].join("\n");
  return withoutLogin(told).replace(/^(?:ERROR|error): /gm, "").replace(/(?:^|\n)[\s│]*(?:×|╰─▶|├─▶|╭|╰|│)\s*/g, "\n").trim();
}
function causesIn(lines) {
  const first = lines.findIndex((line) => /^The conflict is caused by:/.test(line));
  if (first < 0) return [];
  const last = lines.findIndex((line, index) => index > first && /^To fix this/.test(line));
  return lines.slice(first, last < 0 ? void 0 : last);
}
function culpritsOf(complaint, sources) {
  const text = tightened(complaint);
  const words = new Set(
    (text.match(/[A-Za-z0-9][\w.-]*/g) ?? []).map((word) => normalPackage(word.replace(/\.+$/, "")))
  );
  const named2 = sources.flatMap(
    ({ whose, requirements }) => requirements.flatMap(
      (requirement) => requirement.name !== void 0 && words.has(requirement.name) ? [{ whose, requirement }] : []
    )
  );
  const meant = [...Map.groupBy(named2, ({ requirement }) => requirement.name).values()].flatMap((same) => {
    const asWritten = same.filter(({ requirement }) => says(text, requirement));
    const demanding = asWritten.filter(
      ({ requirement }) => /[<>=!~]/.test(requirement.text.split(";", 1)[0] ?? "")
    );
    return [demanding, asWritten, same].find(({ length }) => length > 0) ?? [];
  });
  const byWhose = Map.groupBy(meant, ({ whose }) => whose);
  return [...byWhose].map(([whose, each]) => ({
    whose,
    requirements: each.map(({ requirement }) => requirement.text)
  }));
}
function failureOf(complaint, culprits, kept) {
  const short = sentence(printable(complaint.split("\n").slice(0, LINES).join(" ").replace(/\s+/g, " ")));
  const base = kept.length === 0 ? "" : `, and the base image keeps ${kept.join(", ")}`;
  const hint = "Pin a version in pips that all of them take, or move or take out one of them.";
  const wants = culprits.map(({ whose, requirements }) => `${whose} wants ${requirements.join(", ")}`);
  if (culprits.length === 0)
    return new UserError("IMG8606", `The packages can't be installed: ${short}`, {
      hint: "Mend what it complains of and run this again: nothing was installed."
    });
  if (culprits.length === 1)
    return new UserError(
      "IMG8605",
      `${culprits[0]?.whose}: ${culprits[0]?.requirements.join(", ")} can't be installed${base}: ${short}`,
      { hint }
    );
  return new UserError("IMG8605", `${wants.join("; ")}${base}: that can't be had together: ${short}`, {
    hint
  });
}
function isWritten(complaint, requirement) {
  return says(tightened(complaint), { text: requirement });
}
function says(text, requirement) {
  const written = tightened(requirement.text.replace(/\s*;.*$/, "").replace(/\[[^\]]*\]/, ""));
  const at = new RegExp(`(?<![\\w.-])${escaped(written)}(?![\\w*=<>!~]|[.+-]\\w|,[<>=!~])`, "i");
  return at.test(text);
}
function tightened(text) {
  return text.replace(/\s*(===|[<>=!~]=|[<>])\s*/g, "$1").replace(/,\s+(?=[<>=!~])/g, ",");
}
function escaped(text) {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

export {
  indexOptionOf,
  complaintOf,
  culpritsOf,
  failureOf,
  isWritten,
  hiddenFromOthers,
  findTool,
  installArguments,
  fetchArchive
};
