// Summaries of runs that really happen, as GitHub shows them, into docs/pictures. What runs is the committed bundle.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../setup/places.mjs'
import { pageOf } from './page.ts'
import { openScene } from './scene.ts'
import { shoot } from './shoot.ts'

const target = join(root, 'docs/pictures')
const folder = await mkdtemp(join(tmpdir(), 'pictures-'))
const scene = await openScene(folder)
try {
  await mkdir(target, { recursive: true })
  await scene.publish('The first one')
  await picture('published', await scene.publish('A better page'))
  await picture('failed', await scene.publishWithoutArm64('A page for one of two'))
} finally {
  await scene.close()
  await rm(folder, { recursive: true, force: true })
}

async function picture(name: string, summary: string): Promise<void> {
  const file = join(target, `${name}.png`)
  await shoot(pageOf(summary), { folder, file })
  process.stdout.write(`Written: ${file}\n`)
}
