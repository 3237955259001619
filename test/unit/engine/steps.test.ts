import { describe, expect, test } from '@jest/globals'
import { BuildSteps } from '../../../actions/engine/steps.ts'

const ID = 'b'.repeat(64)
const heard = (text: string) => {
  const steps = new BuildSteps()
  for (const line of text.split('\n')) steps.hear(line)
  return steps
}
const listOf = (text: string) =>
  heard(text).list.map(({ instruction, cached }) => [instruction, cached ? 'cached' : 'built'])

describe('the steps of a build', () => {
  test('of one stage: FROM is none, and each has its own origin', () => {
    const text = `STEP 1/4: FROM scratch
STEP 2/4: COPY req /req
--> Using cache ${ID}
--> bbbbbbbbbbb
STEP 3/4: RUN echo "STEP" && true
STEP of its own
--> ccccccccccc
STEP 4/4: CMD ["/bin/sh"]
--> Using cache ${ID}
COMMIT
--> bbbbbbbbbbb`
    expect(listOf(text)).toEqual([
      ['COPY req /req', 'cached'],
      ['RUN echo "STEP" && true', 'built'],
      ['CMD ["/bin/sh"]', 'cached'],
    ])
  })

  test('of several stages, in small letters and with the name of a stage', () => {
    const text = `[1/2] STEP 1/2: from scratch AS builder
[1/2] STEP 2/2: copy a /a
--> aaaaaaaaaaa
[2/2] STEP 1/2: FROM scratch
[2/2] STEP 2/2: COPY --from=builder /a /a
--> Using cache ${ID}`
    expect(listOf(text)).toEqual([
      ['copy a /a', 'built'],
      ['COPY --from=builder /a /a', 'cached'],
    ])
  })

  test('are counted right where stages are built at the same time', () => {
    const text = `[2/2] STEP 1/2: FROM scratch
[1/2] STEP 1/2: FROM scratch AS builder
[2/2] STEP 2/2: COPY --from=builder /a /a
[1/2] STEP 2/2: COPY a /a
--> Using cache ${ID}
--> bbbbbbbbbbb
--> Using cache ${ID}`
    const { list, cacheHits } = heard(text)
    expect([list.length, cacheHits]).toEqual([2, 2])
  })

  test.each([`--> Using cache ${'b'.repeat(63)}`, `echo --> Using cache ${ID}`, 'Using cache'])(
    'are not told by %j',
    (line) => expect(listOf(`STEP 2/2: COPY a /a\n${line}`)).toEqual([['COPY a /a', 'built']]),
  )
})
