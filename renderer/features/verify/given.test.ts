import { describe, expect, it } from 'vitest'
import { chosenFiles, givenOf } from './given.ts'

const file = (path: string) => ({ path, read: async () => new Uint8Array() })
const grouped = (...paths: string[]) =>
  givenOf(paths.map(file)).map(({ name, files }) => `${name}: ${files.length}`)

describe('what is given to the verifier', () => {
  it('is a folder as one where it has a signed list', () => {
    expect(grouped('site/manifest.pdf', 'site/wide.csv', 'site/documents/a.pdf')).toEqual(['site: 3'])
  })

  it('is one file after the other where it has none', () => {
    expect(grouped('site/a.pdf', 'site/b.pdf', 'c.pdf')).toEqual(['a.pdf: 1', 'b.pdf: 1', 'c.pdf: 1'])
  })

  it('is two folders apart, each with its own list', () => {
    expect(grouped('one/manifest.pdf', 'one/x.csv', 'two/manifest.pdf', 'two/y.csv')).toEqual([
      'one: 2',
      'two: 2',
    ])
  })

  it('is the list alone where nothing is beside it', () => {
    expect(grouped('manifest.pdf')).toEqual(['manifest.pdf: 1'])
  })

  it('is known by its place in the folder that was chosen, and read as it is', async () => {
    const chosen = new File(['x'], 'a.pdf')
    Object.defineProperty(chosen, 'webkitRelativePath', { value: 'site/a.pdf' })
    const [given] = chosenFiles([chosen])
    expect(given?.path).toBe('site/a.pdf')
    expect(await given?.read()).toEqual(Uint8Array.of(0x78))
  })
})
