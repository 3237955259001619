import type { CheckPath } from '../check.ts'
import type { Results } from '../results.ts'
import { aspectsOf } from './aspects.ts'
import { spokenCommand } from './exec.ts'
import { spokenRequest } from './http.ts'
import { askedStreams, spokenLogs } from './logs.ts'
import { spokenReady } from './ready.ts'
import { spokenStop } from './stop.ts'
import type { About } from './subject.ts'

type Asked = [keys: CheckPath, name: string]

/** Whether it got ready is a check of its own. */
export function readyCheck({ asked: { ready } }: About): Asked {
  return ready ? [['ready'], spokenReady(ready)] : [[], 'it starts']
}

/** All that can't be asked of an application that is not there. */
export function leaveUnchecked(about: About, results: Results, reason: string): void {
  const { process, http = [], exec = [], logs = {}, stop } = about.asked
  const asked: Asked[] = [
    ...(process ? aspectsOf(process) : []).map(({ key, name }): Asked => [['process', key], name]),
    ...http.map((check, index): Asked => [['http', index], spokenRequest(check)]),
    ...exec.map((check, index): Asked => [['exec', index], spokenCommand(check)]),
    ...askedStreams(logs).map((stream): Asked => [['logs', stream], spokenLogs(stream)]),
    ...(stop ? [stop] : []).map((check): Asked => [['stop'], spokenStop(check)]),
  ]
  for (const [keys, name] of asked) results.unchecked(about.path(...keys), about.title(name), reason)
}
