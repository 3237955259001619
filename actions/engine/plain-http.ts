import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** podman insists on TLS unless told otherwise by its configuration: a copy of the machine's, with our hosts added. */
export async function allowPlainHttp(
  hosts: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
) {
  if (hosts.length === 0) return {}
  const path = join(folder, 'registries.conf')
  await writeFile(path, await currentConfiguration(environment))
  for (const host of hosts)
    await appendFile(path, `\n[[registry]]\nlocation = ${JSON.stringify(host)}\ninsecure = true\n`)
  return { CONTAINERS_REGISTRIES_CONF: path }
}

async function currentConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const named = environment.CONTAINERS_REGISTRIES_CONF
  const places = named
    ? [named]
    : [join(environment.HOME ?? '/', '.config/containers/registries.conf'), '/etc/containers/registries.conf']
  for (const path of places) {
    const text = await readFile(path, 'utf8').catch(() => undefined)
    if (text !== undefined) return text
  }
  return ''
}
