import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  UserError
} from "./chunk-OMWTWNNE.js";

// actions/base/schema.ts
function checkDocument(schema, value, what, hint) {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map(
    (issue) => `${issue.path.map(spoken).join(", ") || "the document"}: ${issue.message}`
  );
  throw new UserError(
    `${what} is not valid: ${faults.slice(0, 5).join("; ")}.`,
    hint === void 0 ? {} : { hint }
  );
}
function spoken(part) {
  return typeof part === "number" ? `entry ${part + 1}` : String(part);
}
function parseJson(text, what) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UserError(`${what} is not valid JSON.`, { cause });
  }
}

export {
  checkDocument,
  parseJson
};
