import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// actions/base/printable.ts
function printable(text) {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").trim();
}
function withoutLogin(text) {
  return text.replace(/\/\/[^/\s]*@/g, "//");
}
function sentence(text) {
  if (text === "") return "It said nothing.";
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

export {
  printable,
  withoutLogin,
  sentence
};
