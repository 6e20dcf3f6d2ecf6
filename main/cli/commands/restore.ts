import { randomUUID } from 'node:crypto'
import { storeFolder } from '#main/hosts/data-folder.ts'
import { directClient } from '#main/hosts/direct.ts'
import { shippedProtocols } from '#main/hosts/resources.ts'
import type { Loss, RestorePlan } from '#shared/api/restoring.ts'
import { proofOptions, readProof } from '../backup-proof.ts'
import { command, jsonOption } from '../command.ts'
import { sendCopy } from '../send-copy.ts'
import { startEngine } from '../start-engine.ts'
import { say, sayJson } from '../terminal.ts'

/** Brings a backup back; without `--replace` only where that replaces nothing. */
export const restoreCommand = command({
  name: 'restore',
  summary:
    'Bring a backup back: says what would be lost, and with --replace puts it in the place of the store.',
  operands: ['FILE'],
  options: {
    ...proofOptions,
    data: { type: 'string', value: 'DIR', help: 'the folder of the data (default: the usual one)' },
    replace: { type: 'boolean', help: 'put the store that is there aside; it is kept' },
    json: jsonOption,
  },
  details: [
    'The password is the one of when the backup was made; it is typed, or read from a file descriptor.',
    'Exit code 1 where a store is in the way and --replace is not given: then nothing was changed.',
  ].join('\n'),

  async run({ values, operands: [file = ''] }, terminal) {
    const directory = storeFolder({ data: values.data, sample: false })
    const proof = await readProof(values, terminal)
    const engine = startEngine(directory, await shippedProtocols(), terminal)
    try {
      const { site, restoring } = directClient(engine)
      const id = randomUUID()
      await sendCopy(file, id, site)
      const source = { kind: 'received', id } as const
      const plan = await restoring.prepare({ source, proof }).catch(async (error: unknown) => {
        await site.discardCopy({ id })
        throw error
      })
      const isDone = plan.keptAside === null || values.replace === true
      if (isDone) await restoring.perform({ id: plan.id })
      else await restoring.discard({ id: plan.id })
      if (values.json) sayJson(terminal.stdout, { directory, restored: isDone, ...plan })
      else say(terminal.stdout, planText(plan, directory, isDone))
      return isDone ? 0 : 1
    } finally {
      await engine.close()
    }
  },
})

function planText({ copy, loss, keptAside }: RestorePlan, directory: string, isDone: boolean): string {
  const what = `${copy.site.name}, as of ${copy.madeAt}, ${copy.trail.entries} entries of the trail`
  return [
    `${directory}: ${what}`,
    lossText(loss),
    ...(isDone && keptAside !== null ? [`The store that was there is kept in ${keptAside}.`] : []),
    ...(isDone ? [] : ['Nothing was changed. Give --replace to put this backup in the place of the store.']),
  ].join('\n')
}

const reasons: Readonly<Record<Extract<Loss, { known: false }>['why'], string>> = {
  no_store: 'There is no store here: what came after the backup is not known.',
  damaged: 'The store here is damaged: what it has and the backup has not cannot be told.',
  other_key: 'The store here has another key: what it has and the backup has not cannot be told.',
  other_store: 'The store here is of another site.',
  in_doubt: 'The store here may be another than it was: what it has and the backup has not cannot be told.',
}

function lossText(loss: Loss): string {
  if (!loss.known) {
    const far = loss.entries === null ? '' : ` By the note beside it, it went to entry ${loss.entries}.`
    return `${reasons[loss.why]}${far}`
  }
  const { entries, from, to, actions, isEarlierState, ahead } = loss
  const elsewhere = isEarlierState ? '' : ` The backup has ${ahead} entries that the store has not.`
  if (entries === 0) return `Nothing of the store is lost.${elsewhere}`
  const counts = actions.map(({ action, count }) => `${action} ${count}`).join(', ')
  return `The store has ${entries} entries after it, from ${from} to ${to}: ${counts}.${elsewhere}`
}
