const { dirname, join } = require('node:path');

/** Where packages lie: here, or further up in a workspace. */
const modules = dirname(dirname(require.resolve('jest/package.json')));

/** Packages published as ES modules only: swc turns them into CommonJS for jest. */
const esmOnly = ['temporal-polyfill', 'temporal-spec', 'temporal-utils', 'jira.js', '@hono'];

module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      { jsc: { target: 'es2022', transform: { react: { runtime: 'automatic' } } } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  globalSetup: '<rootDir>/test/fast-check/choose-seed.cjs',
  // jira.js offers its one build to `import` only; jest asks as `require`.
  moduleNameMapper: {
    '^jira\\.js$': join(modules, 'jira.js/dist/index.js'),
    '^fast-check$': '<rootDir>/test/fast-check/seeded.cjs',
  },
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'cjs', 'json'],
  testTimeout: 20_000,
  maxWorkers: Number(process.env.TEST_WORKERS) || require('node:os').availableParallelism(),
};
