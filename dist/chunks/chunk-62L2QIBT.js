import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  UserError
} from "./chunk-GTGSVCFP.js";

// actions/base/artifacts.ts
var NoArtifacts = class extends UserError {
};

export {
  NoArtifacts
};
