import { isUserError, messageOf, UserError } from '../../base/errors.ts'
import type { RunEvent } from '../../base/event.ts'
import { said } from '../../base/said.ts'
import { field, type Origin, text } from '../origin.ts'
import { type FormatDate, loadFormatDate } from './dates.ts'
import { sanitise } from './name.ts'

/** Fills in `{{…}}`: the global expressions, and the values handed in. */
export type Render = (template: string, values?: Readonly<Record<string, string | number>>) => string

export interface ExpressionFacts {
  event: RunEvent
  origin: Origin
  now: Date
  /** Of the commit that is built; asked for only where an expression needs it. */
  commitDate?: (() => Promise<Date | undefined>) | undefined
}

/** Nothing is loaded where no text has an expression, which is the usual case. */
export async function loadRender(facts: ExpressionFacts, texts: readonly string[]): Promise<Render> {
  const templates = texts.filter((template) => template.includes('{{'))
  if (templates.length === 0) return (template) => template
  const { default: handlebars } = await import('handlebars')
  const environment = handlebars.create()
  const values = globalValues(facts)
  for (const [name, helper] of Object.entries(await dateHelpers(facts, templates)))
    environment.registerHelper(name, helper)
  return (template, own = {}) => {
    if (!template.includes('{{')) return template
    try {
      return environment.compile(template, { noEscape: true, strict: true })({ ...values, ...own })
    } catch (cause) {
      if (isUserError(cause)) throw cause
      throw new UserError(
        'IMG1309',
        `The expression "${template}" can't be evaluated: ${said(firstLine(messageOf(cause)))}.`,
        {
          hint: `Known everywhere: ${[...Object.keys(values), 'date', 'commit_date'].join(', ')}.`,
          cause,
        },
      )
    }
  }
}

function globalValues({ event, origin }: ExpressionFacts): Record<string, string> {
  return {
    branch: origin.kind === 'branch' ? sanitise(origin.name) : '',
    tag: origin.kind === 'tag' ? sanitise(origin.name) : '',
    sha: event.sha.slice(0, 7),
    base_ref: baseRef(event, origin),
    is_default_branch: String(origin.onDefaultBranch),
    is_not_default_branch: String(!origin.onDefaultBranch),
  }
}

function baseRef(event: RunEvent, origin: Origin): string {
  if (origin.pullRequest) return sanitise(origin.pullRequest.base)
  if (origin.kind !== 'tag') return ''
  return sanitise(text(field(event.payload, 'base_ref')).replace(/^refs\/heads\//, ''))
}

type DateHelper = (format: unknown, options?: { hash: Record<string, unknown> }) => string

async function dateHelpers(
  facts: ExpressionFacts,
  templates: readonly string[],
): Promise<Record<string, DateHelper>> {
  if (!templates.some((template) => template.includes('date'))) return {}
  const format = await loadFormatDate()
  const commit = templates.some((template) => template.includes('commit_date'))
    ? ((await commitDate(facts)) ?? facts.now)
    : facts.now
  return { date: dateHelper(facts.now, format), commit_date: dateHelper(commit, format) }
}

function dateHelper(date: Date, format: FormatDate): DateHelper {
  return (pattern, options) => {
    const { tz, ...unknown } = options?.hash ?? {}
    if (typeof pattern !== 'string' || Object.keys(unknown).length > 0)
      throw new UserError('IMG1310', 'A date in an expression needs a format, and knows only tz beside it.', {
        hint: "Write {{date 'YYYYMMDD'}} or {{date 'YYYYMMDD' tz='Europe/Vienna'}}.",
      })
    return format(date, pattern, tz === undefined ? undefined : String(tz))
  }
}

async function commitDate({ event, commitDate: ask }: ExpressionFacts): Promise<Date | undefined> {
  const head = field(event.payload, 'head_commit')
  const pushed = field(head, 'id') === event.sha ? new Date(text(field(head, 'timestamp'))) : undefined
  return pushed && !Number.isNaN(pushed.getTime()) ? pushed : await ask?.()
}

/** Without the place, which counts within the expression and says "[object Object]". */
function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ in \[object Object\] - \d+:\d+$/, '')
}
