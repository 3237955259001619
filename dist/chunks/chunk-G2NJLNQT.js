import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  readManifest
} from "./chunk-7I2WASTN.js";

// actions/snapshot/manifest.ts
function snapshotInputs() {
  return readManifest(new URL("../../snapshot/action.yml", import.meta.url));
}

export {
  snapshotInputs
};
