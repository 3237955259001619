import * as z from 'zod'
import { command, environment, id, path, port, signal, span, text, textFields } from './values.ts'

const status = z.int().min(100).max(599)
const statuses = z.union([status.transform((one) => [one]), z.array(status).min(1)])
const httpPath = z
  .string()
  .startsWith('/', 'write a path that begins with /')
  .refine((path) => /^[!-~]*$/.test(path), 'write blanks and other letters as in %20')
  .meta({ title: 'path' })
/** As HTTP has them: anything else could not even be sent. */
const requestHeaders = z.record(
  z.string().refine((name) => /^[\w!#$%&'*+.^`|~-]+$/.test(name), 'a header has a name without blanks'),
  z.string().refine((value) => /^[\t -~\u0080-\u00ff]*$/.test(value), {
    message: 'a header is one line of plain text',
    params: { remedy: 'Write it without line breaks, and without letters that no header can have.' },
  }),
)

/** How long to wait for it: tries × interval, and looked at more often in the beginning. */
const patience = {
  tries: z.int().min(1).max(3600).default(30).describe('How many intervals to wait.'),
  interval: span.prefault('1s').describe('How long one is.'),
}

export const ready = z
  .strictObject({
    http: z
      .strictObject({
        path: httpPath.default('/').describe('What is requested.'),
        port: port.optional().describe("The image's only EXPOSE, unless given."),
        status: statuses.prefault(200).describe('The status it must answer with, or any of several.'),
      })
      .optional()
      .describe('It answers this request.'),
    tcp: port.optional().describe('It listens on this port.'),
    exec: command.optional().describe('This command ends with 0 in it.'),
    healthcheck: z.literal(true).optional().describe("The image's own HEALTHCHECK succeeds."),
    ...patience,
  })
  .refine(
    ({ http, tcp, exec, healthcheck }) =>
      [http, tcp, exec, healthcheck].filter((way) => way !== undefined).length === 1,
    {
      message: 'exactly one of http, tcp, exec and healthcheck is needed',
      params: { remedy: 'Keep the one that shows best that it is ready.' },
    },
  )
  .meta({ oneOf: ['http', 'tcp', 'exec', 'healthcheck'].map((way) => ({ required: [way] })) })

/** How a container is started. */
export const start = {
  env: environment.default({}).describe('Variables; null takes one away.'),
  user: z.string().optional().describe('--user, as uid, uid:gid or a name.'),
  entrypoint: command.optional().describe("In place of the image's ENTRYPOINT."),
  cmd: command.optional().describe("In place of the image's CMD."),
  'read-only': z.boolean().optional().describe('Its root can not be written.'),
  tmpfs: z.array(path).optional().describe('Empty folders in memory.'),
}

export const process = z.strictObject({
  uid: id.optional().describe('Of process 1 and of every other, as /proc says it.'),
  gid: id.optional().describe('The same of the group.'),
  groups: z.array(id).optional().describe('Exactly its supplementary groups.'),
  every: z.boolean().default(true).describe('false: process 1 only.'),
  command: text.optional().describe('What the command line of process 1 must hold.'),
  'no-new-privileges': z
    .boolean()
    .optional()
    .describe('Whether it can still gain rights by setuid programs.'),
})

export const http = z.strictObject({
  name: z.string().optional().describe('As reports call it.'),
  path: httpPath.describe('What is requested; redirects are not followed.'),
  port: port.optional().describe("The one of ready or the image's only one, unless given."),
  method: z
    .enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
    .default('GET')
    .describe('How it is requested.'),
  headers: requestHeaders.default({}).describe('Headers of the request.'),
  body: z.string().optional().describe('Content of the request.'),
  status: statuses.prefault(200).describe('The status of the answer, or any of several.'),
  'response-headers': z.record(z.string(), text).optional().describe('What headers of the answer must hold.'),
  json: z.json().optional().describe('What the answer must hold as JSON; objects may have more.'),
  ...textFields,
})

/** An exit code, or any but 0. */
export const exit = z.union([z.int().min(0).max(255), z.literal('non-zero')])
export const output = {
  stdout: text.optional().describe('What its output must hold.'),
  stderr: text.optional().describe('What its error output must hold.'),
  output: text.optional().describe('Both streams together.'),
}

export const exec = z.strictObject({
  name: z.string().optional().describe('As reports call it.'),
  cmd: command.describe('Word by word; there is no shell unless you name one.'),
  user: z.string().optional().describe('Whom it runs as; unless given, as the container does.'),
  env: environment.default({}).describe('Variables of this command alone.'),
  exit: exit.default(0).describe('The exit code it must end with, or non-zero.'),
  within: span.prefault('30s').describe('How long it may take.'),
  ...output,
})

export const logs = z.strictObject(output)

export const stop = z.strictObject({
  signal: signal.default('SIGTERM').describe('What process 1 is sent once it is ready.'),
  exit: z
    .union([exit.transform((one) => [one]), z.array(exit).min(1)])
    .prefault(0)
    .describe('The exit code it must end with, or any of several.'),
  within: span.prefault('10s').describe('How long it may take to end.'),
})

/** What is asked of a container that stays. */
export const asked = {
  ready: ready.optional().describe('When it counts as ready; unless given, as soon as it has started.'),
  process: process.optional().describe('Whom its processes run as, read from /proc.'),
  http: z.array(http).optional().describe('Requests, and what must come back.'),
  exec: z.array(exec).optional().describe('Commands in the running container.'),
  logs: logs.optional().describe('What it wrote up to then.'),
  stop: stop.optional().describe('How it must end when asked to; {} takes SIGTERM, 0 and 10s.'),
}

export const run = z.strictObject({ ...start, ...asked })

export const service = z.strictObject({
  image: z.string().describe('What it is started from.'),
  env: environment.default({}).describe('Variables; null takes one away.'),
  user: z.string().optional().describe('--user, as uid, uid:gid or a name.'),
  cmd: command.optional().describe("In place of the image's CMD."),
  tmpfs: z.array(path).optional().describe('Empty folders in memory.'),
  port: port.optional().describe('What {{name.port}} stands for.'),
  ready: ready.optional().describe('When it counts as ready; unless given, as soon as it has started.'),
})

export type Ready = z.infer<typeof ready>
export type ProcessCheck = z.infer<typeof process>
export type HttpCheck = z.infer<typeof http>
export type ExecCheck = z.infer<typeof exec>
export type Exit = z.infer<typeof exit>
export type LogChecks = z.infer<typeof logs>
export type StopCheck = z.infer<typeof stop>
export type RunChecks = z.infer<typeof run>
export type Service = z.infer<typeof service>
