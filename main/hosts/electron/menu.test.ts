import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { type MenuOptions, menuTemplate } from './menu.ts'
import { menuWords } from './menu-words.ts'

const usual: MenuOptions = { words: menuWords.en, isMac: false, isPackaged: true, command: () => undefined }

function itemsOf(options: MenuOptions): MenuItemConstructorOptions[] {
  return menuTemplate(options).flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
}

describe('the menu', () => {
  it.each([
    ['CmdOrCtrl+L', 'lock'],
    ['CmdOrCtrl+K', 'palette'],
    ['F9', 'privacy'],
    ['CmdOrCtrl+N', 'new-candidate'],
    ['CmdOrCtrl+7', 'deviations'],
    ['CmdOrCtrl+8', 'safety'],
    ['CmdOrCtrl+9', 'imports'],
    ['CmdOrCtrl+Alt+E', 'exports'],
    ['CmdOrCtrl+Alt+V', 'inspection'],
    ['CmdOrCtrl+Alt+B', 'backups'],
    ['Ctrl+,', 'settings'],
    ['CmdOrCtrl+/', 'shortcuts'],
  ])('asks the page on %s to %s', (accelerator, wanted) => {
    const commands: string[] = []
    const options = { ...usual, command: (command: string) => void commands.push(command) }
    const item = itemsOf(options).find(one => one.accelerator === accelerator)
    ;(item?.click as (() => void) | undefined)?.()
    expect(commands).toEqual([wanted])
  })

  it('gives no shortcut to two things', () => {
    for (const isMac of [true, false]) {
      const shortcuts = itemsOf({ ...usual, isMac }).flatMap(({ accelerator }) => accelerator ?? [])
      expect(new Set(shortcuts).size, String(isMac)).toBe(shortcuts.length)
    }
  })

  it('offers developer tools only while developing', () => {
    const hasTools = (isPackaged: boolean) =>
      itemsOf({ ...usual, isPackaged }).some(({ role }) => role === 'toggleDevTools')
    expect(hasTools(false)).toBe(true)
    expect(hasTools(true)).toBe(false)
  })

  it.each([true, false])('names every item in Chinese (mac: %s)', isMac => {
    const options = { ...usual, words: menuWords['zh-CN'], isMac, isPackaged: false }
    const named = [...menuTemplate(options), ...itemsOf(options)].filter(({ type }) => type !== 'separator')
    for (const { label, role } of named) expect(label ?? role).toMatch(/\p{Script=Han}|^Lobule$/u)
  })
})
