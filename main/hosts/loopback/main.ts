// The loopback host as a process of its own: composition only.
import { parseArgs } from 'node:util'
import { serve } from './serve.ts'

const { values } = parseArgs({
  options: { data: { type: 'string' }, sample: { type: 'boolean', default: false } },
})

await serve(values, {
  say: line => process.stdout.write(`${line}\n`),
  report: failure => process.stderr.write(`${JSON.stringify(failure)}\n`),
})
