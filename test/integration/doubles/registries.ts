import { afterEach } from '@jest/globals'
import {
  type RegistryDouble,
  type RegistryOptions,
  startRegistryDouble,
} from '../../doubles/registry/index.ts'

/** Starts registries, and closes them after each test. */
export function registriesPerTest(): (options: RegistryOptions) => Promise<RegistryDouble> {
  const open: RegistryDouble[] = []
  afterEach(async () => {
    for (const registry of open.splice(0)) await registry.close()
  })
  return async (options) => {
    const registry = await startRegistryDouble(options)
    open.push(registry)
    return registry
  }
}

/** The status, and the registry's own word for what is wrong. */
export async function problem(response: Response): Promise<[number, string | undefined]> {
  const body = (await response.json()) as { errors?: { code: string }[] }
  return [response.status, body.errors?.[0]?.code]
}
