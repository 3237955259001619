import { describe, expect, test } from '@jest/globals'
import type { ImageUser } from '../../../../actions/checks/contents/facts.ts'
import { Users } from '../../../../actions/checks/contents/users.ts'

const users = new Users(
  'root:x:0:0:root:/root:/bin/sh\napp:x:1001:1002::/:/bin/false\n1234:x:77:78::/:\n# no user\nbroken\n',
  'root:x:0:\nstaff:x:1002:app\nwheel:x:10:\n',
)

describe('whom USER means', () => {
  test.each<[string, ImageUser]>([
    ['', { name: 'root', uid: 0, gid: 0 }],
    ['app', { name: 'app', uid: 1001, gid: 1002 }],
    ['1001', { name: 'app', uid: 1001, gid: 1002 }],
    ['1001:10', { name: 'app', uid: 1001, gid: 10 }],
    ['app:wheel', { name: 'app', uid: 1001, gid: 10 }],
    ['app:', { name: 'app', uid: 1001, gid: 1002 }],
    ['65534', { uid: 65534, gid: 0 }],
    ['65534:65534', { uid: 65534, gid: 65534 }],
    ['1234', { name: '1234', uid: 77, gid: 78 }],
    ['nobody', {}],
    ['app:nobody', { name: 'app', uid: 1001 }],
  ])('"%s"', (user, expected) => {
    expect(users.whoIs(user)).toEqual(expected)
  })

  test('an image without these files knows ids alone', () => {
    expect(new Users('', '').whoIs('')).toEqual({ uid: 0, gid: 0 })
    expect(new Users('', '').whoIs('1000:1000')).toEqual({ uid: 1000, gid: 1000 })
  })
})

test.each([
  [{ uid: 1001, gid: 1002 }, 'app:staff'],
  [{ uid: 5, gid: 10 }, '5:wheel'],
])('an owner is called by names where there are some: %j', (ids, expected) => {
  expect(users.ownerOf(ids)).toBe(expected)
})
