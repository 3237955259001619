import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  InputError,
  InputProblems
} from "./chunk-GTGSVCFP.js";

// actions/base/inputs.ts
function readBoolean(reader, name) {
  const text = reader.text(name).trim();
  if (/^(true|yes|on|1)$/i.test(text)) return true;
  if (text === "" || /^(false|no|off|0)$/i.test(text)) return false;
  throw new InputError("IMG1001", `Input "${name}" is "${text}".`, { hint: "Write true or false." });
}
function readLines(reader, name) {
  return reader.text(name).split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}
function readInteger(reader, name, range) {
  const text = reader.text(name).trim();
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < range.min || value > range.max) {
    throw new InputError("IMG1001", `Input "${name}" is "${text}".`, {
      hint: `Write a whole number from ${range.min} to ${range.max}.`
    });
  }
  return value;
}
function readChoice(reader, name, choices) {
  const text = reader.text(name).trim();
  const found = choices.find((choice) => choice === text);
  if (found === void 0)
    throw new InputError("IMG1001", `Input "${name}" is "${text}".`, {
      hint: `Write one of: ${choices.join(", ")}.`
    });
  return found;
}
function readPairs(reader, name) {
  const problems = new InputProblems();
  const pairs = readLines(reader, name).flatMap((line) => {
    const equals = line.indexOf("=");
    if (equals > 0) return [[line.slice(0, equals).trim(), line.slice(equals + 1).trim()]];
    problems.add("IMG1002", `Input "${name}" has the line "${line}".`, "Each line reads name=value.");
    return [];
  });
  problems.throwIfAny();
  return pairs;
}

export {
  readBoolean,
  readLines,
  readInteger,
  readChoice,
  readPairs
};
