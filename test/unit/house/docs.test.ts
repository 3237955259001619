import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { checkout } from './tracked.ts'

type Describe = (name: string) => Record<string, Record<string, unknown>>

const { fillTables }: { fillTables(text: string, describe: Describe): string } = await import(
  join(checkout, 'scripts/docs.mjs')
)

describe('the generated tables', () => {
  const manifest = {
    inputs: {
      plain: { description: 'One <word>.' },
      piped: { description: 'Two\n  lines, a|b.', default: 'a\nb|c' },
      needed: { description: 'Given.', required: true },
    },
    outputs: {},
  }
  const fill = (text: string) => fillTables(text, () => manifest)

  test('have a row for each input, with what would break a table escaped', () => {
    expect(fill('before\n<!-- inputs x -->\nold\n<!-- /inputs -->\nafter')).toBe(
      [
        'before',
        '<!-- inputs x -->',
        '| Input | Meaning | Default |',
        '| --- | --- | --- |',
        '| `plain` | One &lt;word>. |  |',
        '| `piped` | Two lines, a\\|b. | `a`<br>`b\\|c` |',
        '| `needed` | Given. | **required** |',
        '<!-- /inputs -->',
        'after',
      ].join('\n'),
    )
  })

  test('are written once: a second time changes nothing, nor does text without a marker', () => {
    const once = fill('<!-- inputs x -->\n<!-- /inputs -->\n<!-- outputs x -->\n<!-- /outputs -->')
    expect(fill(once)).toBe(once)
    expect(once).toContain('No outputs.')
    expect(fill('<!-- inputs x --> alone')).toBe('<!-- inputs x --> alone')
  })

  test('are up to date', () => {
    const args = ['scripts/docs.mjs', '--check']
    expect(execFileSync(process.execPath, args, { cwd: checkout, encoding: 'utf8' })).toBe('')
  })
})
