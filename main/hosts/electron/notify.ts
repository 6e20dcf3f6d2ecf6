import { type BrowserWindow, Notification } from 'electron'
import type { Notice } from './deadline-notice.ts'
import { showAgain } from './window.ts'

/** Shows a notification of the operating system, where it has any; a click brings the window. */
export function notify(window: BrowserWindow, notice: Notice): void {
  if (!Notification.isSupported()) return
  const notification = new Notification(notice)
  notification.on('click', () => window.isDestroyed() || showAgain(window))
  notification.show()
}
