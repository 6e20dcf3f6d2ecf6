import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Locator } from '@playwright/test'
import { PAGE_PARTITION } from '#main/hosts/electron/policy.ts'
import type { App, WorkerSettings } from './app.ts'

interface Saving {
  readonly app: App
  readonly hostName: WorkerSettings['hostName']
  /** What saves the file. */
  readonly button: Locator
  readonly name: string
  /** What a whole file of its kind matches. */
  readonly whole: RegExp
}

/** What is large is made before it is saved. */
const MAKING = 60_000

/** A file saved beside the data, where the window's user may write: instead of the system's dialog. */
export async function saved({ app, hostName, button, name, whole }: Saving): Promise<string> {
  const path = join(app.dataFolder, name)
  if (hostName === 'loopback') {
    const download = app.page.waitForEvent('download', { timeout: MAKING })
    await button.click()
    await (await download).saveAs(path)
    return path
  }
  await app.electron().evaluate(
    ({ session }, { partition, to }) => {
      session.fromPartition(partition).once('will-download', (_event, item) => item.setSavePath(to))
    },
    { partition: PAGE_PARTITION, to: path },
  )
  await button.click()
  await expect.poll(() => readFile(path, 'latin1').catch(() => ''), { timeout: MAKING }).toMatch(whole)
  return path
}
