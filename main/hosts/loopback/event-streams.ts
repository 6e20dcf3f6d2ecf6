import type { ServerResponse } from 'node:http'
import type { EngineEvent } from '#shared/api/events.ts'

/** The open event streams of the page's tabs. */
export interface EventStreams {
  /** Takes a response over as a stream; it lasts until the page leaves. */
  add(response: ServerResponse): void
  announce(event: EngineEvent): void
  end(): void
}

/** Server-sent events: one message per event, as JSON. */
export function createEventStreams(): EventStreams {
  const open = new Set<ServerResponse>()
  return {
    add(response) {
      open.add(response)
      response.on('close', () => open.delete(response))
      // What was sent shows the page that the stream is open, before there is any event.
      response.write(': open\n\n')
    },
    announce(event) {
      for (const response of open) response.write(`data: ${JSON.stringify(event)}\n\n`)
    },
    end() {
      for (const response of open) response.end()
    },
  }
}
