import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  Problems
} from "./chunk-GTGSVCFP.js";

// actions/plan/build-args.ts
var NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
var SECRET_WORD = /(?:^|_)(?:TOKEN|PASSWORD|PASSWD|PASSPHRASE|SECRET|SECRETS|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY|CREDENTIALS?)(?:_|$)/i;
var SECRET_END = /(?:PASSWORD|PASSPHRASE|(?:^|_)(?:PASS|AUTH))$/i;
function readBuildArgs(source) {
  const problems = new Problems();
  const args = {};
  for (const [name, value] of toPairs(source)) {
    if (NAME.test(name) && value !== void 0) args[name] = value;
    else
      problems.add("IMG1107", `The build argument "${name}" is not valid.`, "Write NAME=value, one a line.");
  }
  problems.throwIfAny();
  return args;
}
function toPairs(source) {
  if (typeof source === "object" && !Array.isArray(source))
    return Object.entries(source).map(([name, value]) => [name, String(value ?? "")]);
  const lines = typeof source === "string" ? source.split("\n") : source;
  return lines.map((line) => line.trim()).filter((line) => line !== "").map((line) => {
    const equals = line.indexOf("=");
    return equals < 0 ? [line, void 0] : [line.slice(0, equals).trim(), line.slice(equals + 1)];
  });
}
function looksSecret(name) {
  return SECRET_WORD.test(name) || SECRET_END.test(name);
}

export {
  readBuildArgs,
  looksSecret
};
