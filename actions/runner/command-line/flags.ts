import { isFlag, type ManifestInput } from './manifest-inputs.ts'

/** An input that is yes or no needs no value to mean yes: `--dry-run` becomes `--dry-run=true`. */
export function withFlags(
  args: readonly string[],
  manifest: readonly ManifestInput[],
  /** Whether what follows is the flag's whatever it says, because nothing else can stand there. */
  { anyValue }: { anyValue: boolean },
): string[] {
  const flags = new Set(manifest.filter(isFlag).map(({ name }) => `--${name}`))
  const end = args.indexOf('--')
  return args.map((arg, position) => {
    if (!flags.has(arg) || (end >= 0 && position > end)) return arg
    const next = args[position + 1]
    const takesNext = next !== undefined && (anyValue ? !next.startsWith('-') : /^(true|false)$/.test(next))
    return takesNext ? arg : `${arg}=true`
  })
}
