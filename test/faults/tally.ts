/** How one trial ended. `lost` is anything that no refusal and no right answer is: it must never come about. */
export type Outcome =
  | { readonly was: 'refused'; readonly as: string }
  | { readonly was: 'recovered'; readonly as?: string }
  | { readonly was: 'lost'; readonly what: string }

/** One line of the table: what was tried of one class, and how it ended. */
export interface Tally {
  readonly fault: string
  tried: number
  /** With a code that the screen has words for, and the store as it was. */
  refused: number
  /** Opened or went on with every value right. */
  recovered: number
  lost: number
  /** How often each refusal or remark was the answer. */
  readonly answers: Record<string, number>
  /** What was lost, with what it takes to try it again; the first ones. */
  readonly losses: string[]
  /** What could not be tried on this computer, and why. */
  readonly untried: string[]
}

const SHOWN_LOSSES = 40

/** An empty line. */
export function tallyOf(fault: string): Tally {
  return { fault, tried: 0, refused: 0, recovered: 0, lost: 0, answers: {}, losses: [], untried: [] }
}

/** Counts a trial; `where` says how to try it again. */
export function count(tally: Tally, outcome: Outcome, where: string): void {
  tally.tried += 1
  tally[outcome.was] += 1
  const answer = outcome.was === 'lost' ? 'lost' : (outcome.as ?? 'whole')
  tally.answers[answer] = (tally.answers[answer] ?? 0) + 1
  if (outcome.was === 'lost' && tally.losses.length < SHOWN_LOSSES)
    tally.losses.push(`${where}: ${outcome.what}`)
}

/** Lines of the same name in one, in the order in which they came. */
export function merged(tallies: readonly Tally[]): Tally[] {
  const lines = new Map<string, Tally>()
  for (const tally of tallies) {
    const line = lines.get(tally.fault)
    lines.set(tally.fault, line === undefined ? tally : sum(line, tally))
  }
  return [...lines.values()]
}

function sum(one: Tally, other: Tally): Tally {
  const answers = { ...one.answers }
  for (const [answer, times] of Object.entries(other.answers))
    answers[answer] = (answers[answer] ?? 0) + times
  return {
    fault: one.fault,
    tried: one.tried + other.tried,
    refused: one.refused + other.refused,
    recovered: one.recovered + other.recovered,
    lost: one.lost + other.lost,
    answers,
    losses: [...one.losses, ...other.losses].slice(0, SHOWN_LOSSES),
    untried: [...new Set([...one.untried, ...other.untried])],
  }
}
