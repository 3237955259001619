import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  DOCKER_HUB_KEY,
  readAuthFiles
} from "./chunk-SEJ6WIJR.js";
import {
  formatRepository
} from "./chunk-ZNDI3WQU.js";
import {
  UserError
} from "./chunk-GTGSVCFP.js";

// actions/registry/credentials.ts
var Logins = class {
  access;
  surroundings;
  found = /* @__PURE__ */ new Map();
  answers = /* @__PURE__ */ new Map();
  files;
  constructor(access, surroundings) {
    this.access = access;
    this.surroundings = surroundings;
  }
  find(repository) {
    const name = formatRepository(repository);
    const known = this.found.get(name) ?? this.search(repository);
    this.found.set(name, known);
    return known;
  }
  async search(repository) {
    const keys = keysOf(repository);
    const given = firstOf(keys, this.access.logins);
    if (given) return given;
    this.files ??= readAuthFiles(this.surroundings.environment);
    for (const file of await this.files) {
      const login = await this.lookUp(file, keys, repository.host);
      if (login) return login;
    }
    return void 0;
  }
  async lookUp(file, keys, host) {
    const helper = firstOf(keys, file.helpers);
    return (helper === void 0 ? void 0 : await this.ask(helper, host)) ?? firstOf(keys, file.auths) ?? (file.store === void 0 ? void 0 : await this.ask(file.store, host));
  }
  ask(helper, host) {
    const question = `${helper} ${host}`;
    const answer = this.answers.get(question) ?? askHelper(this.surroundings.run, helper, host);
    this.answers.set(question, answer);
    return answer;
  }
};
function keysOf({ host, path }) {
  const parts = [host, ...path.split("/")];
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("/"));
}
function firstOf(keys, map) {
  const key = keys.find((candidate) => map.has(candidate));
  return key === void 0 ? void 0 : map.get(key);
}
async function askHelper(run, helper, host) {
  const program = `docker-credential-${helper}`;
  if (!/^[\w.-]+$/.test(helper)) throw failed(`"${program}"`, host);
  const input = host === "docker.io" ? DOCKER_HUB_KEY : host;
  const result = await run(program, ["get"], { input, anyExit: true }).catch(() => {
    throw failed(program, host);
  });
  if (result.exitCode !== 0) {
    if (/not found/i.test(result.stdout + result.stderr)) return void 0;
    throw failed(program, host);
  }
  return parseAnswer(result.stdout) ?? refuse(program, host);
}
function parseAnswer(text) {
  try {
    const { Username, Secret } = JSON.parse(text);
    if (typeof Username !== "string" || typeof Secret !== "string") return void 0;
    return Username === "<token>" ? { identityToken: Secret } : { username: Username, password: Secret };
  } catch {
    return void 0;
  }
}
function refuse(program, host) {
  throw failed(program, host);
}
function failed(program, host) {
  return new UserError("IMG3013", `The credential helper ${program} gave no credentials for ${host}.`, {
    hint: "Check that it is installed and works, or give credentials in registry-auth."
  });
}

export {
  Logins
};
