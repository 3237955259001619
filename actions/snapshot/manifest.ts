import { type ManifestInput, readManifest } from '../runner/command-line/manifest-inputs.ts'

/** The action's inputs are the program's options. The program of one file holds them itself: see scripts/build.mjs. */
export function snapshotInputs(): ManifestInput[] {
  return readManifest(new URL('../../snapshot/action.yml', import.meta.url))
}
