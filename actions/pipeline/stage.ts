import type { InputReader } from '../base/inputs.ts'
import type { Runner } from '../runner/runner.ts'

export interface Stage {
  runner: Runner
  outputs: Map<string, string>
  state: Map<string, string>
}

/** A room sees a runner of its own: the pipeline's inputs with some replaced, and nobody else's outputs or state. */
export function openStage(runner: Runner, replaced: Readonly<Record<string, string>>): Stage {
  const outputs = new Map<string, string>()
  const state = new Map<string, string>()
  const inputs: InputReader = { text: (name) => replaced[name] ?? runner.inputs.text(name) }
  const own: Runner = {
    ...runner,
    inputs,
    setOutput: (name, value) => outputs.set(name, value),
    saveState: (name, value) => state.set(name, value),
    state: (name) => state.get(name) ?? '',
  }
  return { runner: own, outputs, state }
}
