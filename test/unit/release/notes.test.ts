import { expect, test } from '@jest/globals'
import { readCommit } from '../../../scripts/release/commits.ts'
import { notesOf } from '../../../scripts/release/notes.ts'

const told = (headers: readonly string[], previous: string | undefined = 'v1.1.0') => ({
  tag: 'v1.2.0',
  commit: 'c'.repeat(40),
  repository: 'org/image-actions',
  section: '### What you must do\n\nNothing.',
  previous,
  commits: headers.map((header, at) => readCommit(String(at).repeat(40), header, '')),
})

test('what a user must do comes first, then the commits by kind, then how to use it', () => {
  const notes = notesOf(told(['fix(merge): b', 'feat: a', 'docs: d', 'feat!: c', 'perf: e']))
  const order = ['### What you must do', 'since v1.1.0', '**Breaking**', 'c 333', '**New**', 'a 111']
  const rest = ['**Fixed**', 'merge: b 000', '**Faster**', 'e 444', '(1)</summary>', 'd 222', '### Use it']
  const places = [...order, ...rest].map((text) => notes.indexOf(text))
  expect(places).not.toContain(-1)
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(notes).toContain('`@v1` follows')
  expect(notes).toContain(`\`@${'c'.repeat(40)} # v1.2.0\``)
})

test('of a prerelease nobody is told of a tag that does not hold it', () => {
  const notes = notesOf({ ...told([]), tag: 'v2.0.0-rc.1' })
  expect(notes).toContain(`\`@${'c'.repeat(40)} # v2.0.0-rc.1\``)
  expect(notes).not.toContain('@v2')
})

test('a commit is told once', () => {
  const notes = notesOf(told(['feat!: only once']))
  expect(notes.match(/only once/g)).toHaveLength(1)
  expect(notes).not.toContain('**New**')
})

test('nobody is notified, and nothing is markup', () => {
  const notes = notesOf(told(['fix: thanks @octocat <img src=x> [a](b) `c`']))
  expect(notes).toContain('thanks @<!-- -->octocat \\<img src=x\\> \\[a\\](b) \\`c\\`')
})

test('the first release lists no history', () => {
  expect(notesOf(told(['feat: a'], undefined))).not.toContain('feat')
  expect(notesOf({ ...told(['feat: a']), previous: undefined })).not.toContain('Commits')
})

test('what is too long for GitHub loses its commits, and not its duties', () => {
  const notes = notesOf(told(Array.from({ length: 3000 }, (_, at) => `fix: ${at} ${'x'.repeat(60)}`)))
  expect(notes.length).toBeLessThan(125_000)
  expect(notes).toMatch(/What you must do[\s\S]*### Use it/)
})
