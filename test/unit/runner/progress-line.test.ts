import { beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { openProgressLine, progressText } from '../../../actions/runner/progress-line.ts'

let time = 0
let written: string[] = []
beforeEach(() => {
  time = 1_000
  written = []
})
const line = (columns?: number) =>
  openProgressLine(
    { write: (text) => written.push(text), ...(columns === undefined ? {} : { columns }) },
    () => time,
  )

describe('the line', () => {
  test('is drawn over itself, and goes when the list is done', () => {
    const { draw } = line()
    draw('listing', 0, 2)
    time += 1_000
    draw('listing', 1, 2)
    draw('listing', 2, 2)
    expect(written).toEqual([
      `\r${'░'.repeat(20)} 0/2 listing\x1b[K`,
      `\r${'█'.repeat(10)}${'░'.repeat(10)} 1/2 listing\x1b[K`,
      '\r\x1b[K',
    ])
  })

  test('is cleared once, and only where it stands', () => {
    const { draw, clear } = line()
    clear()
    expect(written).toEqual([])
    draw('listing', 1, 2)
    clear()
    clear()
    expect(written.slice(1)).toEqual(['\r\x1b[K'])
  })

  test('is not drawn more often than can be read, but at once after other words', () => {
    const { draw, clear } = line()
    for (let done = 0; done < 1_000; done++) draw('deleting', done, 10_000)
    expect(written).toHaveLength(1)
    clear()
    draw('deleting', 1_000, 10_000)
    expect(written.at(-1)).toContain(' 1000/10000 deleting')
  })

  test.each([
    [undefined, 79],
    [0, 79],
    [30, 29],
  ])('in %s columns is at most %i wide', (columns, width) => {
    line(columns).draw('x'.repeat(500), 1, 2)
    expect(written.join('').replace('\r', '').replace('\x1b[K', '')).toHaveLength(width)
  })
})

describe('the text', () => {
  test.each([
    [0, 0, '0 versions'],
    [300, 0, '300 versions'],
    [7, 250, `${'░'.repeat(20)}   7/250 versions`],
    [249, 250, `${'█'.repeat(19)}░ 249/250 versions`],
  ])('of %i of %i is %j', (done, total, expected) => {
    expect(progressText('versions', done, total, 80)).toBe(expected)
  })

  test('commands no terminal, whatever a name says', () => {
    expect(progressText('a\x1b[2J\nb\x9b1m', 1, 0, 80)).toBe('1 a [2J b 1m')
  })

  test('is never wider than asked, and never has more bar than there is', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), fc.nat(200), (what, done, total, width) => {
        const text = progressText(what, done, total, width)
        expect(text.length).toBeLessThanOrEqual(width)
        expect(text.match(/[█░]/g)?.length ?? 0).toBeLessThanOrEqual(20)
      }),
    )
  })
})
