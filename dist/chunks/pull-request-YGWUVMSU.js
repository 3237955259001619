import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  checkCandidateInput,
  fetchCandidate
} from "./chunk-PUOYX2D6.js";
import {
  openGithub
} from "./chunk-I5ZUI3EO.js";
import "./chunk-INPAMFGY.js";
import "./chunk-2HSYLW7U.js";
import "./chunk-QQAGYR2F.js";
import "./chunk-2KWCTZZ6.js";
import "./chunk-RZBAGCDT.js";
import "./chunk-ZNDI3WQU.js";
import "./chunk-5XXXVB74.js";
import "./chunk-WAJLRQW2.js";
import "./chunk-HNYI7RT3.js";
import "./chunk-C5D3HR52.js";
import "./chunk-J6MGYEM6.js";
import {
  fitSummary
} from "./chunk-7C7IGOF2.js";
import {
  code,
  link
} from "./chunk-TIJULC24.js";
import "./chunk-EZQO47NV.js";
import "./chunk-Z26LTSII.js";
import {
  InputError,
  UserError
} from "./chunk-GTGSVCFP.js";
import "./chunk-EXVEHUUA.js";
import "./chunk-TO6V6YKD.js";

// actions/runner/proposal.ts
var MARK = "Made-by: image-actions snapshot";
var UNPROCESSABLE = 422;
var Proposals = class {
  #repository;
  #github;
  constructor({ repository }, github) {
    this.#repository = repository;
    this.#github = github;
  }
  /** Makes the pull request, or brings the open one of that branch up to date. */
  async propose(proposal) {
    const { branch, base, title, body, labels } = proposal;
    const head = await this.#headOf(branch);
    if (head !== void 0) requireOurs(head, branch);
    const commit = await this.#commit(proposal, head);
    await this.#point(branch, commit, head);
    const found = await this.#request({ title, body, head: branch, base });
    if (labels.length > 0)
      await this.#github.send({
        method: "POST",
        path: this.#path(`issues/${found.number}/labels`),
        body: { labels }
      });
    return found;
  }
  async #request(text) {
    const { title, body, head, base } = text;
    const open = await this.find(head, base);
    if (open) {
      const path = this.#path(`pulls/${open.number}`);
      await this.#github.send({ method: "PATCH", path, body: { title, body } });
      return open;
    }
    return this.#post("pulls", text).catch(async (error) => {
      const made = await this.find(head, base);
      if (made) return made;
      throw error;
    });
  }
  /** Closes the open one, with a word on why; undefined: there is none, or others have worked on it. */
  async withdraw(branch, base, why) {
    const open = await this.find(branch, base);
    const head = open && await this.#headOf(branch);
    if (!open || !head || !isOurs(head)) return void 0;
    const { number } = open;
    await this.#github.send({
      method: "POST",
      path: this.#path(`issues/${number}/comments`),
      body: { body: why }
    });
    await this.#github.send({
      method: "PATCH",
      path: this.#path(`pulls/${number}`),
      body: { state: "closed" }
    });
    return open;
  }
  async find(branch, base) {
    const [owner = ""] = this.#repository.split("/");
    const head = encodeURIComponent(`${owner}:${branch}`);
    const query = `state=open&head=${head}&base=${encodeURIComponent(base)}`;
    return (await this.#github.get(this.#path(`pulls?${query}`)))?.[0];
  }
  async #headOf(branch) {
    const ref = await this.#github.get(this.#path(`git/ref/${refOf(branch)}`));
    return ref && await this.#github.get(this.#path(`git/commits/${ref.object.sha}`));
  }
  /** The one that is there already, where it would be the same. */
  async #commit({ revision, title, files }, head) {
    const parent = await this.#github.get(this.#path(`git/commits/${revision}`));
    if (!parent)
      throw new UserError("IMG9304", `GitHub does not know the commit ${revision}.`, {
        hint: "Push it first: the pull request begins there."
      });
    const tree = files.map(({ path, content }) => {
      const what = { path, mode: "100644", type: "blob" };
      return content === null ? { ...what, sha: null } : { ...what, content };
    });
    const made = await this.#post("git/trees", { base_tree: parent.tree.sha, tree });
    const parents = [revision];
    if (head?.tree.sha === made.sha && head.parents.map(({ sha }) => sha).join() === revision) return head.sha;
    const message = `${title}

${MARK}
`;
    return (await this.#post("git/commits", { message, tree: made.sha, parents })).sha;
  }
  async #point(branch, sha, head) {
    if (head?.sha === sha) return;
    const path = this.#path(`git/refs/${refOf(branch)}`);
    if (head) await this.#github.send({ method: "PATCH", path, body: { sha, force: true } });
    else if (!await this.#create(branch, sha)) throw theirs(branch);
  }
  /** A lost answer looks as if somebody else had been faster. */
  async #create(branch, sha) {
    const body = { ref: `refs/heads/${branch}`, sha };
    const made = await this.#github.send({ method: "POST", path: this.#path("git/refs"), body }, [
      UNPROCESSABLE
    ]);
    return made !== void 0 || (await this.#headOf(branch))?.sha === sha;
  }
  async #post(what, body) {
    return await this.#github.send({ method: "POST", path: this.#path(what), body });
  }
  #path(rest) {
    return `/repos/${this.#repository}/${rest}`;
  }
};
function refOf(branch) {
  return `heads/${branch.split("/").map(encodeURIComponent).join("/")}`;
}
function isOurs({ message }) {
  return message.split("\n").includes(MARK);
}
function requireOurs(head, branch) {
  if (!isOurs(head)) throw theirs(branch);
}
function theirs(branch) {
  return new UserError("IMG9305", `The branch ${branch} holds commits of others.`, {
    hint: 'Merge or delete it, or name another one in "branch": only what this action made is replaced.'
  });
}

// actions/snapshot/modes/pull-request.ts
var LONGEST_TEXT = 65536;
var RIGHTS = 'contents: write" and "pull-requests: write';
var pullRequest = async (task) => {
  const { runner, inputs } = task;
  const { candidate: reference } = inputs.updating;
  checkCandidateInput(reference);
  if (inputs.token === "")
    throw new InputError("IMG8002", 'Input "github-token" is empty.', {
      hint: `A pull request needs a token with "${RIGHTS}".`
    });
  const { event, clock, signal, log } = runner;
  const candidate = await fetchCandidate(reference, runner);
  const github = openGithub(event.apiUrl, { token: inputs.token, clock, signal, log }, RIGHTS);
  try {
    const proposals = new Proposals(event, github);
    return candidate.files.length === 0 ? await withdraw(candidate, proposals, task) : await propose(candidate, proposals, task);
  } catch (error) {
    throw notPermitted(error);
  } finally {
    github.close();
  }
};
async function propose(candidate, proposals, { inputs, runner }) {
  const { title, revision, files } = candidate;
  const { branch, labels } = inputs.updating;
  const base = baseOf(runner.event);
  const body = bodyOf(candidate.sections, runner.event);
  const made = await proposals.propose({ revision, branch, base, title, body, labels, files });
  return told(title, made, candidate);
}
async function withdraw(candidate, proposals, { inputs, runner }) {
  const { branch } = inputs.updating;
  const why = `There is nothing to update any more, says ${runPage(runner.event)}.`;
  const closed = candidate.complete ? await proposals.withdraw(branch, baseOf(runner.event), why) : void 0;
  const what = closed ? "Nothing to update any more: closed" : "Nothing to update";
  return { ...told(what, closed, candidate), outputs: { changed: "false", digest: candidate.to } };
}
function told(what, request, { to }) {
  const address = request?.html_url ?? "";
  const where = request ? link(`#${request.number}`, address) : "";
  return {
    outputs: { digest: to, changed: "true", "pull-request": address },
    document: { mode: "pull-request", what, digest: to, pullRequest: address },
    text: `${[what, address].filter(Boolean).join(": ")}
`,
    markdown: `## ${[what, where].filter(Boolean).join(": ")}

${code(to)}`
  };
}
function baseOf({ ref, defaultBranch }) {
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1] ?? defaultBranch;
  if (branch !== "") return branch;
  throw new UserError("IMG8821", "Nobody says which branch the pull request is for.", {
    hint: "Run this on a branch."
  });
}
function bodyOf(sections, event) {
  const end = { markdown: `Made by ${runPage(event)}.`, importance: 1 };
  return fitSummary([...sections, end], LONGEST_TEXT);
}
function runPage({ serverUrl, repository, runId }) {
  return link("this run", `${serverUrl}/${repository}/actions/runs/${runId}`);
}
function notPermitted(error) {
  if (!(error instanceof UserError) || !/not permitted to create or approve/.test(error.message)) return error;
  return new UserError("IMG8822", "This repository lets no workflow create pull requests.", {
    hint: 'Allow it in Settings \u2192 Actions \u2192 General \u2192 Workflow permissions, or give a token of your own as "github-token".',
    cause: error
  });
}
export {
  pullRequest
};
