import { describe, expect, test } from '@jest/globals'
import { Faults } from '../../doubles/faults.ts'

const down = { kind: 'status', status: 503 } as const

/** Which of ten GETs of the same path a rule strikes. */
function strikes(rule: { nth?: number; times?: number }): number[] {
  const faults = new Faults()
  faults.add({ ...rule, path: '^/v2/', fault: down })
  return Array.from({ length: 10 }, (_, index) => index + 1).filter(
    () => faults.strike('GET', '/v2/app').length > 0,
  )
}

describe('faults', () => {
  test.each([
    ['the first match, unless told', {}, [1]],
    ['the nth', { nth: 4 }, [4]],
    ['several in a row', { nth: 3, times: 2 }, [3, 4]],
    ['for ever', { nth: 8, times: 0 }, [8, 9, 10]],
  ])('strike %s', (_case, rule, expected) => {
    expect(strikes(rule)).toEqual(expected)
  })

  test('only what matches counts', () => {
    const faults = new Faults()
    faults.add({ method: 'PUT', path: '/manifests/', nth: 2, fault: down })
    expect(faults.strike('GET', '/v2/app/manifests/1')).toEqual([])
    expect(faults.strike('PUT', '/v2/app/blobs/1')).toEqual([])
    expect(faults.strike('PUT', '/v2/app/manifests/1')).toEqual([])
    expect(faults.strike('PUT', '/v2/app/manifests/2')).toEqual([down])
  })

  test('all that match strike together, until they are cleared', () => {
    const faults = new Faults()
    const pause = { kind: 'delay', milliseconds: 1 } as const
    faults.add({ times: 0, fault: down }, { times: 0, fault: pause })
    expect(faults.strike('GET', '/')).toEqual([down, pause])
    faults.clear()
    expect(faults.strike('GET', '/')).toEqual([])
  })

  test('a rule of an unknown kind is refused when it is set, not when it would strike', () => {
    expect(() => new Faults().add({ fault: { kind: 'explode' } as never })).toThrow(/explode/)
  })
})
