import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { backUp } from '../kill/works/seed.ts'
import { siteOn } from '../site-on.ts'
import { count, type Outcome, type Tally, tallyOf } from '../tally.ts'
import { PEOPLE } from '../template.ts'
import { lookAt } from '../truth.ts'
import type { Broken } from './gone.ts'

/** As people name folders: with spaces, Chinese, and what URLs, SQL and shells take for their own. */
const NAMES = [
  '肝硬化试验 第二批 2026年',
  ' 前后有空格 ',
  'a#b%20c?d&e=f',
  'o\'neil "quoted" `ticks` $HOME',
  '𠮷野家 🏥 é',
  '.hidden',
  `${'很长的文件夹名称'.repeat(10)}`,
] as const

/** Opens, works and backs up in folders of every name. */
export async function namesOfFolders({ folder, template, truth, seed }: Broken): Promise<Tally> {
  const tally = tallyOf('files: Chinese and odd folder names')
  for (const name of NAMES) {
    const home = join(folder, name)
    const [store, stick] = [join(home, '站点 store'), join(home, '备份 U盘')]
    mkdirSync(stick, { recursive: true })
    cpSync(template.closed, store, { recursive: true })
    const { outcome } = await lookAt(store, truth)
    const seen = outcome.was === 'recovered' ? await backedUpIn(store, stick) : outcome
    count(tally, seen, `seed ${seed}, folder ${JSON.stringify(name)}`)
  }
  return tally
}

async function backedUpIn(store: string, stick: string): Promise<Outcome> {
  const site = siteOn(store)
  try {
    await site.api.session.unlock(PEOPLE[0])
    const keep = { days: 1, weeks: 0, months: 0 }
    const settings = { folder: stick, everyHours: null, onClosing: false, keep }
    await site.api.backups.configure({ expectedVersion: 0, settings, reason: 'tried' })
    await backUp(site)
    return site.failures.length === 0
      ? { was: 'recovered' }
      : { was: 'lost', what: JSON.stringify(site.failures) }
  } catch (error) {
    return { was: 'lost', what: `no backup: ${String(error)}` }
  } finally {
    await site.close()
  }
}
