import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { wouldBeMasked } from '../../../actions/prepare/masked.ts'
import { complaints, run } from '../plan/runs.ts'
import { Masker } from './masker.ts'
import { prepared } from './prepare.ts'

/** A repository whose owner has the same name on Docker Hub, where the name is kept as a secret. */
const owned = (owner: string, name = 'app', ref = 'refs/heads/main') =>
  run({ repository: `${owner}/${name}`, ref })

function hidden(outputs: object, secret: string): string[] {
  const masker = new Masker(secret)
  return Object.entries(outputs).flatMap(([name, value]) => (masker.output(value) === '' ? [name] : []))
}

describe('no output is emptied by a masked Docker Hub user', () => {
  test.each([
    ['octo', {}, 'app'],
    ['octo', {}, 'octo-app'],
    ['octo', {}, 'Octo'],
    ['octo', { image: 'my-octo' }, 'app'],
    ['octo', { images: '- image: octo-a\n- image: b\n- image: octo' }, 'app'],
    ['o"c', { registries: 'docker.io/x' }, 'app'],
    ['ocTo', { image: 'xocto' }, 'app'],
  ])('%s with %j in %s', async (user, inputs, name) => {
    const { outputs } = await prepared(
      { 'dockerhub-username': user, ...inputs },
      owned(user.replace('"', ''), name),
    )
    expect(hidden(outputs, user)).toEqual([])
  })

  test('an image named after the user or the owner goes by a number, and is still found by its leg', async () => {
    const inputs = {
      'dockerhub-username': 'mona',
      images: '- image: mona-app\n- image: web\n- image: octo-tool',
    }
    const { outputs, artifacts } = await prepared(inputs, owned('Octo'))
    expect(outputs.images).toBe('["image-1","web","image-3"]')
    const plan = JSON.parse([...artifacts.values()][0] ?? '')
    const rows = JSON.parse(outputs.matrix).include as { leg: string; image: string }[]
    expect(rows.map(({ leg }) => leg)).toEqual(plan.legs.map(({ leg }: { leg: string }) => leg))
    expect(plan.legs[0].image).toBe('mona-app')
  })

  test('a user of hexadecimal digits makes the plan draw another id', async () => {
    const { outputs } = await prepared({ 'dockerhub-username': 'cafe', image: 'x' }, run(), [0xca, 0xfe, 1])
    expect(hidden(outputs, 'cafe')).toEqual([])
    const again = await prepared({ 'dockerhub-username': '0303' }, run(), [3, 3, 7])
    expect(again.outputs.plan).toMatch(/^plan-070707070707@/)
  })

  test('a tag that holds the user leaves its outputs empty, with a warning', async () => {
    const { outputs, warnings } = await prepared({ 'dockerhub-username': 'test' })
    expect(outputs).toMatchObject({ version: '', tags: '', publish: 'true', legs: '2' })
    expect(warnings).toEqual([expect.stringContaining('version, tags')])
  })

  test.each([
    ['linux', {}, 'The output "matrix"'],
    ['plan', {}, 'The output "plan"'],
    ['true', {}, 'The output "publish"'],
    ['ubuntu', {}, 'The label of a runner'],
    ['Mona', { runners: 'linux=mona-big' }, 'The label of a runner'],
  ])('the user %s with %j can not be helped, and is told so', async (user, inputs, fault) => {
    const [complaint = '', ...more] = await complaints(prepared({ 'dockerhub-username': user, ...inputs }))
    expect(more).toEqual([])
    expect(complaint).toContain(fault)
  })

  test('whatever the user is called', async () => {
    const users = fc.oneof(fc.stringMatching(/^[a-z0-9]{1,8}$/), fc.stringMatching(/^[a-f0-9]{2,4}$/))
    await fc.assert(
      fc.asyncProperty(users, fc.stringMatching(/^[a-z]{1,6}$/), async (user, name) => {
        const inputs = { 'dockerhub-username': user, image: name }
        const counter = Array.from({ length: 120 }, (_, index) => index)
        if ((await complaints(prepared(inputs, owned(user), [...counter]))).length > 0) return
        const { outputs } = await prepared(inputs, owned(user), [...counter])
        const { version, tags, ...needed } = outputs
        expect(hidden(needed, user)).toEqual([])
        for (const output of [version, tags]) expect(output === '' || !output.includes(user)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})

describe('wouldBeMasked', () => {
  test('knows every alignment of base64', () => {
    for (const before of ['', 'a', 'ab', 'abc']) {
      const encoded = Buffer.from(`${before}octocats`).toString('base64')
      expect(wouldBeMasked(encoded, 'octocats')).toBe(true)
    }
  })

  test('agrees with the runner', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 6 }),
        fc.string(),
        fc.string(),
        (user, before, after) => {
          const masker = new Masker(user)
          for (const form of [
            user,
            encodeURIComponent(user.toWellFormed()),
            Buffer.from(user).toString('base64'),
          ]) {
            const output = `${before}${form}${after}`
            if (masker.output(output) === '') expect(wouldBeMasked(output, user)).toBe(true)
          }
        },
      ),
    )
  })
})
