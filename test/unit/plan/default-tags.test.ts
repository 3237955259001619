import { describe, expect, test } from '@jest/globals'
import { complaints, plan, pullRequest, RUNS, run, tagged } from './runs.ts'

const dispatch = (ref: string) => run({ name: 'workflow_dispatch', ref })

describe('default tags, exactly', () => {
  test.each([
    ['a push to the default branch', {}, RUNS.main, ['latest']],
    ['a schedule', {}, RUNS.schedule, ['latest']],
    ['a release', {}, RUNS['v1.2.3'], ['1.2.3']],
    ['a release of zeros', {}, tagged('v0.0.0'), ['0.0.0']],
    ['a dispatch on the default branch', {}, RUNS.dispatch, ['latest']],
    ['a dispatch on a release', {}, dispatch('refs/tags/v1.2.3'), ['1.2.3']],
    ['a dispatch with tag-name', { 'tag-name': 'trial' }, RUNS.dispatch, ['trial']],
    ['a dispatch elsewhere with tag-name', { 'tag-name': 'trial' }, dispatch('refs/heads/x'), ['trial']],
    ['a dispatch with tag-name and rules', { 'tag-name': 'trial', tags: 'foo' }, RUNS.dispatch, ['trial']],
    ['a dispatch elsewhere that pushes nothing', { 'skip-push': 'true' }, dispatch('refs/heads/x'), []],
    ['another branch', {}, RUNS['my/branch'], []],
    ['a merge queue', {}, run({ name: 'merge_group', ref: 'refs/heads/gh-readonly-queue/main/pr-1' }), []],
    ['a pull request', {}, RUNS.pr, []],
    ['a pull request that runs on its base', {}, RUNS.pr_target, []],
    ['a prerelease', { 'strict-semver': 'false' }, tagged('v1.2.3-rc.1'), ['1.2.3-rc.1']],
    ['build metadata', { 'strict-semver': 'false' }, tagged('v1.2.3+b.5'), ['1.2.3-b.5']],
    ['a plain release, not strict', { 'strict-semver': 'false' }, tagged('v1.2.3'), ['1.2.3']],
  ])('%s', async (_, inputs, event, tags) => {
    const { images, version } = await plan(inputs as Record<string, string>, event)
    expect(images[0]?.tags.map(({ name }) => name)).toEqual(tags)
    expect(version).toBe(tags[0] ?? '')
  })

  test('a release is fixed, latest follows its branch, and tag-name is what it looks like', async () => {
    const moves = async (inputs: Record<string, string>, event = run()) =>
      (await plan(inputs, event)).images[0]?.tags[0]?.moves
    expect(await moves({}, RUNS['v1.2.3'])).toBeUndefined()
    expect(await moves({}, tagged('v01.002.3'))).toBeUndefined()
    expect(await moves({})).toEqual({ by: 'revision', branch: 'main' })
    expect(await moves({ 'tag-name': '1.2.3' })).toBeUndefined()
    expect(await moves({ 'tag-name': 'trial' })).toEqual({ by: 'revision', branch: 'main' })
  })
})

describe('what gives no tag and should', () => {
  const odd = [
    'v1.0',
    'v1.2.3.4',
    'v1.2.3-rc.1',
    'v1.2.3+b',
    'vnext',
    'v1.2.3 ',
    'release-1',
    '1.2.3',
    'V1.2.3',
  ]
  test.each(odd)('the tag "%s" fails, with the tag and the form expected', async (tag) => {
    const [complaint, ...more] = await complaints(plan({}, tagged(tag)))
    expect(more).toEqual([])
    expect(complaint).toContain(`"${tag}"`)
    expect(complaint).toContain('v1.2.3 is the form expected')
  })

  test.each(['v1.0', 'vnext', '1.2.3-rc.1', `v1.2.3-${'x'.repeat(130)}`])(
    'the tag %s fails without strict-semver too',
    async (tag) => {
      expect(await complaints(plan({ 'strict-semver': 'false' }, tagged(tag)))).toHaveLength(1)
    },
  )

  test('a dispatch without tag-name on another branch', async () => {
    expect(await complaints(plan({}, dispatch('refs/heads/x')))).toEqual([
      expect.stringMatching(/started by hand, and the branch x gives no tag.*tag-name/),
    ])
  })

  test.each(['-x', '.x', 'a b', 'a:b', '--help', 'x'.repeat(129), '$(id)', 'ü'])(
    'tag-name "%s"',
    async (name) => {
      expect(await complaints(plan({ 'tag-name': name }))).toEqual([
        expect.stringContaining(`Input "tag-name" is "${name}"`),
      ])
    },
  )
})

describe('whether it publishes, and why', () => {
  const rule = { tags: 'type=ref,event=pr' }
  test.each([
    ['a push', {}, RUNS.main, true, 'push on the default branch main'],
    ['a release', {}, RUNS['v1.2.3'], true, 'push on the git tag v1.2.3'],
    ['skip-push', { 'skip-push': 'true' }, RUNS.main, false, 'skip-push is set'],
    ['another branch', {}, RUNS['my/branch'], false, 'the branch my/branch gives no tag'],
    ['a pull request', {}, RUNS.pr, false, 'pull request 12 gives no tag'],
    ['a pull request with a rule', rule, RUNS.pr, true, 'pull_request on pull request 12'],
    ['a fork', rule, pullRequest({ repository: 'eve/App' }), false, 'from a fork'],
    ['a deleted fork', rule, pullRequest({ repository: null }), false, 'from a fork'],
    [
      'a fork with a token',
      rule,
      pullRequest({ repository: 'eve/App', name: 'pull_request_target' }),
      false,
      'fork',
    ],
    ['another case of the name', rule, pullRequest({ repository: 'octo/app' }), true, 'pull request 12'],
    ['Dependabot', rule, { ...pullRequest(), actor: 'dependabot[bot]' }, false, 'Dependabot'],
    ['a push of Dependabot', {}, run({ actor: 'dependabot[bot]' }), true, 'push on the default branch main'],
  ])('%s', async (_, inputs, event, publish, reason) => {
    const made = await plan(inputs as Record<string, string>, event)
    expect(made.publish).toBe(publish)
    expect(made.reason).toContain(reason)
    expect(made.legs).toHaveLength(2)
  })
})
