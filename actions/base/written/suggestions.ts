/** What people call something elsewhere, and what it is called here. */
export type Synonyms = Readonly<Record<string, string>>

/** What was probably meant by a word. */
export function closest(word: string, known: readonly string[], synonyms: Synonyms = {}): string | undefined {
  const synonym = synonyms[word.toLowerCase()]
  if (synonym !== undefined && known.includes(synonym)) return synonym
  const near = known
    .map((candidate) => ({ candidate, distance: distance(bare(word), bare(candidate)) }))
    .filter(({ candidate, distance }) => distance <= Math.max(1, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.distance - b.distance)[0]
  return near?.candidate ?? (word.length > 2 ? known.find((candidate) => isPart(word, candidate)) : undefined)
}

export function didYouMean(
  word: string,
  known: readonly string[],
  synonyms: Synonyms = {},
): string | undefined {
  const meant = closest(word, known, synonyms)
  return meant === undefined ? undefined : `Did you mean "${meant}"?`
}

/** What was meant, or all that there is. */
export function suggestion(
  word: string,
  known: readonly string[],
  what: string,
  synonyms: Synonyms = {},
): string {
  const meant = didYouMean(word, known, synonyms)
  if (meant !== undefined) return meant
  return known.length === 0 ? `There are no ${what}.` : `Known ${what}: ${known.join(', ')}.`
}

/** maxSize and max_size are near to max-size. */
function bare(word: string): string {
  return word.toLowerCase().replace(/[-_ ]/g, '')
}

function isPart(word: string, candidate: string): boolean {
  return bare(candidate).includes(bare(word)) || bare(word).startsWith(bare(candidate))
}

/** How many letters must be changed, added, left out or swapped with the next. */
export function distance(from: string, to: string): number {
  const letters = from.slice(0, 40)
  let before: number[] = []
  let above = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= letters.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const same = letters[row - 1] === to[column - 1]
      const swapped = letters[row - 1] === to[column - 2] && letters[row - 2] === to[column - 1]
      current[column] = Math.min(
        above[column]! + 1,
        current[column - 1]! + 1,
        above[column - 1]! + (same ? 0 : 1),
        swapped ? before[column - 2]! + 1 : Number.POSITIVE_INFINITY,
      )
    }
    before = above
    above = current
  }
  return above[to.length]!
}
