import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** How long a guesser takes who has the files: the largest unit that it fills. */
const GUESS_TIMES = [
  ['seconds', 60],
  ['minutes', 3600],
  ['hours', 86_400],
  ['days', 30 * 86_400],
  ['months', 365 * 86_400],
  ['years', 10 * 365 * 86_400],
  ['decades', 100 * 365 * 86_400],
  ['centuries', Number.POSITIVE_INFINITY],
] as const
type GuessTime = (typeof GUESS_TIMES)[number][0]

/** `very_weak` falls within a day, `weak` within a year, `good` within a century; `strong` holds longer. */
export const STRENGTH_LEVELS = ['very_weak', 'weak', 'good', 'strong'] as const
type StrengthLevel = (typeof STRENGTH_LEVELS)[number]

export interface Strength {
  readonly level: StrengthLevel
  readonly time: GuessTime
  /** Keys of zxcvbn, which the texts put into words. */
  readonly warning: string | null
  readonly suggestions: readonly string[]
}

let loading: Promise<ZxcvbnFactory> | undefined

/** Loads the estimator and its word lists (about 600 kB, packed) once, when the first new password is asked for. */
export async function loadEstimator(): Promise<ZxcvbnFactory> {
  loading ??= (async () => {
    const [core, common, english] = await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
      import('@zxcvbn-ts/language-en'),
    ])
    const dictionary = { ...common.dictionary, ...english.dictionary }
    return new core.ZxcvbnFactory({ dictionary, graphs: common.adjacencyGraphs, maxLength: 100 })
  })()
  return loading
}

/** An estimate against somebody who copied the files; `known` are words that such a person would try first. */
export async function estimateStrength(password: string, known: readonly string[]): Promise<Strength> {
  const estimator = await loadEstimator()
  const { crackTimes, feedback } = estimator.check(password, wordsOf(known))
  const { seconds } = crackTimes.offlineSlowHashingXPerSecond
  const time = GUESS_TIMES.find(([, below]) => seconds < below)?.[0] ?? 'centuries'
  return { level: levelOf(time), time, ...feedback }
}

function levelOf(time: GuessTime): StrengthLevel {
  if (time === 'centuries') return 'strong'
  if (time === 'years' || time === 'decades') return 'good'
  return time === 'days' || time === 'months' ? 'weak' : 'very_weak'
}

function wordsOf(known: readonly string[]): string[] {
  const words = known.flatMap(text => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
  return [...words, 'lobule'].map(word => word.toLowerCase()).filter(word => word.length > 1)
}
