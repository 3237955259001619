import { silentLog } from '../../../actions/base/log.ts'
import { noProgress } from '../../../actions/base/progress.ts'
import { Budget } from '../../../actions/packages/budget.ts'
import type { Backend, PackageContext } from '../../../actions/packages/context.ts'
import type { RegistryAccess } from '../../../actions/registry/access.ts'
import { Logins } from '../../../actions/registry/credentials.ts'
import { Transport } from '../../../actions/registry/transport.ts'
import { type Opened, openTest } from '../registry/fixtures.ts'

const surroundings = {
  environment: { HOME: '/nonexistent' },
  run: () => Promise.reject(new Error('no helper expected')),
}

export interface OpenedBackend extends Opened {
  open: ReturnType<Backend>
  budget: Budget
  close(): void
}

/** A backend with a clock that steps; everything it asks for is traced. */
export function openBackend(
  backend: Backend,
  access: RegistryAccess,
  given: Partial<PackageContext> = {},
): OpenedBackend {
  const opened = openTest(access, given.signal)
  const { registries, clock, traced, logged } = opened
  const logins = new Logins(access, surroundings)
  const context: PackageContext = {
    access,
    transport: new Transport({ ...surroundings, signal: given.signal }),
    login: (repository) => logins.find(repository),
    log: { ...silentLog, info: (message) => logged.push(message) },
    clock,
    retry: {
      attempts: 3,
      base: 10_000,
      longest: 120_000,
      deadline: 900_000,
      clock,
      random: () => 0,
    },
    signal: undefined,
    trace: (request) => traced.push(request),
    progress: noProgress,
    apiUrl: 'https://api.github.com',
    budget: new Budget(1_000),
    registries,
    ...given,
  }
  return {
    ...opened,
    open: backend(context),
    budget: context.budget,
    close: () => {
      registries.close()
      context.transport.close()
    },
  }
}
