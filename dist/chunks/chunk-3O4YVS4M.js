import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  NONE
} from "./chunk-UJVJRZQK.js";

// actions/snapshot/left-core.ts
var CORE = "ComfyUI";
function isCoreLeft(seen, { read, inputs }) {
  const isMeant = inputs.installation.comfyui === NONE;
  return read.snapshot.comfyui !== null && !isMeant && !seen.includes(CORE);
}
function leftCore({ inputs }) {
  return `the folder above "${inputs.installation.nodes}" holds no main.py; set "comfyui" to its checkout, or to none`;
}

export {
  CORE,
  isCoreLeft,
  leftCore
};
