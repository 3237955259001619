import { describe, expect, test } from '@jest/globals'
import { parsePlan } from '../../../actions/plan/plan.ts'
import { resolvePlan } from '../../../actions/plan/source.ts'
import { complaints, pullRequest, run } from '../plan/runs.ts'
import { prepared } from './prepare.ts'

describe('prepare', () => {
  test('leaves the plan as an artifact, and its reference leads back to it', async () => {
    const { outputs, artifacts } = await prepared({ 'dockerhub-username': 'mona' })
    expect(outputs.plan).toMatch(/^plan-010101010101@sha256:[0-9a-f]{64}$/)
    const sources = {
      artifact: async (name: string) => artifacts.get(name),
      readFile: () => Promise.reject(new Error('not a path')),
    }
    const plan = await resolvePlan(outputs.plan, sources)
    expect(plan).toEqual(parsePlan(artifacts.get('plan-010101010101') ?? ''))
    expect(plan.images[0]?.repositories).toEqual(['ghcr.io/octo/app', 'docker.io/mona/app'])
  })

  test('tells the other jobs what they need', async () => {
    const { outputs } = await prepared({
      image: 'site',
      tags: 'type=sha\ntype=edge',
      runners: 'linux/arm64=self-hosted,arm',
    })
    expect(outputs).toMatchObject({
      legs: '2',
      version: 'edge',
      tags: '["edge","sha-860c190"]',
      publish: 'true',
      images: '["site"]',
    })
    expect(JSON.parse(outputs.matrix)).toEqual({
      include: [
        {
          leg: expect.stringMatching(/^[0-9a-f]{12}$/),
          image: 'site',
          platform: 'linux/amd64',
          'runs-on': ['ubuntu-24.04'],
        },
        {
          leg: expect.stringMatching(/^[0-9a-f]{12}$/),
          image: 'site',
          platform: 'linux/arm64',
          'runs-on': ['self-hosted', 'arm'],
        },
      ],
    })
  })

  test('a pull request of a fork builds, does not publish, and does not fail', async () => {
    const { outputs } = await prepared({ 'has-credentials': '' }, pullRequest({ repository: 'eve/App' }))
    expect(outputs).toMatchObject({ publish: 'false', legs: '2', version: '', tags: '[]' })
  })

  test('bad inputs and missing credentials are reported together', async () => {
    expect(await complaints(prepared({ platforms: 'x', 'has-credentials': '' }))).toHaveLength(2)
  })

  test('a hundred images on two platforms stay far below the limit of an output', async () => {
    const images = Array.from({ length: 100 }, (_, index) => `- image: service-${index}`).join('\n')
    const { outputs } = await prepared({ images })
    expect(outputs.legs).toBe('200')
    expect(Buffer.byteLength(JSON.stringify(outputs))).toBeLessThan(64 * 1024)
  })
})

describe('the summary', () => {
  const textOf = async (inputs: Record<string, string>, event = run()) =>
    (await prepared(inputs, event)).sections.map(({ markdown }) => markdown).join('\n\n')

  test('names tags with their reasons, builds, and what is published', async () => {
    const text = await textOf(
      { tags: 'type=semver,pattern={{version}}\ntype=semver,pattern={{major}}' },
      run({ ref: 'refs/tags/v1.2.3' }),
    )
    expect(text).toContain('## Plan: 1.2.3')
    expect(text).toContain('Publishes: push on the git tag v1.2.3.')
    expect(text).toMatch(/\| `1\.2\.3` \| fixed \|/)
    expect(text).toMatch(/\| `1` \| moves up to 1\.2\.3 \|/)
    expect(text).toMatch(/\| `app` \| `linux\/arm64` \| `ubuntu-24\.04-arm` \| `ghcr\.io\/octo\/app` \|/)
  })

  test('says why nothing is published', async () => {
    expect(await textOf({ 'skip-push': 'true' })).toContain('**Does not publish:** skip-push is set.')
  })

  test('is not taken apart by a hostile branch', async () => {
    const text = await textOf({ tags: 'type=ref,event=branch' }, run({ ref: 'refs/heads/a|b`<img>\n# x' }))
    expect(text).not.toMatch(/^# x/m)
    expect(text).toContain('Publishes: push on the branch a\\|b\\`\\<img\\> \\# x.')
    const rows = text.split('\n').filter((line) => line.startsWith('| `a-b'))
    expect(rows.map((row) => row.split(/(?<!\\)\|/).length)).toEqual([5])
  })
})
