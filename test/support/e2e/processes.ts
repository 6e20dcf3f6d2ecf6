import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** A process of this computer, as the kernel shows it to its superuser or owner. */
export interface ProcessFacts {
  readonly pid: number
  readonly executable: string
  readonly commandLine: string
  readonly environment: string
  /** The value of a line of `/proc/PID/status`, such as `Seccomp`. */
  status(name: string): string | undefined
}

/** What Linux tells of a process; where it has ended or belongs to somebody else, nothing. */
export function processFacts(pid: number): ProcessFacts {
  const told = (read: (path: string) => string, name: string) => {
    try {
      return read(`/proc/${pid}/${name}`)
    } catch {
      return ''
    }
  }
  const text = (name: string) => told(path => readFileSync(path, 'utf8'), name)
  const status = text('status')
  return {
    pid,
    executable: told(readlinkSync, 'exe'),
    commandLine: text('cmdline'),
    environment: text('environ'),
    status: name => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(status)?.[1],
  }
}

/** Every process of this computer. */
export function allProcesses(): ProcessFacts[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(pid => processFacts(Number(pid)))
}
