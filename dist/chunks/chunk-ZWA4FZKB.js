import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  ANY_HOST
} from "./chunk-GDMFZWVF.js";
import {
  looksSecret,
  readBuildArgs
} from "./chunk-IJOCRBIZ.js";
import {
  readPlanRequest
} from "./chunk-M3R5HUOY.js";
import {
  checkPath
} from "./chunk-CILVAWX5.js";
import {
  readAuthFiles,
  readRegistryAccess
} from "./chunk-SEJ6WIJR.js";
import {
  formatRepository,
  parseRepository
} from "./chunk-ZNDI3WQU.js";
import {
  parse
} from "./chunk-BKXCIMUH.js";
import {
  readBoolean,
  readChoice,
  readLines,
  readPairs
} from "./chunk-GDCOOEY7.js";
import {
  readDocument
} from "./chunk-C5D3HR52.js";
import {
  record,
  string
} from "./chunk-J6MGYEM6.js";
import {
  InputProblems,
  Problems,
  UserError
} from "./chunk-GTGSVCFP.js";

// actions/runner/login-hosts.ts
async function loginHosts({ logins }, runner) {
  const files = await readAuthFiles(runner.environment);
  const known = files.flatMap(({ auths, helpers, stored }) => [...auths.keys(), ...helpers.keys(), ...stored]);
  const anyHost = files.some(({ store }) => store !== void 0) ? [ANY_HOST] : [];
  return [...logins.keys(), ...known, ...anyHost];
}

// actions/build/options.ts
var RESERVED = /^(-[tfoqh]|(--tag|--iidfile|--authfile|--creds|--manifest|--output|--file|--format|--platform|--arch|--os|--variant|--all-platforms|--quiet|--help|--)(=|$))/;
function readBuildOptions(reader) {
  const problems = new Problems();
  const options = {
    format: problems.try(() => readChoice(reader, "format", ["docker", "oci"])) ?? "docker",
    compression: problems.try(() => readChoice(reader, "compression", ["gzip", "zstd"])) ?? "gzip",
    cache: problems.try(() => readChoice(reader, "cache", ["registry", "store", "none"])) ?? "registry",
    cacheRepository: problems.try(() => readCacheRepository(reader)) ?? "",
    noCache: problems.try(() => readBoolean(reader, "no-cache")) ?? false,
    pull: problems.try(() => readChoice(reader, "pull", ["always", "missing", "newer", "never"])) ?? "missing",
    reproducible: problems.try(() => readBoolean(reader, "reproducible")) ?? false,
    buildArgs: problems.try(() => readBuildArgs(readLines(reader, "build-args"))) ?? {},
    buildContexts: problems.try(() => readPairs(reader, "build-contexts").map(([name, value]) => `${name}=${value}`)) ?? [],
    ssh: readLines(reader, "ssh"),
    target: reader.text("target").trim() || void 0,
    extraArgs: problems.try(() => readExtraArgs(reader)) ?? [],
    archive: reader.text("archive").trim()
  };
  if (options.compression === "zstd" && options.format === "docker") {
    problems.add(
      "IMG2201",
      'zstd layers need OCI manifests, and "format" is docker.',
      "Set format: oci (which drops HEALTHCHECK), or compression: gzip."
    );
  }
  problems.throwIfAny();
  return options;
}
function readCacheRepository(reader) {
  const text = reader.text("cache-repository").trim();
  return text === "" ? "" : formatRepository(parseRepository(text));
}
function readExtraArgs(reader) {
  const hint = 'Write a YAML list, one argument an item: ["--cap-add=SYS_PTRACE"].';
  const given = reader.text("extra-args").trim();
  const value = given === "[]" ? [] : parseYaml(given, hint);
  if (!Array.isArray(value)) throw new UserError("IMG2202", 'Input "extra-args" is not a list.', { hint });
  return value.map((item) => {
    const text = String(item);
    if (RESERVED.test(text))
      throw new UserError("IMG2203", `"extra-args" may not hold ${text}.`, {
        hint: "An input of this action sets it, or it would leave no image to push."
      });
    return text;
  });
}
function parseYaml(text, hint) {
  try {
    return parse(text) ?? [];
  } catch (cause) {
    throw new UserError("IMG2202", 'Input "extra-args" is not valid YAML.', { hint, cause });
  }
}
function secretLikeArguments(buildArgs) {
  return Object.keys(buildArgs).filter((name) => buildArgs[name] !== "" && looksSecret(name));
}

// actions/build/secrets.ts
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
var ID = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/;
function readSecrets(reader) {
  const text = reader.text("secrets").trim();
  const problems = new Problems();
  const pairs = text.startsWith("{") ? Object.entries(readObject(text)) : readSecretLines(reader, problems);
  checkIds(pairs, problems);
  problems.throwIfAny();
  return new Map(pairs);
}
function readSecretLines(reader, problems) {
  return readLines(reader, "secrets").flatMap((line, index) => {
    const equals = line.indexOf("=");
    const id = line.slice(0, Math.max(equals, 0)).trim();
    if (ID.test(id)) return [[id, line.slice(equals + 1).trim()]];
    problems.add(
      "IMG2204",
      `Line ${index + 1} of input "secrets" does not begin with an id and "=".`,
      'Each line reads id=value; a value of several lines goes into a JSON object: {"key": "\u2026\\n\u2026"}.'
    );
    return [];
  });
}
function checkIds(pairs, problems) {
  for (const [id] of pairs)
    if (!ID.test(id))
      problems.add("IMG2205", `"${id}" is not a valid secret id.`, 'Use letters, digits, "_", "-" and ".".');
}
function readObject(text) {
  return readDocument(record(string(), string()), text, {
    what: 'Input "secrets"',
    code: "IMG2204",
    hint: 'Write an object such as {"npmrc": "\u2026"}; each key is an id for --mount=type=secret.'
  });
}
function readSecretFiles(reader, workspace) {
  const pairs = readPairs(reader, "secret-files");
  const problems = new Problems();
  checkIds(pairs, problems);
  const files = pairs.map(([id, path]) => [id, resolve(workspace, path)]);
  for (const [id, path] of files)
    if (path.includes(","))
      problems.add(
        "IMG2206",
        `The path of the secret "${id}" holds a comma.`,
        "Rename the file: podman separates options by commas."
      );
    else if (!existsSync(path))
      problems.add(
        "IMG2211",
        `"${path}", the file of the secret "${id}", is not there.`,
        "Its path is relative to the checkout; an earlier step has to write what is not in the repository."
      );
  problems.throwIfAny();
  return new Map(files);
}
async function secretArguments(secrets, files, folder) {
  const own = join(folder, "secrets");
  await mkdir(own, { recursive: true, mode: 448 });
  const written = [...secrets].map(async ([id, value], position) => {
    const path = join(own, String(position));
    await writeFile(path, value, { mode: 384 });
    return `id=${id},src=${path}`;
  });
  return [...await Promise.all(written), ...[...files].map(([id, path]) => `id=${id},src=${path}`)];
}

// actions/build/inputs.ts
function parseInputs(reader, context) {
  const problems = new InputProblems();
  const plan = reader.text("plan").trim();
  const leg = reader.text("leg").trim();
  const request = readPlanRequest(reader);
  const options = problems.try(() => readBuildOptions(reader));
  const verify = {
    file: problems.try(() => readCheckFile(reader.text("verify").trim())) ?? "",
    variables: Object.fromEntries(problems.try(() => readPairs(reader, "verify-variables")) ?? [])
  };
  const secrets = problems.try(() => readSecrets(reader));
  const secretFiles = problems.try(() => readSecretFiles(reader, context.workspace));
  const access = problems.try(() => readRegistryAccess(reader, context));
  problems.throwIfAny();
  return {
    plan,
    leg,
    request,
    options,
    verify,
    secrets,
    secretFiles,
    access
  };
}
function readCheckFile(path) {
  return path === "" ? "" : checkPath(path, "check file");
}

export {
  loginHosts,
  secretLikeArguments,
  secretArguments,
  parseInputs
};
