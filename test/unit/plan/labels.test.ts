import { describe, expect, test } from '@jest/globals'
import { plan, RUNS, run, SHA } from './runs.ts'

const OCI = 'org.opencontainers.image.'
const REPOSITORY = {
  html_url: 'https://github.example/Octo/App',
  description: 'An app = "good"',
  license: { spdx_id: 'MIT' },
}

describe('labels and annotations', () => {
  test('are the eight of OCI', async () => {
    const event = run({ ref: 'refs/tags/v1.2.3', payload: { repository: REPOSITORY } })
    const image = (await plan({}, event)).images[0]
    const eight = {
      [`${OCI}title`]: 'App',
      [`${OCI}description`]: 'An app = "good"',
      [`${OCI}url`]: 'https://github.example/Octo/App',
      [`${OCI}source`]: 'https://github.example/Octo/App',
      [`${OCI}version`]: '1.2.3',
      [`${OCI}created`]: '2020-01-10T00:30:05.000Z',
      [`${OCI}revision`]: SHA,
      [`${OCI}licenses`]: 'MIT',
    }
    expect(image?.labels).toEqual(eight)
    expect(image?.annotations).toEqual(eight)
  })

  test('are all there where GitHub says nothing, so that none of the base image is left', async () => {
    const labels = (await plan({})).images[0]?.labels ?? {}
    expect(Object.keys(labels)).toHaveLength(8)
    expect(labels[`${OCI}source`]).toBe('https://github.example/Octo/App')
    expect(labels[`${OCI}description`]).toBe('')
  })

  test('name no home where there is none', async () => {
    const event = run({ repository: '' })
    const labels = (await plan({ image: 'app', registries: 'ghcr.io/octo' }, event)).images[0]?.labels ?? {}
    expect([labels[`${OCI}source`], labels[`${OCI}url`]]).toEqual(['', ''])
  })

  test("the user's are added, and replace those of the same name", async () => {
    const inputs = {
      labels: `# mine\nmaintainer=a=b\n${OCI}title=Mine\nempty=`,
      annotations: `only=here`,
    }
    const image = (await plan(inputs)).images[0]
    expect(image?.labels).toMatchObject({ maintainer: 'a=b', [`${OCI}title`]: 'Mine', empty: '' })
    expect(image?.annotations).toMatchObject({ only: 'here', [`${OCI}title`]: 'App' })
    expect(image?.labels.only).toBeUndefined()
  })

  test('what an expression gives is not escaped: a label is no web page', async () => {
    const image = (await plan({ labels: "at={{date '[a&b=c]'}}" })).images[0]
    expect(image?.labels.at).toBe('a&b=c')
  })

  test('several images carry their own titles', async () => {
    const { images } = await plan({ images: '- image: a\n- image: b' }, RUNS.main)
    expect(images.map(({ labels }) => labels[`${OCI}title`])).toEqual(['a', 'b'])
  })
})
