import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { messagesOf } from '../../../../actions/base/errors.ts'
import { indexOptionOf } from '../../../../actions/nodes/packages/index-options.ts'
import { linesOf, readRequirements, requirementOf } from '../../../../actions/nodes/packages/requirements.ts'

describe('a line', () => {
  test.each([
    ['six', 'six', false],
    ['Pillow>=10,<12', 'pillow', false],
    ['opencv_python.headless [all] ~= 4.8 ; python_version < "3.13"', 'opencv-python-headless', false],
    ['six (>=1.15)', 'six', false],
    ['clip @ git+https://github.com/o/clip.git@main', 'clip', true],
    ['git+https://github.com/o/clip.git#egg=CLIP', 'clip', true],
    ['git+https://github.com/o/clip.git', undefined, true],
    ['https://host/dl/insight_face-0.7-cp312-none-any.whl', 'insight-face', true],
  ])('%s wants %s', (text, name, addressed) => {
    expect(requirementOf(text)).toEqual({ text, name, addressed })
  })

  test.each([
    ['-e .'],
    ['./wheels/a.whl'],
    ['../a'],
    ['git+ssh://git@github.com/o/r'],
    ['git+https://user:secret@github.com/o/r'],
    ['http://host/a-1.whl'],
    ['a @ file:///etc'],
    ['git+file:///srv/r'],
    ['a b'],
    ['six=1.0'],
    ['six; rm -rf'.replace(';', '|')],
    // Python ends a line here, and the rest would be an option of its own.
    ['six>=1\u000b--index-url=https://elsewhere/'],
    ['six>=1\u2028-r /etc/shadow'],
    ['six>=1;\u0085--trusted-host=elsewhere'],
    ['six>=1\u001c-e .'],
    ['six>=1 --global-option=x'],
    ["six; python_version > '3' --config-settings=x=y"],
    // Variables are filled in, whatever they hold.
    ['six @ https://elsewhere/\u0024{GITHUB_TOKEN}/six-1.whl'],
    ['https://elsewhere/\u0024{GITHUB_TOKEN}/six-1.whl'],
  ])('%s is none', (text) => expect(requirementOf(text)).toBeUndefined())

  test('what begins with a dash is never a requirement', () => {
    fc.assert(fc.property(fc.string(), (text) => requirementOf(`-${text}`) === undefined))
  })

  test('goes on after a backslash, and ends where a comment begins', () => {
    const text = '\uFEFFsix \\\r\n  >=1 # why\r\n\n#none\nhttps://h/a#egg=b\n'
    expect(linesOf(text)).toEqual(['six   >=1', 'https://h/a#egg=b'])
  })
})

describe('an option', () => {
  test.each([
    [
      '--extra-index-url https://download.example/cu128',
      { kind: 'index', value: 'https://download.example/cu128' },
    ],
    ['-i=https://download.example', { kind: 'index', value: 'https://download.example' }],
    ['--find-links https://x/y', { kind: 'links', value: 'https://x/y' }],
    ['--pre', { kind: 'prerelease' }],
    ['--only-binary :all:', { kind: 'only-binary', value: ':all:' }],
    ['--extra-index-url http://download.example', undefined],
    ['--extra-index-url https://user:secret@h/', undefined],
    ['--extra-index-url https://h/\u0024{GITHUB_TOKEN}/', undefined],
    ['--find-links /root', undefined],
    ['--trusted-host h', undefined],
    ['--target=/usr', undefined],
    ['--no-binary --target', undefined],
    ['-e .', undefined],
    ['--editable=.', undefined],
    ['-c other.txt', undefined],
  ])('%s', (line, option) => expect(indexOptionOf(line)).toEqual(option))
})

describe('a file', () => {
  let folder: string
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'packages-')), 'node')
    await mkdir(join(folder, 'more'), { recursive: true })
  })
  afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }))
  const read = async (text: string) => {
    await writeFile(join(folder, 'requirements.txt'), text)
    return await readRequirements('Node A', folder, 'requirements.txt')
  }

  test('takes others of its folder, each once', async () => {
    await writeFile(join(folder, 'more/b.txt'), 'b\n-r ../requirements.txt\n--requirement=c.txt\n')
    await writeFile(join(folder, 'more/c.txt'), 'c --hash=sha256:00\n--pre\n')
    const { requirements, options, warnings, texts } = await read('a\n-r more/b.txt\n')
    expect(requirements.map(({ text }) => text)).toEqual(['a', 'b', 'c'])
    expect(options).toEqual([{ kind: 'prerelease' }])
    expect(warnings).toEqual([
      expect.stringMatching(/^Node A: the hashes of c/),
      expect.stringMatching(/^Node A: more\/c\.txt has the option --pre/),
    ])
    expect(texts).toHaveLength(3)
  })

  test('names the node with everything that is wrong', async () => {
    await writeFile(join(folder, '../outside.txt'), 'x\n')
    await symlink('../outside.txt', join(folder, 'link.txt'))
    const text = '-e .\n-r ../outside.txt\n-r link.txt\n-r gone.txt\n./local\nfine\n--target=/\n'
    const said = await read(text).then(() => [], messagesOf)
    expect(said).toEqual([
      expect.stringMatching(/^Node A: "-e \." in requirements\.txt is an option/),
      expect.stringMatching(/^Node A: \.\.\/outside\.txt is outside/),
      expect.stringMatching(/^Node A: link\.txt is outside/),
      expect.stringMatching(/^Node A: gone\.txt is not there/),
      expect.stringMatching(/^Node A: "\.\/local" in requirements\.txt is no requirement/),
      expect.stringMatching(/^Node A: "--target=\/" in requirements\.txt is an option/),
    ])
  })
  test('is told without what one logs in with', async () => {
    const text = '--index-url https://me:se@cret@host/\ngit+https://secret@host/o/r\n'
    const said = String(await read(text).catch(messagesOf))
    expect(said).toContain('//host/o/r')
    expect(said).not.toMatch(/secret|cret@/)
  })
})
