import { homedir } from 'node:os'
import { join } from 'node:path'
import { platformOf } from '../base/platform.ts'
import { resolvePlan } from '../plan/source.ts'
import { documentSources } from '../runner/documents.ts'
import type { Runner } from '../runner/runner.ts'
import { kernelDemandsProfile } from './apparmor.ts'
import { type BuildSource, readContainerfiles } from './containerfiles.ts'
import { parseInputs, type SetupInputs } from './inputs.ts'
import type { ToolCache } from './install.ts'
import { requirementFor } from './requirement.ts'
import { type SetupResult, setUp } from './run.ts'
import { setupSection, setupTable } from './table.ts'

/** The whole action, for whatever runner it is given. */
export async function providePodman(runner: Runner, tools: () => Promise<ToolCache>): Promise<SetupResult> {
  const inputs = parseInputs(runner.inputs)
  const files = await readContainerfiles(await buildSources(inputs, runner), runner.event.workspace)
  const result = await setUp(inputs, requirementFor(inputs.minimum, files), {
    run: runner.run,
    log: runner.log,
    tools,
    architecture: platformOf(process.arch).architecture,
    user: {
      id: process.getuid?.() ?? 0,
      home: runner.environment.HOME ?? homedir(),
      runtimeFolder: runner.environment.XDG_RUNTIME_DIR,
    },
    environment: runner.environment,
    folder: join(runner.temp, 'podman-static'),
    demandsProfile: () => kernelDemandsProfile(),
  })
  await publish(result, runner)
  return result
}

async function buildSources(inputs: SetupInputs, runner: Runner): Promise<readonly BuildSource[]> {
  if (inputs.plan === '') return [inputs]
  return (await resolvePlan(inputs.plan, documentSources(runner))).images
}

async function publish(result: SetupResult, runner: Runner): Promise<void> {
  if (result.path !== undefined) runner.addPath(result.path)
  for (const [name, value] of Object.entries(result.variables)) runner.exportVariable(name, value)
  runner.setOutput('podman-version', result.podman.version)
  runner.setOutput('buildah-version', result.podman.buildah)
  runner.setOutput('installed', String(result.installed))
  runner.setOutput('storage-driver', result.podman.storageDriver)
  runner.log.info(setupTable(result))
  // Where all was well, a table in every leg's summary would bury that of the whole run.
  if (result.installed) await runner.summary([setupSection(result)])
}
