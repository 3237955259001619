import { atOnce } from '../../base/at-once.ts'
import { sideBySide } from '../../base/side-by-side.ts'
import type { Image } from '../../engine/image.ts'
import type { CheckServices, Finding } from '../check.ts'
import type { CheckFile } from '../file/schema.ts'
import { configOf } from '../image/config.ts'
import { checkEnding } from '../scenarios/ending.ts'
import { type Scenario, scenariosOf } from '../scenarios/scenario.ts'
import { checkApplication } from './application.ts'
import { readListeners } from './listeners.ts'
import { portTaken } from './ports.ts'
import { startServices } from './services.ts'
import { Stage } from './stage.ts'
import { optionsOf, type Scene } from './start-options.ts'
import type { About } from './subject.ts'
import { leaveUnchecked, readyCheck } from './unchecked.ts'

/** Containers of the image at a time, where none is in another one's way. */
const AT_ONCE = 2

/** Everything that needs the image to run. Its containers are gone afterwards, whatever happened. */
export async function checkRunning(image: Image, checks: CheckFile, services: CheckServices): Promise<void> {
  const scenarios = scenariosOf(checks, configOf(image))
  if (scenarios.length === 0) return
  const stage = new Stage(services)
  const hasServices = Object.keys(checks.services).length > 0
  const beside = scenarios.filter((each) => hasServices && each.services)
  const alone = scenarios.filter((each) => !beside.includes(each))
  try {
    await sideBySide(services.signal, [
      (signal) => playBeside(beside, image, checks, stage, { ...services, signal }),
      (signal) =>
        atOnce(AT_ONCE, alone, (each) =>
          play(each, { image: image.name, network: 'none' }, stage, { ...services, signal }),
        ),
    ])
  } finally {
    await stage.close()
  }
}

/** One after the other: in the services' namespace no two can listen on the same port. */
async function playBeside(
  scenarios: readonly Scenario[],
  image: Image,
  checks: CheckFile,
  stage: Stage,
  services: CheckServices,
): Promise<void> {
  if (scenarios.length === 0) return
  const { network, ready, pid } = await startServices(checks.services, stage, services)
  if (!ready) return leaveAllUnchecked(scenarios, services)
  for (const each of scenarios) {
    const taken = 'about' in each && pid !== undefined && portTaken(each.about, await readListeners(pid))
    if (taken) await refuse(each.about, taken, services)
    else await play(each, { image: image.name, network }, stage, services)
  }
}

async function refuse(about: About, finding: () => Finding, { results }: CheckServices): Promise<void> {
  const [keys, name] = readyCheck(about)
  await results.check(about.path(...keys), about.title(name), finding)
  leaveUnchecked(about, results, 'it was not started')
}

async function play(scenario: Scenario, scene: Scene, stage: Stage, services: CheckServices): Promise<void> {
  const container = stage.start('about' in scenario ? 'app' : 'case', optionsOf(scenario.start, scene))
  if ('about' in scenario) await checkApplication(container, scenario.about, services)
  else await checkEnding(container, scenario, services)
  await stage.remove(container)
}

function leaveAllUnchecked(scenarios: readonly Scenario[], services: CheckServices): void {
  const reason = 'a service never got ready'
  for (const scenario of scenarios) {
    if ('about' in scenario) leaveApplication(scenario.about, services, reason)
    else services.results.unchecked(scenario.path, scenario.title, reason)
  }
}

function leaveApplication(about: About, { results }: CheckServices, reason: string): void {
  const [keys, name] = readyCheck(about)
  results.unchecked(about.path(...keys), about.title(name), reason)
  leaveUnchecked(about, results, reason)
}
