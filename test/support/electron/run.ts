import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { Unavailable } from './cache.ts'

const execute = promisify(execFile)

/** Runs a program to its end and returns what it printed; where it fails, `purpose` cannot be had here. */
export async function run(
  purpose: string,
  command: string,
  args: readonly string[],
  cwd?: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  try {
    const { stdout } = await execute(command, args, {
      ...(cwd && { cwd }),
      env: { ...process.env, ...environment },
      maxBuffer: 64_000_000,
    })
    return stdout
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().slice(-600) : ''
    throw new Unavailable(`cannot ${purpose}: ${command} failed${said && `: ${said}`}`, { cause: error })
  }
}

/** Whether this process may install packages and become another user. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}
