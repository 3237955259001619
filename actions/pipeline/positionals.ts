import { InputError } from '../base/errors.ts'
import { snapshotWords } from '../snapshot/words.ts'
import type { CommandName } from './command.ts'

/** Which inputs the words behind a command are. */
export function inputsOf(command: CommandName, words: readonly string[]): Record<string, string> {
  if (command === 'cleanup') return words.length === 0 ? {} : { images: words.join('\n') }
  if (command === 'rollback') return rollbackInputs(words)
  if (command === 'verify') return verifyInputs(words)
  if (command === 'snapshot') return snapshotWords(words)
  if (command === 'completion') return completionInputs(words)
  const [stray] = words
  if (stray === undefined) return {}
  throw new InputError('IMG9004', `"${stray}" belongs to no option.`, {
    hint: 'Options begin with two dashes, as in --checkout FOLDER; --help lists them.',
  })
}

function rollbackInputs([image, to, stray]: readonly string[]): Record<string, string> {
  if (stray === undefined) return { ...(image ? { image } : {}), ...(to ? { to } : {}) }
  throw new InputError('IMG9004', `"${stray}" is one word too many.`, {
    hint: 'Write rollback IMAGE:TAG TO, as in rollback ghcr.io/owner/app:latest 1.2.3.',
  })
}

function verifyInputs([image, stray]: readonly string[]): Record<string, string> {
  if (stray === undefined) return image ? { image } : {}
  throw new InputError('IMG9004', `"${stray}" is one word too many.`, {
    hint: 'Write verify IMAGE, as in verify ghcr.io/owner/app:1.2.3; one image is verified at a time.',
  })
}

function completionInputs([shell, stray]: readonly string[]): Record<string, string> {
  if (stray === undefined) return shell ? { shell } : {}
  throw new InputError('IMG9004', `"${stray}" is one word too many.`, {
    hint: 'Write one shell, as in completion bash.',
  })
}
