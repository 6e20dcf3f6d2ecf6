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
  /** Resolves when the store is closed, with the backup that closing makes. */
  close(): Promise<void>
  /** Closing must not take any longer. */
  hurry(): void
}

/** How long a hurried process may take before it is killed: SQLite then finds its WAL at the next start. */
const END_WITHIN = 5000

export function keepEngine(options: KeeperOptions): EngineKeeper {
  const { log } = options
  const policy = restartPolicy()
  let isClosing = false
  let closed: Promise<void> | undefined
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
    close() {
      isClosing = true
      closed ??= running ? endOf(running) : Promise.resolve()
      return closed
    },
    hurry() {
      const child = running
      if (!isClosing || !child) return
      post(child, { tell: 'hurry' })
      const late = setTimeout(() => child.kill(), END_WITHIN)
      child.once('exit', () => clearTimeout(late))
    },
  }
}

function endOf(child: UtilityProcess): Promise<void> {
  const exit = new Promise<void>(resolve => child.once('exit', () => resolve()))
  post(child, { tell: 'close' })
  return exit
}

function post(child: UtilityProcess, message: ToEngine, ports: MessagePortMain[] = []): void {
  child.postMessage(message, ports)
}
