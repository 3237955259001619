import { formatDuration } from '../../base/units.ts'
import type { Finding } from '../check.ts'
import type { ImageChecks } from '../file/image.ts'
import type { Results } from '../results.ts'
import { findingOf, textFaults } from '../text.ts'
import type { Healthcheck, ImageConfig } from './config.ts'

type Asked = NonNullable<ImageChecks['healthcheck']>

/** What engines take where HEALTHCHECK does not say it. */
const DEFAULTS = { interval: 30_000, timeout: 30_000, startPeriod: 0, retries: 3 } as const

export async function checkHealthcheck(asked: Asked, config: ImageConfig, results: Results): Promise<void> {
  const { healthcheck } = config
  if (asked === false) {
    await results.check(['image', 'healthcheck'], 'it has no HEALTHCHECK', () =>
      healthcheck ? { expected: 'no HEALTHCHECK', actual: healthcheck.command.join(' ') } : undefined,
    )
    return
  }
  const has = await results.check(['image', 'healthcheck'], 'it has a HEALTHCHECK', () =>
    healthcheck ? undefined : missing(config),
  )
  if (asked === true) return
  for (const { key, ...check } of detailsOf(asked, healthcheck)) {
    const name = `its HEALTHCHECK has the ${key} asked for`
    const path = ['image', 'healthcheck', key]
    if (has) await results.check(path, name, check.body)
    else results.unchecked(path, name, 'It has no HEALTHCHECK.')
  }
}

/** The history keeps the line also where the format of the image drops the rest. */
export function lostHealthcheck({ healthcheck, history }: ImageConfig): boolean {
  return !healthcheck && history.some(({ createdBy }) => /\bHEALTHCHECK (?!.*\bNONE\b)/.test(createdBy))
}

function missing(config: ImageConfig): Finding {
  const written = lostHealthcheck(config)
  return {
    expected: 'a HEALTHCHECK',
    actual: written ? 'none, though the history has the line' : 'none',
    hint: written
      ? 'OCI images have no place for it: build with the format docker (podman build --format docker).'
      : 'Add HEALTHCHECK CMD ["…"] to the Containerfile.',
  }
}

function detailsOf(asked: Exclude<Asked, boolean>, healthcheck: Healthcheck | undefined) {
  const time = (key: 'interval' | 'timeout' | 'start-period', actual: number) => {
    const wanted = asked[key]
    if (wanted === undefined) return []
    const body = () =>
      wanted === actual ? undefined : { expected: formatDuration(wanted), actual: formatDuration(actual) }
    return [{ key, body }]
  }
  const { command, retries } = asked
  const { interval, timeout, startPeriod, retries: tries } = { ...DEFAULTS, ...healthcheck }
  return [
    ...(command
      ? [
          {
            key: 'command',
            body: () => findingOf(textFaults('its command', (healthcheck?.command ?? []).join(' '), command)),
          },
        ]
      : []),
    ...time('interval', interval),
    ...time('timeout', timeout),
    ...time('start-period', startPeriod),
    ...(retries === undefined
      ? []
      : [
          {
            key: 'retries',
            body: () =>
              retries === tries ? undefined : { expected: `${retries} retries`, actual: `${tries} retries` },
          },
        ]),
  ]
}
