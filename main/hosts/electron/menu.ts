import type { MenuItemConstructorOptions } from 'electron'
import type { WindowCommand } from '#shared/api/window-message.ts'
import type { MenuWords } from './menu-words.ts'

export interface MenuOptions {
  readonly words: MenuWords
  readonly isMac: boolean
  /** Developer tools are offered only while developing. */
  readonly isPackaged: boolean
  readonly command: (command: WindowCommand) => void
}

type Item = MenuItemConstructorOptions

/** The areas of the workstation, in the order of their keys. */
const PLACES = [
  'candidates',
  'protocols',
  'work',
  'documents',
  'trail',
  'verify',
  'deviations',
  'safety',
  'imports',
] as const

const separator: Item = { type: 'separator' }

/** The application's menu, and with it the shortcuts that work wherever the focus is. */
export function menuTemplate(options: MenuOptions): Item[] {
  const { words, isMac } = options
  return [
    ...(isMac ? [macMenu(options)] : []),
    fileMenu(options),
    { label: words.edit, submenu: editItems(words) },
    { label: words.view, submenu: viewItems(options) },
    ...(isMac ? [{ label: words.window, role: 'windowMenu' } satisfies Item] : []),
    helpMenu(options),
  ]
}

function macMenu({ words, command }: MenuOptions): Item {
  return {
    label: 'Lobule',
    submenu: [
      { label: words.about, click: () => command('about') },
      separator,
      { label: words.settings, accelerator: 'Cmd+,', click: () => command('settings') },
      separator,
      { label: words.hide, role: 'hide' },
      { label: words.hideOthers, role: 'hideOthers' },
      { label: words.showAll, role: 'unhide' },
      separator,
      { label: words.quit, role: 'quit' },
    ],
  }
}

function fileMenu({ words, isMac, command }: MenuOptions): Item {
  const ofMac: Item[] = [{ label: words.close, role: 'close' }]
  const ofOthers: Item[] = [
    { label: words.settings, accelerator: 'Ctrl+,', click: () => command('settings') },
    separator,
    { label: words.quit, accelerator: 'Ctrl+Q', role: 'quit' },
  ]
  return {
    label: words.file,
    submenu: [
      { label: words.newCandidate, accelerator: 'CmdOrCtrl+N', click: () => command('new-candidate') },
      separator,
      { label: words.lock, accelerator: 'CmdOrCtrl+L', click: () => command('lock') },
      separator,
      ...(isMac ? ofMac : ofOthers),
    ],
  }
}

function editItems(words: MenuWords): Item[] {
  return [
    { label: words.undo, role: 'undo' },
    { label: words.redo, role: 'redo' },
    separator,
    { label: words.cut, role: 'cut' },
    { label: words.copy, role: 'copy' },
    { label: words.paste, role: 'paste' },
    { label: words.selectAll, role: 'selectAll' },
  ]
}

function viewItems({ words, isPackaged, command }: MenuOptions): Item[] {
  const forDevelopers: Item[] = [separator, { label: words.developerTools, role: 'toggleDevTools' }]
  return [
    { label: words.palette, accelerator: 'CmdOrCtrl+K', click: () => command('palette') },
    ...PLACES.map((place, index) => ({
      label: words[place],
      accelerator: `CmdOrCtrl+${index + 1}`,
      click: () => command(place),
    })),
    separator,
    { label: words.exports, accelerator: 'CmdOrCtrl+Alt+E', click: () => command('exports') },
    { label: words.inspection, accelerator: 'CmdOrCtrl+Alt+V', click: () => command('inspection') },
    { label: words.backups, accelerator: 'CmdOrCtrl+Alt+B', click: () => command('backups') },
    separator,
    { label: words.privacy, accelerator: 'F9', click: () => command('privacy') },
    separator,
    { label: words.zoomIn, role: 'zoomIn' },
    // Without Shift, as every browser has it; the role's own shortcut is the sign itself.
    { label: words.zoomIn, role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false },
    { label: words.zoomOut, role: 'zoomOut' },
    { label: words.actualSize, role: 'resetZoom' },
    { label: words.fullScreen, role: 'togglefullscreen' },
    separator,
    { label: words.reload, role: 'reload' },
    ...(isPackaged ? [] : forDevelopers),
  ]
}

function helpMenu({ words, isMac, command }: MenuOptions): Item {
  const about: Item[] = [separator, { label: words.about, click: () => command('about') }]
  return {
    label: words.help,
    role: 'help',
    submenu: [
      { label: words.shortcuts, accelerator: 'CmdOrCtrl+/', click: () => command('shortcuts') },
      ...(isMac ? [] : about),
    ],
  }
}
