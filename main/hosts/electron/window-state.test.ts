import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { placeWindow, readWindowState, type WindowState, writeWindowState } from './window-state.ts'

const laptop = { x: 0, y: 25, width: 1680, height: 1000 }
const beside = { x: 1680, y: 0, width: 2560, height: 1440 }
const left: WindowState = { x: 1800, y: 100, width: 1600, height: 1200, isMaximized: false, zoomLevel: 1 }

describe('the window opens', () => {
  it('as it was left where a display still shows that place', () => {
    expect(placeWindow(left, [laptop, beside])).toEqual(left)
  })

  it('in the middle of the first display, no larger than it, where its display was unplugged', () => {
    const placed = placeWindow(left, [laptop])
    expect(placed).toEqual({ ...left, x: 40, y: 25, width: 1600, height: 1000 })
  })

  it.each([
    ['above all displays', { ...left, y: -400 }],
    ['with nothing but its edge to the right', { ...left, x: 1680 + 2560 - 20 }],
    ['with its title bar below the display', { ...left, y: 1430 }],
  ])('in the middle where it was left %s', (_where, state) => {
    expect(placeWindow(state, [laptop, beside])).toMatchObject({ x: 40, y: 25 })
  })

  it('in the middle the first time, and never smaller than its screens need', () => {
    expect(placeWindow(undefined, [laptop])).toMatchObject({ width: 1440, height: 900, isMaximized: false })
    const small = placeWindow(undefined, [{ x: 0, y: 0, width: 800, height: 600 }])
    expect(small).toMatchObject({ x: 0, y: 0, width: 1024, height: 680 })
  })
})

describe('the kept state', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lobule-window-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('is read as it was written', () => {
    const file = join(folder, 'window.json')
    writeWindowState(file, left)
    expect(readWindowState(file)).toEqual(left)
  })

  it.each(['', '{', '{"x":1}', JSON.stringify({ ...left, width: 10 })])(
    'is none where the file holds %j',
    async text => {
      const file = join(folder, 'window.json')
      await writeFile(file, text)
      expect(readWindowState(file)).toBeUndefined()
    },
  )

  it('is none where there is no file, and writing to a folder that is gone ends nothing', () => {
    const file = join(folder, 'gone', 'window.json')
    expect(() => writeWindowState(file, left)).not.toThrow()
    expect(readWindowState(file)).toBeUndefined()
  })
})
