import type { Finding } from '../check.ts'
import type { ImageConfig } from '../image/config.ts'
import type { Asked } from './subject.ts'

/** Where to ask, where a request does not say it: as ready does, else the only port that the image exposes. */
export function usualPort(asked: Asked, config: ImageConfig): number | undefined {
  return asked.ready?.http?.port ?? asked.ready?.tcp ?? onlyPort(config)
}

function onlyPort({ ports }: ImageConfig): number | undefined {
  const tcp = ports.filter((port) => port.endsWith('/tcp'))
  return tcp.length === 1 ? Number.parseInt(tcp[0] ?? '', 10) : undefined
}

export function noPort({ ports }: ImageConfig): Finding {
  return {
    expected: 'a port to ask on',
    actual: ports.length === 0 ? 'the image exposes none' : `the image exposes several: ${ports.join(', ')}`,
    hint: 'Name the port: add "port: 8000", with its number, to the request.',
  }
}
