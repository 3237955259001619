import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  readPlanRequest
} from "./chunk-M3R5HUOY.js";
import {
  readRegistryAccess
} from "./chunk-SEJ6WIJR.js";
import {
  isTag
} from "./chunk-ZNDI3WQU.js";
import {
  readBoolean,
  readChoice,
  readLines
} from "./chunk-GDCOOEY7.js";
import {
  InputProblems,
  UserError
} from "./chunk-GTGSVCFP.js";

// actions/merge/inputs.ts
function parseInputs(reader, context) {
  const problems = new InputProblems();
  const plan = reader.text("plan").trim();
  const request = readPlanRequest(reader);
  const options = problems.try(() => readMergeOptions(reader));
  const access = problems.try(() => readRegistryAccess(reader, context));
  problems.throwIfAny();
  return { plan, request, options, access };
}
function readMergeOptions(reader) {
  const problems = new InputProblems();
  const options = {
    forceMove: problems.try(() => readForceMove(reader)) ?? false,
    keepPrevious: problems.try(() => readBoolean(reader, "keep-previous")) ?? true,
    index: problems.try(() => readChoice(reader, "index", ["auto", "oci", "docker"])) ?? "auto"
  };
  problems.throwIfAny();
  return options;
}
function readForceMove(reader) {
  const words = readLines(reader, "force-move").flatMap((line) => line.split(/[\s,]+/).filter(Boolean));
  const [only] = words;
  if (only === void 0) return false;
  if (words.length === 1 && /^(true|false)$/i.test(only)) return readBoolean(reader, "force-move");
  const wrong = words.filter((word) => !isTag(word));
  if (wrong.length === 0) return words;
  throw new UserError("IMG4001", `Input "force-move" names ${wrong.map((word) => `"${word}"`).join(", ")}.`, {
    hint: "Write true, false, or the tags that shall move."
  });
}
function isForced(force, tag) {
  return typeof force === "boolean" ? force : force.includes(tag);
}

export {
  parseInputs,
  readMergeOptions,
  isForced
};
