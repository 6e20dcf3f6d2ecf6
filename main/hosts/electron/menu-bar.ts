import { app, type BrowserWindow, dialog, Menu } from 'electron'
import type { WindowCommand } from '#shared/api/window-message.ts'
import type { Language } from '#shared/core/text.ts'
import { menuTemplate } from './menu.ts'
import { type MenuWords, menuWords } from './menu-words.ts'

/** The menu, in the language of the screens. */
export interface MenuBar {
  /** Null until somebody chose a language: then the computer's own, if Lobule speaks it. */
  speak(language: Language | null): void
  words(): MenuWords
}

/** Shows the menu at once in the computer's language: the chosen one is known when the engine is up. */
export function showMenu(command: (command: WindowCommand) => void): MenuBar {
  let shown: Language | undefined
  const speak = (chosen: Language | null) => {
    const language = chosen ?? languageOf(app.getLocale())
    if (language === shown) return
    shown = language
    const words = menuWords[language]
    const isMac = process.platform === 'darwin'
    const template = menuTemplate({ words, isMac, isPackaged: app.isPackaged, command })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
  speak(null)
  return { speak, words: () => menuWords[shown ?? 'en'] }
}

/** Says that the engine keeps ending, and asks whether to try again. */
export async function asksToRetry(window: BrowserWindow, words: MenuWords): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: words.engineGone,
    detail: words.engineGoneDetail,
    buttons: [words.tryAgain, words.quit],
    defaultId: 0,
    cancelId: 1,
  })
  return response === 0
}

function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}
