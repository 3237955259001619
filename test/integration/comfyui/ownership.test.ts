import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { openImage, type StartOptions } from './container.ts'

jest.setTimeout(120_000)

let image: Awaited<ReturnType<typeof openImage>>
let made = 0

beforeAll(async () => {
  image = await openImage()
})

afterAll(() => image.close())

const MODELS = '/app/ComfyUI/models'
const NODES = '/app/ComfyUI/custom_nodes'

/** Owners of paths, as the program finds them after the entrypoint was there. */
async function owners(paths: readonly string[], options: StartOptions): Promise<Record<string, string>> {
  const { stdout, stderr, exitCode } = await image.start({
    ...options,
    command: ['stat', '-c', '%n %u:%g', ...paths],
  })
  if (exitCode !== 0) throw new Error(stderr)
  return Object.fromEntries(
    stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' ') as [string, string]),
  )
}

/** A folder of this machine, mounted at a path. */
function volume(at: string, options = ''): string[] {
  const folder = `${image.folder}/volume-${++made}`
  mkdirSync(folder)
  return ['--volume', `${folder}:${at}${options}`]
}

describe('rule 8: owners', () => {
  test('of directories are PUID:PGID, and code stays root’s', async () => {
    const written = ['/app', '/app/ComfyUI', NODES, MODELS, `${MODELS}/checkpoints/put_checkpoints_here`]
    const code = ['/app/ComfyUI/main.py', `${NODES}/websocket_image_save.py`]
    const found = await owners([...written, ...code], { env: { PUID: '3000', PGID: '3001' } })
    expect(found).toEqual({
      ...Object.fromEntries(written.map((path) => [path, '3000:3001'])),
      ...Object.fromEntries(code.map((path) => [path, '0:0'])),
    })
  })

  test('that are right are not touched', async () => {
    // A new owner, be it the old one, sets the time of the last change of status.
    const before = `cd ${MODELS} && touch right wrong && chown 3000:3000 right && stat -c %z right >/tmp/was`
    const { stdout } = await image.start({
      env: { PUID: '3000', PGID: '3000' },
      before,
      command: ['sh', '-c', `cat /tmp/was; stat -c %z ${MODELS}/right; stat -c %u ${MODELS}/wrong`],
    })
    const [was, is, wrong] = stdout.trim().split('\n')
    expect([is, wrong]).toEqual([was, '3000'])
  })

  test('of links are theirs, not those of what they lead to', async () => {
    const before = `ln -s /etc/hostname ${MODELS}/link && touch "${MODELS}/with a blank"`
    const { stdout } = await image.start({
      env: { PUID: '3000' },
      before,
      command: [
        'sh',
        '-c',
        `stat -c %u ${MODELS}/link "${MODELS}/with a blank"; stat -L -c %u ${MODELS}/link`,
      ],
    })
    expect(stdout).toBe('3000\n3000\n0\n')
  })

  test('in volumes are PUID:PGID, of code too, as nothing is baked there', async () => {
    const paths = [`${NODES}/node`, `${NODES}/node/main.py`, `${MODELS}/a/model`]
    const before = `mkdir ${NODES}/node ${MODELS}/a && touch ${paths[1]} ${paths[2]} && chmod 700 ${MODELS}/a`
    const podman = [...volume(NODES), ...volume(MODELS)]
    expect(await owners(paths, { podman, before, env: { PUID: '0' } })).toMatchObject({
      [paths[0]!]: '0:1000',
    })
    const found = await owners(paths.slice(0, 2), { podman, env: { PUID: '3000', PGID: '3001' } })
    expect(Object.values(found)).toEqual(['3000:3001', '3000:3001'])
  })

  test('on file systems further down stay as they are', async () => {
    const podman = ['--tmpfs', `${MODELS}/elsewhere`]
    const found = await owners([`${MODELS}/elsewhere/file`], {
      podman,
      before: `touch ${MODELS}/elsewhere/file`,
      env: { PUID: '3000' },
    })
    expect(Object.values(found)).toEqual(['0:0'])
  })

  test('in the home follow another PUID, also where it is mounted', async () => {
    const podman = volume('/app/.local')
    const first = { podman, before: 'touch /app/.local/package' }
    await owners(['/app/.local/package'], first)
    const found = await owners(['/app/.local', '/app/.local/package'], { podman, env: { PUID: '3000' } })
    expect(Object.values(found)).toEqual(['3000:1000', '3000:1000'])
  })

  test('CHOWN=never leaves all of them', async () => {
    const { facts, warnings } = await image.start({ env: { PUID: '3000', CHOWN: 'never' } })
    expect([facts?.uid, facts?.owners['/app'], facts?.owners[MODELS], warnings]).toEqual([
      3000,
      '1000:1000',
      '1000:1000',
      [],
    ])
  })

  test('that can’t be changed are warned about, once, and the program starts', async () => {
    const { facts, warnings } = await image.start({
      podman: [...volume(MODELS, ':ro')],
      env: { PUID: '3000' },
    })
    expect([facts?.uid, facts?.owners['/app'], facts?.owners[MODELS]]).toEqual([3000, '3000:1000', '0:0'])
    expect(warnings).toEqual([
      expect.stringMatching(/not everything .* 3000:1000 \(.*models.*\); CHOWN=never/),
    ])
  })

  test('of another program’s directories are what APP_DATA and APP_CODE name', async () => {
    const found = await owners(['/srv/data/file', '/srv/code', '/srv/code/file', MODELS], {
      env: { PUID: '3000', APP_DATA: '/srv/data:/srv/absent', APP_CODE: '/srv/code' },
      before: 'mkdir /srv/data /srv/code && touch /srv/data/file /srv/code/file',
    })
    expect(Object.values(found)).toEqual(['3000:1000', '3000:1000', '0:0', '1000:1000'])
  })
})
