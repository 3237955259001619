import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// actions/pipeline/stage.ts
function openStage(runner, replaced) {
  const outputs = /* @__PURE__ */ new Map();
  const state = /* @__PURE__ */ new Map();
  const inputs = { text: (name) => replaced[name] ?? runner.inputs.text(name) };
  const own = {
    ...runner,
    inputs,
    setOutput: (name, value) => outputs.set(name, value),
    saveState: (name, value) => state.set(name, value),
    state: (name) => state.get(name) ?? ""
  };
  return { runner: own, outputs, state };
}

export {
  openStage
};
