import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  diffMarkdown,
  diffSnapshots
} from "./chunk-RH6RSYBA.js";
import {
  nodesIn
} from "./chunk-ZLFWH7DP.js";
import {
  openFile,
  readSnapshot
} from "./chunk-3YQR5CUE.js";
import "./chunk-YMXQWGQT.js";
import {
  digestOf
} from "./chunk-BJOZIW3C.js";
import "./chunk-CDVWV3GO.js";
import "./chunk-7H53AFRE.js";
import "./chunk-TIJULC24.js";
import "./chunk-YQ2JDB3K.js";
import "./chunk-NQSZNAFT.js";
import "./chunk-47KHJZ2A.js";
import "./chunk-EZQO47NV.js";
import {
  InputError,
  InputProblems
} from "./chunk-OMWTWNNE.js";
import "./chunk-X5AATHZ6.js";

// actions/snapshot/states.ts
import { access } from "node:fs/promises";
async function openStates(task) {
  const { from, to, snapshot } = task.inputs;
  const problems = new InputProblems();
  const before = await problems.tryAsync(() => openState(from || `HEAD:./${snapshot}`, task));
  const after = await problems.tryAsync(() => openState(to || snapshot, task));
  problems.throwIfAny();
  return [before, after];
}
async function openState(name, task) {
  const { workspace } = task.runner.event;
  const isFile = await access(task.path(name)).then(
    () => true,
    () => false
  );
  if (isFile || !name.includes(":")) return openFile(name, workspace);
  return readSnapshot(await committed(name, task), name);
}
async function committed(name, { services, runner }) {
  if (name.startsWith("-")) throw new InputError(`"${name}" is neither a file nor REF:path.`);
  const { exitCode, stdout, stderr } = await services.run("git", ["cat-file", "blob", name], {
    cwd: runner.event.workspace,
    anyExit: true
  });
  if (exitCode === 0) return stdout;
  throw new InputError(`git has no "${name}" here: ${stderr.trim().split("\n").at(-1) ?? ""}`, {
    hint: "Check the path; in a job, actions/checkout brings earlier commits along with fetch-depth: 0."
  });
}

// actions/snapshot/modes/diff.ts
var diff = async (task) => {
  const [from, to] = await openStates(task);
  const found = diffSnapshots(from.snapshot, to.snapshot);
  const markdown = diffMarkdown(found);
  return {
    outputs: {
      digest: digestOf(to.snapshot),
      nodes: String(nodesIn(to.snapshot)),
      changed: String(!isEmpty(found))
    },
    document: { mode: "diff", from: from.file, to: to.file, diff: found },
    text: `${markdown.trimEnd()}
`,
    markdown
  };
};
function isEmpty({ comfyui, git, registry, files, packages }) {
  const changes = [git, registry, files, packages].flatMap((each) => [
    ...each.added,
    ...each.removed,
    ...each.changed
  ]);
  return comfyui === void 0 && changes.length === 0;
}
export {
  diff
};
