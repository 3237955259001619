import { UserError } from '../../base/errors.ts'

export type FormatDate = (date: Date, format: string, zone?: string) => string

/** Moment's formats. Loaded when an expression asks for a date. */
export async function loadFormatDate(): Promise<FormatDate> {
  const [core, ...plugins] = await Promise.all([
    import('dayjs'),
    import('dayjs/plugin/utc.js'),
    import('dayjs/plugin/timezone.js'),
    import('dayjs/plugin/advancedFormat.js'),
    import('dayjs/plugin/localizedFormat.js'),
    import('dayjs/plugin/weekOfYear.js'),
    import('dayjs/plugin/weekYear.js'),
    import('dayjs/plugin/isoWeek.js'),
    import('dayjs/plugin/dayOfYear.js'),
  ])
  const dayjs = core.default
  for (const plugin of plugins) dayjs.extend(plugin.default as Parameters<typeof dayjs.extend>[0])
  return (date, format, zone = 'UTC') => {
    checkZone(zone)
    const local = dayjs(date).tz(zone)
    return local.format(fillDayTokens(format, local.dayOfYear(), local.day()))
  }
}

/** Moment's tokens for days of the year and of the week, which dayjs leaves as they are; `[text]` is never touched. */
function fillDayTokens(format: string, dayOfYear: number, weekday: number): string {
  const isoWeekday = weekday === 0 ? 7 : weekday
  const values: Record<string, string> = {
    DDDD: String(dayOfYear).padStart(3, '0'),
    DDDo: ordinal(dayOfYear),
    DDD: String(dayOfYear),
    E: String(isoWeekday),
    e: String(weekday),
  }
  return format.replace(/\[[^\]]*\]|DDDD|DDDo|DDD|E|e/g, (token) => {
    const value = values[token]
    return value === undefined ? token : `[${value}]`
  })
}

function ordinal(number: number): string {
  const ending = ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'
  return `${number}${number % 100 > 10 && number % 100 < 14 ? 'th' : ending}`
}

function checkZone(zone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
  } catch (cause) {
    throw new UserError('IMG1311', `There is no time zone "${zone}".`, {
      hint: "Write one as in {{date 'YYYYMMDD' tz='Europe/Vienna'}}.",
      cause,
    })
  }
}
