import { AppError } from '#shared/api/errors.ts'
import { EngineEvent } from '#shared/api/events.ts'
import { createListeners, type Transport } from './transport.ts'

const UNREACHABLE = new AppError({ code: 'unavailable', what: 'the engine' })

/** The engine behind the loopback host that served this page. */
export function httpTransport(): Transport {
  const { tell, subscribe } = createListeners()
  const events = new EventSource('/events')
  let isDown = false
  events.onopen = () => {
    if (isDown) tell({ event: 'engine_up' })
    isDown = false
  }
  events.onerror = () => {
    if (!isDown) tell({ event: 'engine_down' })
    isDown = true
  }
  events.onmessage = ({ data }: MessageEvent<string>) => tell(EngineEvent.parse(JSON.parse(data)))
  return { subscribe, send: request => post(request) }
}

async function post(request: unknown): Promise<unknown> {
  const response = await fetch('/api', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
  }).catch(() => {
    throw UNREACHABLE
  })
  if (!response.ok) throw UNREACHABLE
  return response.json()
}
