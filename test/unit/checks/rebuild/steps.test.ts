import { describe, expect, test } from '@jest/globals'
import { againRequest } from '../../../../actions/checks/rebuild/request.ts'
import { missesCache, originFinding } from '../../../../actions/checks/rebuild/steps.ts'
import { requestIn } from '../../engine/requests.ts'

const STEPS = [
  { instruction: 'copy req /req', cached: true },
  { instruction: 'RUN pip install     -r /req', cached: true },
  { instruction: 'COPY app /app', cached: false },
  { instruction: 'RUN compile /app', cached: false },
]
const find = (text: string, origin: 'cached' | 'rebuilt', steps = STEPS) =>
  originFinding(text, origin, 'app/main.py', steps)

describe('where a step comes from', () => {
  test.each([
    ['COPY req', 'cached'],
    ['pip install -r', 'cached'],
    ['RUN pip install \\\n      -r /req', 'cached'],
    ['copy app', 'rebuilt'],
    ['/app', 'rebuilt'],
  ] as const)('"%s" is %s', (text, origin) => {
    expect(find(text, origin)).toBeUndefined()
    expect(find(text, origin === 'cached' ? 'rebuilt' : 'cached')).toMatchObject({
      expected: origin === 'cached' ? 'built again' : 'from the cache',
    })
  })

  test('must be so for each step that a text means', () => {
    expect(find('COPY', 'cached')?.actual).toBe('built again: COPY app /app')
    expect(find('RUN', 'rebuilt')?.actual).toBe('from the cache: RUN pip install     -r /req')
  })

  test('a text that means no step is told with all the steps there are', () => {
    expect(find('RUN uv sync', 'cached')).toMatchObject({
      expected: 'a step with "RUN uv sync"',
      actual: 'none of the 4 steps of the build',
      log: [
        'cached   copy req /req',
        'cached   RUN pip install     -r /req',
        'rebuilt  COPY app /app',
        'rebuilt  RUN compile /app',
      ],
    })
  })

  const all = STEPS.map((step) => ({ ...step, cached: true }))
  test.each([
    ['the step that broke the cache', 'compile', 'cached', STEPS, 'to be built again is "COPY app /app"'],
    ['a step that takes in the file', 'COPY app', 'cached', STEPS, 'It takes in app/main.py'],
    ['a file that no step takes in', 'COPY app', 'rebuilt', all, 'is it in .containerignore'],
    ['a file that it does not take in', 'COPY req', 'rebuilt', STEPS, 'nor does a step before it'],
  ] as const)('the hint names %s', (_what, text, origin, steps, hint) => {
    expect(originFinding(text, origin, 'app/main.py', steps)?.hint).toContain(hint)
  })

  test('another look is worth while only where something did not come from the cache', () => {
    expect([missesCache(['COPY req'], STEPS), missesCache(['COPY req', 'COPY app'], STEPS)]).toEqual([
      false,
      true,
    ])
    expect(missesCache([], STEPS)).toBe(false)
  })
})

describe('the build that is started again', () => {
  test('is for nobody to keep, and of what is here', () => {
    const extraArgs = ['--tag', 'app:1', '--squash-all', '-tapp', '--cache-to=r', '-t', 'x', '--memory', '1g']
    const build = requestIn('/context', {
      ...{ pull: 'always', noCache: true, cacheFrom: 'registry/cache', epoch: 1, extraArgs },
      labels: { a: 'b' },
    })
    expect(againRequest(build)).toEqual({
      ...build,
      ...{ pull: 'missing', noCache: false, cacheFrom: undefined, epoch: undefined },
      extraArgs: ['--squash-all', '--memory', '1g', '--jobs=1'],
    })
  })
})
