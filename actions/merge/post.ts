import { readRegistryAccess, secretsOf } from '../registry/access.ts'
import { openRegistries } from '../registry/client.ts'
import { runAction } from '../runner/action.ts'
import { finishMerge } from './aftermath.ts'
import { Journal } from './journal.ts'

await runAction(async (runner) => {
  const journal = Journal.read(runner.state('journal'))
  if (!journal) return
  const access = readRegistryAccess(runner.inputs, runner.event)
  for (const secret of secretsOf(access)) runner.mask(secret)
  const { log, run, environment, signal, clock } = runner
  const registries = openRegistries(access, { log, run, environment, signal })
  try {
    await finishMerge(journal, { registries, artifacts: await runner.artifacts(), clock, log })
  } finally {
    registries.close()
  }
})
