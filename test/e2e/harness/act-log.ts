export type JobResult = 'success' | 'failure' | 'cancelled'

/** Empty when all went well; else what a person would look for, so that an expectation shows it. */
export function failureOf(run: RunLog & { exitCode: number; log: string }): string {
  if (run.exitCode === 0) return ''
  const jobs = Object.entries(run.jobs).map(([job, result]) => `${job}: ${result}`)
  const said = run.output.length > 0 ? run.output.slice(-60) : [run.log.slice(-2000)]
  return [...jobs, ...said, ...run.errors].join('\n')
}

/** One run as act's log tells it. */
export interface RunLog {
  /** By job id; a leg is `build app linux/amd64`. */
  jobs: Record<string, JobResult>
  /** What the steps printed, a line each. */
  output: string[]
  /** Step summaries in the order of writing, by job. */
  summaries: { job: string; markdown: string }[]
  errors: string[]
  warnings: string[]
  /** Of the called workflow, as its caller sees them. */
  outputs: Record<string, string>
}

interface Entry {
  level?: string
  msg?: string
  jobID?: string
  matrix?: { image?: string; platform?: string }
  jobResult?: JobResult
  stepResult?: string
  command?: string
  content?: string
  raw_output?: boolean
}

export function readRunLog(text: string): RunLog {
  const run: RunLog = { jobs: {}, output: [], summaries: [], errors: [], warnings: [], outputs: {} }
  const broken = new Set<string>()
  for (const entry of text.split('\n').flatMap(parseEntry)) {
    const { image, platform } = entry.matrix ?? {}
    const job = [entry.jobID, image, platform].filter(Boolean).join(' ')
    const message = entry.msg?.trimEnd() ?? ''
    // act gives every leg the result of the whole matrix; a leg failed where a step of its own did.
    if (entry.stepResult === 'failure') broken.add(job)
    if (entry.jobResult) run.jobs[job] = broken.has(job) || !platform ? entry.jobResult : 'success'
    if (entry.raw_output) run.output.push(message)
    if (entry.command === 'summary') run.summaries.push({ job, markdown: entry.content ?? '' })
    if (entry.command === 'warning') run.warnings.push(entry.content ?? message)
    if (entry.command === 'error' || entry.level === 'error') run.errors.push(entry.content ?? message)
  }
  const outputs = run.output.findLast((line) => line.startsWith('outputs:'))
  if (outputs) run.outputs = JSON.parse(outputs.slice('outputs:'.length))
  return run
}

function parseEntry(line: string): Entry[] {
  try {
    return [JSON.parse(line)]
  } catch {
    return []
  }
}
