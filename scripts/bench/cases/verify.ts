import { spawn } from 'node:child_process'
import { access, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parse, stringify } from 'yaml'
import { root } from '../../setup/places.mjs'
import { dist } from '../action.ts'
import type { Bench, BenchCase } from '../case.ts'
import { interleaved, ratio, timed } from '../measure.ts'
import { containerStructureTest, dgoss } from '../peers.ts'

const EXAMPLE = join(root, 'examples/fastapi-api')
const CONFIGURATION = join(import.meta.dirname, 'verify')
const IMAGE = 'localhost/image-actions-bench/fastapi-api'
/** Made by set-up, as the public ones can't be pulled everywhere. */
const BASE = 'localhost/image-actions'
/** Where systemd is missing, podman can't leave health checks to it. */
const ENV = { DISABLE_HC_SYSTEMD: 'true' }

/** One image and the same questions, as far as each can ask them. */
export const run: BenchCase = async (bench) => {
  await buildExample(bench)
  const file = await checkFile(bench)
  const programs = { structureTest: containerStructureTest(), ...dgoss() }
  const service = await dockerService(bench)
  const postgres = `${BASE}/postgres`
  const samples = await interleaved(bench.runs(5), {
    verify: async () => {
      const command = [process.execPath, join(dist, 'pipeline/cli.js'), 'verify', IMAGE] as const
      return (await timed([...command, '--file', file, '--variables', `postgres=${postgres}`], { env: ENV }))
        .cost
    },
    'container-structure-test': async () => {
      const config = join(CONFIGURATION, 'structure-test.yaml')
      const command = [programs.structureTest, 'test', '--image', IMAGE, '--config', config] as const
      return (await timed(command, { env: { ...ENV, DOCKER_HOST: service } })).cost
    },
    dgoss: async () => {
      const env = { ...ENV, GOSS_PATH: programs.goss, CONTAINER_RUNTIME: 'podman' }
      return (await timed([join(CONFIGURATION, 'dgoss.sh'), programs.dgoss, IMAGE, postgres], { env })).cost
    },
  })
  const against = (peer: 'container-structure-test' | 'dgoss') => ratio(samples.verify, samples[peer], 'wall')
  return {
    figures: [
      {
        what: 'time, against container-structure-test',
        ...against('container-structure-test'),
        unit: '×',
        aim: 0.2,
        bound: 0.3,
      },
      { what: 'time, against dgoss', ...against('dgoss'), unit: '×', aim: 0.8, bound: 0.9 },
    ],
    notes: [
      'The check file of examples/fastapi-api, save its rebuild; the others ask the same as far as they can say it (scripts/bench/cases/verify).',
      'container-structure-test starts each of its tests in a container of its own, and no database; the CPU of the service that it uses is not counted.',
      'dgoss is run twice, with a database and without; it can’t look at the config, the history, the layers, process 1, the logs and the way it stops.',
    ],
    samples,
  }
}

async function buildExample(bench: Bench): Promise<void> {
  const bases = [`PYTHON=${BASE}/python`, `UV=${BASE}/uv`].flatMap((pair) => ['--build-arg', pair])
  bench.finally(() => timed(['podman', 'rmi', '--force', IMAGE], { mayFail: true }))
  await timed(['podman', 'build', '--layers', '--format', 'docker', '--tag', IMAGE, ...bases, EXAMPLE])
}

/** Nobody else can look at a second build. */
async function checkFile(bench: Bench): Promise<string> {
  const { rebuild: _, ...checks } = parse(await readFile(join(EXAMPLE, 'image-verify.yml'), 'utf8'))
  const file = join(bench.folder, 'image-verify.yml')
  await writeFile(file, stringify(checks))
  return file
}

/** podman, for what knows Docker only; it runs on, as Docker would. */
async function dockerService(bench: Bench): Promise<string> {
  const socket = join(bench.folder, 'podman.sock')
  const address = `unix://${socket}`
  const service = spawn('podman', ['system', 'service', '--time', '0', address], {
    env: { ...process.env, ...ENV },
    stdio: 'ignore',
  })
  bench.finally(() => service.kill())
  for (let tries = 0; tries < 100; tries++) {
    const listens = await access(socket).then(
      () => true,
      () => false,
    )
    if (listens) return address
    await pause(100)
  }
  throw new Error('podman’s service did not start.')
}
