import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { openUp } from '../../../actions/base/open-up.ts'

test('folders that nobody may read can be removed, and links are not followed', async () => {
  const root = mkdtempSync(join(tmpdir(), 'open-up-'))
  const modeOf = (...path: string[]) => statSync(join(root, ...path)).mode & 0o777
  for (const path of ['inside/mnt/rootfs', 'outside']) mkdirSync(join(root, path), { recursive: true })
  symlinkSync('../outside', join(root, 'inside/link'))
  chmodSync(join(root, 'inside/mnt/rootfs'), 0)
  chmodSync(join(root, 'inside/mnt'), 0o100)
  chmodSync(join(root, 'outside'), 0o711)
  expect(await openUp(join(root, 'inside'))).toEqual([join(root, 'inside/link')])
  expect([modeOf('inside/mnt'), modeOf('inside/mnt/rootfs'), modeOf('outside')]).toEqual([
    0o700, 0o700, 0o711,
  ])
  rmSync(root, { recursive: true })
})

test('what is somebody else’s stays shut, and keeps nothing else from being found', async () => {
  // Not even root may change a mode there.
  const found = await openUp('/proc/self')
  expect(found).toContain('/proc/self/status')
  expect(found).not.toContain('/proc/self/net/dev')
})
