import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bench, BenchCase } from '../case.ts'
import { MB, randomBytes, writeContent } from '../content.ts'
import { type Cost, median, timed } from '../measure.ts'
import { makeContext, openStore, type Store } from '../podman.ts'
import { bundleProgram } from '../program.ts'
import type { StaticAnswer, StaticOrder } from '../static-process.ts'

/** As an image of a scripting language: very many small files, a few big ones, 200 MB together. */
const SMALL = { folders: 200, files: 100, bytes: 4000 }
const BIG = [50, 40, 30]

/** Everything that can be asked without a start, so that each byte of each layer is looked at. */
const CHECKS = `version: 1
image: { workdir: /srv, max-size: 250 MB, max-layers: 10 }
files:
  - { path: /srv/packages/7/module42.py, non-empty: true, owner: "0:0", contains: def }
  - { path: /srv/data0, type: file, mode: "0644" }
  - { path: /srv/tests, exists: false }
hardening: {}
secrets: {}
`

/** The part of a verification that does not start the image. Size is the point, also with --short. */
export const run: BenchCase = async (bench) => {
  const store = await openStore(bench)
  const image = await buildLarge(bench, store)
  const program = await bundleProgram('static-process')
  const costs: Cost[] = []
  const answers: StaticAnswer[] = []
  for (let round = 0; round < bench.runs(5); round++) {
    const order: StaticOrder = { image, checks: CHECKS, folder: bench.folder, store: store.place }
    const { cost, stdout } = await timed([process.execPath, program, JSON.stringify(order)], {
      env: store.env,
    })
    const answer = JSON.parse(stdout) as StaticAnswer
    if (answer.others.length > 0) throw new Error(`Not passed: ${answer.others.join(', ')}.`)
    costs.push(cost)
    answers.push(answer)
  }
  const time = median(answers.map((answer) => answer.time))
  const peak = Math.max(...answers.map((answer) => answer.peak)) / 1e6
  return {
    figures: [
      { what: 'time of the static part', value: time, unit: 's', aim: 5, bound: 5 },
      { what: 'peak memory of our process', value: peak, unit: 'MB', aim: 200, bound: 200 },
    ],
    notes: [
      `An image of 200 MB with ${SMALL.folders * SMALL.files} small files and ${BIG.length} big ones: ${answers[0]?.passed} checks of its config, files, rights, caches and of secrets in every layer.`,
    ],
    samples: { 'static part': costs },
  }
}

async function buildLarge(bench: Bench, store: Store): Promise<string> {
  const copies = BIG.map((_size, index) => `COPY data${index} /srv/data${index}\n`)
  const folder = await makeContext(
    join(bench.folder, 'large'),
    `FROM scratch\nCOPY packages /srv/packages\n${copies.join('')}WORKDIR /srv\n`,
  )
  await writeSmall(join(folder, 'packages'))
  for (const [index, size] of BIG.entries())
    await writeContent(join(folder, `data${index}`), size * MB, `data ${index}`)
  return store.build(folder, '--format', 'docker')
}

async function writeSmall(packages: string): Promise<void> {
  for (let number = 0; number < SMALL.folders; number++) {
    const folder = join(packages, String(number))
    await mkdir(folder, { recursive: true })
    for (let file = 0; file < SMALL.files; file++)
      await writeFile(join(folder, `module${file}.py`), source(`${number} ${file}`))
  }
}

/** Lines as of a program, each another. */
function source(seed: string): string {
  const names =
    randomBytes(SMALL.bytes / 8, seed)
      .toString('hex')
      .match(/.{10}/g) ?? []
  return names
    .map((name) => `def f_${name}(value):\n    return value\n`)
    .join('')
    .slice(0, SMALL.bytes)
}
