import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  SECRET_INPUTS,
  isFlag,
  variableOf
} from "./chunk-7I2WASTN.js";

// actions/runner/temporary-folder.ts
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
var LARGE = "/var/tmp";
function temporaryFolder({ TMPDIR }) {
  return TMPDIR || (existsSync(LARGE) ? LARGE : tmpdir());
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
  JSON_OPTION,
  exampleText,
  inputText,
  optionText,
  wrap
};
