/** Where the members of a Bundle's list of entries stand in its text, and the text without them. */
export interface EntrySlices {
  readonly slices: readonly { readonly start: number; readonly end: number }[]
  readonly frame: string
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPENING = new Set([0x7b, 0x5b])
const CLOSING = new Set([0x7d, 0x5d])
const BRACKET = 0x5b

/**
 * Takes a JSON text apart, so that one entry after the other can be read and none but that is held. The text must be
 * JSON, and the members of `entry` objects.
 */
export function entrySlices(text: string): EntrySlices {
  const slices: { start: number; end: number }[] = []
  let list: { readonly start: number; end: number } | undefined
  let depth = 0
  let start = 0
  let name = ''
  for (let offset = 0; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset)
    if (code === QUOTE) {
      const end = stringEnd(text, offset)
      if (depth === 1 && list === undefined) name = text.slice(offset, end)
      offset = end - 1
    } else if (OPENING.has(code)) {
      depth += 1
      const isList = depth === 2 && code === BRACKET && name === '"entry"' && list === undefined
      if (isList) list = { start: offset + 1, end: text.length }
      else if (depth === 3 && isWithin(list, text)) start = offset
    } else if (CLOSING.has(code)) {
      if (depth === 3 && isWithin(list, text)) slices.push({ start, end: offset + 1 })
      if (depth === 2 && list !== undefined && isWithin(list, text)) list.end = offset
      depth -= 1
    }
  }
  const frame = list === undefined ? text : text.slice(0, list.start) + text.slice(list.end)
  return { slices, frame }
}

function isWithin(list: { readonly end: number } | undefined, text: string): boolean {
  return list?.end === text.length
}

/** The end of the string that begins at `start`. */
function stringEnd(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end === -1 ? text.length : end + 1
}

function isEscaped(text: string, quote: number): boolean {
  let before = quote - 1
  while (text.charCodeAt(before) === BACKSLASH) before -= 1
  return (quote - before) % 2 === 0
}
