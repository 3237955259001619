/** What an exit code mostly means: signals from 128 on, what shells and container engines say, and sysexits.h. */
const MEANINGS: Readonly<Record<number, string>> = {
  1: 'an error of the program itself',
  2: 'wrong arguments, or an error of a shell',
  64: 'wrong usage, EX_USAGE',
  65: 'wrong input, EX_DATAERR',
  66: 'an input is missing, EX_NOINPUT',
  69: 'something it needs is not available, EX_UNAVAILABLE',
  70: 'an internal error, EX_SOFTWARE',
  71: 'an error of the operating system, EX_OSERR',
  73: 'a file can not be created, EX_CANTCREAT',
  74: 'an error of input or output, EX_IOERR',
  75: 'a failure that may pass, EX_TEMPFAIL',
  77: 'no permission, EX_NOPERM',
  78: 'wrong configuration, EX_CONFIG',
  125: 'podman itself failed',
  126: 'found, but it can not be run: no execute permission, or no program',
  127: 'the command was not found',
  129: 'ended by SIGHUP',
  130: 'ended by SIGINT',
  131: 'ended by SIGQUIT',
  132: 'SIGILL: an instruction that this processor lacks',
  134: 'SIGABRT: it gave up',
  135: 'SIGBUS',
  136: 'SIGFPE',
  137: 'killed by SIGKILL, maybe for want of memory',
  139: 'SIGSEGV: a crash',
  141: 'SIGPIPE',
  143: 'ended by SIGTERM, which it does not handle',
}

/** `exit code 137 (killed by SIGKILL, maybe for want of memory)` */
export function spokenExit(code: number): string {
  const meaning = MEANINGS[code]
  return `exit code ${code}${meaning === undefined ? '' : ` (${meaning})`}`
}
