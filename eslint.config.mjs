import tseslint from 'typescript-eslint';

/** Packages and folders that only the outer layers may name. */
const protocolPackages = [
  {
    group: ['vscode', 'vscode-languageserver*', 'vscode-languageclient*'],
    message: 'Only lsp, node, browser and client speak to an editor.',
  },
];
const nodeBuiltins = {
  group: ['node:*', 'fs', 'path', 'os', 'child_process'],
  message: 'IO happens in the entry points only.',
};

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'out/**',
      '.vscode-test/**',
      'test-artifacts/**',
      'test/fixtures/**',
      'node_modules/**',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['vitest.config.ts', 'scripts/*.d.mts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
      ],
      'max-lines': ['error', { max: 320, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['server/src/{kirby,site,rules,preview,features}/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [...protocolPackages, nodeBuiltins] }],
    },
  },
  {
    files: ['server/src/lsp/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['vscode', 'vscode-languageclient*'] }, nodeBuiltins] },
      ],
    },
  },
  {
    files: ['test/**/*.ts', '**/*.mjs', '*.config.ts'],
    rules: {
      'max-lines': 'off',
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.mjs', 'media/site-preview/*.js'],
    ...tseslint.configs.disableTypeChecked,
  },
);
