import { nameOf, numberOf, objectAt, type PdfFile, type PdfObject, resolved } from './file.ts'
import type { PdfSignature } from './signatures.ts'
import { canonicalValue, type PdfDictionary, type PdfValue } from './values.ts'

/** A dictionary before and after a save. */
interface Pair {
  readonly before: PdfDictionary
  readonly after: PdfDictionary
}

/**
 * Whether the save of a signature did nothing else: it may add objects of its own, put one field into the form and one
 * annotation on a page, and with the first signature say that nothing else may follow. Page content, other annotations,
 * attachments and metadata stay as they were.
 */
export function isOnlySigning(file: PdfFile, signature: PdfSignature): boolean {
  const { revision } = signature
  const save = file.revisions[revision]
  const earlier = file.revisions[revision - 1]
  if (!save || !earlier || save.removed.length > 0) return false
  for (const offset of save.objects.values()) if (offset < save.start || offset >= save.tableAt) return false
  for (const key of ['Root', 'Info', 'ID', 'Encrypt']) {
    if (!isSame({ before: earlier.trailer, after: save.trailer }, key)) return false
  }
  return (
    isWidget(file, signature) && replaced(file, revision).every(number => isAllowed(file, signature, number))
  )
}

/** Beside the first signature there is room for two more, and for what parts them. */
const MOST_WIDTHS = 3.5
const NEAR = 0.01

/**
 * Whether a later signature shows itself in the row of the first, where the page has nothing else. Its block is opaque:
 * anywhere else it could lay other words over those that were signed.
 */
export function isBeside({ page, rect }: PdfSignature, first: PdfSignature): boolean {
  const [left = Number.NaN, bottom = 0, right = 0, top = 0] = rect
  const [start = 0, low = 0, end = 0, high = 0] = first.rect
  const isInRow = bottom >= low - NEAR && bottom <= top && top <= high + NEAR
  const isAfter = left >= end - NEAR && left <= right && right <= start + MOST_WIDTHS * (end - start)
  return page === first.page && rect.length === 4 && isInRow && isAfter
}

/** The numbers of the objects that a save says anew. */
function replaced(file: PdfFile, revision: number): number[] {
  const earlier = file.revisions.slice(0, revision)
  const numbers = [...(file.revisions[revision]?.objects.keys() ?? [])]
  return numbers.filter(number => earlier.some(({ objects }) => objects.has(number)))
}

function isAllowed(file: PdfFile, signature: PdfSignature, number: number): boolean {
  const { revision } = signature
  const pair = pairOf(objectAt(file, number, revision - 1), objectAt(file, number, revision))
  const root = file.revisions[revision]?.trailer.entries.get('Root')
  if (!pair || root?.kind !== 'reference') return false
  if (number === root.number) return isCatalogAllowed(file, signature, pair)
  if (number === signature.page) {
    return areSame(pair, ['Annots']) && isOneMore(file, signature, entryPair(pair, 'Annots'))
  }
  const catalog = resolved(file, root, revision)
  const form = catalog?.kind === 'dictionary' ? catalog.entries.get('AcroForm') : undefined
  if (form?.kind === 'reference' && form.number === number) return isFormAllowed(file, signature, pair)
  return false
}

function isCatalogAllowed(file: PdfFile, signature: PdfSignature, pair: Pair): boolean {
  const isFirst = signature.revision === 1
  if (!areSame(pair, isFirst ? ['AcroForm', 'Perms'] : ['AcroForm'])) return false
  if (!isFirst) return isSame(pair, 'AcroForm')
  const form = resolved(file, pair.after.entries.get('AcroForm'), signature.revision)
  if (pair.before.entries.has('AcroForm') || form?.kind !== 'dictionary') return false
  return isFormAllowed(file, signature, { before: { kind: 'dictionary', entries: new Map() }, after: form })
}

function isFormAllowed(file: PdfFile, signature: PdfSignature, pair: Pair): boolean {
  if (!areSame(pair, ['Fields', 'SigFlags']) || numberOf(pair.after.entries.get('SigFlags')) !== 3)
    return false
  return isOneMore(file, signature, entryPair(pair, 'Fields'))
}

/** A list that got the signature's own annotation as its last, and nothing else. */
function isOneMore(
  file: PdfFile,
  { revision, widget }: PdfSignature,
  [before, after]: readonly [PdfValue | undefined, PdfValue | undefined],
): boolean {
  const were = resolved(file, before, revision - 1)
  const are = resolved(file, after, revision)
  if (are?.kind !== 'array' || (were !== undefined && were.kind !== 'array')) return false
  const earlier = (were?.items ?? []).map(canonicalValue)
  return canonicalValue(are) === `[${[...earlier, `${widget} R`].join(' ')}]`
}

const OF_WIDGET = ['Type', 'Subtype', 'FT', 'F', 'Rect', 'AP', 'T', 'TU', 'V', 'P']

/** The field is a new object of the same save, and an annotation for a signature that does nothing but show itself. */
function isWidget(file: PdfFile, { revision, widget }: PdfSignature): boolean {
  const isNew = file.revisions.findIndex(({ objects }) => objects.has(widget)) === revision
  const value = objectAt(file, widget, revision)?.value
  if (!isNew || value?.kind !== 'dictionary') return false
  const name = (key: string) => nameOf(value.entries.get(key))
  const isPlain = [...value.entries.keys()].every(key => OF_WIDGET.includes(key))
  return name('Subtype') === 'Widget' && name('FT') === 'Sig' && isPlain
}

function pairOf(before: PdfObject | undefined, after: PdfObject | undefined): Pair | undefined {
  if (before?.value.kind !== 'dictionary' || after?.value.kind !== 'dictionary') return undefined
  if (before.streamAt !== undefined || after.streamAt !== undefined) return undefined
  return { before: before.value, after: after.value }
}

function entryPair({ before, after }: Pair, key: string) {
  return [before.entries.get(key), after.entries.get(key)] as const
}

function isSame(pair: Pair, key: string): boolean {
  const [before, after] = entryPair(pair, key)
  return canonicalValue(before) === canonicalValue(after)
}

function areSame(pair: Pair, except: readonly string[]): boolean {
  const keys = new Set([...pair.before.entries.keys(), ...pair.after.entries.keys()])
  return [...keys].every(key => except.includes(key) || isSame(pair, key))
}
