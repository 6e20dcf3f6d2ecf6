import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
/** Clears away what the work before left behind, so that each pays for its own litter only. */
export const collect = runInNewContext('gc') as () => void

/** One piece of work to be timed. What it returns is kept, so that no part of it can be optimised away. */
export type Work = () => unknown

/** Times of ours divided by times of the other, run as pairs. */
export interface Ratio {
  readonly median: number
  readonly low: number
  readonly high: number
  /** Median times in milliseconds. */
  readonly ours: number
  readonly other: number
}

/**
 * Runs the two works as pairs in alternating order, after one unmeasured pair: a machine that is busy for a while
 * slows both halves of a pair, and neither always finds the caches warm.
 */
export async function compare(ours: Work, other: Work, rounds: number): Promise<Ratio> {
  await alone(ours)
  await alone(other)
  const pairs: Pair[] = []
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const first = await alone(ours)
      pairs.push({ ours: first, other: await alone(other) })
    } else {
      const first = await alone(other)
      pairs.push({ ours: await alone(ours), other: first })
    }
  }
  return ratioOf(pairs)
}

/**
 * Times single short works, ours and the other's in alternating order on the same item, and compares the two
 * distributions round by round.
 */
export async function compareEach<T>(
  items: readonly T[],
  works: { ours: (item: T) => unknown; other: (item: T) => unknown },
  { rounds, each }: { rounds: number; each: number },
): Promise<{ p50: Ratio; p95: Ratio }> {
  const p50: Pair[] = []
  const p95: Pair[] = []
  for (let round = 0; round < rounds; round += 1) {
    const pairs: Pair[] = []
    for (const item of items.slice(round * each, (round + 1) * each)) {
      const order = pairs.length % 2 === 0 ? (['ours', 'other'] as const) : (['other', 'ours'] as const)
      const pair = { ours: 0, other: 0 }
      for (const side of order) pair[side] = await timed(() => works[side](item))
      pairs.push(pair)
    }
    const at = (share: number): Pair => ({
      ours: quantile(
        pairs.map(({ ours }) => ours),
        share,
      ),
      other: quantile(
        pairs.map(({ other }) => other),
        share,
      ),
    })
    p50.push(at(0.5))
    p95.push(at(0.95))
  }
  return { p50: ratioOf(p50), p95: ratioOf(p95) }
}

/** One timing of ours and one of the other, in milliseconds. */
export interface Pair {
  ours: number
  other: number
}

/** Ratios of pairs that were timed elsewhere. */
export function ratioOf(pairs: readonly Pair[]): Ratio {
  const ratios = pairs.map(({ ours, other }) => ours / other)
  return {
    median: quantile(ratios, 0.5),
    low: Math.min(...ratios),
    high: Math.max(...ratios),
    ours: quantile(
      pairs.map(({ ours }) => ours),
      0.5,
    ),
    other: quantile(
      pairs.map(({ other }) => other),
      0.5,
    ),
  }
}

/** The value that the given share of `values` does not exceed; the mean of the two middle ones for an even median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? Number.NaN
  const above = sorted[Math.ceil(place)] ?? Number.NaN
  return below + (above - below) * (place - Math.floor(place))
}

/** Somewhere to put results, so that they count as used. */
const sink: { last: unknown } = { last: undefined }

function alone(work: Work): Promise<number> {
  collect()
  return timed(work)
}

async function timed(work: Work): Promise<number> {
  const start = performance.now()
  const result = work()
  sink.last = result instanceof Promise ? await result : result
  return performance.now() - start
}
