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
    request =>
      new Promise<unknown>(resolve => {
        const id = 1_000_000_000
        function take({ data, ports: [port] }: MessageEvent) {
          if (data?.lobule !== 'port' || !port) return
          window.removeEventListener('message', take)
          port.addEventListener('message', ({ data: message }) => {
            if (message.id === id) resolve(message.response)
          })
          port.start()
          port.postMessage({ id, request })
        }
        window.addEventListener('message', take)
        window.postMessage('lobule:page-ready', window.origin)
      }),
    { area, method, input },
  )
  return ApiResponse.parse(answer)
}
