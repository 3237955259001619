import { describe, expect, test } from '@jest/globals'
import type { TagOrder } from '../../../actions/plan/plan.ts'
import { plan, RUNS, run, SHA, tagged } from './runs.ts'

type Row = [rule: string, run: string, moves: TagOrder | 'fixed']

const version = (text: string): TagOrder => ({ by: 'version', version: text })
const branch = (name: string): TagOrder => ({ by: 'revision', branch: name })

async function tagsOf(inputs: Record<string, string>, event = run()) {
  return (await plan(inputs, event)).images[0]?.tags ?? []
}

describe('the first tag of a rule', () => {
  const rows: Row[] = [
    ['type=semver,pattern={{version}}', 'v1.2.3', 'fixed'],
    ['type=semver,pattern={{raw}}', 'v1.2.3', 'fixed'],
    ['type=semver,pattern={{major}}.{{minor}}.{{patch}}', 'v1.2.3', 'fixed'],
    ['type=semver,pattern={{major}}', 'v2.0.8-beta.67', 'fixed'],
    ['type=semver,pattern={{major}}.{{minor}}', 'v1.2.3', version('1.2.3')],
    ['type=semver,pattern=stable', 'v1.2.3', version('1.2.3')],
    ['type=semver,pattern={{major}},suffix=-python3.11.4', 'v1.2.3', version('1.2.3')],
    ['type=pep440,pattern={{version}}', '1.2', 'fixed'],
    ['type=pep440,pattern={{major}}', '1.2', version('1.2.0')],
    ['type=pep440,pattern={{major}}.{{minor}}.{{patch}}', '1.2.3.4', version('1.2.3')],
    ['type=match,pattern=v(.*),group=1', 'v1.2.3', 'fixed'],
    ['type=match,pattern=v(\\d+),group=1', 'v1.2.3', version('1.2.3')],
    ['type=match,pattern=\\d{8}', 'r20200110', 'fixed'],
    ['type=match,pattern=nightly.*', 'nightly-a', 'fixed'],
    ['type=match,pattern=nightly', 'nightly-a', branch('main')],
    ['type=ref,event=tag', 'v1.2.3', 'fixed'],
    ['type=ref,event=tag', 'app/v1.2.3', 'fixed'],
    ['type=ref,event=tag', 'v1', branch('main')],
    ['type=ref,event=branch', 'my/branch', branch('my/branch')],
    ['type=ref,event=pr', 'pr', branch('fix')],
    ['type=edge', 'main', branch('main')],
    ['type=schedule', 'schedule', branch('main')],
    ["type=schedule,pattern=n-{{date 'YYYYMMDD'}}", 'schedule', 'fixed'],
    ["type=schedule,pattern={{date 'YYYY-ww'}}", 'schedule', branch('main')],
    ['type=raw,1.2.3', 'main', 'fixed'],
    ['type=raw,v1.2.3-alpine', 'main', 'fixed'],
    ['type=raw,python3.11.4', 'main', branch('main')],
    ['type=raw,1.2', 'main', branch('main')],
    ['type=raw,latest', 'main', branch('main')],
    ['type=raw,latest', 'v1.2.3', version('1.2.3')],
    ['type=raw,value={{branch}}-{{sha}}', 'main', 'fixed'],
    ["type=raw,value={{date 'YYYY-MM-DD'}}", 'main', 'fixed'],
    ['type=sha', 'main', 'fixed'],
    [`type=raw,value=${SHA}`, 'main', 'fixed'],
  ]
  test.each(rows)('%s on %s: %j', async (tags, name, moves) => {
    const [first] = await tagsOf({ tags }, RUNS[name] ?? tagged(name))
    expect(first?.moves ?? 'fixed').toEqual(moves)
  })
})

describe('latest', () => {
  test.each<Row>([
    ['type=semver,pattern={{version}}', 'v1.2.3', version('1.2.3')],
    ['type=pep440,pattern={{version}}', '1.2', version('1.2.0')],
    ['type=match,pattern=v(.*),group=1', 'v1.2.3', version('1.2.3')],
    ['type=match,pattern=v(.*)/,group=1', 'v7/x', branch('main')],
    ['type=ref,event=tag', 'v1.2.3', version('1.2.3')],
    ['type=ref,event=tag', 'stable', branch('main')],
  ])('of %s on %s moves by %j, so that merge keeps a backport from it', async (tags, name, moves) => {
    const latest = (await tagsOf({ tags }, RUNS[name] ?? tagged(name))).find((tag) => tag.name === 'latest')
    expect(latest?.moves).toEqual(moves)
  })

  test('a branch that GitHub does not name is left out', async () => {
    const [tag] = await tagsOf({ tags: 'foo' }, run({ ref: 'refs/tags/x', defaultBranch: '' }))
    expect(tag?.moves).toEqual({ by: 'revision' })
  })
})
