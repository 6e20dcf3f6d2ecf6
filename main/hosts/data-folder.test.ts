import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataFolder, storeFolder } from './data-folder.ts'

const on = (platform: NodeJS.Platform, env: Record<string, string> = {}) => ({
  ...{ platform, env, home: '/home/chen' },
})

describe('the folder of the data', () => {
  it.each([
    ['Linux', on('linux'), '/home/chen/.config/Lobule'],
    ['Linux with a folder for it', on('linux', { XDG_CONFIG_HOME: '/data/config' }), '/data/config/Lobule'],
    ['Linux with an empty one', on('linux', { XDG_CONFIG_HOME: '' }), '/home/chen/.config/Lobule'],
    ['Linux with a relative one', on('linux', { XDG_CONFIG_HOME: 'config' }), '/home/chen/.config/Lobule'],
    ['macOS', on('darwin'), '/home/chen/Library/Application Support/Lobule'],
    ['Windows', on('win32', { APPDATA: '/users/chen/roaming' }), '/users/chen/roaming/Lobule'],
    ['Windows without APPDATA', on('win32'), '/home/chen/AppData/Roaming/Lobule'],
  ])('on %s', (_, system, folder) => {
    expect(dataFolder(undefined, system)).toBe(folder)
  })

  it('is the one that was named, from where the name was typed', () => {
    expect(dataFolder('ward 3', on('linux'))).toBe(resolve('ward 3'))
  })

  it('keeps the sample site apart from the real one', () => {
    expect(storeFolder({ data: '/data', sample: false }, on('linux'))).toBe('/data/site')
    expect(storeFolder({ data: '/data', sample: true }, on('linux'))).toBe('/data/sample')
    expect(storeFolder({ sample: true }, on('linux'))).toBe('/home/chen/.config/Lobule/sample')
  })
})
