import type { RunProcess } from '../base/process.ts'

/** podman and buildah as this job uses them: which files they read, which variables they see. */
export interface Engine {
  run: RunProcess
  env: Record<string, string | undefined>
  /** The part of env that is ours, to be passed on to `post:`. */
  settings: Record<string, string>
  authFile: string
}

export function openEngine(
  run: RunProcess,
  environment: Readonly<Record<string, string | undefined>>,
  settings: Record<string, string>,
  authFile: string,
): Engine {
  return { run, env: { ...hiddenFrom(environment), ...settings }, settings, authFile }
}

/**
 * What podman gets to see of our environment: everything but what was given to the action, or to the command line. Inputs hold passwords, and
 * `--build-arg NAME` without a value would copy any variable into the image.
 */
export function hiddenFrom(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, undefined> {
  const hidden = Object.keys(environment).filter((name) =>
    /^(INPUT_|STATE_|ACTIONS_(RUNTIME|ID_TOKEN|CACHE|RESULTS)_|(GITHUB_TOKEN|DOCKERHUB_TOKEN|REGISTRY_AUTH|SECRETS)$)/.test(
      name,
    ),
  )
  return Object.fromEntries(hidden.map((name) => [name, undefined]))
}

export async function toolVersions(engine: Engine): Promise<Record<string, string>> {
  const asked = ['podman', 'buildah'].map(async (tool): Promise<[string, string]> => {
    // A record tells them, and no build needs buildah's own program.
    const asking = engine.run(tool, ['--version'], { env: engine.env, anyExit: true })
    const said = await asking.then(
      ({ stdout }) => stdout,
      () => '',
    )
    return [tool, /\d+(\.\d+)+/.exec(said)?.[0] ?? 'unknown']
  })
  return Object.fromEntries(await Promise.all(asked))
}
