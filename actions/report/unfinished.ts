import { CancelledError, isUserError, pageOf, type UserError, userErrorsOf } from '../base/errors.ts'
import { link, plain, table } from '../base/markdown.ts'
import type { SummarySection } from '../base/summary.ts'

/** Where everything stands when an action ends before it could tell so itself. */
export interface Standing {
  /** As in a heading: `The build`. */
  what: string
  published: string
  /** What to run next. */
  next: string
}

/** What went wrong, what is published all the same, and what to do; for whoever opens the run and not the log. */
export function unfinishedSection(error: unknown, { what, published, next }: Standing): SummarySection {
  const cancelled = error instanceof CancelledError
  const markdown = [
    `### ${cancelled ? '⏹️' : '❌'} ${what} ${cancelled ? 'was cancelled' : 'failed'}`,
    reasonOf(error),
    `**Published:** ${published}`,
    `**Next:** ${next}`,
  ]
  return { markdown: markdown.filter(Boolean).join('\n\n'), importance: 1 }
}

function reasonOf(error: unknown): string {
  if (error instanceof CancelledError) return ''
  if (!isUserError(error))
    return 'This is a bug in image-actions; the log has its stack, and where to report it.'
  return table(['', 'What is wrong', 'What to do'], userErrorsOf(error).map(rowOf))
}

function rowOf({ code, message, hint }: UserError): string[] {
  return [link(code, pageOf(code)), plain(message), plain(hint)]
}
