import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import type { BackupSettings } from '#shared/api/backups.ts'
import { startSite } from './engine.ts'

const KEEP = { days: 14, weeks: 8, months: 12 }

export type SiteWithStick = Awaited<ReturnType<typeof siteWithStick>>

/** A test site, unlocked, and a stick beside it that its backups go to once `configure` said so. */
export async function siteWithStick() {
  const site = await startSite()
  const stick = join(site.directory, '..', '备份 U盘')
  mkdirSync(stick)

  async function configure(changes: Partial<BackupSettings> = {}) {
    const { version } = await site.api.backups.status({})
    const settings = { folder: stick, everyHours: null, onClosing: false, keep: KEEP, ...changes }
    return site.api.backups.configure({ expectedVersion: version, settings, reason: 'decided by the site' })
  }

  /** Waits as a page does: it asks again when it is told that something changed. */
  async function settled() {
    await vi.waitFor(async () => expect((await site.api.backups.status({})).running).toBeNull(), {
      timeout: 20_000,
      interval: 20,
    })
    return site.api.backups.status({})
  }

  async function backUp() {
    await site.api.backups.start({})
    return settled()
  }

  let candidates = 0
  return {
    ...{ site, stick, configure, settled, backUp },
    /** Registers somebody, so that there is something to back up; answers the screening number. */
    async chart() {
      candidates += 1
      const screeningNumber = `SCREENED-${candidates}`
      await site.api.patients.register({ screeningNumber, initials: 'WXM', sex: 'male' })
      return screeningNumber
    },
    onStick: () => readdirSync(stick).toSorted(),
    actions: async () => (await site.api.audit.list({ limit: 1000 })).map(({ action }) => action),
  }
}
