import { AppError } from '#shared/api/errors.ts'
import { PAGE_READY, WindowMessage } from '#shared/api/window-message.ts'
import { PortMessage } from '#shared/api/wire.ts'
import { createListeners, type Transport } from './transport.ts'

interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: AppError) => void
}

/** The engine behind a MessagePort that the preload hands over, again after each restart of the engine. */
export function portTransport(page: Window): Transport {
  const { tell, subscribe } = createListeners()
  const waiting = new Map<number, Waiting>()
  const early: { readonly id: number; readonly request: unknown }[] = []
  let port: MessagePort | undefined
  let calls = 0

  function take(next: MessagePort) {
    port?.close()
    const isRestart = port !== undefined
    port = next
    port.onmessage = ({ data }) => hear(data)
    for (const call of early.splice(0)) port.postMessage(call)
    if (isRestart) tell({ event: 'engine_up' })
  }

  function hear(data: unknown) {
    const message = PortMessage.parse(data)
    if ('event' in message) return tell(message)
    waiting.get(message.id)?.resolve(message.response)
    waiting.delete(message.id)
  }

  function giveUp() {
    const early = [...waiting.values()]
    waiting.clear()
    for (const { reject } of early) reject(new AppError({ code: 'unavailable', what: 'the engine' }))
    tell({ event: 'engine_down' })
  }

  page.addEventListener('message', ({ source, data, ports: [given] }) => {
    const message = source === page ? WindowMessage.safeParse(data) : undefined
    if (!message?.success) return
    if (message.data.lobule === 'port' && given) take(given)
    if (message.data.lobule === 'engine_down') giveUp()
  })
  page.postMessage(PAGE_READY, page.location.origin)

  return {
    subscribe,
    send: request =>
      new Promise((resolve, reject) => {
        const call = { id: ++calls, request }
        waiting.set(call.id, { resolve, reject })
        if (port) port.postMessage(call)
        else early.push(call)
      }),
  }
}
