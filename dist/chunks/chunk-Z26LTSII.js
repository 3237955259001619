import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// actions/base/clock.ts
import { setTimeout as delay } from "node:timers/promises";
var LONGEST = 2 ** 31 - 1;
var systemClock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    await delay(Math.min(milliseconds, LONGEST), void 0, signal ? { signal } : {});
  }
};

export {
  systemClock
};
