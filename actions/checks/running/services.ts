import type { Container, ContainerOptions } from '../../engine/container.ts'
import { obtainImage } from '../../engine/obtain.ts'
import type { CheckServices, Finding } from '../check.ts'
import type { Ready, Service } from '../file/running.ts'
import { endedFinding } from './ending.ts'
import { watch } from './patience.ts'
import { startProbe } from './probe.ts'
import { lookForPort, readyFinding, readyJob, spokenReady } from './ready.ts'
import type { Stage } from './stage.ts'
import { type Running, whileRunning } from './subject.ts'

/** The containers beside the application; all share the network namespace of the first. */
export interface Beside {
  network: ContainerOptions['network']
  ready: boolean
  /** Of a process in that namespace, where there is one. */
  pid?: number
}

export async function startServices(
  all: Readonly<Record<string, Service>>,
  stage: Stage,
  services: CheckServices,
): Promise<Beside> {
  const [first, ...others] = Object.entries(all)
  if (!first) return { network: 'none', ready: true }
  const holder = await startService(first, 'none', stage, services)
  const network = { of: holder.container.name }
  const isReady = await Promise.all([
    checkReady(first, holder, services),
    ...others.map(async (each) =>
      checkReady(each, await startService(each, network, stage, services), services),
    ),
  ])
  const pid = holder.running?.pid
  return { network, ready: isReady.every(Boolean), ...(pid === undefined ? {} : { pid }) }
}

interface Started {
  container: Container
  /** undefined: it has ended. */
  running: Running | undefined
}

async function startService(
  [name, service]: [string, Service],
  network: ContainerOptions['network'],
  stage: Stage,
  services: CheckServices,
): Promise<Started> {
  const { image, env, user, cmd, tmpfs } = service
  const options = {
    image,
    env,
    network,
    ...(user === undefined ? {} : { user }),
    ...(cmd ? { command: cmd } : {}),
    ...(tmpfs ? { tmpfs } : {}),
  }
  const container = stage.start(name, options)
  const pid = await container.started(services.signal)
  if (!isMissing(container)) return started(container, pid)
  services.log.info(`The service ${name} needs ${image}.`)
  const again = stage.start(name, { ...options, image: await obtainImage(services.engine, image) })
  return started(again, await again.started(services.signal))
}

function started(container: Container, pid: number | undefined): Started {
  return { container, running: pid === undefined ? undefined : { container, pid } }
}

function isMissing({ ending }: Container): boolean {
  return ending?.exitCode === 125 && /image not known|no such image/i.test(ending.refusal ?? '')
}

async function checkReady(
  [name, service]: [string, Service],
  { container, running }: Started,
  services: CheckServices,
): Promise<boolean> {
  const ready = service.ready ?? (service.port === undefined ? undefined : listensOn(service.port))
  const path = ['services', name, ...(service.ready ? ['ready'] : [])]
  const title = `${name}: ${ready ? spokenReady(ready) : 'it starts'}`
  return services.results.check(path, title, async () => {
    if (!running) return endedFinding(container, 'it starts')
    return ready ? waitFor(running, ready, service, services) : undefined
  })
}

function listensOn(tcp: number): Ready {
  return { tcp, tries: 30, interval: 1000 }
}

async function waitFor(
  running: Running,
  ready: Ready,
  service: Service,
  services: CheckServices,
): Promise<Finding | undefined> {
  const port = ready.http?.port ?? service.port
  if (!ready.http) {
    if (ready.exec && port !== undefined) await listens(running, port, ready.interval, services)
    return readyFinding(running, ready, undefined, services)
  }
  if (port === undefined)
    return {
      expected: 'a port to ask on',
      actual: 'neither the service nor its request names one',
      hint: 'Name the port: add "port: 8080", with its number, to the service.',
    }
  const first = readyJob(ready, port)
  const probe = startProbe(
    running,
    { ...(first ? { ready: first } : {}), requests: [], timeout: 0 },
    services,
  )
  return readyFinding(running, ready, { probe, port }, services)
}

/** A command is a process more for a machine that is busy starting, and mostly in vain before somebody listens: that is waited for a while. */
async function listens(
  { container, pid }: Running,
  port: number,
  limit: number,
  { clock, signal }: CheckServices,
): Promise<void> {
  await whileRunning(container, signal, (given) =>
    watch(() => lookForPort(pid, port), { limit, interval: limit }, clock, given),
  )
}
