import { AppError, issuesOf } from '#shared/api/errors.ts'
import { invalidFile } from '../../json-file.ts'
import { findJsonFault } from '../../json-scan.ts'
import { entrySlices } from './entry-slices.ts'
import { Bundle } from './schemas.ts'

type Entry = NonNullable<Bundle['entry']>[number]

/** A Bundle as it is read: all of it at once for what refers to each other, and again entry after entry. */
export interface BundleText {
  readonly bundle: Bundle
  /** Each entry with its numbers as printed; one that has a field twice ends the reading. */
  entries(): Iterable<Entry>
}

/** Opens the text of a Bundle; refused with the place of its first fault where it is none. */
export function openBundle(bytes: Uint8Array, file: string): BundleText {
  const text = utf8(bytes, file)
  const bundle = Bundle.safeParse(jsonOf(text, file))
  if (!bundle.success) {
    throw new AppError(invalidFile(file, issuesOf(bundle.error)).payload, { cause: bundle.error })
  }
  const { slices, frame } = entrySlices(text)
  refuseFault(frame, { file, text: frame, start: 0 })
  return {
    bundle: bundle.data,
    *entries() {
      for (const { start, end } of slices) {
        const slice = text.slice(start, end)
        refuseFault(slice, { file, text, start })
        yield printed(slice) as Entry
      }
    },
  }
}

/** FHIR's decimals keep their trailing zeros: each number becomes `{ printed }`. */
function printed(slice: string): unknown {
  return JSON.parse(slice, (_name, value, { source }) =>
    typeof value === 'number' ? { printed: source ?? String(value) } : value,
  )
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    refuseFault(text, { file, text, start: 0 })
    throw invalidFile(file, [{ path: '', message: 'not JSON: expected a value' }])
  }
}

/** What JSON.parse does not say: where, and that a field stands twice. `part` begins at `start` of `text`. */
function refuseFault(
  part: string,
  { file, text, start }: { readonly file: string; readonly text: string; readonly start: number },
): void {
  const fault = findJsonFault(part)
  if (fault === undefined) return
  const before = text.slice(0, start + fault.offset)
  const path = `line ${before.split('\n').length}, column ${before.length - before.lastIndexOf('\n')}`
  throw invalidFile(file, [{ path, message: fault.message }])
}

function utf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    const { payload } = invalidFile(file, [{ path: '', message: 'is not UTF-8 text; save it as UTF-8' }])
    throw new AppError(payload, { cause: error })
  }
}
