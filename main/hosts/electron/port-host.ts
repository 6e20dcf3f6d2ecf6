import type { Engine } from '#main/engine.ts'
import type { EngineEvent } from '#shared/api/events.ts'
import { PortCall, type PortMessage } from '#shared/api/wire.ts'

/** The part of a MessagePort that is used: Electron's, or in tests Node's. */
export interface PagePort {
  on(name: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  on(name: 'close', listener: () => void): unknown
  postMessage(message: PortMessage): void
  start(): void
}

/** Answers the calls of pages through their ports, and tells all of them what the engine announces. */
export interface PortHost {
  add(port: PagePort): void
  announce(event: EngineEvent): void
}

/** `malformed` hears of messages that are no calls: they have no number to be answered under. */
export function createPortHost(engine: Pick<Engine, 'handle'>, malformed: () => void): PortHost {
  const ports = new Set<PagePort>()

  async function answer(port: PagePort, data: unknown): Promise<void> {
    const call = PortCall.safeParse(data)
    if (!call.success) return malformed()
    const response = await engine.handle(call.data.request)
    if (ports.has(port)) port.postMessage({ id: call.data.id, response })
  }

  return {
    add(port) {
      ports.add(port)
      port.on('message', ({ data }) => void answer(port, data))
      port.on('close', () => ports.delete(port))
      port.start()
    },
    announce(event) {
      for (const port of ports) port.postMessage(event)
    },
  }
}
