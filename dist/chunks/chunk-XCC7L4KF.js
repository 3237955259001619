import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  Journal,
  WORDS,
  describeTags,
  holdsOurs,
  learn,
  makeReceipt,
  openTargets,
  putBack,
  putTag,
  readBack,
  receiptImage,
  remedyOf,
  settle,
  targetOf
} from "./chunk-Q4KXHJQD.js";
import {
  receiptArtifact,
  serialiseReceipt
} from "./chunk-M4TK4L4R.js";
import {
  openRegistries
} from "./chunk-IQHIBHU4.js";
import {
  readRegistryAccess,
  secretsOf
} from "./chunk-SEJ6WIJR.js";
import {
  defaultRetry
} from "./chunk-RZBAGCDT.js";
import {
  UserError,
  UserErrors,
  isUserError,
  messageOf
} from "./chunk-GTGSVCFP.js";

// actions/transaction/completion.ts
async function completeJournal(journal, registries, retry) {
  const { unfinished } = journal;
  const together = journal.document.head.kind === "rollback" ? [unfinished] : unfinished.map((one) => [one]);
  const completions = [];
  for (const states of together.filter(({ length }) => length > 0)) {
    const outcome = await completeImages(states, journal, registries, retry);
    completions.push(...states.map((state) => ({ state, ...outcome })));
  }
  return completions;
}
async function completeImages(states, journal, registries, retry) {
  const repositories = states.flatMap((state) => state.repositories);
  const targets = openTargets(registries, repositories);
  try {
    const held = /* @__PURE__ */ new Map();
    for (const state of states) held.set(state, await learn(state, targets));
    const hasMoved = [...held].some(
      ([{ digest }, tags]) => [...tags].some(([tag, now]) => tag.moves && now === digest)
    );
    if (states.some(({ phase }) => phase !== "moving") || !hasMoved) {
      await putBack(states, targets, journal);
      return { outcome: states.every(({ phase }) => phase === "reverted") ? "put back" : "incomplete" };
    }
    await settle([...held].map(([state, tags]) => forward(state, tags, targets, retry)));
    journal.enter("published", states);
    return { outcome: "completed" };
  } catch (error) {
    return { outcome: "incomplete", error };
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
    throw new UserError("IMG4301", `Not every tag of ${state.name} holds ${state.digest}.`, {
      hint: "Something else has moved the others meanwhile: look at what they hold, then run it again."
    });
}
async function checkChildren(state, targets) {
  await settle(
    state.repositories.flatMap(
      (repository) => state.platforms.map(async ({ digest, platform }) => {
        if (await targetOf(targets, repository).headManifest(digest)) return;
        throw new UserError("IMG4201", `${repository}@${digest} (${platform}) is gone.`, {
          hint: "It was removed after its build; re-run all jobs."
        });
      })
    )
  );
}

// actions/transaction/aftermath.ts
async function finishTransaction(journal, { registries, artifacts, clock, log }) {
  const completions = await completeJournal(journal, registries, { ...defaultRetry, base: 1e3, clock });
  await keepReceipt(journal, completions, artifacts, clock);
  const problems = completions.flatMap((completion) => tell(journal, completion, log));
  if (problems.length > 0) throw new UserErrors(problems);
  journal.remove();
}
function tell(journal, { state, outcome, error }, log) {
  const { kind } = journal.document.head;
  const what = WORDS[kind].interrupted(state.name);
  const standing = describeTags(state, kind);
  if (outcome !== "incomplete") {
    const hint = outcome === "completed" ? "" : ` It was not ${WORDS[kind].done}: run it again.`;
    log.warn(`${what}, and is ${outcome} now.${hint}`);
    log.info(standing);
    return [];
  }
  if (error !== void 0 && !isUserError(error)) throw error;
  const cause = error === void 0 ? "" : ` ${messageOf(error)}`;
  return [
    new UserError("IMG4303", `${what} and could not be finished.${cause} ${standing}.`, {
      hint: remedyOf(error),
      cause: error
    })
  ];
}
async function keepReceipt(journal, completions, artifacts, clock) {
  const { head, images } = journal.document;
  const name = receiptArtifact(head.plan, head.attempt);
  if ((await artifacts.list(name)).includes(name)) return;
  const entries = images.map((state) => {
    const completion = completions.find((each) => each.state === state);
    const error = state.phase === "published" ? {} : { error: completion?.error ?? new Error(`The ${head.kind} was interrupted.`) };
    return receiptImage(state, { kind: head.kind, keepPrevious: head.keepPrevious, ...error });
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
    await finishTransaction(journal, { registries, artifacts: await runner.artifacts(), clock, log });
  } finally {
    registries.close();
  }
}

export {
  finishInterrupted
};
