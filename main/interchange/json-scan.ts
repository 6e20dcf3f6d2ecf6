/** What keeps a text from being JSON, and where: an offset into the text. */
export interface JsonFault {
  readonly offset: number
  readonly message: string
}

/** Deeper than any file of ours; what reads the values later may then recurse safely. */
const MAXIMUM_DEPTH = 100

const SPACE = /[\t\n\r ]*/y
const ATOM = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y
const ESCAPE = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y

const QUOTE = 0x22
const BACKSLASH = 0x5c
const FIRST_PRINTABLE = 0x20

type Expected = 'value' | 'first value' | 'name' | 'first name' | 'colon' | 'comma' | 'nothing'

const words: Readonly<Record<Expected, string>> = {
  value: 'a value',
  'first value': 'a value or ]',
  name: 'a field name in double quotes',
  'first name': 'a field name in double quotes or }',
  colon: 'a colon after the field name',
  comma: 'a comma or the closing bracket',
  nothing: 'the end of the file',
}

/**
 * The first fault of a JSON text, or undefined. `JSON.parse` is not enough: it does not always say where, quotes
 * the text in its message, and takes the last of two fields with one name, which would lose a value silently.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const open: (Set<string> | undefined)[] = []
  let expected: Expected = 'value'
  let offset = 0
  while (true) {
    const start = after(SPACE, text, offset) ?? offset
    if (start === text.length) break
    const token = tokenAt(text, start)
    const next: Expected | undefined =
      token === undefined ? undefined : follow(expected, token, open.at(-1) !== undefined)
    if (token === undefined || next === undefined) return unexpected(text, start, expected)
    const repeated = expected === 'name' || expected === 'first name' ? keep(open.at(-1), token) : undefined
    if (repeated !== undefined) return { offset: start, message: repeated }
    if (token === '{' || token === '[') open.push(token === '{' ? new Set() : undefined)
    if (open.length > MAXIMUM_DEPTH) return { offset: start, message: 'nested too deeply' }
    if (token === '}' || token === ']') open.pop()
    expected = next === 'comma' && open.length === 0 ? 'nothing' : next
    offset = start + token.length
  }
  if (expected === 'nothing') return undefined
  return { offset: text.length, message: `not JSON: the file ends where ${words[expected]} should follow` }
}

function unexpected(text: string, offset: number, expected: Expected): JsonFault {
  const isBrokenText = text[offset] === '"' && tokenAt(text, offset) === undefined
  const wanted = isBrokenText
    ? 'a closing quote; a line break or \\ in a text is written \\n or \\\\'
    : words[expected]
  return { offset, message: `not JSON: expected ${wanted}` }
}

function tokenAt(text: string, start: number): string | undefined {
  const end = text[start] === '"' ? stringEnd(text, start) : after(ATOM, text, start)
  return end === undefined ? undefined : text.slice(start, end)
}

/** What may come after `token` where `expected` was wanted; undefined where the token may not stand there. */
function follow(expected: Expected, token: string, inObject: boolean): Expected | undefined {
  switch (expected) {
    case 'value':
    case 'first value':
      return followValue(expected, token)
    case 'name':
    case 'first name':
      if (token.startsWith('"')) return 'colon'
      return expected === 'first name' && token === '}' ? 'comma' : undefined
    case 'colon':
      return token === ':' ? 'value' : undefined
    case 'comma':
      if (token === ',') return inObject ? 'name' : 'value'
      return token === (inObject ? '}' : ']') ? 'comma' : undefined
    case 'nothing':
      return undefined
  }
}

function followValue(expected: 'value' | 'first value', token: string): Expected | undefined {
  if (token === '{') return 'first name'
  if (token === '[') return 'first value'
  if (token === ']') return expected === 'first value' ? 'comma' : undefined
  return token === '}' || token === ',' || token === ':' ? undefined : 'comma'
}

/** Notes a field name; says so where it stands twice in its object. */
function keep(names: Set<string> | undefined, token: string): string | undefined {
  if (names === undefined || !token.startsWith('"')) return undefined
  const name = JSON.parse(token) as string
  if (names.has(name)) return `the field ${name.slice(0, 60)} stands twice; remove one`
  names.add(name)
  return undefined
}

/** Where the string that begins at `start` ends. A loop: a pattern would exhaust the stack on a very long string. */
function stringEnd(text: string, start: number): number | undefined {
  let offset = start + 1
  while (offset < text.length) {
    const code = text.charCodeAt(offset)
    if (code === QUOTE) return offset + 1
    if (code < FIRST_PRINTABLE) return undefined
    const next = code === BACKSLASH ? after(ESCAPE, text, offset + 1) : offset + 1
    if (next === undefined) return undefined
    offset = next
  }
  return undefined
}

function after(pattern: RegExp, text: string, offset: number): number | undefined {
  pattern.lastIndex = offset
  return pattern.test(text) ? pattern.lastIndex : undefined
}
