import type { z } from 'zod'
import { AppError, issuesOf } from '#shared/api/errors.ts'
import { invalidFile } from '../../json-file.ts'
import { findJsonFault } from '../../json-scan.ts'
import { entrySlices } from './entry-slices.ts'
import { Bundle, BundleEntry } from './schemas.ts'

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
  const bundle = bundleOf(jsonOf(text, file), file)
  const { slices, frame } = entrySlices(text)
  refuseFault(frame, { file, text: frame, start: 0 })
  return {
    bundle,
    *entries() {
      for (const { start, end } of slices) {
        const slice = text.slice(start, end)
        refuseFault(slice, { file, text, start })
        yield printed(slice) as Entry
      }
    },
  }
}

/** As many as an import has rows. */
const MAXIMUM_ENTRIES = 1_000_000
/** Members of any other list: no result has as many. */
const MAXIMUM_MEMBERS = 10_000

/** Entry after entry, up to the first fault: a file of nothing but faults would fill all memory with them. */
function bundleOf(value: unknown, file: string): Bundle {
  const list = (value as { readonly entry?: unknown } | null)?.entry
  if (!Array.isArray(list)) return parsed(Bundle, value, { file, path: '' })
  const head = parsed(Bundle, { ...(value as object), entry: [] }, { file, path: '' })
  if (list.length > MAXIMUM_ENTRIES)
    throw invalidFile(file, [
      { path: 'entry', message: `has more than ${MAXIMUM_ENTRIES} entries; divide the file` },
    ])
  const entry = list.map((one: unknown, index) => {
    if (hasLongList(one))
      throw invalidFile(file, [
        { path: `entry[${index}]`, message: `has a list of more than ${MAXIMUM_MEMBERS} members` },
      ])
    return parsed(BundleEntry, one, { file, path: `entry[${index}].` })
  })
  return { ...head, entry }
}

function parsed<S extends z.ZodType>(
  schema: S,
  value: unknown,
  { file, path }: { readonly file: string; readonly path: string },
): z.output<S> {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const issues = issuesOf(read.error).map(issue => ({
    ...issue,
    path: `${path}${issue.path}`.replace(/\.$/, ''),
  }))
  throw new AppError(invalidFile(file, issues).payload, { cause: read.error })
}

/** Without recursion, for nobody has looked at how deep it is nested. */
function hasLongList(value: unknown): boolean {
  const open = [value]
  while (open.length > 0) {
    const one = open.pop()
    if (typeof one !== 'object' || one === null) continue
    if (Array.isArray(one) && one.length > MAXIMUM_MEMBERS) return true
    for (const member of Object.values(one)) if (typeof member === 'object') open.push(member)
  }
  return false
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
