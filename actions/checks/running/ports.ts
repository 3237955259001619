import type { Finding } from '../check.ts'
import type { ImageConfig } from '../image/config.ts'
import type { Listener } from './listeners.ts'
import type { About, Asked } from './subject.ts'

/** Where to ask, where a request does not say it: as ready does, else the only port that the image exposes. */
export function usualPort(asked: Asked, config: ImageConfig): number | undefined {
  return asked.ready?.http?.port ?? asked.ready?.tcp ?? onlyPort(config)
}

function onlyPort({ ports }: ImageConfig): number | undefined {
  const tcp = ports.filter((port) => port.endsWith('/tcp'))
  return tcp.length === 1 ? Number.parseInt(tcp[0] ?? '', 10) : undefined
}

/** Where a service listens the application can't, and the service would answer for it. */
export function portTaken(
  { asked, config }: About,
  listeners: readonly Listener[],
): (() => Finding) | undefined {
  const port = usualPort(asked, config)
  if (port === undefined || !listeners.some((each) => each.port === port)) return undefined
  return () => ({
    expected: `port ${port} free for the application`,
    actual: 'one of the services listens there',
    hint: `They share one network: let the service listen elsewhere, and name its port under services.`,
  })
}

export function noPort({ ports }: ImageConfig): Finding {
  return {
    expected: 'a port to ask on',
    actual: ports.length === 0 ? 'the image exposes none' : `the image exposes several: ${ports.join(', ')}`,
    hint: 'Name the port: add "port: 8000", with its number, to the request.',
  }
}
