import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  COMMANDS,
  SHELLS
} from "./chunk-Q2JPOYJR.js";
import "./chunk-G2NJLNQT.js";
import "./chunk-6UDIQTCQ.js";
import {
  MODE_NAMES
} from "./chunk-S3NHVWSB.js";
import {
  isFlag
} from "./chunk-7I2WASTN.js";
import "./chunk-KID3JUHS.js";
import "./chunk-WAJLRQW2.js";
import "./chunk-BKXCIMUH.js";
import {
  readChoice
} from "./chunk-GDCOOEY7.js";
import "./chunk-C5D3HR52.js";
import "./chunk-J6MGYEM6.js";
import "./chunk-EZQO47NV.js";
import "./chunk-GTGSVCFP.js";
import "./chunk-TO6V6YKD.js";

// actions/pipeline/completion/bash.ts
function bashScript(commands) {
  return `# image-actions completion for bash
_image_actions() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} command=\${COMP_WORDS[1]}
  local options='' words='' valued='' values=''
  if [[ $word == '=' ]]; then
    word=''
  elif [[ $before == '=' ]]; then
    before=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  COMPREPLY=()
  case $command in
${commands.map(commandCase).join("\n")}
  esac
  if ((COMP_CWORD == 1)); then
    words='${[...commands.map(({ name }) => name), "help"].join(" ")}'
  elif [[ -n $values ]]; then
    words=$values
  elif [[ " $valued " == *" $before "* ]]; then
    return
  elif [[ $word == -* ]]; then
    words=$options
  fi
  if [[ -n $words ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
  fi
}
complete -o default -F _image_actions image-actions
`;
}
function commandCase({ name, options, words }) {
  const listed = (some) => some.map((option) => `--${option.name}`).join(" ");
  const values = options.filter((option) => option.values.length > 0).map((option) => `        --${option.name}) values='${option.values.join(" ")}' ;;
`);
  return `    ${name})
      options='${listed(options)}'
      valued='${listed(options.filter(({ takesValue }) => takesValue))}'
      words='${words.join(" ")}'
      case $before in
${values.join("")}      esac
      ;;`;
}

// actions/pipeline/completion/fish.ts
function fishScript(commands) {
  const lines = commands.flatMap(({ name, summary, options, words }) => [
    `complete -c image-actions -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
    ...options.map((option) => `${within(name)} ${optionOf(option)}`),
    ...words.length > 0 ? [`${within(name)} -f -a ${quoted(words.join(" "))}`] : []
  ]);
  return `# image-actions completion for fish
${lines.join("\n")}
`;
}
function within(command) {
  return `complete -c image-actions -n 'contains -- ${command} (commandline -opc)[2]'`;
}
function optionOf({ name, meaning, takesValue, values }) {
  const value = values.length > 0 ? ` -x -a ${quoted(values.join(" "))}` : takesValue ? " -r" : "";
  return `-l ${name}${value} -d ${quoted(meaning)}`;
}
function quoted(text) {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

// actions/pipeline/completion/grammar.ts
var VALUES = {
  format: ["docker", "oci"],
  compression: ["gzip", "zstd"],
  pull: ["always", "missing", "newer", "never"],
  index: ["auto", "oci", "docker"],
  "on-failure": ["fail", "warn"],
  mode: MODE_NAMES,
  extras: ["disable", "remove", "keep", "fail"],
  engine: ["native", "comfy-cli"],
  shell: SHELLS
};
var CACHES = ["registry", "store", "none"];
var WORDS = { snapshot: MODE_NAMES, completion: SHELLS };
function grammar() {
  return COMMANDS.map((command) => ({
    name: command.name,
    summary: command.summary,
    options: [...generalOptions(command), ...command.inputs().map((input) => optionOf2(input, command))],
    words: WORDS[command.name] ?? []
  }));
}
function optionOf2(input, { name: command }) {
  const { name, description } = input;
  const takesValue = !isFlag(input);
  const values = name === "cache" && command !== "snapshot" ? CACHES : VALUES[name];
  return { name, meaning: firstSentence(description), takesValue, values: values ?? [] };
}
function generalOptions({ asksUnless }) {
  const flag = (name, meaning) => ({ name, meaning, takesValue: false, values: [] });
  return [
    flag("help", "Shows what it does and every option."),
    { name: "checkout", meaning: "The git checkout.", takesValue: true, values: [] },
    ...asksUnless === void 0 ? [] : [flag("yes", "Asks nobody.")],
    flag("json", "The report as JSON."),
    flag("trace", "Tells every request to a registry.")
  ];
}
function firstSentence(text) {
  return /^.*?[.;](?=\s|$)/.exec(text)?.[0].replace(/;$/, ".") ?? text;
}

// actions/pipeline/completion/zsh.ts
function zshScript(commands) {
  return `#compdef image-actions
# image-actions completion for zsh
_image_actions() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${quoted2(`${name}:${summary}`)}`).join("\n")}
  )
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
${commands.map(commandCase2).join("\n")}
  esac
}
if (( ! $+functions[compdef] )); then
  autoload -Uz compinit && compinit
fi
compdef _image_actions image-actions
`;
}
function commandCase2({ name, options, words }) {
  const behind = words.length > 0 ? `*:word:(${words.join(" ")})` : "*:file:_files";
  const specifications = [...options.map(specification), behind];
  return `    ${name})
      _arguments \\
${specifications.map((each) => `        ${quoted2(each)}`).join(" \\\n")}
      ;;`;
}
function specification({ name, meaning, takesValue, values }) {
  const told = meaning.replace(/[[\]:\\]/g, " ");
  if (!takesValue) return `--${name}[${told}]`;
  return `--${name}=[${told}]:value:${values.length > 0 ? `(${values.join(" ")})` : "_files"}`;
}
function quoted2(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

// actions/pipeline/completion/scripts.ts
var SCRIPTS = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript
};
function completionScript(inputs) {
  return SCRIPTS[readChoice(inputs, "shell", SHELLS)](grammar());
}
export {
  completionScript
};
