import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// actions/base/within.ts
async function within(milliseconds, work, clock) {
  const done = new AbortController();
  const late = clock.sleep(milliseconds, done.signal).then(() => {
    throw new Error(`There was no answer for ${milliseconds / 1e3} s.`);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    done.abort();
  }
}

export {
  within
};
