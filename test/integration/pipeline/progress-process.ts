// A long list at a terminal, with words in between.
import { openTerminal } from '../../../actions/runner/terminal.ts'

const { runner, print, close } = openTerminal(
  { text: () => '' },
  {
    signal: new AbortController().signal,
    workspace: process.cwd(),
    trace: false,
    checkout: 'none',
    log: 'stdout',
    asks: false,
  },
)
runner.progress?.('listing', 1, 3)
runner.log.info('logged')
runner.progress?.('listing', 2, 3)
print('printed\n')
runner.progress?.('deleting', 1, 3)
close()
process.stdout.write('after\n')
