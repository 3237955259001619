import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  defaultRetry,
  retry
} from "./chunk-RZBAGCDT.js";
import {
  printable,
  sentence,
  withoutLogin
} from "./chunk-HNYI7RT3.js";
import {
  ProcessError
} from "./chunk-DNWJD24H.js";
import {
  UserError
} from "./chunk-GTGSVCFP.js";

// actions/nodes/git/git.ts
import { mkdtemp, rm } from "node:fs/promises";
import { join as join2 } from "node:path";

// actions/nodes/git/environment.ts
var KEPT = /^GIT_(CONFIG_(GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)|SSL_\w+|HTTP_\w+|PROXY_\w+|EXEC_PATH|TRACE\w*)$/;
function gitEnvironment(environment) {
  const ofGit = Object.entries(environment).filter(([name]) => name.startsWith("GIT_"));
  return {
    ...Object.fromEntries(ofGit.map(([name, value]) => [name, KEPT.test(name) ? value : void 0])),
    GIT_CEILING_DIRECTORIES: "/",
    GIT_TERMINAL_PROMPT: "0",
    GIT_ASKPASS: "",
    SSH_ASKPASS: "",
    GIT_OPTIONAL_LOCKS: "0",
    // Replaced objects are not those that a commit names.
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_ATTR_NOSYSTEM: "1",
    LC_ALL: "C"
  };
}

// actions/nodes/git/failures.ts
var GitFailure = class extends UserError {
  kind;
  constructor(kind, [code, message, hint], cause) {
    super(code, message, { hint, cause });
    this.name = "GitFailure";
    this.kind = kind;
  }
};
var SIGNS = [
  ["not given", /not our ref|unadvertised object|couldn't find remote ref/i],
  ["missing", /repository .* not found|does not appear to be a git repository|error: 4(04|10)\b/i],
  ["login", /could not read (Username|Password)|Authentication failed|error: 40[13]\b/i],
  ["forbidden", /transport '.*' not allowed/i],
  ["locked", /\.lock': File exists/i],
  [
    "temporary",
    /error: (408|429|5\d\d)\b|early EOF|hung up|unexpected disconnect|RPC failed|Could not resolve|Failed to connect|Couldn't connect|unable to connect|timed out|too slow|reset by peer|Connection refused|Empty reply|SSL_ERROR|GnuTLS|TLS|HTTP\/2|bytes of body|curl \d+|bad pack header|index-pack (died|failed|output)|expected flush/i
  ]
];
function failureOf(error, address) {
  const { stderr } = error.result;
  const kind = SIGNS.find(([, sign]) => sign.test(stderr))?.[0] ?? "other";
  const said = WORDS[kind](address, reasonIn(stderr) || `git ended with ${error.result.exitCode}.`);
  return new GitFailure(kind, said, error);
}
function adviceOn(error) {
  return error instanceof GitFailure && ["temporary", "locked"].includes(error.kind) ? {} : void 0;
}
var WORDS = {
  "not given": (address, reason) => [
    "IMG8401",
    `${address} does not give it: ${reason}`,
    "It was removed, or never there: look at what the repository has, and pin that."
  ],
  missing: (address) => [
    "IMG8402",
    `There is no repository at ${address}.`,
    "See whether it was renamed, made private or taken down."
  ],
  login: (address) => [
    "IMG8402",
    `${address} can't be read without logging in.`,
    "See whether it was renamed, made private or taken down; one of your own needs a credential in git\u2019s configuration."
  ],
  forbidden: (address, reason) => [
    "IMG8404",
    `git may not reach ${address} in that way: ${reason}`,
    "Write its address with https://, which is the only way in which repositories are read."
  ],
  locked: (address, reason) => [
    "IMG8304",
    `${address} can't be kept: ${reason}`,
    "Another git works there; or one was killed, and its lock has to be removed by hand."
  ],
  temporary: (address, reason) => [
    "IMG8403",
    `${address} could not be reached: ${reason}`,
    "Run it again once the network and the host are well."
  ],
  other: (address, reason) => [
    "IMG8403",
    `git could not read ${address}: ${reason}`,
    "Try `git ls-remote` with that address."
  ]
};
function reasonIn(stderr) {
  const lines = stderr.split("\n").map((line) => line.trim());
  const told = lines.find((line) => /^(fatal|error|remote):/.test(line)) ?? lines.findLast((line) => line !== "");
  const reason = withoutLogin(printable(told ?? ""));
  return reason === "" ? "" : sentence(reason);
}

// actions/nodes/git/folder.ts
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
var ATTRIBUTES = "* -text -eol -ident -filter -working-tree-encoding\n";
async function makeGitFolder(path, origin) {
  for (const part of ["objects", "refs", "info"]) await mkdir(join(path, part), { recursive: true });
  await writeFile(join(path, "HEAD"), "ref: refs/heads/main\n");
  await writeFile(join(path, "info", "attributes"), ATTRIBUTES);
  await writeFile(join(path, "config"), configuration(origin));
  return path;
}
function configuration(origin) {
  const core = `[core]
	repositoryformatversion = 0
	bare = ${origin === void 0}
`;
  return origin === void 0 ? core : `${core}[remote "origin"]
	url = ${origin}
	fetch = +refs/heads/*:refs/remotes/origin/*
`;
}

// actions/nodes/git/git.ts
var SAFE = [
  ["core.hooksPath", "/dev/null"],
  ["core.fsmonitor", "false"],
  ["core.symlinks", "true"],
  ["core.protectHFS", "true"],
  ["core.protectNTFS", "true"],
  ["core.askPass", ""],
  ["credential.interactive", "never"],
  ["protocol.allow", "never"],
  ["protocol.https.allow", "always"],
  ["protocol.version", "2"],
  ["gc.auto", "0"],
  ["maintenance.auto", "false"],
  ["submodule.recurse", "false"],
  ["fetch.recurseSubmodules", "false"],
  // A few files in place of a thousand.
  ["fetch.unpackLimit", "1"],
  // A line that has died is noticed.
  ["http.lowSpeedLimit", "500"],
  ["http.lowSpeedTime", "60"]
].flatMap(([name, value]) => ["-c", `${name}=${value}`]);
function openGit(services) {
  const empty = /* @__PURE__ */ new Map();
  const emptyFolder = (attributes) => {
    const folder = empty.get(attributes) ?? makeEmpty(services.temp, attributes);
    empty.set(attributes, folder);
    return folder;
  };
  const start = async (args, options) => {
    const { gitDir, workTree, objects, index, attributes = false, remote, local, ...own } = options;
    return services.run("git", [...SAFE, ...local ? ["-c", "protocol.file.allow=always"] : [], ...args], {
      // Not where somebody else's repository could be found.
      cwd: services.temp,
      ...own,
      env: {
        ...gitEnvironment(services.environment),
        GIT_DIR: gitDir ?? await emptyFolder(attributes),
        GIT_WORK_TREE: workTree,
        GIT_OBJECT_DIRECTORY: objects,
        GIT_INDEX_FILE: index
      }
    });
  };
  const ask = (args, options, remote) => retry(
    async () => {
      try {
        return await start(args, options);
      } catch (error) {
        throw error instanceof ProcessError ? failureOf(error, remote) : error;
      }
    },
    { ...defaultRetry, clock: services.clock, random: services.random },
    {
      signal: services.signal,
      advise: adviceOn,
      onRetry: (error, _attempt, wait) => services.log.warn(`${error.message} Once more in ${Math.round(wait / 1e3)} s.`)
    }
  );
  return {
    run: (args, options = {}) => options.remote === void 0 ? start(args, options) : ask(args, options, options.remote)
  };
}
async function makeEmpty(temp, attributes) {
  const folder = await makeGitFolder(await mkdtemp(join2(temp, "git-")));
  if (attributes) await rm(join2(folder, "info", "attributes"));
  return folder;
}

export {
  GitFailure,
  makeGitFolder,
  openGit
};
