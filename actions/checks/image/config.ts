import type { Image } from '../../engine/image.ts'

/** HEALTHCHECK; times in milliseconds, 0 or absent where the engine's own default holds. */
export interface Healthcheck {
  /** As it would be written after CMD: one text for the shell form, several words for the exec form. */
  command: readonly string[]
  shell: boolean
  interval?: number
  timeout?: number
  startPeriod?: number
  retries?: number
}

/** One line of the image's history, oldest first. */
export interface HistoryStep {
  createdBy: string
  comment: string
  /** Whether it made a layer of files. */
  empty: boolean
}

/** The image's config as checks read it: nothing is missing, what is not set is empty. */
export interface ImageConfig {
  /** USER as it is written; empty: root. */
  user: string
  /** Such as `8000/tcp`. */
  ports: readonly string[]
  env: ReadonlyMap<string, string>
  entrypoint: readonly string[]
  cmd: readonly string[]
  /** `/` where WORKDIR is not set. */
  workdir: string
  labels: ReadonlyMap<string, string>
  /** undefined: none, be it that it was never set or switched off. */
  healthcheck: Healthcheck | undefined
  stopSignal: string
  volumes: readonly string[]
  history: readonly HistoryStep[]
}

interface RawConfig {
  config?: {
    User?: string
    ExposedPorts?: Record<string, unknown> | null
    Env?: string[] | null
    Entrypoint?: string[] | null
    Cmd?: string[] | null
    WorkingDir?: string
    Labels?: Record<string, string> | null
    Healthcheck?: RawHealthcheck | null
    StopSignal?: string
    Volumes?: Record<string, unknown> | null
  }
  history?: { created_by?: string; comment?: string; empty_layer?: boolean }[] | null
}

interface RawHealthcheck {
  Test?: string[] | null
  Interval?: number
  Timeout?: number
  StartPeriod?: number
  Retries?: number
}

export function configOf(image: Pick<Image, 'config'>): ImageConfig {
  const raw = JSON.parse(Buffer.from(image.config).toString()) as RawConfig
  const config = raw.config ?? {}
  return {
    user: config.User ?? '',
    ports: Object.keys(config.ExposedPorts ?? {}).map(withProtocol),
    env: new Map((config.Env ?? []).map(splitVariable)),
    entrypoint: config.Entrypoint ?? [],
    cmd: config.Cmd ?? [],
    workdir: config.WorkingDir || '/',
    labels: new Map(Object.entries(config.Labels ?? {})),
    healthcheck: readHealthcheck(config.Healthcheck),
    stopSignal: config.StopSignal || 'SIGTERM',
    volumes: Object.keys(config.Volumes ?? {}),
    history: (raw.history ?? []).map((step) => ({
      createdBy: step.created_by ?? '',
      comment: step.comment ?? '',
      empty: step.empty_layer ?? false,
    })),
  }
}

export function withProtocol(port: string | number): string {
  return String(port).includes('/') ? String(port) : `${port}/tcp`
}

function splitVariable(variable: string): [string, string] {
  const [name = ''] = variable.split('=', 1)
  return [name, variable.slice(name.length + 1)]
}

const NANOSECONDS = 1e6

function readHealthcheck(raw: RawHealthcheck | null | undefined): Healthcheck | undefined {
  const [form, ...command] = raw?.Test ?? []
  if (!raw || form === undefined || form === 'NONE') return undefined
  const times = {
    interval: raw.Interval,
    timeout: raw.Timeout,
    startPeriod: raw.StartPeriod,
  }
  const set = Object.entries(times).filter((time): time is [string, number] => (time[1] ?? 0) > 0)
  return {
    command,
    shell: form === 'CMD-SHELL',
    ...Object.fromEntries(set.map(([name, time]) => [name, time / NANOSECONDS])),
    ...(raw.Retries ? { retries: raw.Retries } : {}),
  }
}
