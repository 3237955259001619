import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  custom
} from "./chunk-J6MGYEM6.js";
import {
  isDigest
} from "./chunk-EZQO47NV.js";

// actions/base/digest-schema.ts
var digestSchema = custom(
  (value) => typeof value === "string" && isDigest(value),
  "is not a digest (sha256:\u2026)"
);

export {
  digestSchema
};
