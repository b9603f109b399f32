/** Arrows point inward: entry → app → domain. Each rule says why, and is printed with what breaks it. */

const TESTS = ['^test/', '^packages/[^/]+/test/'];

const packages = (...names) => `(^|/)node_modules/(${names.join('|')})/`;

/** `from` may reach the paths in `allowed` and nothing else. */
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { pathNot: allowed },
});

const never = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

const forbidden = [
  only(
    'domain-is-alone',
    '^src/domain/',
    ['^src/domain/'],
    'The domain is pure: no Forge, no Jira, no clock, no packages. It must run in the gate, in jobs and in the browser, and be read without knowing any of them.',
  ),
  never(
    'one-reader-builds-subjects',
    {
      path: '^(src|static)/',
      // The past of a move is judged by what is left of it.
      pathNot: [
        '^src/app/subject/',
        '^src/app/moves/judge-past',
        '^src/domain/(gate|report)/',
        '^static/panel/model/',
      ],
    },
    { path: '^src/domain/gate/build-subject' },
    'Facts that are gathered in several places give several answers. What the app says of a work item rests on a Subject that src/app/subject read whole; the browser predicts from an answer, and the past is replayed from what is left of it.',
  ),
  only(
    'contract-knows-the-domain',
    '^src/contract/',
    ['^src/contract/', '^src/domain/', '^texts/compiled/', packages('zod')],
    'The contract is shared by browser and backend, so it may hold only schemas, domain types and words.',
  ),
  only(
    'app-owns-its-ports',
    '^src/app/',
    ['^src/app/', '^src/domain/', '^src/contract/', '^src/platform/[^/]+$'],
    'Use cases say what they need as ports, and retry and log as everybody does. Were they to import an adapter or an SDK, they could not be tested or moved without it.',
  ),
  only(
    'jira-is-an-adapter',
    '^src/platform/jira/',
    [
      '^src/platform/jira/',
      '^src/platform/[^/]+$',
      '^src/app/ports',
      '^src/app/[^/]+/ports',
      '^src/domain/',
      packages('zod', '@forge/api'),
    ],
    'Only src/platform/jira knows the shapes of Jira REST. It implements ports and decides nothing, so it needs no use case, no storage and no contract.',
  ),
  only(
    'storage-is-an-adapter',
    '^src/platform/storage/',
    [
      '^src/platform/storage/',
      '^src/platform/[^/]+$',
      '^src/app/ports',
      '^src/app/[^/]+/ports',
      '^src/domain/',
      packages('zod', '@forge/kvs', '@forge/events'),
    ],
    'Only src/platform/storage knows Forge storage and queues. It implements ports and decides nothing.',
  ),
  only(
    'entry-wires',
    '^src/entry/',
    [
      '^src/(entry|app|platform|contract|domain)/',
      packages('zod', '@forge/api', '@forge/resolver', '@forge/events'),
    ],
    'An entry parses the event, calls one use case and shapes the answer.',
  ),
  only(
    'handlers-only-export',
    '^src/[^/]+\\.ts$',
    ['^src/entry/'],
    'Handler files are what the manifest names. Each is a cold start of its own, so what it loads is decided in src/entry.',
  ),
  only(
    'static-sees-the-contract',
    '^static/',
    ['^static/', '^src/(contract|domain)/', '^texts/compiled/', '(^|/)node_modules/'],
    'The browser may call the backend through the contract and predict with the domain; backend code has no place in it.',
  ),
  never(
    'no-backend-sdk-in-the-browser',
    { path: '^static/' },
    { path: packages('@forge/(api|kvs|events|resolver)') },
    'These SDKs work on the Forge runtime only.',
  ),
  never(
    'sandbox-runs-the-built-app',
    { path: '^packages/' },
    { path: '^(src|static|dev|scripts|bench|test)/' },
    'The stand-in hosts the built bundles of any app as Forge does, and is tested without one. Sharing code with the app would make both wrong together.',
  ),
  never(
    'nothing-imports-tests',
    { pathNot: TESTS },
    { path: TESTS },
    'Tests may know the code, never the other way round.',
  ),
  never(
    'app-needs-no-tools',
    { path: '^src/' },
    { path: '^(packages|dev|scripts|bench|static)/' },
    'What runs on Forge must not depend on what builds, tests or draws it.',
  ),
  only(
    'texts-are-data',
    '^texts/',
    ['^texts/', '^src/contract/texts/'],
    'Compiled messages know the shape of a message and nothing else, so that whoever speaks may load them.',
  ),
  never(
    'runtime-dependencies-only',
    { path: '^(src|static)/' },
    { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    'The deployed app is installed without development dependencies.',
  ),
  never(
    'policy-weighs-what-the-gate-asks',
    { path: '^src/domain/(gate|charter|time)/' },
    { path: '^src/domain/policy/', dependencyTypesNot: ['type-only'] },
    'A policy weighs the rules of the gate, so it takes them from there, and pages take both from the policy. Were the gate to take values from the policy, neither could be read without the other.',
  ),
  never(
    'no-cycles',
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    'A cycle is one module wearing several names. Types alone (`import type`) may point both ways.',
  ),
  never(
    'everything-resolves',
    {},
    { couldNotResolve: true },
    'An import that resolves to nothing fails at build time.',
  ),
];

module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|static/build|src/built)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    // A folder's own package.json (src/contract says that loading it does nothing) depends on what the root depends on.
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      // @forge/jira-bridge names its entry for browsers only.
      mainFields: ['module', 'main', 'browser', 'types'],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
};
