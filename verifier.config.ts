import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'

const at = (path: string) => resolve(import.meta.dirname, path)
const PAGE = at('out/verifier/verifier.html')

/** Lets the page do nothing but run its own script in its own looks: no network, no other code. */
function sealedPage(): Plugin {
  const hashes = (html: string, tag: string) =>
    [...html.matchAll(new RegExp(`<${tag}\\b[^>]*>([\\s\\S]*?)</${tag}>`, 'g'))]
      .map(([, content = '']) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`)
      .join(' ')
  return {
    name: 'sealed-page',
    enforce: 'post',
    writeBundle() {
      const html = readFileSync(PAGE, 'utf8')
      const policy = `default-src 'none'; script-src ${hashes(html, 'script')}; style-src ${hashes(html, 'style')}; base-uri 'none'; form-action 'none'`
      const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`
      writeFileSync(PAGE, html.replace('<meta charset="utf-8" />', `$&${meta}`))
    },
  }
}

/** The page that verifies documents without Lobule: one file, for any browser of the last years. */
export default defineConfig({
  root: at('renderer/verifier'),
  publicDir: false,
  plugins: [viteSingleFile({ removeViteModuleLoader: true }), sealedPage()],
  build: {
    outDir: at('out/verifier'),
    emptyOutDir: true,
    target: ['chrome123', 'firefox120', 'safari17.5'],
    rollupOptions: { input: at('renderer/verifier/verifier.html') },
  },
})
