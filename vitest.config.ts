import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // One process per file: the native SQLite driver and its file locks never share one.
    pool: 'forks',
    testTimeout: 90_000,
    // What others say of our PDFs is asked of programs that a fresh machine lacks.
    globalSetup: ['test/support/programs-setup.ts'],
    reporters: ['default', ['json', { outputFile: '.cache/vitest.json' }]],
    projects: [
      {
        extends: true,
        test: { name: 'node', environment: 'node', include: ['{main,renderer,shared,test}/**/*.test.ts'] },
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
