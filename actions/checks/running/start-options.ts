import type { ContainerOptions } from '../../engine/container.ts'
import type { RunChecks } from '../file/running.ts'

/** How the check file says a container is started. */
export type Start = Pick<RunChecks, 'env' | 'user' | 'entrypoint' | 'cmd' | 'read-only' | 'tmpfs'>
/** The image, and the network that it is started in. */
export type Scene = Pick<ContainerOptions, 'image' | 'network'>

export function optionsOf(start: Start, scene: Scene): Omit<ContainerOptions, 'name' | 'label'> {
  const { env, user, entrypoint, cmd, tmpfs } = start
  return {
    ...scene,
    env,
    ...(user === undefined ? {} : { user }),
    ...(entrypoint ? { entrypoint } : {}),
    ...(cmd ? { command: cmd } : {}),
    ...(start['read-only'] ? { readOnly: true } : {}),
    ...(tmpfs ? { tmpfs } : {}),
  }
}
