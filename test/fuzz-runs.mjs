// How often each property is tried: as often as it says itself, and at night FUZZ_RUNS times. Loaded before each file of tests.
if (process.env.FUZZ_RUNS) {
  const { default: fc } = await import('fast-check')
  fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: Number(process.env.FUZZ_RUNS) })
}
