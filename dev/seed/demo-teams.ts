/** Who belongs together in the demo, and who takes what is asked of each. */
export const demoTeams = [
  {
    name: 'Sales',
    members: ['u-sales', 'u-marketing'],
    takesRequests: { kind: 'person', accountId: 'u-sales' },
  },
  {
    name: 'Operations',
    members: ['u-ops', 'u-supplier'],
    takesRequests: { kind: 'person', accountId: 'u-ops' },
  },
  {
    name: 'Platform',
    members: ['u-platform', 'u-cto'],
    takesRequests: { kind: 'rota', people: ['u-platform', 'u-cto'], from: '2026-11-23' },
    answersFor: [{ projectKey: 'PLAT' }],
  },
  {
    name: 'Product',
    members: ['u-product', 'u-lead'],
    takesRequests: { kind: 'person', accountId: 'u-product' },
  },
] as const;
