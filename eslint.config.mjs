import jest from 'eslint-plugin-jest';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const tableRoles = {
  table: ['table'],
  thead: ['rowgroup'],
  tbody: ['rowgroup'],
  tr: ['row'],
  th: ['columnheader', 'rowheader'],
  td: ['cell'],
};

const [, recommendedInteractions] =
  jsxA11y.flatConfigs.recommended.rules['jsx-a11y/no-noninteractive-element-interactions'];

const pure = (what, why) => ({ ...what, message: `The domain is pure: ${why}` });

/** Calls that assert, beside `expect`. */
const ASSERTING = [
  'expect',
  'expect*',
  'fc.assert',
  // test/support/charter-spec.ts: given events, when a command, then events or a refusal.
  'given.**.then',
  // A property over every moment of random histories: test/support/attempts.ts.
  'always',
  // Helpers of single files that assert and say what they asserted.
  'blockedEverywhere',
  'check',
  'refused',
  'settle',
  'silent',
  // Playwright throws where nothing appears in time.
  '**.waitFor',
];

const cannotFail = (matchers) =>
  Object.fromEntries(
    matchers.map((name) => [
      name,
      'Nearly everything passes this. Say what it is: toBe, toEqual, toHaveProperty.',
    ]),
  );

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'dist/',
      'static/build/',
      'texts/compiled/',
      'src/built/',
      'coverage/',
      'test-results/',
      '.sandbox/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeCheckedOnly],
    // One program over everything: eslint needs no more than the types, and several cost their sum.
    languageOptions: {
      parserOptions: { project: './tsconfig.eslint.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // A named string says what it is: `IsoDate | ''` is clearer than `string`.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Export by name, so that a thing has one name everywhere.',
        },
      ],
    },
  },
  {
    // What is not ECMAScript, the compiler refuses: src/domain/tsconfig.json.
    files: ['src/domain/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        pure({ object: 'Date', property: 'now' }, 'the time arrives as an argument.'),
        pure({ object: 'Math', property: 'random' }, 'chance arrives as an argument.'),
      ],
      'no-restricted-syntax': [
        'error',
        pure(
          { selector: 'NewExpression[callee.name="Date"][arguments.length=0]' },
          'the time arrives as an argument.',
        ),
        pure({ selector: 'CallExpression[callee.name="Date"]' }, 'the time arrives as an argument.'),
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Export by name, so that a thing has one name everywhere.',
        },
      ],
    },
  },
  {
    files: ['static/**/*.tsx', 'packages/forge-sandbox/src/shell/client/**/*.tsx'],
    extends: [jsxA11y.flatConfigs.recommended],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // A table laid out with grid or blocks loses its roles in browsers; spelt out, it keeps them.
      'jsx-a11y/no-redundant-roles': ['error', tableRoles],
      'jsx-a11y/no-interactive-element-to-noninteractive-role': ['error', tableRoles],
      // A region that scrolls must be reachable by keyboard.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['tabpanel', 'region'] }],
      // Escape closes a form wherever the focus is in it.
      'jsx-a11y/no-noninteractive-element-interactions': [
        'error',
        { ...recommendedInteractions, form: ['onKeyDown'] },
      ],
    },
  },
  {
    // A component that keeps state, decides and lays out all at once outgrows this; its hook must not instead.
    files: ['static/**/*.{ts,tsx}'],
    rules: { 'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }] },
  },
  {
    // A form's blank values are written with the type they have in the form.
    files: ['static/**'],
    rules: { '@typescript-eslint/no-unnecessary-type-assertion': 'off' },
  },
  {
    // Values of Jira's fields are unknown until somebody asks for them; what is no text there, tests show.
    files: ['packages/**', 'bench/**', 'test/**'],
    rules: {
      '@typescript-eslint/no-base-to-string': 'off',
      // Ports are written as methods and fulfilled by closures.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['test/**', 'packages/*/test/**'],
    rules: {
      // What comes over HTTP, out of JSON or from a matcher is judged by the assertion itself.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // A fake fulfils an asynchronous port without waiting for anything.
      '@typescript-eslint/require-await': 'off',
      // Fakes throw whatever the real thing was seen to throw.
      '@typescript-eslint/only-throw-error': 'off',
    },
  },
  {
    files: ['{test,packages/*/test}/**/*.{ts,tsx}'],
    extends: [jest.configs['flat/recommended']],
    rules: {
      'jest/expect-expect': ['error', { assertFunctionNames: ASSERTING }],
      'jest/no-disabled-tests': 'error',
      // What is set up and taken down may go wrong too, and then says what it expected.
      'jest/no-standalone-expect': [
        'error',
        { additionalTestBlockFunctions: ['beforeAll', 'beforeEach', 'afterEach', 'afterAll'] },
      ],
      'jest/valid-title': ['error', { ignoreTypeOfDescribeName: true, ignoreTypeOfTestName: true }],
      // A property asks more where there is more; a count at its end says how often it did.
      'jest/no-conditional-expect': 'off',
      // The `then` of a charter's specification is no promise; no-floating-promises knows those.
      'jest/valid-expect-in-promise': 'off',
      'jest/no-restricted-matchers': ['error', cannotFail(['toBeTruthy', 'toBeFalsy', 'toBeDefined'])],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.property.name="toMatch"] > Literal[regex.pattern=/^(\\\\S|\\\\w|\\.|\\(\\?:\\))[+*?]?$/]',
          message: 'Every text matches this. Say which text it is.',
        },
        {
          selector: 'CallExpression[callee.property.name="toContain"] > Literal[value=""]',
          message: 'Every text contains this. Say which text it is.',
        },
      ],
    },
  },
  {
    // Suites that several files share.
    files: ['test/support/**', 'test/e2e/pages/suite.ts'],
    rules: { 'jest/no-export': 'off' },
  },
  // Declarations describe modules that others wrote.
  { files: ['**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['scripts/**', 'bench/**', 'dev/main.ts'], rules: { 'no-console': 'off' } },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
