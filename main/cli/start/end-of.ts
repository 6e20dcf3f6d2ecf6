import type { ChildProcess } from 'node:child_process'

/** How a process ended: by its own code, or by a signal. Rejects where it could not be started. */
export function endOf(child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    child.on('exit', (code, signal) => resolve({ code, signal })).on('error', reject)
  })
}
