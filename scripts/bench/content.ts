import { createCipheriv, createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export const MB = 1_000_000
/** Random and text take turns, in pieces of together this size. */
const TURN = 64 * 1024
/** The part of random bytes with which gzip leaves 62 %, as of a usual image. */
const RANDOM = 0.385

/** A file as images hold them, half of it hard to compress; the same for the same seed. */
export async function writeContent(path: string, bytes: number, seed: string): Promise<void> {
  await pipeline(Readable.from(contentOf(bytes, seed)), createWriteStream(path))
}

/** A file of one block over and over, which gzip can't shrink as it looks back 32 kB only: quick to make, of any size. */
export async function writeRepeated(path: string, bytes: number): Promise<void> {
  const block = randomBytes(1024 * 1024, 'block')
  function* blocks() {
    for (let left = bytes; left > 0; left -= block.length) yield block.subarray(0, left)
  }
  await pipeline(Readable.from(blocks()), createWriteStream(path))
}

function* contentOf(bytes: number, seed: string): Generator<Buffer> {
  const random = stream(seed)
  const text = words(4 * 1024 * 1024, seed)
  const randomPart = Math.round(TURN * RANDOM)
  for (let written = 0; written < bytes; written += TURN) {
    const from = written % (text.length - TURN)
    const turn = Buffer.concat([random(randomPart), text.subarray(from, from + TURN - randomPart)])
    yield turn.subarray(0, bytes - written)
  }
}

export function randomBytes(bytes: number, seed: string): Buffer {
  return stream(seed)(bytes)
}

/** A cipher's key stream: as good as random, and repeatable. */
function stream(seed: string): (bytes: number) => Buffer {
  const key = createHash('sha256').update(seed).digest()
  const cipher = createCipheriv('aes-128-ctr', key.subarray(0, 16), key.subarray(16))
  return (bytes) => cipher.update(Buffer.alloc(bytes))
}

/** Text of five hundred made-up words, some of them much more frequent than others. */
function words(bytes: number, seed: string): Buffer {
  const random = randomBytes(bytes, `${seed} text`)
  const vocabulary = Array.from({ length: 512 }, (_, index) =>
    createHash('sha256')
      .update(String(index))
      .digest('base64')
      .slice(0, 2 + (index % 9)),
  )
  const chosen: string[] = []
  for (let at = 0, length = 0; length < bytes; at += 4) {
    const word = vocabulary[Math.floor((random.readUInt32LE(at) / 2 ** 32) ** 2 * 512)] ?? ''
    chosen.push(word)
    length += word.length + 1
  }
  return Buffer.from(chosen.join(' ')).subarray(0, bytes)
}
