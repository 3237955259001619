import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// actions/base/markdown.ts
function plain(text) {
  return oneLine(text).replace(/[\\`*_[\]<>|~$&#!]/g, (character) => `\\${character}`);
}
function code(text) {
  return `\`${oneLine(text).replaceAll("`", "'").replaceAll("|", "\xA6") || " "}\``;
}
function block(language, text) {
  const lines = text.split(/\r\n?|\n/).map((line) => line.replaceAll("```", "'''"));
  return `\`\`\`${language}
${lines.join("\n")}
\`\`\``;
}
function link(text, url) {
  if (url === void 0) return text;
  const target = url.replace(/[\s<>]/g, encodeURIComponent).replaceAll("(", "%28").replaceAll(")", "%29");
  return `[${text}](${target})`;
}
function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
function folded(title, body) {
  return `<details><summary>${html(title)}</summary>

${body}

</details>`;
}
function html(text) {
  return oneLine(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function oneLine(text) {
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, " ").trim();
}

export {
  plain,
  code,
  block,
  link,
  table,
  folded
};
