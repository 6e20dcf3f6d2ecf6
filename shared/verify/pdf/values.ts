/** A value of a PDF as it is written; a text keeps where it stands, so that a signature can be located. */
export type PdfValue =
  | { readonly kind: 'plain'; readonly value: number | boolean | null }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'text'; readonly bytes: string; readonly start: number; readonly end: number }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | PdfDictionary
  | PdfReference

export interface PdfDictionary {
  readonly kind: 'dictionary'
  readonly entries: ReadonlyMap<string, PdfValue>
}

interface PdfReference {
  readonly kind: 'reference'
  readonly number: number
}

/** The file is not written as Lobule writes one. Never leaves this folder. */
export class PdfUnreadable extends Error {
  override readonly name = 'PdfUnreadable'
}

const DEEPEST = 40
const SPACE = '[\\0\\t\\n\\f\\r ]'
const spaces = new RegExp(`(?:${SPACE}|%[^\\r\\n]*)*`, 'y')
const plain = /(?:[+-]?(?:\d+\.?\d*|\.\d+)|true|false|null)(?=[\0\t\n\f\r ()<>[\]{}/%]|$)/y
const reference = new RegExp(`(\\d{1,9})${SPACE}+(\\d{1,5})${SPACE}+R(?![A-Za-z0-9])`, 'y')
const name = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y
const hexadecimal = /<([0-9A-Fa-f\0\t\n\f\r ]*)>/y

/** Reads one value at a place of a file that is held as one character for each byte. */
export function readValue(source: string, at: number, depth = 0): { value: PdfValue; end: number } {
  if (depth > DEEPEST) throw new PdfUnreadable('nested too deep')
  const start = skipSpaces(source, at)
  if (source.startsWith('<<', start)) return readDictionary(source, start + 2, depth)
  if (source.startsWith('[', start)) return readArray(source, start + 1, depth)
  if (source.startsWith('(', start)) return readText(source, start)
  const hex = match(hexadecimal, source, start)
  if (hex) return { value: hexText(hex, start), end: start + hex[0].length }
  const named = match(name, source, start)
  if (named) {
    return { value: { kind: 'name', name: unescapedName(named[1] ?? '') }, end: start + named[0].length }
  }
  const referred = match(reference, source, start)
  if (referred) {
    return { value: { kind: 'reference', number: Number(referred[1]) }, end: start + referred[0].length }
  }
  const word = match(plain, source, start)?.[0]
  if (word === undefined) throw new PdfUnreadable(`no value at ${start}`)
  return { value: { kind: 'plain', value: plainValue(word) }, end: start + word.length }
}

/** The place after white space and comments. */
export function skipSpaces(source: string, at: number): number {
  return at + (match(spaces, source, at)?.[0].length ?? 0)
}

/** What a sticky pattern finds exactly at a place. */
export function match(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(source)
}

function readDictionary(source: string, from: number, depth: number): { value: PdfDictionary; end: number } {
  const entries = new Map<string, PdfValue>()
  let at = skipSpaces(source, from)
  while (!source.startsWith('>>', at)) {
    const key = readValue(source, at, depth + 1)
    if (key.value.kind !== 'name') throw new PdfUnreadable(`no key at ${at}`)
    // Readers differ in which of two equal keys they take.
    if (entries.has(key.value.name)) throw new PdfUnreadable(`a key twice at ${at}`)
    const { value, end } = readValue(source, key.end, depth + 1)
    entries.set(key.value.name, value)
    at = skipSpaces(source, end)
  }
  return { value: { kind: 'dictionary', entries }, end: at + 2 }
}

function readArray(source: string, from: number, depth: number): { value: PdfValue; end: number } {
  const items: PdfValue[] = []
  let at = skipSpaces(source, from)
  while (!source.startsWith(']', at)) {
    const { value, end } = readValue(source, at, depth + 1)
    items.push(value)
    at = skipSpaces(source, end)
  }
  return { value: { kind: 'array', items }, end: at + 1 }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function readText(source: string, start: number): { value: PdfValue; end: number } {
  const bytes: string[] = []
  let open = 0
  for (let at = start; at < source.length; at++) {
    const char = source.charAt(at)
    if (char === '\\') {
      const octal = match(/[0-7]{1,3}/y, source, at + 1)?.[0]
      const next = source.charAt(at + 1)
      if (octal !== undefined) bytes.push(String.fromCharCode(Number.parseInt(octal, 8) & 0xff))
      else if (next !== '\n' && next !== '\r') bytes.push(ESCAPES[next] ?? next)
      at += octal?.length ?? (source.startsWith('\r\n', at + 1) ? 2 : 1)
      continue
    }
    if (char === '(' && open++ === 0) continue
    if (char === ')' && --open === 0) {
      return { value: { kind: 'text', bytes: bytes.join(''), start, end: at + 1 }, end: at + 1 }
    }
    bytes.push(char)
  }
  throw new PdfUnreadable(`a text without end at ${start}`)
}

function hexText(found: RegExpExecArray, start: number): PdfValue {
  const digits = (found[1] ?? '').replace(new RegExp(SPACE, 'g'), '')
  const pairs = (digits.length % 2 === 1 ? `${digits}0` : digits).match(/../g) ?? []
  const bytes = pairs.map(pair => String.fromCharCode(Number.parseInt(pair, 16))).join('')
  return { kind: 'text', bytes, start, end: start + found[0].length }
}

function unescapedName(written: string): string {
  return written.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

function plainValue(word: string): number | boolean | null {
  if (word === 'null') return null
  return word === 'true' || word === 'false' ? word === 'true' : Number(word)
}

/** A text value as people read it: UTF-16 with its mark, else one character for each byte. */
export function readableText(value: PdfValue | undefined): string | undefined {
  if (value?.kind !== 'text') return undefined
  if (!value.bytes.startsWith('\xfe\xff')) return value.bytes
  const units = value.bytes.slice(2).match(/../gs) ?? []
  return units.map(pair => String.fromCharCode((pair.charCodeAt(0) << 8) | pair.charCodeAt(1))).join('')
}

/** Two values that say the same have the same text here, wherever they stand. */
export function canonicalValue(value: PdfValue | undefined): string {
  if (value === undefined) return ''
  switch (value.kind) {
    case 'plain':
      return `${value.value}`
    case 'name':
      return `/${JSON.stringify(value.name)}`
    case 'text':
      return JSON.stringify(value.bytes)
    case 'reference':
      return `${value.number} R`
    case 'array':
      return `[${value.items.map(canonicalValue).join(' ')}]`
    case 'dictionary': {
      const entries = [...value.entries].map(
        ([key, inner]) => `${JSON.stringify(key)} ${canonicalValue(inner)}`,
      )
      return `<<${entries.toSorted().join(' ')}>>`
    }
  }
}
