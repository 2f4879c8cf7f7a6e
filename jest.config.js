/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.(t|j|mj|cj)s$': [
      '@swc/jest',
      {
        sourceMaps: 'inline',
        module: { type: 'commonjs' },
        jsc: { target: 'es2024', parser: { syntax: 'typescript' } },
      },
    ],
  },
  // ESM-only packages, and one that imports while it runs: jest runs CommonJS, so these are transformed.
  transformIgnorePatterns: ['/node_modules/(?!(kysely|jose|@sparticuz|strip-bom|@opentelemetry/otlp-exporter-base)/)'],
  // The certificate library needs its metadata before it is loaded.
  setupFiles: ['<rootDir>/test/support/refuseNetwork.ts', '<rootDir>/test/support/entra/reflectMetadata.ts'],
  // A global is slow to look up where jest runs modules, and this one is used for every node of every query.
  sandboxInjectedGlobals: ['Object'],
  testTimeout: 30_000,
  // Half of the time is spent waiting for processes and timers, so that two cores serve three.
  maxWorkers: 3,
};
