import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { renderCompose } from '../../e2e/harness/compose.ts'
import { checkout } from '../../e2e/harness/programs.ts'

const folder = join(checkout, 'examples/comfyui')

describe.each(['core-cpu', 'core-gpu', 'complete-gpu'])('compose.%s.yml', (name) => {
  test.each([
    ['unset', {}, { PUID: '1000', PGID: '1000' }],
    ['empty', { PUID: '', PGID: '' }, { PUID: '1000', PGID: '1000' }],
    ['set', { PUID: '3000', PGID: '3001' }, { PUID: '3000', PGID: '3001' }],
  ])('with PUID and PGID %s', async (_what, variables, expected) => {
    const { services } = await renderCompose(folder, [`compose.${name}.yml`], variables)
    const service = services.comfyui
    expect(service?.environment).toEqual(expected)
    expect(service?.image).toBe(`ghcr.io/owner/comfyui-${name}:latest`)
    expect(service?.ports).toEqual(['127.0.0.1:8188:8188'])
    expect(service?.user).toBeUndefined()
    const inside = service?.volumes?.map((volume) => volume.split(':')[1])
    expect(inside).toEqual(
      expect.arrayContaining(['/app/ComfyUI/models', '/app/ComfyUI/output', '/app/.local']),
    )
    // A folder mounted there would hide the nodes of the image that comes with some.
    expect(inside?.includes('/app/ComfyUI/custom_nodes')).toBe(name !== 'complete-gpu')
  })
})
