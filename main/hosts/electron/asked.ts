import { parseArgs } from 'node:util'
import type { Asked } from '#main/hosts/data-folder.ts'

/** What the window was asked to open: `--data DIR`, `--sample`. Switches of Chromium may stand among them. */
export function askedOf(args: readonly string[]): Asked {
  const { values } = parseArgs({
    args: [...args],
    options: { data: { type: 'string' }, sample: { type: 'boolean' } },
    strict: false,
    allowPositionals: true,
  })
  return { data: typeof values.data === 'string' ? values.data : undefined, sample: values.sample === true }
}
