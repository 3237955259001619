import { resolve } from 'node:path'
import { InputError } from '../base/errors.ts'
import { formatBytes } from '../base/units.ts'
import { ANY_HOST } from '../plan/credentials.ts'
import { type Plan, parsePlan } from '../plan/plan.ts'
import { type BuildRecord, parseRecord } from '../plan/record.ts'
import { resolvePlan } from '../plan/source.ts'
import { documentSources } from '../runner/documents.ts'
import type { Runner } from '../runner/runner.ts'
import { CARRIED_FOLDER, carriedPlan, nextAttempt, requireRecords } from './carried-folder.ts'
import type { Room } from './rooms.ts'
import { openStage } from './stage.ts'

/** The input of build and merge. */
const PLAN = 'plan'

/** The rooms of the pipeline one by one, each on a machine of its own perhaps, with a folder that is carried in between. */

export async function planRoom(): Promise<Room> {
  const { runPrepare } = await import('../prepare/main.ts')
  const { planText } = await import('../report/plan-text.ts')
  return {
    run: async (outer) => {
      // Whoever builds and merges has to be logged in; a plan may be made anywhere.
      const { runner, outputs } = openStage(outer, { 'has-credentials': ANY_HOST })
      await runPrepare({ ...runner, log: { ...outer.log, info: () => {} } })
      const [name = ''] = (outputs.get('plan') ?? '').split('@')
      const plan = parsePlan((await (await outer.artifacts()).get(name)) ?? '')
      return { document: plan, text: planText(plan) }
    },
    finish: async () => {},
  }
}

export async function buildRoom(): Promise<Room> {
  const { build } = await import('../build/main.ts')
  const { finishBuild } = await import('../build/finish.ts')
  return {
    run: async (outer) => {
      const artifacts = await outer.artifacts()
      const plan = planInput(outer) || ((await carriedPlan(artifacts)) ?? '')
      const attempt = await nextAttempt(artifacts)
      let name = ''
      await build({
        ...outer,
        inputs: replacing(outer, { [PLAN]: plan }),
        event: { ...outer.event, attempt },
        setOutput: (output, value) => {
          if (output === 'record') name = value
        },
      })
      if (name === '') return { document: null, text: '' }
      const record = parseRecord((await artifacts.get(name)) ?? '', name)
      return { document: record, text: recordText(record, outer.inputs.text(CARRIED_FOLDER.name) !== '') }
    },
    finish: finishBuild,
  }
}

export async function mergeRoom(): Promise<Room> {
  const { mergeImages } = await import('../merge/main.ts')
  const { finishInterrupted } = await import('../runner/interrupted.ts')
  const { terminalSummary } = await import('../report/terminal.ts')
  return {
    run: async (outer) => {
      const artifacts = await outer.artifacts()
      const reference = planInput(outer) || ((await carriedPlan(artifacts)) ?? nothingToMerge())
      const plan: Plan = await resolvePlan(reference, documentSources(outer))
      await requireRecords(plan, artifacts)
      const attempt = await nextAttempt(artifacts)
      const { receipt, error, ...published } = await mergeImages({
        ...outer,
        inputs: replacing(outer, { [PLAN]: reference }),
        // Whatever is checked out here, the history that counts is that of what was planned.
        event: { ...outer.event, attempt, repository: plan.repository },
      })
      return { document: receipt, text: `\n${terminalSummary({ ...published, receipt })}`, error }
    },
    finish: (runner) => finishInterrupted(runner, runner.state('journal')),
  }
}

function replacing({ inputs }: Runner, replaced: Readonly<Record<string, string>>): Runner['inputs'] {
  return { text: (name) => replaced[name] ?? inputs.text(name) }
}

/** A path is one of the folder where the command was typed, whatever is checked out elsewhere. */
function planInput({ inputs }: Runner): string {
  const text = inputs.text(PLAN).trim()
  return text === '' || /^[-{]|@sha256:/.test(text) ? text : resolve(text)
}

function nothingToMerge(): never {
  throw new InputError('IMG9010', 'There is no plan to merge by.', {
    hint: 'Give --artifacts the folder with the plan and the records of the builds, or --plan FILE as well where the plan lies elsewhere.',
  })
}

function recordText(record: BuildRecord, kept: boolean): string {
  const { image, platform, repositories, digest, compressedSize, imageId } = record
  if (repositories.length === 0)
    return `\n${image} for ${platform} was built, and pushed nowhere: ${imageId}\n`
  const pushed = repositories.map(({ repository }) => `${repository}@${digest}\n`).join('')
  const next = kept
    ? 'No tag holds it yet: carry the folder of artifacts on to merge.'
    : 'No tag holds it, and merge will not find it: with --artifacts FOLDER it does.'
  return `\n${image} for ${platform}, ${formatBytes(compressedSize)} compressed:\n${pushed}${next}\n`
}
