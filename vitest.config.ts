import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Tests that leave nothing behind in the modules they import: they can follow each other in one process. */
const together = ['{renderer,shared}/**/*.test.ts', 'main/{documents,engine,interchange,store}/**/*.test.ts']

export default defineConfig({
  test: {
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
        test: { name: 'together', environment: 'node', isolate: false, include: together },
      },
      {
        extends: true,
        // One process per file: these start engines, servers and other processes, and some end them.
        test: { name: 'node', environment: 'node', include: ['{main,test}/**/*.test.ts'], exclude: together },
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
