import type { RunProcess } from '../base/process.ts'

/** podman and buildah as this job uses them: which files they read, which variables they see. */
export interface Engine {
  run: RunProcess
  env: Record<string, string | undefined>
  authFile: string
}

/**
 * What podman gets to see of our environment: everything but what was given to the action. Inputs hold passwords, and
 * `--build-arg NAME` without a value would copy any variable into the image.
 */
export function engineEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, undefined> {
  const hidden = Object.keys(environment).filter((name) =>
    /^(INPUT_|STATE_|ACTIONS_(RUNTIME|ID_TOKEN|CACHE|RESULTS)_|GITHUB_TOKEN$)/.test(name),
  )
  return Object.fromEntries(hidden.map((name) => [name, undefined]))
}

export async function toolVersions(engine: Engine): Promise<Record<string, string>> {
  const asked = ['podman', 'buildah'].map(async (tool): Promise<[string, string]> => {
    const { stdout } = await engine.run(tool, ['--version'], { env: engine.env, anyExit: true })
    return [tool, /\d+(\.\d+)+/.exec(stdout)?.[0] ?? 'unknown']
  })
  return Object.fromEntries(await Promise.all(asked))
}
