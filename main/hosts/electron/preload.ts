import { type IpcRendererEvent, ipcRenderer } from 'electron'
import { PAGE_READY } from '#shared/api/page-ready.ts'
import { ASK_PORT, TO_PAGE } from './channel-names.ts'

/** The page's window, as far as it is used here: `main` has no names of the DOM. */
interface PageWindow {
  readonly location: { readonly origin: string }
  addEventListener(name: 'message', listener: (event: { source: unknown; data: unknown }) => void): void
  postMessage(message: unknown, targetOrigin: string, transfer: readonly unknown[]): void
}

const page = globalThis as unknown as PageWindow

// Only the page itself: a frame in it could post the same words.
page.addEventListener('message', ({ source, data }) => {
  if (source === page && data === PAGE_READY) ipcRenderer.send(ASK_PORT)
})

ipcRenderer.on(TO_PAGE, (event: IpcRendererEvent, message: unknown) => {
  page.postMessage(message, page.location.origin, event.ports)
})
