import * as z from 'zod'
import { type Digest, digestOf } from './digest.ts'

/** A manifest in a document: JSON holds its bytes as a text, from which they come back as they were. */
export const keptManifest = z.strictObject({ mediaType: z.string(), content: z.string() })

type Kept = z.infer<typeof keptManifest>

export function keepManifest({ mediaType, bytes }: { mediaType: string; bytes: Uint8Array }): Kept {
  return { mediaType, content: Buffer.from(bytes).toString('utf8') }
}

/** Where nobody vouches for its digest, it has that of its bytes. */
export function recallManifest({ mediaType, content }: Kept, known?: Digest) {
  const bytes = Buffer.from(content)
  return { digest: known ?? digestOf(bytes), mediaType, bytes }
}
