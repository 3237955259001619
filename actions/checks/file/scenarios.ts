import * as z from 'zod'
import { asked, exit, output, start } from './running.ts'
import { span } from './values.ts'

const ends = {
  exit: exit.optional().describe('It ends by itself, with this exit code.'),
  within: span.optional().describe('How long it may take to end.'),
  ...output,
}

const alone = {
  services: z
    .boolean()
    .default(true)
    .describe('false: it needs none of them, and is started alone, at once.'),
}

/** A container that must end by itself; its variables come on top of those of run. */
export const oneShot = z.strictObject({
  name: z.string().describe('As reports call it.'),
  ...start,
  ...alone,
  ...ends,
  exit: exit.describe('The exit code it must end with, or non-zero.'),
  within: span.prefault('10s').describe('How long it may take to end.'),
})

/** A container of its own: with an exit it must end, without one it is asked what run is asked, save what it says itself. */
export const row = z.strictObject({
  name: z.string().describe('As reports call it.'),
  ...start,
  ...alone,
  ...asked,
  ...ends,
})

/** A source file is changed and the image built again. */
export const rebuild = z
  .strictObject({
    edit: z.string().describe('A file of the build context; a line is added in a copy.'),
    cached: z
      .array(z.string())
      .default([])
      .describe('Beginnings or parts of steps that must come from the cache.'),
    rebuilt: z.array(z.string()).default([]).describe('Those that must not.'),
  })
  .refine(({ cached, rebuilt }) => cached.length + rebuilt.length > 0, {
    message: 'no step is named in cached or rebuilt',
    params: { remedy: 'Name at least one, by a part of its line.' },
  })
  .meta({ anyOf: ['cached', 'rebuilt'].map((key) => ({ required: [key] })) })

export type OneShot = z.infer<typeof oneShot>
export type Row = z.infer<typeof row>
export type Rebuild = z.infer<typeof rebuild>
