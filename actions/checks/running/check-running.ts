import { atOnce } from '../../base/at-once.ts'
import { CancelledError } from '../../base/errors.ts'
import type { ContainerOptions } from '../../engine/container.ts'
import type { Image } from '../../engine/image.ts'
import type { CheckServices } from '../check.ts'
import type { CheckFile } from '../file/schema.ts'
import { configOf } from '../image/config.ts'
import { checkEnding } from '../scenarios/ending.ts'
import { type Scenario, scenariosOf } from '../scenarios/scenario.ts'
import { checkApplication } from './application.ts'
import { startServices } from './services.ts'
import { Stage } from './stage.ts'
import { optionsOf } from './start-options.ts'
import type { About } from './subject.ts'
import { leaveUnchecked, readyCheck } from './unchecked.ts'

/** Containers of the image at a time, where none is in another one's way. */
const AT_ONCE = 2

/** Everything that needs the image to run. Its containers are gone afterwards, whatever happened. */
export async function checkRunning(image: Image, checks: CheckFile, services: CheckServices): Promise<void> {
  const scenarios = scenariosOf(checks, configOf(image))
  if (scenarios.length === 0) return
  const stage = new Stage(services)
  try {
    const beside = await startServices(checks.services, stage, services)
    const { network } = beside
    if (!beside.ready) leaveAllUnchecked(scenarios, services)
    // In one namespace no two can listen on the same port.
    const most = network === 'none' ? AT_ONCE : 1
    if (beside.ready)
      await atOnce(most, scenarios, (each) => play(each, { image: image.name, network }, stage, services))
  } catch (error) {
    throw services.signal.aborted ? new CancelledError() : error
  } finally {
    await stage.close()
  }
}

async function play(
  scenario: Scenario,
  scene: Pick<ContainerOptions, 'image' | 'network'>,
  stage: Stage,
  services: CheckServices,
): Promise<void> {
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
