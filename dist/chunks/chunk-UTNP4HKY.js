import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  said
} from "./chunk-LUX6I4HD.js";
import {
  ProcessError
} from "./chunk-DNWJD24H.js";
import {
  UserError
} from "./chunk-GTGSVCFP.js";

// actions/engine/not-working.ts
var NOT_WORKING = {
  code: "IMG2020",
  hint: "Put the setup action before this step: it shows what podman finds, and can install another one."
};
function notWorking(error, what) {
  if (!(error instanceof ProcessError)) return error;
  const { code, hint } = NOT_WORKING;
  return new UserError(code, `${what}: ${said(error.message)}.`, { hint, cause: error });
}

export {
  NOT_WORKING,
  notWorking
};
