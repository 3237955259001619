import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { allowPlainHttp } from '../../../actions/engine/plain-http.ts'

describe('plain HTTP', () => {
  const root = mkdtempSync(join(tmpdir(), 'plain-http-'))
  afterAll(() => rmSync(root, { recursive: true }))
  const folder = () => mkdtempSync(join(root, 'job-'))
  const machine = join(root, 'machine.conf')
  writeFileSync(machine, 'unqualified-search-registries = ["example.com"]\n')
  const added = '\n[[registry]]\nlocation = "127.0.0.1:5000"\ninsecure = true\n'

  test('is allowed to the hosts named, beside what the machine says', async () => {
    const { CONTAINERS_REGISTRIES_CONF: path } = await allowPlainHttp(['127.0.0.1:5000'], folder(), {
      CONTAINERS_REGISTRIES_CONF: machine,
    })
    expect(readFileSync(path ?? '', 'utf8')).toBe(`${readFileSync(machine, 'utf8')}${added}`)
    expect(readFileSync(machine, 'utf8')).not.toContain('insecure')
  })

  test('finds the settings of the user', async () => {
    const home = folder()
    mkdirSync(join(home, '.config/containers'), { recursive: true })
    writeFileSync(join(home, '.config/containers/registries.conf'), '# mine\n')
    const { CONTAINERS_REGISTRIES_CONF: path } = await allowPlainHttp(['127.0.0.1:5000'], folder(), {
      HOME: home,
    })
    expect(readFileSync(path ?? '', 'utf8')).toBe(`# mine\n${added}`)
  })

  test('needs no settings where nobody speaks it', async () => {
    expect(await allowPlainHttp([], '/nonexistent', {})).toEqual({})
  })
})
