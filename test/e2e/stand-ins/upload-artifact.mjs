// actions/upload-artifact, into a folder of the run.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const { STAND_INS: world, GITHUB_RUN_ID: id, GITHUB_WORKSPACE: folder, INPUT_NAME: name } = process.env
const target = join(world, 'artifacts', id, name)
const source = join(folder, process.env.INPUT_PATH)
if (readdirSync(source).length === 0) throw new Error(`${source} is empty`)
if (existsSync(target) && process.env.INPUT_OVERWRITE !== 'true') throw new Error('409 Conflict')
rmSync(target, { recursive: true, force: true })
mkdirSync(join(target, '..'), { recursive: true })
cpSync(source, target, { recursive: true })
