import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { basename, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const at = (path: string) => resolve(import.meta.dirname, path)
const driver = 'better-sqlite3-multiple-ciphers'
const external = ['electron', driver, ...builtinModules, /^node:/]

/** The oldest Electron that runs what is built here: the one that the tests can have everywhere (33: Chromium 130, Node 20.18). */
const OLDEST = { page: 'chrome130', node: 'node20.18' }

/** The commit, for the About page; an archive without one says so. */
function commit(): string | null {
  try {
    return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], {
      cwd: at('.'),
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .toString()
      .trim()
  } catch {
    return null
  }
}

/** The fonts of the documents: four files of packages that hold every weight. */
const FONTS = [
  'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf',
]

function copyFonts(): void {
  mkdirSync(at('out/fonts'), { recursive: true })
  for (const font of FONTS) {
    copyFileSync(at(`node_modules/@expo-google-fonts/${font}`), at(`out/fonts/${basename(font)}`))
  }
}

/** One configuration, three builds: the page, the main process with the engine's own, and the sandboxed preload. */
export default defineConfig({
  root: at('renderer'),
  base: './',
  html: { cspNonce: '__CSP_NONCE__' },
  define: { __BUILD__: JSON.stringify(commit()) },
  plugins: [react()],
  environments: {
    client: {
      build: {
        outDir: at('out/renderer'),
        emptyOutDir: true,
        target: OLDEST.page,
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
      },
    },
    main: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron', driver] },
      build: {
        outDir: at('out/main'),
        copyPublicDir: false,
        emptyOutDir: true,
        target: OLDEST.node,
        minify: false,
        rollupOptions: {
          input: { index: at('main/index.ts'), engine: at('main/hosts/electron/engine-process.ts') },
          external,
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        outDir: at('out/preload'),
        copyPublicDir: false,
        emptyOutDir: true,
        target: OLDEST.node,
        minify: false,
        rollupOptions: {
          input: { preload: at('main/hosts/electron/preload.ts') },
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'main', 'preload']) {
        const environment = builder.environments[name]
        if (environment) await builder.build(environment)
      }
      copyFonts()
    },
  },
})
