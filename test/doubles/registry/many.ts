/** Several values to a key, in the order in which they came. */
export class Many<K, V> {
  readonly #sets = new Map<K, Set<V>>()

  of(key: K): V[] {
    return [...(this.#sets.get(key) ?? [])]
  }

  keys(): K[] {
    return [...this.#sets.keys()]
  }

  add(key: K, value: V): void {
    const set = this.#sets.get(key)
    if (set === undefined) this.#sets.set(key, new Set([value]))
    else set.add(value)
  }

  delete(key: K, value: V): void {
    const set = this.#sets.get(key)
    if (set?.delete(value) && set.size === 0) this.#sets.delete(key)
  }
}
