import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  SECRET_INPUTS,
  isFlag,
  variableOf
} from "./chunk-7I2WASTN.js";
import {
  sentence
} from "./chunk-HNYI7RT3.js";
import {
  InputError,
  messageOf
} from "./chunk-GTGSVCFP.js";

// actions/runner/temporary-folder.ts
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
var LARGE = "/var/tmp";
function temporaryFolder({ TMPDIR }) {
  return TMPDIR || (existsSync(LARGE) ? LARGE : tmpdir());
}
function makeTemporaryFolder(variables) {
  const folder = temporaryFolder(variables);
  try {
    return mkdtempSync(join(folder, "image-actions-"));
  } catch (cause) {
    if (cause.code === "ENOSPC") throw cause;
    throw new InputError(
      "IMG9903",
      `No temporary folder can be made in "${folder}": ${sentence(messageOf(cause))}`,
      { hint: "Set TMPDIR to a folder that is there, and that you may write.", cause }
    );
  }
}

// actions/runner/command-line/help-text.ts
var WIDTH = 78;
var JSON_OPTION = "The report as JSON on stdout, and everything else on stderr.";
function exampleText([what, ...lines]) {
  return `  ${what}
${lines.map((line) => `    ${line}
`).join("")}`;
}
function inputText(input) {
  const { name, description } = input;
  const value = input.default.trim().replaceAll("\n", ", ");
  const facts = [
    ...value === "" ? [] : [`Default: ${value}`],
    ...SECRET_INPUTS.has(name) ? [`Better given as the variable ${variableOf(name)}.`] : []
  ];
  return optionText(`${name} ${isFlag(input) ? "[true|false]" : "TEXT"}`, [description, ...facts].join(" "));
}
function optionText(option, meaning) {
  return `  --${option}
${wrap(meaning)}
`;
}
function wrap(text) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1];
    if (last.length + word.length < WIDTH - 6)
      lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => `      ${line}`).join("\n");
}

export {
  temporaryFolder,
  makeTemporaryFolder,
  JSON_OPTION,
  exampleText,
  inputText,
  optionText,
  wrap
};
