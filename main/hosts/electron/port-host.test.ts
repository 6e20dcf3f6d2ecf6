import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { afterEach, expect, it } from 'vitest'
import type { Engine } from '#main/engine.ts'
import { createPortHost, type PagePort } from './port-host.ts'

/** Echoes what it is asked; `slow` answers when told to. */
let release: () => void = () => undefined
const engine: Pick<Engine, 'handle'> = {
  async handle(request) {
    if (request === 'slow')
      await new Promise<void>(resolve => {
        release = resolve
      })
    return { ok: true, value: request }
  },
}

/** Node's port in the shape of Electron's, whose listeners get an event. */
function asPagePort(port: MessagePort): PagePort {
  return {
    on: (name, listener) => port.on(name, (data: unknown) => listener({ data })),
    postMessage: message => port.postMessage(message),
    start: () => port.start(),
  }
}

const open: MessagePort[] = []
afterEach(() => {
  for (const port of open.splice(0)) port.close()
})

function connect() {
  const malformed: string[] = []
  const host = createPortHost(engine, () => void malformed.push('message'))
  const page = () => {
    const { port1, port2 } = new MessageChannel()
    open.push(port1)
    const heard: unknown[] = []
    port1.on('message', message => heard.push(message))
    host.add(asPagePort(port2))
    return { port: port1, heard }
  }
  return { host, page, malformed }
}

const settled = () => new Promise(resolve => setTimeout(resolve, 30))

it('answers each call under its number', async () => {
  const { port, heard } = connect().page()
  port.postMessage({ id: 1, request: 'slow' })
  port.postMessage({ id: 2, request: 'quick' })
  await settled()
  release()
  await settled()
  expect(heard).toEqual([
    { id: 2, response: { ok: true, value: 'quick' } },
    { id: 1, response: { ok: true, value: 'slow' } },
  ])
})

it.each([['text'], [{ id: 0, request: 1 }], [{ request: 1 }], [{ id: 1, request: 1, more: 1 }], [null]])(
  'reports %j as no call, and goes on',
  async message => {
    const { page, malformed } = connect()
    const { port, heard } = page()
    port.postMessage(message)
    port.postMessage({ id: 7, request: 'next' })
    await settled()
    expect(malformed).toEqual(['message'])
    expect(heard).toEqual([{ id: 7, response: { ok: true, value: 'next' } }])
  },
)

it('announces to every page, and no longer to one that closed', async () => {
  const { host, page } = connect()
  const [first, second] = [page(), page()]
  host.announce({ event: 'locked', cause: 'idle' })
  await settled()
  first.port.close()
  await settled()
  host.announce({ event: 'locked', cause: 'user' })
  await settled()
  expect(first.heard).toEqual([{ event: 'locked', cause: 'idle' }])
  expect(second.heard).toHaveLength(2)
})
