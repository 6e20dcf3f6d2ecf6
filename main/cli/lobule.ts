// The `lobule` command: composition only.
import { commands } from './commands.ts'
import { run } from './run.ts'

// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const { stdin, stdout, stderr } = process
process.exitCode = await run(commands, process.argv.slice(2), {
  stdin,
  stdout,
  stderr,
  now: () => new Date(),
})
