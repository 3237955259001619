import { readListeners } from './listeners.ts'
import { usualPort } from './ports.ts'
import type { Subject } from './subject.ts'

/** We ask from inside its network, where that makes no difference; everybody else stands outside. */
export async function warnOfLoopback(subject: Subject): Promise<void> {
  const { asked, config, title } = subject.about
  const port = usualPort(asked, config)
  const listeners = (await readListeners(subject.running.pid)).filter((listener) => listener.port === port)
  if (listeners.length === 0 || !listeners.every(({ loopbackOnly }) => loopbackOnly)) return
  subject.services.log.warn(
    title(
      `the application listens on 127.0.0.1:${port} only: outside its container nobody reaches it; let it listen on 0.0.0.0.`,
    ),
  )
}
