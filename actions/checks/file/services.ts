import type { CheckPath } from '../check.ts'
import type { Contradiction } from './contradictions.ts'
import type { Ready } from './running.ts'
import type { CheckFile } from './schema.ts'

/** What is wrong with services beside each other, and beside the application: all that needs them shares one network. */
export function servicesAgainst(checks: CheckFile, { complete }: { complete: boolean }): Contradiction[] {
  return [...(complete ? unused(checks) : []), ...portsTakenTwice(checks)]
}

function unused({ services, run, cases = [], matrix = [] }: CheckFile): Contradiction[] {
  const [first] = Object.keys(services)
  const others = [...cases, ...matrix]
  if (first === undefined || run || others.some((each) => each.services)) return []
  const message = 'Services are declared, but no container is started beside them.'
  const hint =
    others.length === 0
      ? 'Add "run", "cases" or "matrix", or leave them out.'
      : 'Leave out "services: false" where they are needed, or leave them out.'
  return [{ path: ['services', first], message, hint }]
}

interface Listener {
  who: string
  port: number
  path: CheckPath
}

function portsTakenTwice(checks: CheckFile): Contradiction[] {
  const services = Object.entries(checks.services).flatMap(([name, { port, ready }]) =>
    listeners(`the service "${name}"`, ['services', name], { port, ready }),
  )
  const application = [
    ...listeners('the application', ['run'], { ready: checks.run?.ready }),
    ...(checks.matrix ?? []).flatMap((row, index) =>
      row.services ? listeners('the application', ['matrix', index], row) : [],
    ),
  ]
  return [...services, ...application].flatMap((one, index) => {
    const other = services.slice(0, index).find(({ who, port }) => port === one.port && who !== one.who)
    if (!other) return []
    const message = `The port ${one.port} is that of ${other.who}, and of ${one.who} too.`
    return [{ path: one.path, message, hint: 'All share one network: give each a port of its own.' }]
  })
}

function listeners(
  who: string,
  path: CheckPath,
  { port, ready }: { port?: number | undefined; ready?: Ready | undefined },
): Listener[] {
  const named: [number | undefined, CheckPath][] = [
    [port, ['port']],
    [ready?.tcp, ['ready', 'tcp']],
    [ready?.http?.port, ['ready', 'http', 'port']],
  ]
  return named.flatMap(([number, keys]) =>
    number === undefined ? [] : [{ who, port: number, path: [...path, ...keys] }],
  )
}
