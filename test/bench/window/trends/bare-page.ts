import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import type { Trends } from '#shared/core/trends/series.ts'
import { panelsOf } from '../../../../renderer/features/trends/panels.ts'
import type { BarePanel } from './bare-charts/page.tsx'

/** Builds the bare page of recharts into a folder; answers its address. One script without modules: it is read from the disk. */
export async function buildBarePage(folder: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'bare-charts/page.tsx'), formats: ['iife'], name: 'bare' },
    },
  })
  const [script] = [built].flat().flatMap(part => ('output' in part ? part.output : []))
  if (script?.type !== 'chunk') throw new Error('the bare page was not built')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'page.js'), script.code)
  const page = join(folder, 'page.html')
  await writeFile(
    page,
    '<!doctype html><meta charset="utf-8"><div id="root"></div><script src="page.js"></script>',
  )
  return `file://${page}`
}

/** What our panels draw, as pairs of numbers. */
export function barePanels({ series }: Trends): BarePanel[] {
  const byId = new Map<string, Trends['series'][number]>(series.map(one => [one.id, one]))
  return panelsOf(series, 'meld').map(panel => ({
    id: panel.id,
    lines: panel.series.map(id => ({ id, points: pairsOf(byId.get(id)?.points ?? []) })),
  }))
}

function pairsOf(points: Trends['series'][number]['points']): (readonly [number, number])[] {
  return points.flatMap(({ at, value }) => (value === null ? [] : [[at, value] as const]))
}
