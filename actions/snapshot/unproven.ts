import type { FileTask } from './mode.ts'

/** A clean table must not be taken for more than it is: a version or a file's name says nothing of the bytes. */
export function tellIfUnproven({ read, lock, services }: FileTask): void {
  const { registry, files } = read.snapshot
  const names = [
    ...registry.flatMap(({ id }) => (lock?.registry[id]?.files === undefined ? [id] : [])),
    ...files.flatMap(({ filename }) => (lock?.files?.[filename] === undefined ? [filename] : [])),
  ]
  if (names.length > 0)
    services.log.warn(
      `What is in the files of ${names.join(', ')} is not compared, as no lock says it. Mode lock writes one.`,
    )
}
