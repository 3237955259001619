import type { Engine } from './engine.ts'

/** Takes away every container of this label with its volumes, whatever state it is in, and those that stand on it first. */
export async function removeLeftovers(engine: Engine, label: string): Promise<void> {
  const force = ['--force', '--volumes', '--depend', '--ignore', '--time', '0']
  await engine.run('podman', ['rm', ...force, '--filter', `label=${label}`], {
    env: engine.env,
    finishing: true,
    anyExit: true,
  })
}
