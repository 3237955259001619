import type { IncomingHttpHeaders } from 'node:http'

const UNITS: Record<string, number> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
}
const DURATION = /^(?:\d+(?:\.\d+)?(?:ns|us|µs|μs|ms|s|m|h))+$/

/**
 * How long a registry asks to be left alone, in milliseconds. Registries say it in many ways: seconds, a date,
 * a Unix time, or a duration like `1.889377ms` in the midst of the error's text.
 */
export function waitAskedFor(headers: IncomingHttpHeaders, text: string, now: number): number | undefined {
  const exhausted = headers['x-ratelimit-remaining'] === '0'
  return (
    parseWait(header(headers, 'retry-after'), now) ??
    parseWait(header(headers, 'x-retry-after'), now) ??
    parseWait(/retry[- ]?after:?\s*([0-9.a-zµμ]+)/i.exec(text)?.[1], now) ??
    (exhausted ? parseWait(header(headers, 'x-ratelimit-reset'), now) : undefined)
  )
}

export function parseWait(text: string | undefined, now: number): number | undefined {
  const value = text?.trim().replace(/[.,;]$/, '') ?? ''
  if (/^\d+(\.\d+)?$/.test(value)) return secondsOrTime(Number(value), now)
  if (DURATION.test(value)) return parseDuration(value)
  // Date.parse takes "-5" and "1.2.3" for dates; an HTTP date begins with its weekday.
  const date = /^[A-Z][a-z]{2,8},? /.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/** Nobody asks for a wait of thirty years: so large a number is a point in time. */
function secondsOrTime(value: number, now: number): number {
  return value > 1e9 ? Math.max(0, value * 1000 - now) : value * 1000
}

function parseDuration(text: string): number {
  const parts = text.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|μs|ms|s|m|h)/g)
  return [...parts].reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ''] ?? 0), 0)
}

function header(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name]
  return Array.isArray(value) ? value[0] : value
}
