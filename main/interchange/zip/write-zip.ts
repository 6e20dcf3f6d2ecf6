import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { CivilDate } from '#shared/core/civil-date.ts'

/** One file of a ZIP that is written. */
export interface ZipSource {
  /** `/` between its parts. */
  readonly path: string
  readonly bytes: number
  /** Left as it is where it is packed or encrypted already. */
  readonly stored?: boolean
  open(): Readable
}

/** A ZIP as a stream, file after file. The same files and day give the same bytes. */
export function zipOf(files: Iterable<ZipSource>, on: CivilDate): Readable {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  let reading: Readable | undefined
  // The library leaves a file that cannot be read to nobody, and one that is not wanted any more open.
  output.on('close', () => void reading?.destroy())
  const [year = 1980, month = 1, day = 1] = on.split('-').map(Number)
  // A ZIP's own times have no zone: noon of the day is the same everywhere, and never skipped by summer time.
  const mtime = new Date(year, month - 1, day, 12)
  for (const { path, bytes, stored = false, open } of files) {
    const options = { mtime, mode: 0o100600, size: bytes, compress: !stored, forceDosTimestamp: true }
    zip.addReadStreamLazy(path, options, given => {
      reading = open().on('error', error => void output.destroy(error))
      given(null, reading)
    })
  }
  zip.end()
  zip.on('error', (error: Error) => void output.destroy(error))
  return output
}
