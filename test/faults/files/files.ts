import type { Tally } from '../tally.ts'
import type { Trial } from '../trial.ts'
import { truthOf } from '../truth.ts'
import { missingFiles, truncatedFiles } from './gone.ts'
import { namesOfFolders } from './named.ts'
import { readOnlyDisks, withoutRights } from './rights.ts'
import { twoProcesses } from './two-processes.ts'

/** Files cut short or gone, rights taken, a disk that takes nothing, names of folders, a second process. */
export async function breakFiles(trial: Trial): Promise<Tally[]> {
  const truth = await truthOf(trial.template.closed)
  const tried = { ...trial, truth }
  return [
    await truncatedFiles(tried),
    await missingFiles(tried),
    await withoutRights(tried),
    await readOnlyDisks(tried),
    await namesOfFolders(tried),
    await twoProcesses(tried),
  ]
}
