import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// actions/base/at-once.ts
async function atOnce(most, things, work) {
  const results = [];
  const failures = [];
  const waiting = [...things].entries();
  const worker = async () => {
    for (const [index, thing] of waiting) {
      if (failures.length > 0) return;
      try {
        results[index] = await work(thing);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: most }, worker));
  if (failures.length > 0) throw failures[0];
  return results;
}

export {
  atOnce
};
