import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  CancelledError,
  UserError,
  UserErrors,
  isUserError,
  messageOf,
  userErrorsOf
} from "./chunk-GTGSVCFP.js";

// actions/base/joined.ts
function joined(errors) {
  const distinct = [...new Set(errors)];
  const bug = distinct.find((error) => !isUserError(error) && !(error instanceof CancelledError));
  if (bug !== void 0 || distinct.length <= 1) return bug ?? distinct[0];
  const cancelled = distinct.every((error) => error instanceof CancelledError);
  if (cancelled) return new CancelledError(distinct.map(messageOf).join("\n"));
  return new UserErrors(
    distinct.flatMap(
      (error) => isUserError(error) ? userErrorsOf(error) : new UserError("IMG1007", messageOf(error), { hint: "Run it again." })
    )
  );
}

export {
  joined
};
