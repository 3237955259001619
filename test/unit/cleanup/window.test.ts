import { expect, test } from '@jest/globals'
import { clean, superseded } from './cleaning.ts'
import { image } from './images.ts'
import { MemoryPackage } from './memory-package.ts'

test.each(['ghcr', 'oci'] as const)(
  '%s: a tag that moves onto what goes between the last look and the deletion is told of',
  async (kind) => {
    const memory = new MemoryPackage(kind)
    const [old, now] = [image('old'), image('now')]
    memory.store(old)
    memory.store(now, ['latest'])
    memory.meanwhile = ({ method }) => {
      if (method === 'DELETE') memory.tags.set('latest', old.digest)
    }
    const { error, cleaned } = await clean(memory, superseded(old))
    expect(String(error)).toMatch(/tags of registry\.example\/acme\/app have gone: latest\./)
    expect(cleaned.outcome).toBe('failed')
  },
)
