/** What has to be written otherwise in an attribute, in a text, or cannot stand in XML 1.0 at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids or changes
const SPECIAL = /[&<>"\u0000-\u001f\ufffe\uffff\ud800-\udfff]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: see above
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const REPLACEMENT = '\ufffd'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader of XML makes a blank of these where they stand as they are.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** A text as it stands between quotation marks or tags. What XML cannot hold becomes U+FFFD; see `isExact`. */
export function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text
  return text
    .toWellFormed()
    .replace(FORBIDDEN, REPLACEMENT)
    .replace(/[&<>"\t\n\r]/g, found => entities[found] ?? found)
}

/** Whether XML 1.0 can hold every character of a text. */
export function isExact(text: string): boolean {
  return !SPECIAL.test(text) || (text.isWellFormed() && text.search(FORBIDDEN) === -1)
}

/** A whole attribute with the blank before it; nothing where there is no value. */
export function attribute(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${escaped(value)}"`
}

/** An element that holds a text. */
export function textElement(name: string, value: string, attributes = ''): string {
  return `<${name}${attributes}>${escaped(value)}</${name}>`
}
