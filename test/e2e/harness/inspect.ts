import { command } from './command.ts'
import { program } from './programs.ts'

export interface Published {
  digest: string
  platforms: string[]
}

/** What a tag holds, as crane sees it: not our own client. */
export async function inspect(reference: string): Promise<Published> {
  const crane = (verb: string) => command(program('crane'), [verb, '--insecure', reference])
  const [digest, manifest] = await Promise.all([crane('digest'), crane('manifest')])
  const { manifests = [] } = JSON.parse(manifest.stdout) as {
    manifests?: { platform: { os: string; architecture: string } }[]
  }
  const platforms = manifests.map(({ platform }) => `${platform.os}/${platform.architecture}`)
  return { digest: digest.stdout.trim(), platforms: platforms.sort() }
}
