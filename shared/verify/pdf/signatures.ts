import { entryOf, nameOf, numberOf, type PdfFile, resolved } from './file.ts'
import { type PdfDictionary, PdfUnreadable, type PdfValue, readableText } from './values.ts'

/** A signature as its dictionary has it; nothing of it is checked yet. */
export interface PdfSignature {
  /** The save that added it, and the numbers of the objects that belong to it. */
  readonly revision: number
  readonly widget: number
  readonly page: number | undefined
  /** Where on the page it shows itself: left, bottom, right, top. */
  readonly rect: readonly number[]
  readonly range: readonly number[]
  /** Where the string of the signature stands, its brackets included. */
  readonly contentsAt: number
  readonly contentsEnd: number
  /** As written, without its brackets. */
  readonly contents: string
  readonly name: string
  readonly reason: string
  /** With the offset that was written; undefined where it is no time. */
  readonly time: string | undefined
  readonly isCertifying: boolean
}

/** The signatures of the last save's form, oldest first. */
export function signaturesOf(file: PdfFile): PdfSignature[] {
  const last = file.revisions.length - 1
  const root = resolved(file, file.revisions[last]?.trailer.entries.get('Root'), last)
  const form = entryOf(file, { value: root, key: 'AcroForm' }, last)
  const fields = entryOf(file, { value: form, key: 'Fields' }, last)
  if (fields?.kind !== 'array') return []
  return fields.items.map(field => signatureOf(file, field)).toSorted((a, b) => a.revision - b.revision)
}

function signatureOf(file: PdfFile, field: PdfValue): PdfSignature {
  const last = file.revisions.length - 1
  const widget = resolved(file, field, last)
  const signature = widget?.kind === 'dictionary' ? widget.entries.get('V') : undefined
  const page = widget?.kind === 'dictionary' ? widget.entries.get('P') : undefined
  const rect = widget?.kind === 'dictionary' ? widget.entries.get('Rect') : undefined
  if (field.kind !== 'reference' || signature?.kind !== 'reference') throw new PdfUnreadable('an open field')
  const revision = file.revisions.findLastIndex(({ objects }) => objects.has(signature.number))
  const dictionary = resolved(file, signature, last)
  if (dictionary?.kind !== 'dictionary') throw new PdfUnreadable('no signature in its field')
  const entry = (key: string) => dictionary.entries.get(key)
  const contents = entry('Contents')
  if (contents?.kind !== 'text' || nameOf(entry('SubFilter')) !== 'ETSI.CAdES.detached') {
    throw new PdfUnreadable('a signature of another kind')
  }
  // The brackets are not covered: in round ones the digits would be another string.
  if (file.source.charAt(contents.start) !== '<') throw new PdfUnreadable('a signature in other brackets')
  return {
    revision,
    widget: field.number,
    page: page?.kind === 'reference' ? page.number : undefined,
    rect: decimalsOf(rect),
    range: numbersOf(entry('ByteRange')),
    contentsAt: contents.start,
    contentsEnd: contents.end,
    contents: file.source.slice(contents.start + 1, contents.end - 1),
    name: readableText(entry('Name')) ?? '',
    reason: readableText(entry('Reason')) ?? '',
    time: timeOf(readableText(entry('M'))),
    isCertifying: isCertifying(dictionary),
  }
}

function numbersOf(value: PdfValue | undefined): number[] {
  return value?.kind === 'array' ? value.items.flatMap(item => numberOf(item) ?? []) : []
}

function decimalsOf(value: PdfValue | undefined): number[] {
  const items = value?.kind === 'array' ? value.items : []
  return items.flatMap(item => (item.kind === 'plain' && typeof item.value === 'number' ? [item.value] : []))
}

/** Whether it allows nothing but signatures after it (DocMDP, P 2). */
function isCertifying(signature: PdfDictionary): boolean {
  const references = signature.entries.get('Reference')
  const [first] = references?.kind === 'array' ? references.items : []
  if (first?.kind !== 'dictionary') return false
  const parameters = first.entries.get('TransformParams')
  if (nameOf(first.entries.get('TransformMethod')) !== 'DocMDP' || parameters?.kind !== 'dictionary')
    return false
  return numberOf(parameters.entries.get('P')) === 2
}

/** `D:20261120093015+08'00'` as `2026-11-20T09:30:15+08:00`. */
function timeOf(text: string | undefined): string | undefined {
  const [, day, month, date, hour, minute, second, sign, hours, minutes] =
    /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)([+-])(\d\d)'(\d\d)'$/.exec(text ?? '') ?? []
  const time = `${day}-${month}-${date}T${hour}:${minute}:${second}${sign}${hours}:${minutes}`
  return Number.isNaN(Date.parse(time)) ? undefined : time
}
