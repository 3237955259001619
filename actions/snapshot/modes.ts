import type { FileMode, Mode } from './mode.ts'

export const MODE_NAMES = [
  'validate',
  'normalise',
  'save',
  'pin',
  'diff',
  'restore',
  'verify',
  'lock',
  'update',
  'pull-request',
] as const

export type ModeName = (typeof MODE_NAMES)[number]

export interface Modes {
  /** Those that begin with the snapshot file. */
  withFile: Partial<Record<ModeName, () => Promise<FileMode>>>
  others: Partial<Record<ModeName, () => Promise<Mode>>>
}

/** Each is loaded when it is asked for. */
export const MODES: Modes = {
  withFile: {
    validate: async () => (await import('./modes/validate.ts')).validateFile,
    normalise: async () => (await import('./modes/normalise.ts')).normaliseFile,
    pin: async () => (await import('./modes/pin.ts')).pin,
    restore: async () => (await import('./modes/restore.ts')).restoreNodes,
    verify: async () => (await import('./modes/verify.ts')).verify,
    lock: async () => (await import('./modes/lock.ts')).lock,
    update: async () => (await import('./modes/update.ts')).update,
  },
  others: {
    save: async () => (await import('./modes/save.ts')).save,
    diff: async () => (await import('./modes/diff.ts')).diff,
    'pull-request': async () => (await import('./modes/pull-request.ts')).pullRequest,
  },
}
