import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { type ClassName, classes } from './classes.ts'
import type { LaneOrder } from './lane.ts'
import { markdownOf } from './table.ts'
import { merged, type Tally } from './tally.ts'
import { makeTemplate } from './template.ts'

/*
 * npm run faults [-- kill bytes disk old files clock] [--seed N] [--share PERCENT]
 * Prints one table and writes it to .cache/faults.md and .cache/faults.json. Ends with 1 where anything was lost.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, share: { type: 'string', default: '100' } },
})
const names = Object.keys(classes) as ClassName[]
const unknown = positionals.find(name => !names.includes(name as ClassName))
if (unknown !== undefined) throw new Error(`no such class: ${unknown}; there are ${names.join(', ')}`)
const chosen = names.filter(name => positionals.length === 0 || positionals.includes(name))
const seed = values.seed === undefined ? randomInt(1_000_000) : Number(values.seed)
const share = Number(values.share) / 100
const LANES = Math.max(1, Math.min(2, availableParallelism()))
const startedAt = performance.now()

const { home } = await makeTemplate()
const tallies: Tally[] = []
try {
  for (const name of chosen) {
    const count = Math.ceil((classes[name].full * share) / LANES)
    const lanes = Array.from({ length: LANES }, (_, lane) =>
      runLane({ name, home, seed: seed * 10 + lane, count }),
    )
    const found = merged((await Promise.all(lanes)).flat())
    for (const { fault, tried, lost } of found)
      process.stderr.write(`${fault}: ${tried} tried, ${lost} lost\n`)
    tallies.push(...found)
    keepTable()
  }
} finally {
  rmSync(home, { recursive: true, force: true })
}
process.stdout.write(keepTable())
process.exitCode = tallies.some(({ lost }) => lost > 0) ? 1 : 0

async function runLane(order: LaneOrder): Promise<Tally[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'lane.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(JSON.stringify(order))
  const [answer] = await Promise.all([text(child.stdout), once(child, 'close')])
  if (child.exitCode !== 0) throw new Error(`the ${order.name} of seed ${order.seed} broke off`)
  return JSON.parse(answer) as Tally[]
}

/** Also after each class: a run of many minutes that is stopped has something to show. */
function keepTable(): string {
  const folder = join(import.meta.dirname, '../../.cache')
  mkdirSync(folder, { recursive: true })
  const table = markdownOf(tallies, { seed, seconds: (performance.now() - startedAt) / 1000 })
  writeFileSync(join(folder, 'faults.md'), table)
  writeFileSync(join(folder, 'faults.json'), JSON.stringify({ seed, tallies }, null, 2))
  return table
}
