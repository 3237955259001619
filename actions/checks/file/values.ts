import { RE2JS, RE2JSException } from 're2js'
import * as z from 'zod'

/** One text or several. */
function oneOrMore<T extends z.ZodType>(item: T) {
  return z.union([item.transform((one) => [one]), z.array(item).min(1)])
}

const EMPTY = 'write a text: every text holds the empty one'

/** Runs in time that grows with the length of the text alone, so that no pattern can stop a run. */
export const pattern = z
  .string()
  .superRefine((text, context) => {
    if (text === '') context.addIssue({ code: 'custom', message: EMPTY })
    try {
      RE2JS.compile(text)
    } catch (error) {
      if (!(error instanceof RE2JSException)) throw error
      const what = error.message.replace(/^error parsing regexp: /, '')
      context.addIssue({
        code: 'custom',
        message: `the pattern can't be compiled: ${what}`,
        params: {
          remedy: 'Write it in the syntax of RE2, and \\ before a character that stands for itself.',
        },
      })
    }
  })
  .meta({ title: 'pattern' })

/** To be found somewhere. */
const part = z.string().refine((text) => text !== '', EMPTY)

const UNITS = { ms: 1, s: 1000, m: 60_000 } as const

/** Milliseconds. */
export const duration = z
  .string()
  .regex(/^\d+(\.\d+)?(ms|s|m)$/, 'write a duration such as 500ms, 10s or 2m')
  .meta({ title: 'duration' })
  .transform((text) => {
    const [, number = '', unit = ''] = /^([\d.]+)(\w+)$/.exec(text) ?? []
    return Number(number) * UNITS[unit as keyof typeof UNITS]
  })

const STEPS = { B: 1, kB: 1e3, KB: 1e3, MB: 1e6, GB: 1e9, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 } as const

/** Bytes. */
export const size = z
  .string()
  .regex(/^\d+(\.\d+)? ?(B|kB|KB|MB|GB|KiB|MiB|GiB)$/, 'write a size such as 250 MB or 1.5 GiB')
  .meta({ title: 'size' })
  .transform((text) => {
    const [, number = '', unit = ''] = /^([\d.]+) ?(\w+)$/.exec(text) ?? []
    return Number(number) * STEPS[unit as keyof typeof STEPS]
  })

/** In which something must happen. */
export const span = duration.refine(
  (milliseconds) => milliseconds > 0,
  'write more than nothing, such as 10s',
)

export const mode = z
  .string()
  .regex(/^0?[0-7]{3,4}$/, 'write a mode such as "0755"')
  .meta({ title: 'mode' })
export const signal = z.enum([
  'SIGTERM',
  'SIGINT',
  'SIGQUIT',
  'SIGHUP',
  'SIGKILL',
  'SIGUSR1',
  'SIGUSR2',
  'SIGWINCH',
  'SIGRTMIN+3',
])
export const path = z.string().startsWith('/', 'write an absolute path').meta({ title: 'path' })
/** The matcher never ends with several backslashes in a row. */
export const glob = z
  .string()
  .startsWith('/', 'write a glob of absolute paths, such as /usr/**')
  .refine((text) => !text.includes('\\\\'), 'write it without several backslashes in a row')
  .meta({ title: 'glob' })
export const port = z.int().min(1).max(65535)
/** In the container, as the kernel counts them; 4294967295 means "no change" to it. */
export const id = z.int().min(0).max(4294967294)
export const command = z.array(z.string()).min(1)

/** null takes a variable away. */
export const environment = z.record(
  z.string().regex(/^[^=\s]+$/, 'a variable has a name without blanks and "="'),
  z.union([z.string(), z.null()]),
)

/** What a text must hold, and what not. */
export const textFields = {
  contains: oneOrMore(part).optional().describe('Texts that must be in it.'),
  excludes: oneOrMore(part).optional().describe('Texts that must not be in it.'),
  matches: oneOrMore(pattern)
    .optional()
    .describe('Regular expressions (RE2) that must match somewhere in it.'),
}
export const text = z.strictObject(textFields)

export type TextExpectation = z.infer<typeof text>
export type Environment = z.infer<typeof environment>
