import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  GitFailure,
  makeGitFolder
} from "./chunk-ILG7TDND.js";
import {
  UserError,
  isUserError,
  messageOf
} from "./chunk-GTGSVCFP.js";

// actions/nodes/git/cache.ts
import { access, constants, mkdir, stat } from "node:fs/promises";
import { join as join2 } from "node:path";

// actions/nodes/git/fetch.ts
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
async function fetchCommit({ git, log, cache }, pinned, gitDir) {
  const stored = await cache?.hold(pinned, (path) => download(git, pinned, path));
  if (stored !== void 0) {
    try {
      return await copy(git, stored, pinned.commit, gitDir);
    } catch (error) {
      if (!(error instanceof GitFailure)) throw error;
      log.warn(`The cache of ${pinned.url} is of no use: ${error.message}`);
    }
  }
  await download(git, pinned, gitDir);
}
async function has(git, store, commit) {
  const { exitCode } = await git.run(["cat-file", "-e", `${commit}^{commit}`], { ...store, anyExit: true });
  return exitCode === 0;
}
async function isWhole(git, store, commit) {
  const args = ["rev-list", "--objects", "--no-walk", "--quiet", commit];
  const { exitCode } = await git.run(args, { ...store, anyExit: true });
  return exitCode === 0;
}
async function download(git, { url, commit }, gitDir) {
  try {
    await git.run(fetching(url, commit), { gitDir, remote: url });
  } catch (error) {
    if (!(error instanceof GitFailure) || error.kind !== "not given") throw error;
    await downloadAmongAll(git, { url, commit }, gitDir);
  }
}
async function downloadAmongAll(git, { url, commit }, gitDir) {
  const whole = await mkdtemp(join(gitDir, "whole-"));
  try {
    await makeGitFolder(whole);
    const all = ["+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*"];
    await git.run(["fetch", ...QUIET, "--no-tags", "--", url, ...all], { gitDir: whole, remote: url });
    if (!await has(git, { gitDir: whole }, commit)) throw removed(url, commit);
    await copy(git, whole, commit, gitDir);
  } finally {
    await rm(whole, { recursive: true, force: true });
  }
}
var UPLOAD_PACK = "--upload-pack=git -c safe.directory='*' upload-pack";
async function copy(git, from, commit, gitDir) {
  const [verb = "", ...rest] = fetching(from, commit);
  await git.run([verb, UPLOAD_PACK, ...rest], { gitDir, remote: from, local: true });
}
var QUIET = ["--quiet", "--no-write-fetch-head", "--no-auto-maintenance", "--no-recurse-submodules"];
function fetching(from, commit) {
  return ["fetch", ...QUIET, "--no-tags", "--depth=1", "--", from, `${commit}:refs/restored/${commit}`];
}
function removed(url, commit) {
  return new UserError("IMG8401", `${url} has no commit ${commit} any more.`, {
    hint: "Its author has probably pushed another history over it (force-push): review what is there now, and pin that."
  });
}

// actions/nodes/git/cache.ts
var BareCache = class {
  #folder;
  #git;
  #log;
  /** git does not let two fetch into one repository at a time. */
  #queues = /* @__PURE__ */ new Map();
  constructor(folder, git, log) {
    this.#folder = folder;
    this.#git = git;
    this.#log = log;
  }
  /** The repository that has this commit, downloaded where it is lacking; undefined: it can't be kept here. */
  hold(pinned, download2) {
    const path = cachedRepository(this.#folder, pinned.url);
    const before = this.#queues.get(path) ?? Promise.resolve();
    const held = before.then(() => this.#hold(path, pinned, download2));
    this.#queues.set(
      path,
      held.catch(() => {
      })
    );
    return held;
  }
  async #hold(path, { url, commit }, download2) {
    const there = await stat(join2(path, "HEAD")).then(
      () => true,
      () => false
    );
    if (there && await has(this.#git, { gitDir: path }, commit)) return path;
    try {
      if (!there) {
        await mkdir(path, { recursive: true });
        await makeGitFolder(path);
      }
      await access(join2(path, "objects"), constants.W_OK);
      await download2(path);
      return path;
    } catch (error) {
      const isOurs = error instanceof GitFailure && ["locked", "other"].includes(error.kind);
      if (isUserError(error) && !isOurs) throw error;
      if (!isUserError(error) && error.code === void 0) throw error;
      const isLocked = error instanceof GitFailure && error.kind === "locked";
      this.#log[isLocked ? "warn" : "debug"](`${url} is not kept in the cache: ${messageOf(error)}`);
      return void 0;
    }
  }
};
function cachedRepository(folder, url) {
  return join2(folder, `${url.replace(/^https:\/\//, "")}.git`);
}

export {
  fetchCommit,
  has,
  isWhole,
  BareCache,
  cachedRepository
};
