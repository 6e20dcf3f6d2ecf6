import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { verifiedZip } from '#test/support/signed-export.ts'
import { backUp, fromSeed } from '../kill/works/seed.ts'
import { payloadOf, siteNow, siteOn } from '../site-on.ts'
import { count, type Outcome, type Tally, tallyOf } from '../tally.ts'
import { PEOPLE, type Template } from '../template.ts'
import type { Trial } from '../trial.ts'
import { lookAt, type Truth, truthOf } from '../truth.ts'
import { spoil } from './spoil.ts'

const SHARE = { backup: 8, bundle: 3 }

/** Spoils bytes of a backup that is restored, and of an exported bundle that is verified. */
export async function spoilPacked(trial: Trial): Promise<Tally[]> {
  return [await spoilBackups(trial), await spoilBundles(trial)]
}

async function spoilBackups(trial: Trial): Promise<Tally> {
  const tally = tallyOf('bytes: a backup')
  const home = join(trial.folder, 'backup')
  const place = {
    store: join(home, 'here', 'store'),
    stick: join(home, 'here', '备份 U盘'),
    seed: join(home, 'seed'),
  }
  const prepare = () => {
    rmSync(join(home, 'here'), { recursive: true, force: true })
    return fromSeed(place, trial.template, async site => void (await backUp(site)))
  }
  await prepare()
  const truths = { now: await truthOf(place.store), restored: await restoredTruth(place) }
  const times = Math.ceil((trial.count * SHARE.backup) / 100)
  for (let time = 0; time < times; time += 1) {
    await prepare()
    const file = backupIn(place.stick)
    const { bytes, how } = spoil(readFileSync(file), trial.draw(`backup ${time}`))
    writeFileSync(file, bytes)
    count(tally, await restoreSpoiled(place.store, truths), `seed ${trial.seed}, backup ${time}: ${how}`)
  }
  rmSync(home, { recursive: true, force: true })
  return tally
}

function backupIn(stick: string): string {
  const name = readdirSync(stick).find(each => each.endsWith('.lobule'))
  if (name === undefined) throw new Error('there is no backup')
  return join(stick, name)
}

/** What the backup says where nothing is wrong with it. */
async function restoredTruth({ store }: { readonly store: string }): Promise<Truth> {
  const site = siteOn(store)
  await restoreIn(site)
  await site.close()
  return truthOf(store)
}

async function restoreIn({ api }: ReturnType<typeof siteOn>): Promise<void> {
  const [offer] = (await api.restoring.offers({})).offers
  if (offer === undefined) throw new Error('no backup is offered')
  const source = { kind: 'found' as const, id: offer.id }
  const { id } = await api.restoring.prepare({ source, proof: { by: 'password', ...PEOPLE[0] } })
  await api.restoring.perform({ id })
}

/** What the store says where the backup is refused, and where it is restored. */
interface Truths {
  readonly now: Truth
  readonly restored: Truth
}

/** Refused, and the store of now opens as before; or restored with every value right. */
async function restoreSpoiled(store: string, truths: Truths): Promise<Outcome> {
  const site = siteOn(store)
  let refused: string | undefined
  try {
    await restoreIn(site)
  } catch (error) {
    const payload =
      error instanceof Error && error.message === 'no backup is offered' ? undefined : payloadOf(error)
    if (payload?.code === 'internal')
      return { was: 'lost', what: `internal: ${JSON.stringify(site.failures)}` }
    refused = payload === undefined ? 'not offered' : payload.code
  } finally {
    await site.close()
  }
  const { outcome } = await lookAt(store, refused === undefined ? truths.restored : truths.now)
  if (refused === undefined || outcome.was !== 'recovered') return outcome
  return { was: 'refused', as: refused }
}

async function spoilBundles({ template, count: wanted, draw, seed }: Trial): Promise<Tally> {
  const tally = tallyOf('bytes: an exported bundle')
  const bundle = readFileSync(template.bundle)
  const times = Math.ceil((wanted * SHARE.bundle) / 100)
  for (let time = 0; time < times; time += 1) {
    const { bytes, how } = spoil(bundle, draw(`bundle ${time}`))
    count(tally, await verifySpoiled(bytes, template), `seed ${seed}, bundle ${time}: ${how}`)
  }
  return tally
}

async function verifySpoiled(bytes: Buffer, { authority }: Template): Promise<Outcome> {
  const { verdict, findings } = await verifiedZip(bytes, { now: siteNow(), authority })
  // Whatever holds has every file as its signed list has it: what changed is a byte that nobody reads.
  if (verdict === 'holds') return { was: 'recovered' }
  const said = findings.find(({ level }) => level === 'bad')
  return said === undefined
    ? { was: 'lost', what: 'it does not hold, and nothing says why' }
    : { was: 'refused', as: verdict }
}
