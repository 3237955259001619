import { Budget } from '../packages/budget.ts'
import { openPackages } from '../packages/open.ts'
import type { Packages } from '../packages/types.ts'
import { openRegistries } from '../registry/client.ts'
import type { Registries } from '../registry/types.ts'
import type { Runner } from '../runner/runner.ts'
import type { CleanupInputs } from './inputs.ts'

/** Everything that is asked over the network. */
export interface Services {
  registries: Registries
  packages: Packages
  budget: Budget
  close(): void
}

/** Nothing is asked before the first call that has a purpose. */
export function openServices(
  runner: Runner,
  { access, maxRequests }: Pick<CleanupInputs, 'access' | 'maxRequests'>,
): Services {
  const budget = new Budget(maxRequests)
  const registries = openRegistries(access, runner)
  const packages = openPackages(access, { ...runner, apiUrl: runner.event.apiUrl, budget, registries })
  return {
    registries,
    packages,
    budget,
    close: () => {
      packages.close()
      registries.close()
    },
  }
}
