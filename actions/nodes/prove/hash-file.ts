import { createHash, hash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readlinkSync, readSync } from 'node:fs'

const HEAD = 32
const BLOCK = 1024 * 1024
/** One for all: reading is done without waiting, as thousands of small files take longer to wait for than to read. */
const buffer = Buffer.alloc(HEAD + BLOCK)

/** Git's hash of a file's bytes as they are. */
export function hashFile(place: string | Buffer): string {
  const file = openSync(place, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const { size } = fstatSync(file)
    return size <= BLOCK ? hashSmall(file, size) : hashLarge(file, size)
  } finally {
    closeSync(file)
  }
}

function hashSmall(file: number, size: number): string {
  const head = buffer.write(`blob ${size}\0`, 'latin1')
  let read = 0
  while (read < size) {
    const count = readSync(file, buffer, head + read, size - read, null)
    if (count === 0) break
    read += count
  }
  return hash('sha1', buffer.subarray(0, head + read))
}

function hashLarge(file: number, size: number): string {
  const sum = createHash('sha1').update(`blob ${size}\0`)
  for (;;) {
    const count = readSync(file, buffer, 0, BLOCK, null)
    if (count === 0) return sum.digest('hex')
    sum.update(buffer.subarray(0, count))
  }
}

/** A symbolic link is stored as the text that it holds. */
export function hashLink(place: string | Buffer): string {
  return hashBlob(readlinkSync(place, { encoding: 'buffer' }))
}

export function hashBlob(bytes: Uint8Array): string {
  return hashObject('blob', bytes)
}

export function hashObject(type: string, bytes: Uint8Array): string {
  return createHash('sha1').update(`${type} ${bytes.length}\0`).update(bytes).digest('hex')
}
