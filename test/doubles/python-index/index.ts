import type { Exchange } from '../exchange.ts'
import { type Double, Refusal, type ServerOptions, startServer } from '../server.ts'
import { type Wheel, type WheelSpec, wheelOf } from './wheel.ts'

export interface PythonIndex extends Double {
  /** What pip and uv need to ask this index and no other. */
  readonly environment: Readonly<Record<string, string>>
  add(...specs: readonly WheelSpec[]): Wheel[]
  /** From now on another file is given out, while the pages go on to tell the same hash unless told. */
  tamper(file: string, bytes: Buffer, options?: { hash?: string }): void
}

/** An index of Python packages (the simple API) that lives on this machine. */
export async function startPythonIndex(options: ServerOptions = {}): Promise<PythonIndex> {
  const wheels = new Map<string, Wheel>()
  const double = await startServer({ handle: (exchange) => handle(exchange, wheels) }, options)
  const address = `${double.url}/simple/`
  return Object.assign(double, {
    environment: {
      PIP_INDEX_URL: address,
      UV_DEFAULT_INDEX: address,
      PIP_FIND_LINKS: '',
      PIP_CONFIG_FILE: '/dev/null',
      UV_NO_CONFIG: '1',
      PIP_NO_CACHE_DIR: '1',
      UV_NO_CACHE: '1',
      PIP_RETRIES: '0',
      UV_HTTP_RETRIES: '0',
    },
    add: (...specs: readonly WheelSpec[]) => {
      const made = specs.map(wheelOf)
      for (const wheel of made) wheels.set(wheel.file, wheel)
      return made
    },
    tamper: (file: string, bytes: Buffer, { hash }: { hash?: string } = {}) => {
      const wheel = wheels.get(file)
      if (!wheel) throw new Error(`There is no ${file}.`)
      wheels.set(file, { ...wheel, bytes, sha256: hash ?? wheel.sha256 })
    },
  })
}

async function handle(exchange: Exchange, wheels: ReadonlyMap<string, Wheel>): Promise<void> {
  const [, first = '', name = ''] = exchange.url.pathname.split('/').map(decodeURIComponent)
  if (first === 'files') {
    const wheel = wheels.get(name)
    if (!wheel) throw new Refusal(404, 'No such file')
    return exchange.send(200, { 'content-type': 'application/octet-stream' }, wheel.bytes)
  }
  const own = [...wheels.values()].filter((wheel) => normal(wheel.name) === normal(name))
  if (first !== 'simple' || own.length === 0) throw new Refusal(404, 'No such package')
  const links = own.map(({ file, sha256 }) => `<a href="/files/${file}#sha256=${sha256}">${file}</a><br>`)
  const page = `<!DOCTYPE html><html><body>${links.join('\n')}</body></html>`
  return exchange.send(200, { 'content-type': 'text/html' }, page)
}

function normal(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-')
}
