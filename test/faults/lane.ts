// One of the processes among which run.ts divides a class: told what to try on its standard input, answers tallies.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type ClassName, classes } from './classes.ts'
import { readTemplate } from './template.ts'
import { drawsOf } from './trial.ts'

/** What a lane is told. */
export interface LaneOrder {
  readonly name: ClassName
  readonly home: string
  readonly seed: number
  readonly count: number
}

const { name, home, seed, count } = JSON.parse(readFileSync(0, 'utf8')) as LaneOrder
const folder = join(home, `病历 存档 ${seed}`)
mkdirSync(folder, { recursive: true })
const tallies = await classes[name].run({
  ...{ template: readTemplate(home), folder, seed, count },
  draw: drawsOf(seed),
})
rmSync(folder, { recursive: true, force: true })
process.stdout.write(JSON.stringify(tallies))
