import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  systemClock
} from "./chunk-Z26LTSII.js";

// actions/base/retry.ts
var defaultRetry = {
  attempts: 3,
  base: 1e4,
  longest: 12e4,
  deadline: 15 * 6e4,
  clock: systemClock,
  random: Math.random
};
function waitFor(attempt, advice, policy) {
  const planned = policy.base * 2 ** (attempt - 1) * (1 + 0.2 * policy.random());
  return Math.min(policy.longest, Math.max(planned, advice.after ?? 0));
}
async function retry(operation, policy, options) {
  const started = policy.clock.now();
  for (let attempt = 1; ; attempt++) {
    try {
      return await operation(attempt);
    } catch (error) {
      const advice = options.advise(error);
      if (!advice || attempt >= policy.attempts || options.signal?.aborted) throw error;
      const wait = waitFor(attempt, advice, policy);
      if (policy.clock.now() - started + wait > policy.deadline) throw error;
      options.onRetry?.(error, attempt, wait);
      await policy.clock.sleep(wait, options.signal);
    }
  }
}

export {
  defaultRetry,
  waitFor,
  retry
};
