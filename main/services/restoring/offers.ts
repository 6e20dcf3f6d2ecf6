import type { z } from 'zod'
import { readPackedCopy } from '#main/interchange/zip/unpack-copy.ts'
import { readBackupStatus } from '#main/store/backup-status.ts'
import type { CopySummary } from '#shared/api/exports.ts'
import type { restoring } from '#shared/api/restoring.ts'
import type { OpenContext } from '../context.ts'
import { foundBackups } from './found.ts'

type Offers = z.input<typeof restoring.offers.output>
type Offer = Offers['offers'][number]

/** What could be restored, newest first; what does not say when it was made comes last. */
export async function offerBackups(context: OpenContext): Promise<Offers> {
  const { folder, trouble, files } = foundBackups(context)
  const offers = await Promise.all(
    files.map(async ({ path, ...file }): Promise<Offer> => ({ ...file, copy: await summaryOf(path) })),
  )
  return {
    ...{ now: context.now().toISOString(), folder, trouble },
    lastGood: readBackupStatus(context.directory)?.lastGood ?? null,
    offers: offers.toSorted((a, b) => madeAt(b) - madeAt(a)),
  }
}

/** A file that cannot be read is offered without words: whoever chooses it is told why. */
async function summaryOf(path: string): Promise<CopySummary | null> {
  try {
    return (await readPackedCopy(path)).summary
  } catch {
    return null
  }
}

function madeAt({ copy }: Offer): number {
  return copy === null ? Number.NEGATIVE_INFINITY : Date.parse(copy.madeAt)
}
