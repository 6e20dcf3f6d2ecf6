import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en, zhCN } from './messages.ts'

const renderer = join(import.meta.dirname, '..')
const PLURAL = /_(?:one|other)$/

type Tree = { readonly [key: string]: string | Tree }

/** Every text of a language by `namespace:key.path`, plural forms under one key. */
function texts(tree: Tree, at = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const path = at === '' ? `${key}:` : `${at}${at.endsWith(':') ? '' : '.'}${key}`
    return typeof value === 'string' ? [[path, value] as [string, string]] : texts(value, path)
  })
}

const keysOf = (tree: Tree) => new Set(texts(tree).map(([key]) => key.replace(PLURAL, '')))

/** What the sources ask `t` for: patterns, because a part of a key may be computed. */
function asked(): { file: string; pattern: RegExp; text: string }[] {
  const files = globSync('**/*.{ts,tsx}', {
    cwd: renderer,
    exclude: name => /\.test\.tsx?$/.test(String(name)),
  })
  return files.flatMap(file => {
    const source = readFileSync(join(renderer, file), 'utf8')
    const spaces = namespacesOf(source)
    return [...source.matchAll(/\bt\(/g)].flatMap(({ index }) =>
      literalsIn(firstArgument(source, index + 2)).map(text => {
        const [first = '', ...rest] = text.split(':')
        const [space, key] = rest.length > 0 ? [first, rest.join(':')] : [spaces, first]
        return { file, text, pattern: new RegExp(`^(?:${space}):${patternOf(key)}$`) }
      }),
    )
  })
}

/** The source of a call's first argument; `from` is where its bracket has just opened. */
function firstArgument(source: string, from: number): string {
  let depth = 0
  for (let at = from; at < source.length; at += 1) {
    const char = source[at] ?? ''
    if ('([{'.includes(char)) depth += 1
    if (')]}'.includes(char)) depth -= 1
    if (depth < 0 || (depth === 0 && char === ',')) return source.slice(from, at)
  }
  return ''
}

/** A key may be chosen between two (`a ? 'x' : 'y'`), and a part of it computed. */
function literalsIn(argument: string): string[] {
  return [...argument.matchAll(/'([^']+)'|`([^`]+)`/g)].map(
    ([, literal, template]) => literal ?? template ?? '',
  )
}

function namespacesOf(source: string): string {
  const named = [...source.matchAll(/useTranslation\(([^)]*)\)/g)].flatMap(([, given = '']) =>
    given.trim() === '' ? ['common'] : [...given.matchAll(/'([^']+)'/g)].map(([, name = '']) => name),
  )
  const typed = [...source.matchAll(/TFunction<'([^']+)'/g)].map(([, name = '']) => name)
  return [...new Set([...named, ...typed])].join('|') || '[a-z]+'
}

function patternOf(key: string): string {
  return key
    .split(/\$\{[^}]*\}/)
    .map(part => part.replace(/[.*+?^$()[\]\\|]/g, '\\$&'))
    .join('[^:]+')
}

describe('the texts of the screens', () => {
  const english = keysOf(en)

  it('are the same in both languages', () => {
    expect([...keysOf(zhCN as Tree)].sort()).toEqual([...english].sort())
  })

  it('are all there that a screen asks for', () => {
    const missing = asked().filter(({ pattern }) => ![...english].some(key => pattern.test(key)))
    expect(missing.map(({ file, text }) => `${file}: ${text}`)).toEqual([])
  })

  it('are all used', () => {
    const patterns = asked().map(({ pattern }) => pattern)
    expect([...english].filter(key => !patterns.some(pattern => pattern.test(key)))).toEqual([])
  })

  it('take the same values in both languages', () => {
    const chinese = new Map(texts(zhCN as Tree))
    const values = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort()
    const different = texts(en).filter(([key, text]) => {
      const other = chinese.get(key)
      return other !== undefined && values(text).join() !== values(other).join()
    })
    expect(different.map(([key]) => key)).toEqual([])
  })

  it('are Chinese where they stand in Chinese, with its punctuation', () => {
    const wrong = texts(zhCN as Tree).filter(([, text]) =>
      /[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]/.test(text),
    )
    expect(wrong.map(([key]) => key)).toEqual([])
  })
})
