import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  UserError
} from "./chunk-GTGSVCFP.js";

// actions/base/schema.ts
function readDocument(schema, text, told) {
  return checkDocument(schema, parseJson(text, told), told);
}
function checkDocument(schema, value, { what, code, hint }) {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map(
    (issue) => `${issue.path.map(spoken).join(", ") || "the document"}: ${plainly(issue.message)}`
  );
  throw new UserError(code, `${what} is not valid: ${faults.slice(0, 5).join("; ")}.`, { hint });
}
function plainly(message) {
  return message.replace(/^Invalid input: /, "").replace(/^expected .*, received undefined$/, "is missing");
}
function spoken(part) {
  return typeof part === "number" ? `entry ${part + 1}` : String(part);
}
function parseJson(text, { what, code, hint }) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UserError(code, `${what} is not valid JSON.`, { hint, cause });
  }
}

export {
  readDocument,
  checkDocument,
  parseJson
};
