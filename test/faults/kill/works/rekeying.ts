import { randomUUID } from 'node:crypto'
import { cp } from 'node:fs/promises'
import { readKeyring, unwrapForUser, unwrapWithRecovery } from '#main/store/keyring.ts'
import { PEOPLE } from '../../template.ts'
import type { Checked, KillWork } from '../work.ts'

/** Gives the store another key: a backup, a copy under the new key, the replacing. */
export const rekeying: KillWork = {
  share: 12,
  rounds: 6,
  life: 'measured',
  steps: 'measured',
  findings: ['rekeying_broke_off', 'rekeying_completed'],
  prepare: ({ store }, template) => cp(template.closed, store, { recursive: true }),

  async act({ site: { api }, begin, keep }) {
    await api.session.unlock(PEOPLE[0])
    begin()
    const { id, recoveryKey } = await api.rekeying.begin({})
    keep('shown', recoveryKey)
    await api.rekeying.run({ job: randomUUID(), id, people: [...PEOPLE], reason: 'somebody left' })
    keep('another key')
  },

  async check(_site, { kept, place }) {
    const shown = [
      place.template.recoveryKey,
      ...kept.filter(({ what }) => what === 'shown').map(({ detail }) => detail),
    ]
    const opening = await openingKeys(place, shown)
    const since = lastHolding(kept)
    const [only = -1] = opening
    return [
      ...(opening.length === 1 ? [] : [`${opening.length} recovery keys open`]),
      ...(only < since ? [`recovery key ${only} opens, ${since} was acknowledged`] : []),
      ...(await shutOut(place)),
    ]
  },
}

/** Which of the recovery keys that were shown open the store. */
async function openingKeys({ store }: Checked['place'], shown: readonly string[]): Promise<number[]> {
  const opening: number[] = []
  for (const [number, recoveryKey] of shown.entries()) {
    const key = await unwrapWithRecovery(readKeyring(store), recoveryKey)
    if (key !== undefined) opening.push(number)
    key?.destroy()
  }
  return opening
}

/** The number of the last recovery key that was acknowledged to hold; 0 is that of the template. */
function lastHolding(kept: Checked['kept']): number {
  const until = kept.findLastIndex(({ what }) => what === 'another key')
  return kept.slice(0, until + 1).filter(({ what }) => what === 'shown').length
}

/** Everybody who typed a password still comes in by it. */
async function shutOut({ store }: Checked['place']): Promise<string[]> {
  const out: string[] = []
  for (const { loginName, password } of PEOPLE) {
    const opened = await unwrapForUser(readKeyring(store), loginName, password)
    if (opened === undefined) out.push(`${loginName} is shut out`)
    opened?.key.destroy()
  }
  return out
}
