const { availableParallelism } = require('node:os');

/** Packages published as ES modules only: swc turns them into CommonJS for jest. */
const esmOnly = [
  'temporal-polyfill',
  'temporal-spec',
  'temporal-utils',
  'jira.js',
  '@hono',
  'd3-[a-z-]+',
  'internmap',
];

module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{test,packages/*/test}/**/*.test.{ts,tsx}'],
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      { jsc: { target: 'es2022', transform: { react: { runtime: 'automatic' } } } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`, '<rootDir>/dist/'],
  globalSetup: '<rootDir>/packages/forge-sandbox/test/fast-check/choose-seed.cjs',
  // jira.js offers its one build to `import` only; jest asks as `require`.
  // Screens bring their styles with them; rendered to text, they have none.
  moduleNameMapper: {
    '^fast-check$': '<rootDir>/packages/forge-sandbox/test/fast-check/seeded.cjs',
    '^jira\\.js$': '<rootDir>/node_modules/jira.js/dist/index.js',
    '\\.css$': '<rootDir>/test/unit/static/support/no-styles.ts',
  },
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'cjs', 'json'],
  testTimeout: 180_000,
  // Whole sites live in a worker; what a file leaves behind goes with it.
  workerIdleMemoryLimit: '1GB',
  // As many as the machine runs at once, also where that is two; TEST_WORKERS says otherwise.
  maxWorkers: Number(process.env.TEST_WORKERS) || availableParallelism(),
};
