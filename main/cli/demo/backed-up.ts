import { randomUUID } from 'node:crypto'
import type { Backup, Drill } from '#shared/api/backups.ts'
import type { Client } from '#shared/api/client.ts'
import type { contract } from '#shared/api/contract.ts'
import { madeBackup } from '../made-backup.ts'

/** A backup of the whole site, and what a restore of it in practice found. */
export interface BackedUp {
  readonly backup: Backup
  readonly drill: Drill
}

interface Setting {
  readonly backups: Client<typeof contract>['backups']
  readonly password: string
  readonly folder: string
  readonly onProgress: (step: string) => void
}

/** Backs the site up and practises its restore, as somebody does before the computer breaks. */
export async function backUp({ backups, password, folder, onProgress }: Setting): Promise<BackedUp> {
  onProgress('backing up')
  const { job } = await backups.start({ folder })
  const backup = await madeBackup(backups, job)
  onProgress('practising a restore')
  return { backup, drill: await backups.drill({ job: randomUUID(), id: backup.id, password }) }
}
