/*
 * The engine's own process: SQLite and key derivation block, and must not freeze the window. Pages speak to it through
 * their ports; the main process only starts it, hands ports over, locks and closes it.
 */
import { failureReport } from '#main/engine/failure.ts'
import type { Engine } from '#main/engine.ts'
import { BACKUP_WITHIN } from '#main/hosts/closing.ts'
import { type EngineStart, type FromEngine, ToEngine } from './channels.ts'
import { createPortHost, type PortHost } from './port-host.ts'
import { startEngine } from './start-engine.ts'

const main = process.parentPort

function say(message: FromEngine): void {
  main.postMessage(message)
}

let begin: (start: EngineStart) => void = () => undefined
const started = new Promise<EngineStart>(resolve => {
  begin = resolve
}).then(run)
started.catch(end)

async function run(start: EngineStart): Promise<{ engine: Engine; pages: PortHost }> {
  let pages: PortHost | undefined
  const engine = await startEngine(start, {
    report: failure => say({ tell: 'failure', failure }),
    onEvent: event => {
      pages?.announce(event)
      if (event.event === 'deadlines') say({ tell: 'deadlines', announced: event })
    },
    onPreferences: preferences => say({ tell: 'preferences', preferences }),
  })
  pages = createPortHost(engine, () => say({ tell: 'malformed' }))
  say({ tell: 'ready' })
  return { engine, pages }
}

main.on('message', ({ data, ports }) => {
  const message = ToEngine.parse(data)
  if (message.tell === 'start') return begin(message.start)
  started
    .then(({ engine, pages }) => {
      if (message.tell === 'lock') engine.lock(message.cause)
      if (message.tell === 'port') for (const port of ports) pages.add(port)
      if (message.tell === 'close') void close(engine)
      if (message.tell === 'hurry') breakOff(engine)
    })
    .catch(end)
})

async function close(engine: Engine): Promise<void> {
  await engine.close(BACKUP_WITHIN)
  process.exit(0)
}

/** A backup that is not done breaks off as in a crash: the ones before it stay as they were. */
function breakOff(engine: Engine): void {
  void engine.close()
  process.exit(0)
}

process.on('uncaughtException', end)
process.on('unhandledRejection', end)

/** Ends without the error's message, which may quote what somebody typed; the main process starts a new one. */
function end(error: unknown): void {
  say({ tell: 'failure', failure: failureReport(error, 'engine process', crypto.randomUUID()) })
  // A message that was posted needs a moment to leave.
  setTimeout(() => process.exit(1), 100)
}
