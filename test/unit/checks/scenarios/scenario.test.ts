import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { checkFile } from '../../../../actions/checks/file/schema.ts'
import { configOf } from '../../../../actions/checks/image/config.ts'
import { type Scenario, scenariosOf } from '../../../../actions/checks/scenarios/scenario.ts'

const config = configOf({ config: Buffer.from('{}') })

function scenes(checks: object): Scenario[] {
  return scenariosOf(checkFile.parse({ version: 1, ...checks }), config)
}

function staying(scenario: Scenario | undefined) {
  if (!scenario || !('about' in scenario)) throw new Error('It does not stay.')
  return scenario
}

const RUN = {
  env: { A: '1', B: '1' },
  user: '1:1',
  cmd: ['serve'],
  'read-only': true,
  ready: { tcp: 80 },
  process: { uid: 1 },
  logs: { stdout: { contains: 'up' } },
  stop: {},
}

describe('containers', () => {
  test('are those that the file wants, in its order', () => {
    const cases = [{ name: 'c', exit: 0 }]
    const matrix = [{ name: 'r' }, { name: 's', exit: 1 }]
    const kinds = scenes({ cases, matrix, run: {} }).map((each) => ('about' in each ? 'stays' : each.title))
    expect(kinds).toEqual(['stays', 'c', 'stays', 's'])
    expect(scenes({})).toEqual([])
  })

  test('need the services, unless they say otherwise', () => {
    const both = [{ name: 'a' }, { name: 'b', services: false }]
    const cases = both.map((each) => ({ ...each, exit: 0 }))
    const matrix = [...both, ...cases.map((each) => ({ ...each, name: `${each.name} ends` }))]
    const need = scenes({ run: RUN, cases, matrix }).map(({ services }) => services)
    expect(need).toEqual([true, true, false, true, false, true, false])
  })

  test('of run are told where they stand', () => {
    const { about, start } = staying(scenes({ run: RUN })[0])
    expect(about.path('http', 2)).toEqual(['run', 'http', 2])
    expect(about.title('x')).toBe('x')
    expect(start).toMatchObject({ user: '1:1', cmd: ['serve'] })
  })
})

describe('a case', () => {
  test('has the variables of run, and nothing else of it', () => {
    const [, one] = scenes({ run: RUN, cases: [{ name: 'c', exit: 0, env: { B: null, C: '3' } }] })
    expect(one?.start.env).toEqual({ A: '1', B: null, C: '3' })
    expect([one?.start.user, one?.start.cmd, one?.start['read-only']]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('a row', () => {
  test('is started and asked as run is', () => {
    const { start, about } = staying(scenes({ run: RUN, matrix: [{ name: 'r' }] })[1])
    expect(start).toEqual({ env: RUN.env, user: '1:1', cmd: ['serve'], 'read-only': true })
    expect(about.asked).toMatchObject({
      ready: { tcp: 80 },
      process: { uid: 1 },
      stop: { signal: 'SIGTERM' },
    })
    expect(about.path('process', 'uid')).toEqual(['matrix', 0])
    expect(about.path()).toEqual(['matrix', 0])
    expect(about.title('x')).toBe('r: x')
  })

  test('replaces what it says itself, and adds variables', () => {
    const own = { name: 'r', env: { B: null }, user: '2', 'read-only': false, process: { uid: 2 } }
    const { start, about } = staying(scenes({ run: RUN, matrix: [own] })[1])
    expect(start).toMatchObject({ env: { A: '1', B: null }, user: '2', 'read-only': false })
    expect(about.asked.process).toMatchObject({ uid: 2 })
    expect(about.path('process', 'uid')).toEqual(['matrix', 0, 'process', 'uid'])
  })

  test('that has an exit code must end, and is not asked what run is asked', () => {
    const [, row] = scenes({ run: RUN, matrix: [{ name: 'r', exit: 64, env: { A: 'abc' } }] })
    expect(row).toMatchObject({ exit: 64, within: 10_000, path: ['matrix', 0], title: 'r' })
    expect(row?.start).toMatchObject({ env: { A: 'abc', B: '1' }, user: '1:1', cmd: ['serve'] })
  })

  test('asks for what it prints in place of the logs of run', () => {
    const { about } = staying(scenes({ run: RUN, matrix: [{ name: 'r', stderr: { contains: 'W' } }] })[1])
    expect(about.asked.logs?.stdout).toBeUndefined()
    expect(about.path('logs', 'stderr')).toEqual(['matrix', 0, 'stderr'])
  })

  test('has every variable of run but those it names', () => {
    const names = fc.stringMatching(/^[A-Z]{1,3}$/)
    const environment = fc.dictionary(names, fc.option(fc.string()))
    fc.assert(
      fc.property(environment, environment, (ofRun, own) => {
        const [, row] = scenes({ run: { env: ofRun }, matrix: [{ name: 'r', env: own }] })
        for (const name of new Set([...Object.keys(ofRun), ...Object.keys(own)]))
          expect(row?.start.env[name]).toBe(Object.hasOwn(own, name) ? own[name] : ofRun[name])
      }),
    )
  })
})
