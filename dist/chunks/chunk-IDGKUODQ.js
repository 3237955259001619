import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// actions/packages/github/failure.ts
var TOO_FAST = /secondary rate|abuse detection/i;
function isFailure(error) {
  return error instanceof Error && "status" in error && "request" in error;
}
function wordsOf({ response, message }) {
  const said = response?.data?.message;
  const text = typeof said === "string" ? said : /^\s*</.test(message) ? "" : message;
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim().replace(/\.$/, "").slice(0, 300);
}
function isLimitUsedUp(failure) {
  return isRefused(failure) && failure.response?.headers["x-ratelimit-remaining"] === "0" && !TOO_FAST.test(failure.message);
}
function isTooFast(failure) {
  if (!isRefused(failure) || isLimitUsedUp(failure)) return false;
  const told = failure.response?.headers["retry-after"] !== void 0;
  return failure.status === 429 || told || TOO_FAST.test(failure.message);
}
function isRefused({ status }) {
  return status === 403 || status === 429;
}

export {
  isFailure,
  wordsOf,
  isLimitUsedUp,
  isTooFast
};
