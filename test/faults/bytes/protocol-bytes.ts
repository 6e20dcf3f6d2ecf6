import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { loadProtocols } from '#main/interchange/protocol-file.ts'
import type { LoadedProtocol } from '#shared/core/protocol/definition.ts'
import { payloadOf } from '../site-on.ts'
import { count, type Outcome, type Tally, tallyOf } from '../tally.ts'
import type { Trial } from '../trial.ts'
import { spoil } from './spoil.ts'

const SHIPPED = join(import.meta.dirname, '../../../resources/protocols')
const SHARE = 5

/** Spoils bytes of the shipped definitions and of the texts that they quote: none may load and say something else. */
export async function spoilProtocols({ folder, count: wanted, draw, seed }: Trial): Promise<Tally[]> {
  const tally = tallyOf('bytes: protocol files')
  const shipped = await loadProtocols(SHIPPED)
  const place = join(folder, 'protocols')
  cpSync(SHIPPED, place, { recursive: true })
  const files = (readdirSync(place, { recursive: true }) as string[]).filter(name =>
    /\.(json|txt)$|SHA256SUMS$/.test(name),
  )
  const times = Math.ceil((wanted * SHARE) / 100)
  for (let time = 0; time < times; time += 1) {
    const chance = draw(`protocols ${time}`)
    const name = chance.pick(files as [string, ...string[]])
    const path = join(place, name)
    const whole = readFileSync(path)
    const { bytes, how } = spoil(whole, chance)
    writeFileSync(path, bytes)
    count(tally, await loadSpoiled(place, shipped), `seed ${seed}, ${name} ${time}: ${how}`)
    writeFileSync(path, whole)
  }
  rmSync(place, { recursive: true })
  return [tally]
}

async function loadSpoiled(place: string, shipped: readonly LoadedProtocol[]): Promise<Outcome> {
  try {
    const loaded = await loadProtocols(place)
    return isDeepStrictEqual(loaded, shipped)
      ? { was: 'recovered' }
      : { was: 'lost', what: 'loaded, and says something else' }
  } catch (error) {
    return { was: 'refused', as: payloadOf(error).code }
  }
}
