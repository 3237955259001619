import { expect, test } from '@jest/globals'
import { CancelledError } from '../../../actions/base/errors.ts'
import { clean, superseded } from './cleaning.ts'
import { image } from './images.ts'
import { MemoryPackage } from './memory-package.ts'

test('a run that is cancelled after one repository failed is a cancelled one, and still says what failed', async () => {
  const memory = new MemoryPackage()
  const old = image('old')
  memory.store(old)
  const controller = new AbortController()
  let lists = 0
  memory.trouble = ({ method }) => {
    if (method !== 'LIST') return undefined
    if (++lists === 1) return 'early'
    controller.abort(new CancelledError())
    return 'early'
  }
  const task = superseded(old)
  const { error } = await clean(memory, task, { tasks: [task, task], signal: controller.signal })
  expect(error).toBeInstanceOf(CancelledError)
  expect(String(error)).toMatch(/LIST .*answered 503/)
})
