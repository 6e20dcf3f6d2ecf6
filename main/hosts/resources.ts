import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { loadProtocols, shippedFonts } from '#main/engine/host-tools.ts'
import type { LoadedProtocol } from '#shared/core/protocol/definition.ts'

/** The folder of the sources. */
export const root = join(import.meta.dirname, '../..')

/** The version of Lobule, where it runs from its sources. */
export const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))

/** The folder of the invented sample site, where Lobule runs from its sources. */
export const samplesFolder = join(root, 'resources/samples')

/** The folder of the page that was built, where Lobule runs from its sources. */
export const pageFolder = join(root, 'out/renderer')

/** What documents are made with, where Lobule runs from its sources. */
export const documentResources = {
  fonts: shippedFonts(),
  verifierPage: join(root, 'out/verifier/verifier.html'),
} as const

/** The protocols that Lobule ships, in the order of their numbers. */
export function shippedProtocols(): Promise<readonly LoadedProtocol[]> {
  return loadProtocols(join(root, 'resources/protocols'))
}
