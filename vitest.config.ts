import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Tests that open no store and start no engine: what they import holds no state that another could find changed. */
const pure = ['{renderer,shared}/**/*.test.ts', 'main/{documents,interchange}/**/*.test.ts']

export default defineConfig({
  test: {
    // One process per file: the native SQLite driver and its file locks never share one.
    pool: 'forks',
    // By itself vitest leaves one processor idle, which of the two of a CI machine is half.
    maxWorkers: '100%',
    testTimeout: 90_000,
    // What others say of our PDFs is asked of programs that a fresh machine lacks.
    globalSetup: ['test/support/programs-setup.ts'],
    reporters: ['default', ['json', { outputFile: '.cache/vitest.json' }]],
    projects: [
      {
        extends: true,
        // One process for many files: most of their time is the loading of the same modules.
        test: { name: 'pure', environment: 'node', isolate: false, include: pure },
      },
      {
        extends: true,
        test: { name: 'node', environment: 'node', include: ['{main,test}/**/*.test.ts'], exclude: pure },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'page',
          environment: 'jsdom',
          include: ['renderer/**/*.test.tsx'],
          setupFiles: ['test/support/page-setup.ts'],
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['{main,renderer,shared}/**/*.{ts,tsx}'],
      reporter: ['text-summary', 'json-summary'],
      reportsDirectory: '.cache/coverage',
    },
  },
})
