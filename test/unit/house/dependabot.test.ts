import { globSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { checkout, ourFiles, read } from './tracked.ts'

interface Update {
  'package-ecosystem': string
  directory?: string
  directories?: string[]
  cooldown?: { 'default-days'?: number }
}

const updates: Update[] = parse(read('.github/dependabot.yml')).updates

function directoriesOf(ecosystem: string): string[] {
  return updates
    .filter((update) => update['package-ecosystem'] === ecosystem)
    .flatMap(({ directory, directories = [] }) => [...directories, ...(directory ? [directory] : [])])
}

/** The workflows that Dependabot looks at there; at the top it looks into the usual folder by itself. */
function workflowsIn(directory: string): string[] {
  const folder = directory === '/' ? '.github/workflows' : directory.slice(1)
  return globSync(join(folder, '*.yml'), { cwd: checkout })
}

describe('what Dependabot proposes', () => {
  test('is a week old at least', () => {
    expect(updates.length).toBeGreaterThan(0)
    for (const { cooldown } of updates) expect(cooldown?.['default-days']).toBeGreaterThanOrEqual(7)
  })

  test('are packages, and actions for every workflow that uses those of others', () => {
    const ofOthers = /\buses: (?!org\/image-actions|\.\/)[\w.-]+\/[\w./-]+@/
    const using = ourFiles('*.yml').filter(
      (file) => file.includes('workflows/') && !file.startsWith('test/') && ofOthers.test(read(file)),
    )
    const proposed = directoriesOf('github-actions').flatMap(workflowsIn)
    expect(using.filter((file) => !proposed.includes(file))).toEqual([])
    expect(using.length).toBeGreaterThan(5)
    expect(directoriesOf('npm')).toEqual(['/'])
  })
})
