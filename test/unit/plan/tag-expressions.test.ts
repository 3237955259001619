import { describe, expect, test } from '@jest/globals'
import type { RunEvent } from '../../../actions/base/event.ts'
import { complaints, plan, RUNS, run, SHA, tagNames } from './runs.ts'

const raw = (value: string) => ({ tags: `type=raw,"value=${value}"`, 'skip-push': 'true' })

describe('global expressions', () => {
  test.each([
    ['{{branch}}-x', 'main', 'main-x'],
    ['{{branch}}-x', 'my/branch', 'my-branch-x'],
    ['{{branch}}-x', 'v1.2.3', 'x'],
    ['{{tag}}-x', 'v1.2.3', 'v1.2.3-x'],
    ['{{tag}}-x', 'main', 'x'],
    ['{{sha}}', 'main', '860c190'],
    ['x-{{base_ref}}', 'pr', 'x-main'],
    ['x{{base_ref}}', 'main', 'x'],
    ['{{is_default_branch}}', 'main', 'true'],
    ['{{is_default_branch}}', 'v1.2.3', 'false'],
    ['{{is_not_default_branch}}', 'my/branch', 'true'],
    ["{{date 'YYYYMMDD'}}", 'main', '20200110'],
    ["{{date 'YYYYMMDD-HHmmss' tz='Asia/Tokyo'}}", 'main', '20200110-093005'],
    ["{{date 'YYYYMMDD-HHmm' tz='America/New_York'}}", 'main', '20200109-1930'],
    ["{{date 'dddd, MMMM Do YYYY, h:mm:ss a'}}", 'main', 'Friday-January-10th-2020-12-30-05-am'],
    ["{{date 'GGGG-[W]WW'}}", 'main', '2020-W02'],
    ["{{date 'YYYY.DDDD'}}", 'main', '2020.010'],
    ["{{date 'DDD_DDDo_E_e_Q'}}", 'main', '10_10th_5_5_1'],
    ["{{date '[Dec] X'}}", 'main', 'Dec-1578616205'],
    ["{{commit_date 'YYYYMMDD'}}", 'main', '20200110'],
  ])('%s on %s is %s', async (value, name, tag) => {
    expect(await tagNames(raw(value), RUNS[name])).toEqual([tag])
  })

  test('stand in prefix, suffix, flavor and labels too', async () => {
    const inputs = {
      tags: "type=sha,prefix={{branch}}-,suffix=-{{date 'YYYY'}}\ntype=raw,value=x",
      flavor: 'prefix={{sha}}-,onlatest=true\nlatest=true',
      labels: 'at={{branch}}',
      annotations: 'a={{sha}}',
    }
    const { images } = await plan(inputs)
    expect(images[0]?.tags.map(({ name }) => name)).toEqual([
      '860c190-x',
      'main-860c190-2020',
      '860c190-latest',
    ])
    expect(images[0]?.labels.at).toBe('main')
    expect(images[0]?.annotations.a).toBe('860c190')
  })

  const push = (head_commit: unknown): RunEvent => run({ payload: { head_commit } })
  test.each([
    ['the push tells', push({ id: SHA, timestamp: '2019-05-04T23:00:00+02:00' }), '20190504'],
    ['the push is of another commit', push({ id: 'abc', timestamp: '2019-05-04T23:00:00Z' }), '20180101'],
    ['the push tells nonsense', push({ id: SHA, timestamp: 'soon' }), '20180101'],
  ])('commit_date where %s', async (_, event, tag) => {
    const facts = { commitDate: async () => new Date('2018-01-01T00:00:00Z') }
    const { images } = await plan(raw("{{commit_date 'YYYYMMDD'}}"), event, facts)
    expect(images[0]?.tags[0]?.name).toBe(tag)
  })

  test('the commit is not looked up where nobody asks for its date', async () => {
    const commitDate = () => Promise.reject(new Error('asked'))
    await expect(plan(raw("{{date 'YYYY'}}"), run(), { commitDate })).resolves.toBeDefined()
  })
})

describe('flavor', () => {
  const rules = 'type=semver,pattern={{version}}\ntype=raw,value=foo,prefix=own-'
  test.each([
    ['latest=auto', 'v1.2.3', ['1.2.3', 'own-foo', 'latest']],
    ['latest=false', 'v1.2.3', ['1.2.3', 'own-foo']],
    ['latest=true', 'main', ['own-foo', 'latest']],
    ['latest=auto', 'main', ['own-foo']],
    ['latest=true', 'v2.0.8-beta.67', ['2.0.8-beta.67', 'own-foo']],
    ['prefix=a-', 'v1.2.3', ['a-1.2.3', 'own-foo', 'latest']],
    ['suffix=-z', 'v1.2.3', ['1.2.3-z', 'own-foo-z', 'latest']],
    ['prefix=a-,onlatest=true', 'v1.2.3', ['a-1.2.3', 'own-foo', 'a-latest']],
    ['prefix=a-\nsuffix=-z,onlatest=true', 'v1.2.3', ['a-1.2.3-z', 'own-foo-z', 'latest-z']],
    ['suffix=-z,onlatest=false', 'v1.2.3', ['1.2.3-z', 'own-foo-z', 'latest']],
    ['# nothing', 'v1.2.3', ['1.2.3', 'own-foo', 'latest']],
  ])('%s on %s gives %j', async (flavor, name, tags) => {
    expect(await tagNames({ tags: rules, flavor }, RUNS[name])).toEqual(tags)
  })
})

describe('what is not valid is said, with the rule and a remedy', () => {
  test.each([
    ['type=semvar', 'there is no type "semvar"'],
    ['"type=raw', "can't be read: Quote Not Closed"],
    ['type=semver', 'it has no pattern'],
    ['type=pep440', 'it has no pattern'],
    ['type=match', 'it has no pattern'],
    ['type=match,pattern=', 'it has no pattern'],
    ['type=match,pattern=(', 'Invalid regular expression'],
    ['type=match,pattern=x,group=one', 'group is "one"'],
    ['type=ref', 'it has no event'],
    ['type=ref,event=push', 'event is "push"'],
    ['type=raw', 'it has no value'],
    ['type=sha,format=medium', 'format is "medium"'],
    ['type=sha,pattern=x', 'has no attribute "pattern"'],
    ['type=raw,value=x,priority=high', 'the priority "high"'],
    ['type=raw,value=x,enable=maybe', 'enable is "maybe"'],
    ['type=raw,value={{brunch}}', '"brunch" not defined'],
    ['type=raw,value={{#if}}', "can't be evaluated"],
    ["type=raw,value={{date 'YYYY' tz='Mars/Base'}}", 'no time zone "Mars/Base"'],
    ["type=raw,value={{date 'YYYY' zone='UTC'}}", 'knows only tz'],
    ['type=raw,value={{date}}', 'needs a format'],
    [`type=raw,value=${'x'.repeat(129)}`, 'has 129 characters'],
    ['type=raw,value=--', 'gives no tag'],
  ])('%s', async (tags, fault) => {
    expect(await complaints(plan({ tags }, RUNS['v1.2.3']))).toEqual([expect.stringContaining(fault)])
  })

  test.each(['latest=maybe', 'colour=red', 'onlatest=true', 'prefix=a,onlatest=maybe', 'alone'])(
    'flavor %s',
    async (flavor) => {
      expect(await complaints(plan({ flavor, tags: 'foo' }))).toEqual([
        expect.stringContaining(`The flavor "${flavor}" is not valid`),
      ])
    },
  )
})
