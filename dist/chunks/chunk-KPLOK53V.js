import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  openGit
} from "./chunk-ILG7TDND.js";
import {
  COMFYUI
} from "./chunk-ZQ3A7QTU.js";
import {
  atOnce
} from "./chunk-EOUI6E6D.js";
import {
  UserError,
  UserErrors,
  isUserError,
  userErrorsOf
} from "./chunk-GTGSVCFP.js";

// actions/nodes/git/refs.ts
async function resolveRef(git, url, name) {
  const wanted = name === "HEAD" ? ["HEAD"] : [`refs/heads/${name}`, `refs/tags/${name}^{}`, `refs/tags/${name}`];
  const refs = await remoteRefs(git, url, wanted);
  const found = wanted.map((ref) => refs.get(ref)).find((commit) => commit !== void 0);
  if (found !== void 0) return found;
  throw new UserError("IMG8401", `${url} has no branch or tag ${JSON.stringify(name)}.`, {
    hint: "See the repository\u2019s branches and tags for what it is called now."
  });
}
async function remoteRefs(git, url, patterns = []) {
  const { stdout } = await git.run(["ls-remote", "--quiet", "--", url, ...patterns], { remote: url });
  return new Map(
    stdout.split("\n").flatMap((line) => {
      const [, commit, ref] = /^([0-9a-f]{40})\t(.+)$/.exec(line) ?? [];
      return commit !== void 0 && ref !== void 0 ? [[ref, commit]] : [];
    })
  );
}

// actions/snapshot/pinned.ts
var COMMIT = /^[0-9a-f]{40}$/;
async function pinned(snapshot, { services, inputs }) {
  const floating = [
    ...snapshot.git.map(({ url, commit }) => ({ url, from: commit })),
    ...snapshot.comfyui === null ? [] : [{ url: COMFYUI, from: snapshot.comfyui }]
  ].filter(({ from }) => !COMMIT.test(from));
  if (floating.length === 0) return { snapshot, resolved: [] };
  const git = openGit(services);
  const errors = [];
  const found = await atOnce(inputs.restoring.jobs, floating, async ({ url, from }) => {
    try {
      return [{ url, from, commit: await resolveRef(git, url, from) }];
    } catch (error) {
      if (!isUserError(error)) throw error;
      errors.push(...userErrorsOf(error));
      return [];
    }
  });
  if (errors.length > 0) throw new UserErrors(errors);
  const resolved = found.flat();
  const commitOf = (url, from) => resolved.find((each) => each.url === url && each.from === from)?.commit ?? from;
  return {
    resolved,
    snapshot: {
      ...snapshot,
      comfyui: snapshot.comfyui === null ? null : commitOf(COMFYUI, snapshot.comfyui),
      git: snapshot.git.map((node) => ({ ...node, commit: commitOf(node.url, node.commit) }))
    }
  };
}

export {
  pinned
};
