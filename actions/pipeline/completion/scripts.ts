import { type InputReader, readChoice } from '../../base/inputs.ts'
import { SHELLS, type Shell } from '../../runner/command-line/shells.ts'
import { bashScript } from './bash.ts'
import { fishScript } from './fish.ts'
import { type CompletedCommand, grammar } from './grammar.ts'
import { zshScript } from './zsh.ts'

const SCRIPTS: Readonly<Record<Shell, (commands: readonly CompletedCommand[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
}

/** What the shell reads; nothing of ours is run while somebody types. */
export function completionScript(inputs: InputReader): string {
  return SCRIPTS[readChoice(inputs, 'shell', SHELLS)](grammar())
}
