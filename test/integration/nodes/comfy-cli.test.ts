import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { type Official, restoreWithComfyCli } from '../../../actions/nodes/comfy-cli/restore.ts'
import { runComfyCli } from '../../../actions/nodes/comfy-cli/run.ts'
import { verifyInstallation } from '../../../actions/nodes/prove/verify.ts'
import { type RestoreJob, restore } from '../../../actions/nodes/restore/restore.ts'
import { comfyEnvironment, virtualEnvironment } from '../../doubles/comfyui/comfy.ts'
import { makeWorkspace, type Workspace } from '../../doubles/comfyui/workspace.ts'
import { makeRepositories, type Repositories, takeDown } from '../../doubles/git/repositories.ts'
import { type TestServices, testServices } from './services.ts'

jest.setTimeout(120_000)

const NAMES = ['rgthree-comfy', 'ComfyUI-Custom-Scripts', 'ComfyUI_UltimateSDUpscale', 'ComfyUI-IC-Light']
let world: TestServices
let repositories: Repositories
let workspace: Workspace
let job: RestoreJob

beforeEach(async () => {
  const first = await testServices()
  repositories = await makeRepositories(
    first.folder,
    NAMES.map((name) => ({ owner: 'somebody', name })),
  )
  workspace = await makeWorkspace(join(first.folder, 'ComfyUI'))
  await first.services.run('mkdir', [join(first.folder, 'home')])
  const environment = comfyEnvironment(join(first.folder, 'home'), repositories.environment)
  world = await testServices(environment)
  const remove = world.remove
  world.remove = async () => {
    await remove()
    await first.remove()
  }
  job = {
    snapshot: {
      comfyui: workspace.commit,
      git: repositories.list.map(({ url, commits }) => ({
        ...{ url, commit: commits.at(-4) ?? '', disabled: false },
      })),
      ...{ registry: [], files: [], packages: [] },
    },
    to: { ...workspace, python: join(virtualEnvironment(), 'bin/python') },
    ...{ jobs: 4, extras: 'disable', installScripts: 'all', requirements: [], allowHosts: [] },
    registry: 'http://127.0.0.1:9',
  }
})

afterEach(() => world.remove())

const verify = () =>
  verifyInstallation(
    { snapshot: job.snapshot, of: job.to, installScripts: job.installScripts },
    world.services,
  )

async function heads(): Promise<(string | undefined)[]> {
  return Promise.all(
    NAMES.map(async (name) => {
      const args = ['-C', join(workspace.nodes, name), 'rev-parse', 'HEAD']
      return (await world.services.run('git', args)).stdout.trim()
    }),
  )
}

const pins = () => job.snapshot.git.map(({ commit }) => commit)
const newest = () => repositories.list.map(({ commits }) => commits.at(-1))
const installed = () => NAMES.map((name) => `[ INSTALLED ] ${name}`)

describe('the official tool', () => {
  test('ends well with none of the nodes at its commit; ours tells each, and puts all of them right', async () => {
    const { official, steps } = await restoreWithComfyCli(job, world.services)
    expect(official.said.toSorted()).toEqual(installed().toSorted())
    expect(commitsOf(official, 'expected')).toEqual(pins())
    expect(commitsOf(official, 'actual')).toEqual(newest())

    expect(steps[0]?.name).toBe('comfy-cli')
    expect(await heads()).toEqual(pins())
    expect((await verify()).mismatches).toEqual([])

    const home = world.services.environment.HOME ?? ''
    const settings = await readFile(join(home, '.config/comfy-cli/config.ini'), 'utf8')
    expect(settings).not.toContain('enable_tracking = True')
  })

  test('says INSTALLED of a repository that is not there; ours fails with its name', async () => {
    await takeDown(repositories.get('somebody/rgthree-comfy'))
    const { said } = await runComfyCli(job, world.services)
    expect(said.toSorted()).toEqual(installed().toSorted())
    expect((await world.services.run('ls', [world.services.temp])).stdout).toBe('')
    await expect(restore(job, world.services)).rejects.toThrow('rgthree-comfy')
  })
})

/** Of the nodes that were left at another commit, in the snapshot's order. */
function commitsOf({ wrong }: Official, side: 'expected' | 'actual'): (string | undefined)[] {
  const commits = wrong.filter(({ what }) => what === 'commit')
  return NAMES.map((name) => commits.find(({ subject }) => subject === name)?.[side])
}
