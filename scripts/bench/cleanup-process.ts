// The cleanup alone, in a process of its own: everything that the action does, from its inputs to its report.
import { systemClock } from '../../actions/base/clock.ts'
import { messageOf } from '../../actions/base/errors.ts'
import { cleanUp } from '../../actions/cleanup/main.ts'
import { type CleanupOrder, cleanupRunner } from './cleanup-runner.ts'
import { skippingClock } from './skipping-clock.ts'

export interface CleanupAnswer {
  deleted: number
  error?: string
  /** The most memory that this process held, in bytes. */
  peak: number
}

const order = JSON.parse(process.argv[2] ?? '') as CleanupOrder
const { report, error } = await cleanUp(cleanupRunner(order, skippingClock(systemClock)))
const entries = report.repositories.flatMap((repository) => repository.entries)
const answer: CleanupAnswer = {
  deleted: entries.filter(({ outcome }) => outcome === 'deleted').length,
  ...(error === undefined ? {} : { error: messageOf(error) }),
  peak: process.resourceUsage().maxRSS * 1024,
}
process.stdout.write(`\n${JSON.stringify(answer)}`)
