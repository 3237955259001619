import type { IncomingMessage } from 'node:http'
import type { Exchange, LoggedRequest } from './exchange.ts'
import type { FaultRule, Faults } from './faults.ts'

const LOOPBACK = /^(::1|(::ffff:)?127\.)/

/** Steers a double from another process; nobody but this machine may. */
export function isAdmin(request: IncomingMessage): boolean {
  return request.url?.startsWith('/__') === true && LOOPBACK.test(request.socket.remoteAddress ?? '')
}

/** `POST /__faults` adds one rule or a list of them, `DELETE` takes all away; `/__requests` is the log, in the same way. */
export async function answerAdmin(exchange: Exchange, faults: Faults, log: LoggedRequest[]): Promise<void> {
  switch (`${exchange.method} ${exchange.url.pathname}`) {
    case 'POST /__faults': {
      const rules = (await exchange.json()) as FaultRule | FaultRule[]
      try {
        faults.add(...(Array.isArray(rules) ? rules : [rules]))
      } catch (error) {
        return exchange.sendJson(400, { message: String(error) })
      }
      return exchange.send(204)
    }
    case 'DELETE /__faults':
      faults.clear()
      return exchange.send(204)
    case 'GET /__requests':
      return exchange.sendJson(200, log)
    case 'DELETE /__requests':
      log.length = 0
      return exchange.send(204)
    default:
      return exchange.sendJson(404, { message: 'No such admin endpoint' })
  }
}
