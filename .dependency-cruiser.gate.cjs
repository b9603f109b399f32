/**
 * What the gate loads at run time, so types do not count. A transition waits for this bundle's cold start,
 * and these packages are the heavy ones.
 */
module.exports = {
  forbidden: [
    {
      name: 'gate-stays-light',
      severity: 'error',
      comment:
        'A person waits for the gate while dragging a card. zod/mini parses the same for half the cost of zod; the gate needs neither resolvers nor calendars.',
      from: { path: '^src/gate\\.ts$' },
      to: {
        path: '(^|/)node_modules/(@forge/resolver|temporal-polyfill|zod/index|zod/v4/(index|classic))',
        reachable: true,
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
