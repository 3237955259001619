import type { Image } from '../../engine/image.ts'
import type { CheckServices } from '../check.ts'
import type { CheckFile } from '../file/schema.ts'
import { checkHardening } from '../hardening/check.ts'
import { asksForContents, checkImage } from '../image/check.ts'
import { configOf } from '../image/config.ts'
import { checkSecrets } from '../secrets/check.ts'
import { FileScan } from '../secrets/file-scan.ts'
import { type ContentsRequest, readContents } from './contents.ts'
import { checkFiles } from './files.ts'

/** All that can be said of an image without starting it. Its layers are read once, and only where something asks for them. */
export async function checkStatic(image: Image, checks: CheckFile, services: CheckServices): Promise<void> {
  const { engine, results, signal } = services
  const config = configOf(image)
  const scan = checks.secrets ? new FileScan() : undefined
  const contents = needsContents(checks)
    ? await readContents(engine, image, { ...requestFor(checks, scan), signal })
    : undefined
  if (checks.image) await checkImage(checks.image, { image, config, contents }, results)
  if (!contents) return
  if (checks.files) await checkFiles(checks.files, contents, results)
  if (checks.hardening) await checkHardening(checks.hardening, { image, contents }, services)
  if (checks.secrets && scan)
    await checkSecrets(checks.secrets, { config, contents, files: scan.found }, results)
}

function needsContents({ image, files, hardening, secrets }: CheckFile): boolean {
  return [files?.length, hardening, secrets, asksForContents(image)].some(Boolean)
}

function requestFor({ files = [] }: CheckFile, scan: FileScan | undefined): ContentsRequest {
  const texts = files.filter(({ contains, excludes, matches }) => contains ?? excludes ?? matches)
  return {
    texts: texts.map(({ path }) => path),
    ...(scan ? { onFile: (entry, layer) => scan.reader(entry, layer) } : {}),
  }
}
