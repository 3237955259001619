// Writes what the real tool saves of each scene into test/unit/nodes/recorded: node test/doubles/comfyui/record.ts
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SCENES, saveScene } from './scenes.ts'

const recorded = join(import.meta.dirname, '../../unit/nodes/recorded')
const folder = mkdtempSync(join(tmpdir(), 'record-'))
mkdirSync(recorded, { recursive: true })
for (const name of Object.keys(SCENES))
  writeFileSync(join(recorded, name), await saveScene(name, join(folder, name)))
rmSync(folder, { recursive: true })
