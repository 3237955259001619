import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { git } from '../../doubles/git/process.ts'
import { FILE, openSnapshotScene, type SnapshotScene, snapshotOf } from './fixture.ts'

let scene: SnapshotScene
beforeAll(async () => {
  scene = await openSnapshotScene()
})
afterAll(() => scene.remove())

/** From each node's commit before its newest to that. */
async function diff(checkout: string, ...args: string[]) {
  await writeFile(join(checkout, 'new.json'), JSON.stringify(snapshotOf(scene.repositories, 0)))
  const options = [`--from=${FILE}`, '--to=new.json', '--comfyui=none', ...args]
  return scene.program(['diff', ...options], checkout)
}

const path = (name: string) => scene.repositories.get(name).path

test('commits are listed of what was cloned or kept, and of nothing else', async () => {
  const checkout = await scene.checkout()
  const nodes = join(checkout, 'custom_nodes')
  await git(checkout, ['clone', '--quiet', path('bob/Plain'), join(nodes, 'Plain')])
  const kept = join(checkout, 'cache/github.com/cat/Scripted.git')
  await git(checkout, ['clone', '--quiet', '--bare', path('cat/Scripted'), kept])

  const { code, stdout } = await diff(checkout)
  expect(code).toBe(0)
  expect(stdout).toMatch(/^bob\/Plain: https:.*\/compare\/.*\n {2}[0-9a-f]+ Change 5 of Plain$/m)
  expect(stdout).toMatch(/^cat\/Scripted: https:/m)
  expect(stdout).not.toMatch(/^(cat|ann)\/\w+: .*\n {2}/m)

  const { commits } = JSON.parse((await diff(checkout, '--cache=cache', '--json')).stdout)
  const newest = (name: string) => ({ hash: scene.repositories.get(name).commits.at(-1) })
  expect(commits).toEqual({
    'https://github.com/bob/Plain': [expect.objectContaining(newest('bob/Plain'))],
    'https://github.com/cat/Scripted': [expect.objectContaining(newest('cat/Scripted'))],
  })
})

test('what is no address is compared, and looked for nowhere', async () => {
  const checkout = await scene.checkout({
    more: { git_custom_nodes: { 'ext::sh -c id': { hash: 'a'.repeat(40), disabled: false } } },
  })
  const text = await readFile(join(checkout, FILE), 'utf8')
  await writeFile(join(checkout, 'old.json'), text.replace('a'.repeat(40), 'b'.repeat(40)))
  const options = ['--from=old.json', `--to=${FILE}`, '--cache=x']
  const { code, stdout } = await scene.program(['diff', ...options], checkout)
  expect([code, stdout]).toEqual([0, expect.stringContaining('moved')])
})

test('a state may be that of a commit, as its bytes are there', async () => {
  const checkout = await scene.checkout({ before: 2 })
  await git(checkout, ['init', '--quiet', '--initial-branch=main'])
  await writeFile(join(checkout, '.gitattributes'), '* ident filter=evil\n')
  await git(checkout, ['config', 'filter.evil.smudge', 'touch smudged; cat'])
  await git(checkout, ['config', 'diff.external', 'touch compared'])
  const commit = async (before: number, message: string) => {
    await writeFile(join(checkout, FILE), JSON.stringify(snapshotOf(scene.repositories, before)))
    await git(checkout, ['add', FILE])
    await git(checkout, ['commit', '--quiet', `--message=${message}`])
  }
  await commit(2, 'Old')
  await git(checkout, ['tag', 'old'])
  await commit(1, 'New')
  const changed = async (...args: string[]) => {
    const { stdout } = await scene.program(['diff', '--json', ...args], checkout)
    const { from, diff } = JSON.parse(stdout)
    return [from, diff.git.changed.map((each: { to: { commit: string } }) => each.to.commit)]
  }
  const at = (before: number) =>
    Object.values(snapshotOf(scene.repositories, before).git_custom_nodes).map(({ hash }) => hash)

  expect(await changed()).toEqual([`HEAD:./${FILE}`, []])
  await writeFile(join(checkout, FILE), JSON.stringify(snapshotOf(scene.repositories, 0)))
  expect((await changed())[1].toSorted()).toEqual(at(0).toSorted())
  const [from, commits] = await changed(`--from=old:${FILE}`, `--to=main:${FILE}`)
  expect([from, commits.toSorted()]).toEqual([`old:${FILE}`, at(1).toSorted()])
  expect((await readdir(checkout)).sort()).toEqual(['.git', '.gitattributes', FILE])
})
