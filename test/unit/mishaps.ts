import fc from 'fast-check'

/** A request's number, counted from the first; mostly Infinity, which none of them has. */
export function rarely(request: fc.Arbitrary<number>): fc.Arbitrary<number> {
  return fc.oneof({ weight: 2, arbitrary: fc.constant(Infinity) }, { weight: 1, arbitrary: request })
}

/** What may happen to a run, and at which of its requests: failures before or after they took effect, and its end. */
export function mishapsWithin(requests: number) {
  const request = fc.integer({ min: 1, max: requests })
  return {
    faults: fc
      .array(fc.tuple(request, fc.constantFrom('early' as const, 'late' as const)), { maxLength: 3 })
      .map((pairs) => new Map(pairs)),
    cancelAt: rarely(request),
    dieAt: rarely(request),
  }
}
