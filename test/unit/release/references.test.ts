import { expect, test } from '@jest/globals'
import { namesIn, nameTag, wrongMajors } from '../../../scripts/release/references.ts'
import { ourFiles, read } from '../house/tracked.ts'

const OURS = `
      - uses: org/image-actions/prepare@main # zizmor: ignore[unpinned-uses]
      - uses: org/image-actions@v1.0.0
    uses: org/image-actions/.github/workflows/build-images.yml@main
`

test('all of ours name the tag, and what stands behind stays', () => {
  const named = nameTag(OURS, 'v1.2.3')
  expect(namesIn(OURS)).toEqual(['main', 'v1.0.0'])
  expect(namesIn(named)).toEqual(['v1.2.3'])
  expect(named).toContain('prepare@v1.2.3 # zizmor: ignore[unpinned-uses]')
})

test.each([
  'uses: actions/checkout@d23441a48e516b6c34aea4fa41551a30e30af803 # v6.1.0',
  'uses: other-org/image-actions/prepare@main',
  'uses: org/image-actions-more/prepare@main',
  'group: image-actions-merge-main',
])('%s is not ours', (line) => {
  expect(nameTag(line, 'v1.2.3')).toBe(line)
})

test('of the workflows that callers use, nothing stays at main', () => {
  const files = ourFiles('.github/workflows/*.yml').filter((file) => namesIn(read(file)).length > 0)
  expect(files.length).toBeGreaterThan(2)
  for (const file of files) {
    expect(nameTag(read(file), 'v1.2.3')).not.toMatch(/org\/image-actions[\w./-]*@main/)
    expect(nameTag(nameTag(read(file), 'v1.2.3'), 'main')).toBe(nameTag(read(file), 'main'))
  }
})

test.each([
  ['uses: org/image-actions/build@v1', []],
  ['uses: org/image-actions@v2', ['v2']],
  ['org/image-actions/.github/workflows/build-images.yml@v3', ['v3']],
  ['https://raw.githubusercontent.com/org/image-actions/v2/dist/snapshot/cli.js', ['v2']],
  ['`org/image-actions/build@v1.2.3`', []],
  ['uses: org/image-actions/build@v10', ['v10']],
  ['actions/checkout@v6', []],
])('%s tells readers of other majors than 1: %j', (text, expected) => {
  expect(wrongMajors(text, '1.4.0')).toEqual(expected)
})
