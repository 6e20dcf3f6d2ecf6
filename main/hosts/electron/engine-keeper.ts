import { type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'
import type { Log } from '#main/hosts/log-file.ts'
import type { DeadlineEvent, LockCause } from '#shared/api/events.ts'
import type { Preferences } from '#shared/api/preferences.ts'
import { type EngineStart, FromEngine, type ToEngine } from './channels.ts'
import { restartPolicy } from './restart-policy.ts'

export interface KeeperOptions {
  /** The built module that runs in the engine's process. */
  readonly module: string
  readonly start: EngineStart
  readonly log: Log
  /** The engine's process ended unasked; calls without an answer get none. */
  readonly onDown: () => void
  /** A new one runs and takes ports. */
  readonly onUp: () => void
  /** It ended too often and is not started again before `retry`. */
  readonly onGivenUp: () => void
  readonly onPreferences: (preferences: Preferences) => void
  readonly onDeadlines: (announced: DeadlineEvent) => void
}

/** Keeps the engine's process running, and ends it in good order. */
export interface EngineKeeper {
  /** False while no process runs; `onUp` says when one does. */
  giveTo(port: MessagePortMain): boolean
  lock(cause: LockCause): void
  retry(): void
  /** Resolves when the store is closed, or when it took too long. */
  close(): Promise<void>
}

/** How long closing the store may take before its process is ended: SQLite then finds its WAL at the next start. */
const CLOSE_WITHIN = 5000

export function keepEngine(options: KeeperOptions): EngineKeeper {
  const { log } = options
  const policy = restartPolicy()
  let isClosing = false
  let running: UtilityProcess | undefined = launch()

  function launch(): UtilityProcess {
    const child = utilityProcess.fork(options.module, [], { serviceName: 'Lobule engine', stdio: 'ignore' })
    child.on('message', message => hear(FromEngine.parse(message)))
    child.on('exit', code => ended(code))
    post(child, { tell: 'start', start: options.start })
    return child
  }

  function hear(message: FromEngine): void {
    if (message.tell === 'preferences') options.onPreferences(message.preferences)
    if (message.tell === 'deadlines') options.onDeadlines(message.announced)
    if (message.tell === 'failure') log('engine failure', message.failure)
    if (message.tell === 'malformed') log('message that is no call')
  }

  function ended(code: number): void {
    running = undefined
    if (isClosing) return
    const wait = policy.next(Date.now())
    log('engine process ended', { code, restartIn: wait ?? null })
    options.onDown()
    if (wait === undefined) options.onGivenUp()
    else setTimeout(restart, wait)
  }

  function restart(): void {
    if (isClosing || running) return
    running = launch()
    options.onUp()
  }

  return {
    giveTo(port) {
      if (running) post(running, { tell: 'port' }, [port])
      return running !== undefined
    },
    lock(cause) {
      if (running) post(running, { tell: 'lock', cause })
    },
    retry() {
      policy.forget()
      restart()
    },
    async close() {
      isClosing = true
      const child = running
      if (!child) return
      const exit = new Promise<void>(resolve => child.once('exit', () => resolve()))
      const late = setTimeout(() => child.kill(), CLOSE_WITHIN)
      post(child, { tell: 'close' })
      await exit
      clearTimeout(late)
    },
  }
}

function post(child: UtilityProcess, message: ToEngine, ports: MessagePortMain[] = []): void {
  child.postMessage(message, ports)
}
