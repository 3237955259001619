import { describe, expect, test } from '@jest/globals'
import { process as processSchema } from '../../../../actions/checks/file/running.ts'
import { aspectsOf } from '../../../../actions/checks/running/aspects.ts'
import type { ContainerProcess } from '../../../../actions/checks/running/processes.ts'

const APP: ContainerProcess = {
  pid: 10,
  uids: [1001, 1001, 1001, 1001],
  gids: [1001, 1001, 1001, 1001],
  groups: [1001],
  noNewPrivileges: false,
  command: 'uvicorn app:app',
}
const ROOT = { ...APP, uids: [0, 0, 0, 0], gids: [0, 0, 0, 0], groups: [0, 44], command: 'cron' }

function actualOf(asked: object, processes: ContainerProcess[]): (string | undefined)[] {
  return aspectsOf(processSchema.parse(asked)).map(({ finding }) => finding(processes)?.actual)
}

describe('processes', () => {
  test.each<[object, ContainerProcess[]]>([
    [{ uid: 1001, gid: 1001 }, [APP, APP]],
    [{ uid: 1001, every: false }, [APP, ROOT]],
    [{ groups: [] }, [APP]],
    [{ groups: [1001] }, [APP]],
    [{ groups: [44], every: false }, [ROOT]],
    [{ command: { contains: 'uvicorn' } }, [APP, ROOT]],
    [{ 'no-new-privileges': false }, [APP]],
  ])('are as asked: %j', (asked, processes) => {
    expect(actualOf(asked, processes).filter(Boolean)).toEqual([])
  })

  test.each<[object, ContainerProcess[], string]>([
    [{ uid: 1001 }, [ROOT], 'process 1 (cron) has uid 0'],
    [{ uid: 1001 }, [APP, ROOT], 'a process (cron) has uid 0'],
    [
      { uid: 1001 },
      [{ ...APP, uids: [1001, 0, 0, 0] }],
      'process 1 (uvicorn app:app) has the uids 1001, 0, 0, 0 (real, effective, saved, of the file system)',
    ],
    [{ gid: 0 }, [APP], 'process 1 (uvicorn app:app) has gid 1001'],
    [{ groups: [] }, [ROOT], 'process 1 (cron) has the supplementary groups 44'],
    [{ groups: [44, 100] }, [ROOT], 'process 1 (cron) has the supplementary groups 44'],
    [{ command: { contains: 'gunicorn' } }, [APP], 'the command line is "uvicorn app:app"'],
    [{ 'no-new-privileges': true }, [APP], 'process 1 (uvicorn app:app) has no_new_privs not set'],
  ])('are not: %j', (asked, processes, actual) => {
    expect(actualOf(asked, processes)).toEqual([actual])
    for (const { finding } of aspectsOf(processSchema.parse(asked)))
      expect(finding(processes)?.hint).toMatch(/USER|setpriv|exec/)
  })
})
