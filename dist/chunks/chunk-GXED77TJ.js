import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  Journal,
  describeTags,
  holdsOurs,
  learn,
  makeReceipt,
  openTargets,
  putBack,
  putTag,
  readBack,
  receiptArtifact,
  receiptImage,
  serialiseReceipt,
  settle,
  targetOf
} from "./chunk-NFUJBEXU.js";
import {
  openRegistries
} from "./chunk-JMG2ZM22.js";
import {
  readRegistryAccess,
  secretsOf
} from "./chunk-5THWWG6Q.js";
import {
  defaultRetry
} from "./chunk-KY2NBT2M.js";
import {
  UserError,
  UserErrors,
  isUserError,
  messageOf
} from "./chunk-TXYBSCTN.js";

// actions/transaction/completion.ts
async function completeJournal(journal, registries, retry) {
  const completions = [];
  for (const state of journal.unfinished) {
    completions.push(await completeImage(state, journal, registries, retry));
  }
  return completions;
}
async function completeImage(state, journal, registries, retry) {
  const targets = openTargets(registries, state.repositories);
  const image = state.name;
  try {
    const held = await learn(state, targets);
    const hasMoved = [...held].some(([tag, digest]) => tag.moves && digest === state.digest);
    if (state.phase !== "moving" || !hasMoved) {
      await putBack(state, targets, journal);
      return { image, outcome: state.phase === "reverted" ? "put back" : "incomplete" };
    }
    await forward(state, held, targets, retry);
    state.phase = "published";
    return { image, outcome: "completed" };
  } catch (error) {
    return { image, outcome: "incomplete", error };
  } finally {
    journal.save();
  }
}
async function forward(state, held, targets, retry) {
  await checkChildren(state, targets);
  const left = state.tags.filter((tag) => tag.planned && held.get(tag) === tag.before);
  await settle(left.map((tag) => putTag(tag, state, targets)));
  await readBack(state, targets, retry);
  const lost = state.tags.filter((tag) => tag.planned && !holdsOurs(tag));
  if (lost.length > 0)
    throw new UserError(`Not every tag of ${state.name} holds ${state.digest}.`, { hint: "Run it again." });
}
async function checkChildren(state, targets) {
  await settle(
    state.repositories.flatMap(
      (repository) => state.platforms.map(async ({ digest, platform }) => {
        if (await targetOf(targets, repository).headManifest(digest)) return;
        throw new UserError(`${repository}@${digest} (${platform}) is gone.`, { hint: "Re-run all jobs." });
      })
    )
  );
}

// actions/transaction/aftermath.ts
async function finishMerge(journal, { registries, artifacts, clock, log }) {
  const completions = await completeJournal(journal, registries, { ...defaultRetry, base: 1e3, clock });
  await keepReceipt(journal, completions, artifacts, clock);
  const problems = completions.flatMap((completion) => tell(journal, completion, log));
  if (problems.length > 0) throw new UserErrors(problems);
  journal.remove();
}
function tell(journal, completion, log) {
  const state = journal.document.images.find(({ name }) => name === completion.image);
  if (completion.outcome !== "incomplete") {
    const hint = completion.outcome === "completed" ? "" : " It was not published: run it again.";
    log.warn(`The merge of ${completion.image} was interrupted, and is ${completion.outcome} now.${hint}`);
    if (state) log.info(describeTags(state));
    return [];
  }
  const { error } = completion;
  if (error !== void 0 && !isUserError(error)) throw error;
  const cause = error === void 0 ? "" : ` ${messageOf(error)}`;
  const standing = state ? ` ${describeTags(state)}.` : "";
  return [
    new UserError(
      `The merge of ${completion.image} was interrupted and could not be finished.${cause}${standing}`,
      {
        hint: "Run it again: a rerun converges.",
        cause: error
      }
    )
  ];
}
async function keepReceipt(journal, completions, artifacts, clock) {
  const { head, images } = journal.document;
  const name = receiptArtifact(head.plan, head.attempt);
  if ((await artifacts.list(name)).includes(name)) return;
  const entries = images.map((state) => {
    const completion = completions.find(({ image }) => image === state.name);
    const error = state.phase === "published" ? {} : { error: completion?.error ?? new Error("The merge was interrupted.") };
    return receiptImage(state, { keepPrevious: head.keepPrevious, ...error });
  });
  await artifacts.put(
    name,
    serialiseReceipt(makeReceipt(journal.document, { images: entries, leftovers: [] }, clock.now()))
  );
}

// actions/runner/interrupted.ts
async function finishInterrupted(runner, journalPath) {
  const journal = Journal.read(journalPath);
  if (!journal) return;
  const access = readRegistryAccess(runner.inputs, runner.event);
  for (const secret of secretsOf(access)) runner.mask(secret);
  const { log, clock } = runner;
  const registries = openRegistries(access, runner);
  try {
    await finishMerge(journal, { registries, artifacts: await runner.artifacts(), clock, log });
  } finally {
    registries.close();
  }
}

export {
  finishInterrupted
};
