import type { Log } from '../../base/log.ts'
import type { OutputStream } from '../../base/process.ts'
import type { Engine } from '../../engine/engine.ts'
import { hideKnown } from '../secrets/known.ts'
import { Matcher } from '../secrets/matcher.ts'

/** podman adds these itself, and then complains of them. */
const NOBODY_GAVE = /^\[Warning\] one or more build args were not consumed: \[(?:TARGET[A-Z]+ ?)+\]$/

/** The same engine; what it shows as it comes is without the secrets that a line of a Containerfile may hold. */
export function withoutSecrets(engine: Engine, log: Log): Engine {
  const matcher = new Matcher()
  return {
    ...engine,
    run: (program, args, options = {}) => {
      if (!options.show) return engine.run(program, args, options)
      const onLine = (line: string, stream: OutputStream) => {
        if (!NOBODY_GAVE.test(line)) log.info(hideKnown(line, matcher))
        options.onLine?.(line, stream)
      }
      return engine.run(program, args, { ...options, show: false, onLine })
    },
  }
}
