import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { Problems } from '../base/errors.ts'
import type { Plan } from '../plan/plan.ts'
import { type BuildRecord, recordArtifact, serialiseRecord } from '../plan/record.ts'
import { readPlanRequest } from '../plan/request.ts'
import { secretsOf } from '../registry/access.ts'
import { openRegistries } from '../registry/client.ts'
import { jobEngine } from '../runner/engine.ts'
import { loginHosts } from '../runner/login-hosts.ts'
import { commitTime, obtainPlan } from '../runner/plan.ts'
import type { Runner } from '../runner/runner.ts'
import { locateSource } from '../runner/source.ts'
import { openCache } from './cache.ts'
import { openGate } from './gate.ts'
import { type BuildInputs, parseInputs } from './inputs.ts'
import { type ChosenLeg, chooseLeg } from './leg.ts'
import { secretLikeArguments } from './options.ts'
import { setOutputs } from './outputs.ts'
import { buildRequest } from './request.ts'
import { runBuild } from './run.ts'
import { secretArguments } from './secrets.ts'
import { saveWork } from './work.ts'

export async function build(runner: Runner): Promise<void> {
  const { inputs, plan } = await readAll(runner)
  if (inputs.leg === '' && plan.legs.length === 0) {
    runner.log.info(`Nothing is built: ${plan.reason}.`)
    return
  }
  const chosen = chooseLeg(plan, inputs.leg, process.arch)
  const source = await locateSource(chosen.image, runner.event.workspace)
  const gate = await openGate(runner, inputs, chosen)
  warnOfSecrets(runner, inputs, chosen)

  const folder = await mkdtemp(join(runner.temp, 'image-actions-'))
  saveWork(runner, { folder })
  const engine = await jobEngine(runner, { ...inputs, repositories: repositoriesOf(inputs, chosen), folder })
  const registries = openRegistries(inputs.access, { ...runner })
  try {
    const cache = await openCache(runner, { inputs, plan, chosen, engine, registries })
    const request = buildRequest(chosen, inputs.options, {
      source,
      secrets: await secretArguments(inputs.secrets, inputs.secretFiles, folder),
      cacheFrom: cache.readFrom,
      date: (await commitTime(runner)) ?? new Date(plan.created),
    })
    const { attempt, workspace } = runner.event
    const job = { plan, chosen, options: inputs.options, request, attempt, workspace, folder }
    const record = await runBuild(job, {
      ...runner,
      engine,
      registries,
      verify: gate?.({ engine, folder }),
    })
    await leaveRecord(runner, record)
    saveWork(runner, { folder, cache: cache.write(request, engine) })
  } finally {
    registries.close()
  }
}

/** Inputs and plan; without prepare this is the only place where anything wrong with either can be told, so all is told at once. */
async function readAll(runner: Runner): Promise<{ inputs: BuildInputs; plan: Plan }> {
  const problems = new Problems()
  const inputs = problems.try(() => parseInputs(runner.inputs, runner.event))
  for (const secret of inputs ? [...secretsOf(inputs.access), ...inputs.secrets.values()] : [])
    runner.mask(secret)
  const given = runner.inputs.text('plan').trim()
  const request = inputs?.request ?? readPlanRequest(runner.inputs)
  const credentials = inputs && given === '' ? { credentials: await loginHosts(inputs.access, runner) } : {}
  const token = runner.inputs.text('github-token')
  // A plan that is handed over may have to be fetched, and nothing is before all inputs are right.
  if (!inputs && given !== '') problems.throwIfAny()
  const plan = await problems.tryAsync(() => obtainPlan(runner, given, { ...request, ...credentials }, token))
  problems.throwIfAny()
  return { inputs: inputs!, plan: plan! }
}

/** What podman reads from or writes to. */
function repositoriesOf({ options }: BuildInputs, { image }: ChosenLeg): string[] {
  return [...image.repositories, options.cacheRepository].filter((name) => name !== '')
}

function warnOfSecrets(runner: Runner, inputs: BuildInputs, chosen: ChosenLeg): void {
  // Those of the plan were told when it was made.
  const planned = new Set(Object.keys(chosen.image.buildArgs))
  for (const name of secretLikeArguments(inputs.options.buildArgs).filter((each) => !planned.has(each))) {
    runner.log.warn(
      `The build argument ${name} looks like a secret; everybody can read it in the image's history. Use "secrets".`,
    )
  }
}

async function leaveRecord(runner: Runner, record: BuildRecord): Promise<void> {
  const name = recordArtifact(record.plan, record.leg, record.attempt)
  await (await runner.artifacts()).put(name, serialiseRecord(record))
  setOutputs(runner, record, name)
}
