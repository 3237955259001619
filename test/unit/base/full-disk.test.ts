import { describe, expect, test } from '@jest/globals'
import { UserError } from '../../../actions/base/errors.ts'
import { fullDisk } from '../../../actions/base/full-disk.ts'

const temp = { path: '/temp', variable: 'TMPDIR' }
const failure = (code: string, more: object = {}) =>
  Object.assign(new Error(`${code}: at work`), { code, ...more })

describe('a full disk', () => {
  test.each([
    ['is that of the file', failure('ENOSPC', { path: '/disk/file' }), '/disk/file.'],
    ['of a file without a name is that of the temporary folder', failure('ENOSPC'), '/temp.'],
    [
      'keeps what is told around it',
      new Error('Not published.', { cause: new Error('inner', { cause: failure('ENOSPC') }) }),
      '/temp. Not published.',
    ],
  ])('%s', (_name, error, end) => {
    const told = fullDisk(error, temp)
    expect(told).toBeInstanceOf(UserError)
    expect(told?.message).toBe(`No space left on the disk of ${end}`)
    expect(told?.hint).toContain('TMPDIR')
  })

  test.each([
    [failure('EACCES', { path: '/disk/file' })],
    [new TypeError('no function')],
    ['ENOSPC'],
    [undefined],
  ])('%s is none', (error) => expect(fullDisk(error, temp)).toBeUndefined())
})
