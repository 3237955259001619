import * as z from 'zod'
import { file, hardening, image, secrets } from './image.ts'
import { run, service } from './running.ts'
import { oneShot, rebuild, row } from './scenarios.ts'

/** The check file, image-verify.yml: what stands in it, and nothing else, is checked. */
export const checkFile = z.strictObject({
  version: z.literal(1).describe('The version of this format.'),
  variables: z
    .record(z.string().regex(/^[a-z][a-z0-9-]*$/, 'a variable is called like base-image'), z.string())
    .default({})
    .describe('What {{name}} stands for, unless the input "variables" says otherwise.'),
  image: image.optional().describe("What the image's config must say."),
  files: z.array(file).optional().describe('Paths in the image, read without starting it.'),
  hardening: hardening.optional().describe('What makes an image easier to attack; {} checks all of it.'),
  secrets: secrets.optional().describe('Credentials in variables, history and layers; {} checks all of it.'),
  services: z
    .record(z.string().regex(/^[a-z][a-z0-9-]*$/, 'a service is called like db or cache'), service)
    .default({})
    .describe('Containers beside it, at {{name.host}} and {{name.port}}.'),
  run: run.optional().describe('The image started, and what is asked of it.'),
  cases: z.array(oneShot).optional().describe('Containers that must end by themselves.'),
  matrix: z.array(row).optional().describe('The same over environments and users.'),
  rebuild: z.array(rebuild).optional().describe('What a change of a source file must leave in the cache.'),
})

export type CheckFile = z.infer<typeof checkFile>
