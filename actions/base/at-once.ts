/**
 * Works on several of many things at a time; results come in the order of the things. After a failure nothing is begun,
 * and it is thrown when nothing is under way any more.
 */
export async function atOnce<T, R>(
  most: number,
  things: Iterable<T>,
  work: (thing: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  const failures: unknown[] = []
  const waiting = [...things].entries()
  const worker = async (): Promise<void> => {
    for (const [index, thing] of waiting) {
      if (failures.length > 0) return
      try {
        results[index] = await work(thing)
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: most }, worker))
  if (failures.length > 0) throw failures[0]
  return results
}
