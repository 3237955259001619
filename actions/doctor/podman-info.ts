import * as z from 'zod'
import { messageOf } from '../base/errors.ts'
import type { RunProcess } from '../base/process.ts'
import { readDocument } from '../base/schema.ts'

const info = z.object({
  host: z.object({
    buildahVersion: z.string().optional(),
    cgroupVersion: z.string().optional(),
    cgroupControllers: z.array(z.string()).nullish(),
    kernel: z.string().optional(),
    networkBackend: z.string().optional(),
    ociRuntime: z.object({ name: z.string() }).optional(),
    serviceIsRemote: z.boolean().optional(),
    security: z.object({ rootless: z.boolean() }),
  }),
  store: z.object({
    graphDriverName: z.string(),
    graphRoot: z.string(),
    graphOptions: z.record(z.string(), z.unknown()).nullish(),
  }),
  version: z.object({ Version: z.string() }),
})

/** What podman tells of itself, as far as anything is judged by it. */
export type PodmanInfo = z.infer<typeof info>

/** Or why there is none. */
export type Asked = PodmanInfo | { missing: string }

export async function askPodman(run: RunProcess, signal: AbortSignal): Promise<Asked> {
  try {
    const { exitCode, stdout, stderr } = await run('podman', ['info', '--format', 'json'], {
      anyExit: true,
      signal,
    })
    if (exitCode === 0) return parsePodmanInfo(stdout)
    return {
      missing: `does not work: ${stderr.trim().split('\n').slice(-2).join(' ') || 'podman info failed'}`,
    }
  } catch (error) {
    return { missing: messageOf(error) }
  }
}

export function parsePodmanInfo(text: string): PodmanInfo {
  return readDocument(info, text, {
    what: 'The output of podman info',
    code: 'IMG9012',
    hint: 'Run "podman info --format json" to see it.',
  })
}
