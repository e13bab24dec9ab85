import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'

const forbid = (patterns, message) => ({
  'no-restricted-imports': ['error', { patterns: [{ group: patterns, message }] }],
})

export default ts.config(
  {
    ignores: [
      '**/node_modules/',
      '**/build/',
      '**/.svelte-kit/',
      '**/.data/',
      'hardware/get-pixels-stub/',
      'e2e/test-results/',
      'e2e/playwright-report/',
    ],
  },
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.node },
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js', 'vitest.config.ts'] },
        tsconfigRootDir: import.meta.dirname,
        // the same for every file: each change of it reads all projects anew, which takes minutes
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      'no-undef': 'off',
      'no-control-regex': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: { parser: ts.parser },
    },
    rules: { 'svelte/no-navigation-without-resolve': 'off' },
  },
  { files: ['eslint.config.js'], ...ts.configs.disableTypeChecked },

  // The dependencies point one way: domain <- services; domain <- contract <- office <- features <- transport <- main.
  {
    files: ['server/src/domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: forbid(
      [
        'node:*',
        'pg',
        'zod',
        'socket.io*',
        'fastify',
        '../../*',
        '../services/*',
        '../contract/*',
        '../office/*',
        '../database/*',
        '../transport/*',
      ],
      'domain/ is pure and imports only itself',
    ),
  },
  {
    files: ['server/src/services/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: forbid(
      [
        'node:*',
        'pg',
        'zod',
        'socket.io*',
        'fastify',
        '**/contract/**',
        '**/office/**',
        '**/database/**',
        '**/transport/**',
      ],
      'services/ imports only domain/',
    ),
  },
  {
    files: ['server/src/contract/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: forbid(
      [
        'node:*',
        'pg',
        'socket.io*',
        'fastify',
        '**/services/**',
        '**/office/**',
        '**/database/**',
        '**/transport/**',
      ],
      'contract/ imports only domain/ and zod',
    ),
  },
  {
    files: ['server/src/office/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: forbid(
      ['fastify', 'socket.io*', '**/services/**', '**/transport/**'],
      'office/ knows no transport and no service',
    ),
  },
  {
    files: ['kiosk/**/*.{ts,svelte}', 'staff-console/**/*.{ts,svelte}', 'hardware/**/*.ts'],
    rules: forbid(['@lobbyline/server/src/**', '**/../server/**'], 'import @lobbyline/server/contract only'),
  },
)
