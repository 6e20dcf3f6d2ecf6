import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newFolder } from '#test/support/new-store.ts'
import { repairReplacement, replacementPlaces, replaceStore } from './replace-store.ts'

const AT = new Date('2026-11-30T04:05:06.789Z')

function storeIn(folder: string, word: string, files = ['lobule.db', 'keyring.json']): string {
  mkdirSync(folder, { recursive: true })
  for (const name of files) writeFileSync(join(folder, name), word)
  return folder
}

function newPlace() {
  const home = newFolder()
  const directory = storeIn(join(home, 'the store 数据'), 'old')
  const prepared = storeIn(join(home, 'prepared'), 'new')
  return { home, directory, prepared, places: replacementPlaces(directory, AT) }
}

const wordIn = (folder: string) => readFileSync(join(folder, 'lobule.db'), 'utf8')

describe('a store that another takes the place of', () => {
  it('lies aside whole, under the time of that', () => {
    const { directory, prepared, places, home } = newPlace()
    replaceStore(prepared, directory, places)
    expect(wordIn(directory)).toBe('new')
    expect(wordIn(join(home, 'the store 数据.replaced-20261130T040506Z'))).toBe('old')
    expect(readdirSync(home)).toHaveLength(2)
  })

  it('has a name of its own also where two are put aside in one second', () => {
    const { home, directory, prepared, places } = newPlace()
    replaceStore(prepared, directory, places)
    const again = storeIn(join(home, 'again'), 'newest')
    replaceStore(again, directory, replacementPlaces(directory, AT))
    expect(
      readdirSync(home)
        .map(name => wordIn(join(home, name)))
        .toSorted(),
    ).toEqual(['new', 'newest', 'old'])
  })

  it.each([
    ['there is none', undefined],
    ['there is an empty folder', 'empty'],
  ])('is not needed: %s', (_what, given) => {
    const { home, directory, prepared, places } = newPlace()
    rmSync(directory, { recursive: true })
    if (given !== undefined) mkdirSync(directory)
    replaceStore(prepared, directory, places)
    expect(readdirSync(home)).toEqual(['the store 数据'])
    expect(wordIn(directory)).toBe('new')
  })

  it('stays where the new one cannot be moved in', () => {
    const { home, directory, prepared, places } = newPlace()
    mkdirSync(join(places.aside, 'in the way'), { recursive: true })
    expect(() => replaceStore(prepared, directory, places)).toThrow()
    expect(wordIn(directory)).toBe('old')
    expect(readdirSync(home).some(name => name.includes('.ready-'))).toBe(false)
  })
})

describe('a replacement that broke off', () => {
  it('between the two renames is brought to its end', () => {
    const { directory, prepared, places } = newPlace()
    renameSync(prepared, places.ready)
    renameSync(directory, places.aside)
    expect(repairReplacement(directory)).toBe('completed')
    expect([wordIn(directory), wordIn(places.aside)]).toEqual(['new', 'old'])
    expect(repairReplacement(directory)).toBe('nothing')
  })

  it('before them leaves the old store as it was', () => {
    const { directory, prepared, places } = newPlace()
    renameSync(prepared, places.ready)
    expect(repairReplacement(directory)).toBe('discarded')
    expect([wordIn(directory), existsSync(places.ready)]).toEqual(['old', false])
  })

  it('puts the old one back where the new one is not whole', () => {
    const { directory, prepared, places } = newPlace()
    renameSync(prepared, places.ready)
    rmSync(join(places.ready, 'keyring.json'))
    renameSync(directory, places.aside)
    expect(repairReplacement(directory)).toBe('put_back')
    expect(wordIn(directory)).toBe('old')
  })

  it('is none of its business where the name only looks like one', () => {
    const { home, directory } = newPlace()
    const others = [
      'the store 数据.ready-soon',
      'the store 数据.2.ready-20261130T040506Z',
      'x.ready-20261130T040506Z',
    ]
    for (const name of others) storeIn(join(home, name), 'somebody’s own')
    expect(repairReplacement(directory)).toBe('nothing')
    for (const name of others) expect(wordIn(join(home, name))).toBe('somebody’s own')
  })
})
