import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { inside, readProcesses } from '../../../../actions/checks/running/processes.ts'

const HOST = '         0          0 4294967295\n'
/** As of a container of somebody without root's rights. */
const ROOTLESS = '         0       1001          1\n         1     100000      65536\n'

describe('an id', () => {
  test.each([
    [0, HOST, 0],
    [1001, HOST, 1001],
    [1001, ROOTLESS, 0],
    [100000, ROOTLESS, 1],
    [100999, ROOTLESS, 1000],
    [165535, ROOTLESS, 65536],
    [165536, ROOTLESS, 65534],
    [0, ROOTLESS, 65534],
  ])('%i in the map %j is %i inside', (id, map, expected) => {
    expect(inside(id, map)).toBe(expected)
  })

  test('comes back from where the kernel has mapped it to', () => {
    fc.assert(
      fc.property(
        fc.nat(65535),
        fc.integer({ min: 1, max: 65536 }),
        fc.nat(1e9),
        fc.nat(65535),
        (first, length, outside, at) => {
          const id = first + (at % length)
          expect(inside(outside + (id - first), `${first} ${outside} ${length}`)).toBe(id)
        },
      ),
    )
  })
})

describe('the processes of a container', () => {
  let proc: string
  beforeEach(async () => {
    proc = await mkdtemp(join(tmpdir(), 'running-proc-'))
  })
  afterEach(() => rm(proc, { recursive: true }))

  async function add(pid: number, parent: number, name: string, ids: string, map = HOST) {
    const folder = join(proc, String(pid))
    await mkdir(folder)
    const files = {
      stat: `${pid} (${name}) S ${parent} 1 1 0`,
      status: `Name:\t${name}\nUid:\t${ids}\nGid:\t${ids}\nGroups:\t20 30 \nNoNewPrivs:\t1\n`,
      cmdline: `${name}\0--flag\0`,
      uid_map: map,
      gid_map: map,
    }
    for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text)
  }

  test('are process 1 and all that descends from it', async () => {
    await add(10, 1, 'app', '1001\t1001\t1001\t1001')
    await add(12, 11, 'of a worker) R 1 (', '0\t0\t0\t0')
    await add(11, 10, 'worker', '1001\t0\t1001\t1001')
    await add(13, 1, 'an exec session', '0\t0\t0\t0')
    expect((await readProcesses(10, proc)).map(({ pid, uids }) => [pid, uids])).toEqual([
      [10, [1001, 1001, 1001, 1001]],
      [11, [1001, 0, 1001, 1001]],
      [12, [0, 0, 0, 0]],
    ])
  })

  test('are told with their ids as the container counts them', async () => {
    await add(10, 1, 'app', '100999\t100999\t100999\t100999', ROOTLESS)
    expect(await readProcesses(10, proc)).toEqual([
      {
        pid: 10,
        uids: [1000, 1000, 1000, 1000],
        gids: [1000, 1000, 1000, 1000],
        groups: [65534, 65534],
        noNewPrivileges: true,
        command: 'app --flag',
      },
    ])
  })

  test('are none when it has ended', async () => {
    expect(await readProcesses(10, proc)).toEqual([])
  })
})
