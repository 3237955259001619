import * as z from 'zod'
import { command, duration, glob, id, mode, path, port, size, text, textFields } from './values.ts'

const named = z.record(z.string(), z.union([z.string(), z.null(), text]))
const allow = { allow: z.array(glob).default([]).describe('Globs of paths that may be.') }

const healthcheck = z.strictObject({
  command: text.optional().describe('What its command must hold.'),
  interval: duration.optional().describe('Exactly.'),
  timeout: duration.optional().describe('Exactly.'),
  'start-period': duration.optional().describe('Exactly.'),
  retries: z.int().min(0).optional().describe('Exactly.'),
})

/** What the image's config must say. */
export const image = z.strictObject({
  user: z
    .union([
      z.string(),
      z.strictObject({
        name: z.string().optional().describe('Its name in /etc/passwd.'),
        uid: id.optional().describe('Its id.'),
        gid: id.optional().describe('The id of its group.'),
      }),
    ])
    .optional()
    .describe(
      "Whom it runs as: USER as it is written, or name, uid and gid, looked up in the image's own files.",
    ),
  cmd: command.optional().describe('CMD, word by word.'),
  entrypoint: command.optional().describe('ENTRYPOINT, word by word.'),
  workdir: path.optional().describe('WORKDIR.'),
  ports: z
    .array(z.union([port, z.string().regex(/^\d+\/(tcp|udp|sctp)$/, 'write a port such as 8000 or 53/udp')]))
    .optional()
    .describe('Exactly the ports of EXPOSE.'),
  env: named.optional().describe('Variables: a value, null for absent, or what the value must hold.'),
  labels: named.optional().describe('Labels: a value, null for absent, or what the value must hold.'),
  healthcheck: z
    .union([z.boolean(), healthcheck])
    .optional()
    .describe('true: it must have one; false: none; or what it must say.'),
  'max-size': size.optional().describe('The most that its layers may hold uncompressed.'),
  'max-layers': z.int().min(1).optional().describe('The most layers that it may have.'),
})

/** A path in the image, read without starting it. */
export const file = z.strictObject({
  path: path.describe('Absolute; links on the way are followed.'),
  exists: z.boolean().default(true).describe('false: it must not be there.'),
  type: z.enum(['file', 'directory', 'link']).optional().describe('What it is; a link is not followed then.'),
  'non-empty': z.boolean().optional().describe('true: a file with content, or a directory with entries.'),
  mode: mode.optional().describe('Its permissions, in octal.'),
  owner: z.string().optional().describe('user, user:group, uid or uid:gid.'),
  ...textFields,
})

const rule = <T extends z.ZodRawShape>(fields: T) =>
  z.union([z.boolean(), z.strictObject({ ...allow, ...fields })])

export const hardening = z.strictObject({
  setuid: rule({ base: z.string().optional().describe('The base image; what it has is allowed.') })
    .default(true)
    .describe(
      'No setuid or setgid files beyond those of the base, or of distributions where no base is named.',
    ),
  'world-writable': rule({})
    .default(true)
    .describe('Nothing that everybody may write, save sticky directories such as /tmp.'),
  'package-caches': rule({})
    .default(true)
    .describe('No lists and archives of apt, apk, dnf, pip, uv, npm left behind.'),
})

export const secrets = z.strictObject({
  allow: z
    .array(
      z
        .strictObject({
          rule: z.string().optional().describe('The rule that found it, as the report names it.'),
          path: glob.optional().describe('A glob of paths.'),
          name: z.string().optional().describe('The name of a variable.'),
        })
        .refine((entry) => Object.keys(entry).length > 0, {
          message: 'neither rule, path nor name is given',
          params: { remedy: 'Say by one of them which finding is none.' },
        })
        .meta({ minProperties: 1 }),
    )
    .default([])
    .describe('Findings that are none; all that an entry says must hold.'),
})

export type ImageChecks = z.infer<typeof image>
export type FileCheck = z.infer<typeof file>
export type HardeningChecks = z.infer<typeof hardening>
export type SecretChecks = z.infer<typeof secrets>
