import type { Image } from '../../engine/image.ts'
import type { Finding } from '../check.ts'
import type { Contents } from '../contents/contents.ts'
import type { ImageChecks } from '../file/image.ts'
import type { Results } from '../results.ts'
import { checkBudget } from './budget.ts'
import { type ImageConfig, withProtocol } from './config.ts'
import { checkHealthcheck } from './healthcheck.ts'
import { checkNamed } from './named.ts'
import { checkUser } from './user.ts'

/** What is looked at; the contents only where something asks for them. */
export interface Subject {
  image: Image
  config: ImageConfig
  contents: Contents | undefined
}

/** Whether the config alone does not tell. */
export function asksForContents(checks: ImageChecks | undefined): boolean {
  return typeof checks?.user === 'object' || checks?.['max-size'] !== undefined
}

export async function checkImage(checks: ImageChecks, subject: Subject, results: Results): Promise<void> {
  const { config, contents } = subject
  if (checks.user !== undefined) await checkUser(checks.user, config.user, contents, results)
  await checkWords('entrypoint', checks.entrypoint, config.entrypoint, results)
  await checkWords('cmd', checks.cmd, config.cmd, results)
  const { workdir, ports } = checks
  if (workdir !== undefined)
    await results.check(['image', 'workdir'], `WORKDIR is ${workdir}`, () =>
      differs(folder(workdir), folder(config.workdir)),
    )
  if (ports)
    await results.check(['image', 'ports'], `EXPOSE names ${spokenPorts(ports.map(withProtocol))}`, () =>
      differs(spokenPorts(ports.map(withProtocol)), spokenPorts(config.ports)),
    )
  await checkNamed('env', checks.env, config.env, results)
  await checkNamed('labels', checks.labels, config.labels, results)
  if (checks.healthcheck !== undefined) await checkHealthcheck(checks.healthcheck, config, results)
  await checkBudget(checks, subject, results)
}

async function checkWords(
  key: 'entrypoint' | 'cmd',
  words: readonly string[] | undefined,
  actual: readonly string[],
  results: Results,
): Promise<void> {
  if (!words) return
  const instruction = key.toUpperCase()
  const expected = JSON.stringify(words)
  await results.check(['image', key], `${instruction} is ${expected}`, () => {
    const found = differs(expected, JSON.stringify(actual))
    if (!found || !isShellForm(actual) || isShellForm(words)) return found
    return {
      ...found,
      hint: `Write the exec form, ${instruction} ${expected}: in the shell form a shell is process 1.`,
    }
  })
}

function isShellForm(words: readonly string[]): boolean {
  return words[1] === '-c' && /(?:^|\/)(?:ba|da|a)?sh$/.test(words[0] ?? '')
}

function folder(path: string): string {
  return path.replace(/(?<=.)\/+$/, '')
}

function spokenPorts(ports: readonly string[]): string {
  return ports.length === 0
    ? 'no port'
    : [...new Set(ports)].toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })).join(', ')
}

export function differs(expected: string, actual: string): Finding | undefined {
  return expected === actual ? undefined : { expected, actual: actual === '' ? 'not set' : actual }
}
