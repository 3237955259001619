import * as z from 'zod'
import { type Digest, isDigest } from './digest.ts'

/** A digest in a document; apart from digest.ts, so that what reads no documents loads no zod. */
export const digestSchema = z.custom<Digest>(
  (value) => typeof value === 'string' && isDigest(value),
  'is not a digest (sha256:…)',
)
