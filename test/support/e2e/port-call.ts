import type { Page } from '@playwright/test'
import { ApiResponse } from '#shared/api/wire.ts'

/**
 * Calls the engine as the page itself would: asks the preload for a port and speaks through it, past all screens. The
 * page takes the same port into use, so the number of the call must be one that it does not reach.
 */
export async function callEngine(
  page: Page,
  area: string,
  method: string,
  input: unknown = {},
): Promise<ApiResponse> {
  const answer = await page.evaluate(
    async request => {
      const ports: MessagePort[] = []
      const take = ({ data, ports: [port] }: MessageEvent<{ lobule?: string } | null>) => {
        if (data?.lobule === 'port' && port) ports.push(port)
      }
      window.addEventListener('message', take)
      window.postMessage('lobule:page-ready', window.origin)
      // The page may just have asked for one as well, and closes all but the last.
      let count = -1
      while (ports.length === 0 || ports.length > count) {
        count = ports.length
        await new Promise(resolve => setTimeout(resolve, 150))
      }
      window.removeEventListener('message', take)
      const port = ports.at(-1)
      // Held by the window: the page may let go of it while the engine works.
      Object.assign(window, { portInUse: port })
      return new Promise<unknown>(resolve => {
        const id = 1_000_000_000
        port?.addEventListener('message', ({ data }: MessageEvent<{ id?: number; response?: unknown }>) => {
          if (data.id === id) resolve(data.response)
        })
        port?.start()
        port?.postMessage({ id, request })
      })
    },
    { area, method, input },
  )
  return ApiResponse.parse(answer)
}
