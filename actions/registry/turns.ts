/** Operations on one thing, one after the other: what is read, changed and written in parallel loses changes. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>()

  take<T>(thing: string, operation: () => Promise<T>): Promise<T> {
    const before = this.last.get(thing) ?? Promise.resolve()
    const turn = before.then(operation, operation)
    this.last.set(thing, turn)
    return turn
  }
}
