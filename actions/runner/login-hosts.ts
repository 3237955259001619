import { ANY_HOST } from '../plan/credentials.ts'
import type { RegistryAccess } from '../registry/access.ts'
import { readAuthFiles } from '../registry/authfile.ts'
import type { Runner } from './runner.ts'

/** Where we are logged in: by input, or by a step before. A store that is only asked by name may know any host. */
export async function loginHosts(
  { logins }: Pick<RegistryAccess, 'logins'>,
  runner: Pick<Runner, 'environment'>,
): Promise<string[]> {
  const files = await readAuthFiles(runner.environment)
  const known = files.flatMap(({ auths, helpers, stored }) => [...auths.keys(), ...helpers.keys(), ...stored])
  const anyHost = files.some(({ store }) => store !== undefined) ? [ANY_HOST] : []
  return [...logins.keys(), ...known, ...anyHost]
}
