import { atOnce } from '../../base/at-once.ts'
import type { Container } from '../../engine/container.ts'
import type { CheckServices, Finding } from '../check.ts'
import { lostHealthcheck } from '../image/healthcheck.ts'
import { Conversation } from './conversation.ts'
import { endedFinding, endWithin } from './ending.ts'
import { execFinding, spokenCommand } from './exec.ts'
import { spokenRequest } from './http.ts'
import { checkLogs } from './logs.ts'
import { noPort, usualPort } from './ports.ts'
import { checkProcess } from './process.ts'
import { warnOfLoopback } from './reach.ts'
import { readyFinding } from './ready.ts'
import { spokenStop, stopFinding } from './stop.ts'
import { type About, type Running, Subject } from './subject.ts'
import { leaveUnchecked, readyCheck } from './unchecked.ts'

/** podman exec starts processes of its own: more of them only wait for each other. */
const EXECS_AT_ONCE = 2
/** What can't start mostly ends sooner. */
const FIRST_BREATH = 200

/** Everything that is asked of one container that stays. */
export async function checkApplication(
  container: Container,
  about: About,
  services: CheckServices,
): Promise<void> {
  const pid = await container.started(services.signal)
  const running = pid === undefined ? undefined : { container, pid }
  const converse = () => running && new Conversation(running, about, services)
  const conversation = about.asked.ready?.http ? converse() : undefined
  const [keys, name] = readyCheck(about)
  const isReady = await services.results.check(about.path(...keys), about.title(name), async () =>
    running ? startFinding(running, about, conversation, services) : endedFinding(container, name),
  )
  if (!running || !isReady) leaveUnchecked(about, services.results, 'it never got ready')
  else await askAll(new Subject(running, about, services), conversation ?? (about.asked.http && converse()))
}

/** Without a way to tell, it is ready when it has started, unless it ends by itself at once. */
async function startFinding(
  running: Running,
  { asked, config }: About,
  conversation: Conversation | undefined,
  services: CheckServices,
): Promise<Finding | undefined> {
  const { container } = running
  const { ready } = asked
  if (!ready) {
    await endWithin(container, FIRST_BREATH, services.clock, services.signal)
    return (await container.isOver()) ? endedFinding(container, 'it starts and stays') : undefined
  }
  if (ready.healthcheck && !config.healthcheck)
    return {
      expected: 'the image has a HEALTHCHECK',
      actual: 'its config has none',
      hint: lostHealthcheck(config)
        ? 'Build with "--format docker": the OCI format drops it.'
        : 'Write a HEALTHCHECK, or another way under ready.',
    }
  const port = usualPort(asked, config)
  if (ready.http && port === undefined) return noPort(config)
  const asking = conversation && port !== undefined ? { probe: conversation.probe, port } : undefined
  return readyFinding(running, ready, asking, services)
}

async function askAll(subject: Subject, conversation: Conversation | undefined): Promise<void> {
  const { process, http = [], exec = [], logs, stop } = subject.about.asked
  if (process) await checkProcess(subject, process)
  if (http.length > 0) await warnOfLoopback(subject)
  await Promise.all([
    ...http.map((check, index) =>
      subject.check(['http', index], spokenRequest(check), async () => conversation?.finding(check, index)),
    ),
    atOnce(EXECS_AT_ONCE, exec.entries(), ([index, check]) =>
      subject.check(['exec', index], spokenCommand(check), (signal) => execFinding(subject, check, signal)),
    ),
  ])
  if (logs) await checkLogs(subject, logs)
  if (stop) await subject.checkEnd(['stop'], spokenStop(stop), () => stopFinding(subject, stop))
}
