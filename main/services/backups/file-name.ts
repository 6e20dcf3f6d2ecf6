import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { safePart } from '#main/services/documents/file-name.ts'
import type { SiteRecord } from '#main/store/site-repository.ts'
import type { OffsetDateTime } from '#shared/core/civil-date.ts'
import { UNFINISHED } from './make-backup.ts'

/** How the name of every backup of a site begins. */
export function backupPrefix({ number, training }: Pick<SiteRecord, 'number' | 'training'>): string {
  return `${[number, ...(training === true ? ['TRAINING'] : []), 'backup'].map(safePart).join('_')}_`
}

/** Such as `01_backup_20261130-125501.lobule`, by the site's clock; free in the folder. */
export function backupName(site: SiteRecord, madeAt: OffsetDateTime, folder: string): string {
  const time = madeAt.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
  for (let count = 1; ; count += 1) {
    const name = `${backupPrefix(site)}${time}${count === 1 ? '' : `-${count}`}.lobule`
    const isFree = [name, `${name}${UNFINISHED}`].every(taken => !existsSync(join(folder, taken)))
    if (isFree) return name
  }
}
