// The process that is killed: works through the engine as the window does, and says what was acknowledged.
import { readFileSync, writeSync } from 'node:fs'
import { momentOf, type Order, type Said } from './order.ts'
import { armSteps, stepsTaken, watchSteps } from './steps.ts'

const write = writeSync
watchSteps()
const { siteOn } = await import('../site-on.ts')
const { works } = await import('./works.ts')

const order = JSON.parse(readFileSync(0, 'utf8')) as Order
const work = works[order.work]
if (work === undefined) throw new Error(`no such work: ${order.work}`)
const startedAt = performance.now()
const site = siteOn(
  order.store,
  () => new Date(momentOf(order.round).getTime() + Math.round(performance.now() - startedAt)),
)
let begunAt = 0

/** Straight to the pipe, past the counted calls. */
function say(said: Said): void {
  write(1, `${JSON.stringify(said)}\n`)
}

try {
  await work.act({
    site,
    order,
    begin() {
      say({ say: 'begin' })
      begunAt = performance.now()
      armSteps(order.diesAt)
    },
    keep: (what, detail) => say({ say: 'kept', what, ...(detail === undefined ? {} : { detail }) }),
  })
  const steps = stepsTaken()
  armSteps(null)
  say({ say: 'end', steps, milliseconds: performance.now() - begunAt })
} catch (error) {
  const payload = error instanceof Error && 'payload' in error ? JSON.stringify(error.payload) : ''
  say({ say: 'failed', why: `${String(error)} ${payload} ${JSON.stringify(site.failures)}` })
}
// It is killed, not ended.
setInterval(() => undefined, 60_000)
