// actions/download-artifact, from the folder of the run.
import { cpSync } from 'node:fs'
import { join } from 'node:path'

const { STAND_INS: world, GITHUB_RUN_ID: id, GITHUB_WORKSPACE: folder } = process.env
cpSync(join(world, 'artifacts', id, process.env.INPUT_NAME), join(folder, process.env.INPUT_PATH), {
  recursive: true,
})
