import { hiddenFrom } from '../engine/engine.ts'
import type { NodeServices } from '../nodes/services.ts'
import type { Runner } from '../runner/runner.ts'

/** The world as nodes see it. Their scripts are others' code: nothing that was given to the action reaches them. */
export function servicesOf({ run, log, clock, signal, temp, environment }: Runner): NodeServices {
  const hidden = hiddenFrom(environment)
  return {
    run: (command, args, options) => run(command, args, { ...options, env: { ...hidden, ...options?.env } }),
    log,
    clock,
    random: Math.random,
    signal,
    temp,
    environment: { ...environment, ...hidden },
  }
}
