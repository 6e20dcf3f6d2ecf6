import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ClassName, classes } from './classes.ts'
import { makeTemplate, type Template } from './template.ts'
import { drawsOf } from './trial.ts'

/** `npm run faults` tries all; this takes a few of each class, others each day. FAULTS_SEED repeats a failed one. */
const SEED = Number(process.env['FAULTS_SEED'] ?? Math.floor(Date.now() / 86_400_000))

let template: Template
beforeAll(async () => {
  template = await makeTemplate()
}, 60_000)
afterAll(() => rmSync(template.home, { recursive: true, force: true }))

it.each(Object.keys(classes) as ClassName[])(
  `loses nothing by a few faults of the class %s (seed ${SEED})`,
  async name => {
    const folder = join(template.home, `病历 存档 ${name}`)
    mkdirSync(folder)
    const { sample, run } = classes[name]
    const tallies = await run({ template, folder, seed: SEED, count: sample, draw: drawsOf(SEED) })
    expect(tallies.flatMap(({ losses }) => losses)).toEqual([])
    expect(tallies.reduce((sum, { tried }) => sum + tried, 0)).toBeGreaterThanOrEqual(sample / 2)
  },
  120_000,
)
