import { spoilPacked } from './bytes/packed-bytes.ts'
import { spoilProtocols } from './bytes/protocol-bytes.ts'
import { spoilStores } from './bytes/store-bytes.ts'
import { moveClocks } from './clock/clock.ts'
import { fillDisks } from './disk/disk.ts'
import { breakFiles } from './files/files.ts'
import { killWorks } from './kill/kill.ts'
import { putBackOlder } from './old/old.ts'
import type { Tally } from './tally.ts'
import type { Trial } from './trial.ts'

/** A class of faults, by the name that it is asked for. */
interface FaultClass {
  /** Trials of the full run, and of the sample in the tests. */
  readonly full: number
  readonly sample: number
  readonly run: (trial: Trial) => Promise<Tally[]>
}

/** Everything that is tried. */
export const classes = {
  kill: { full: 1000, sample: 1, run: trial => killWorks(trial) },
  bytes: { full: 10_000, sample: 100, run: spoilAll },
  disk: { full: 300, sample: 12, run: fillDisks },
  old: { full: 60, sample: 6, run: putBackOlder },
  files: { full: 200, sample: 20, run: breakFiles },
  clock: { full: 60, sample: 4, run: moveClocks },
} as const satisfies Readonly<Record<string, FaultClass>>
export type ClassName = keyof typeof classes

/** By their shares of all trials: the files of the store, what was packed to be carried, the protocol files. */
async function spoilAll(trial: Trial): Promise<Tally[]> {
  return [...(await spoilStores(trial)), ...(await spoilPacked(trial)), ...(await spoilProtocols(trial))]
}
