export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/fuzz-runs.mjs'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/test/esbuild-transform.mjs' },
  // Builds and pushes are real; a test that hangs still ends.
  testTimeout: 60_000,
  coverageProvider: 'v8',
}
