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

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'static/build/', 'coverage/', 'test-results/', '.sandbox/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
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
  // Declarations describe modules that others wrote.
  { files: ['**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['scripts/**', 'bench/**', 'dev/main.ts'], rules: { 'no-console': 'off' } },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
