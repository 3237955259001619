import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const WIDTH = 980
const execute = promisify(execFile)

/** What headless Chromium shows of a page, at its whole height. */
export async function shoot(page: string, { folder, file }: { folder: string; file: string }): Promise<void> {
  const path = join(folder, 'page.html')
  await writeFile(path, page)
  const chromium = (args: string[]) =>
    execute(
      'chromium',
      // Our own page in a place of its own, which reaches nothing; as root there is no other way.
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--virtual-time-budget=20000',
        `--user-data-dir=${join(folder, 'chromium')}`,
        ...args,
        `file://${path}`,
      ],
      { maxBuffer: 64 * 1024 * 1024 },
    )
  const { stdout } = await chromium([`--window-size=${WIDTH},800`, '--dump-dom'])
  const height = Number(/<title>(\d+)<\/title>/.exec(stdout)?.[1])
  if (!height) throw new Error('Chromium did not render the page to its end.')
  await chromium([
    `--window-size=${WIDTH},${height}`,
    '--force-device-scale-factor=1.5',
    '--hide-scrollbars',
    `--screenshot=${file}`,
  ])
}
