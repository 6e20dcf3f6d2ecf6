/** What is wrong at a place of a form; the bounds of a number where it has some. */
export interface Problem {
  readonly what: 'missing' | 'day' | 'between' | 'number' | 'cells' | 'incomplete' | 'terms'
  readonly min?: number
  readonly max?: number
}

export type Problems = Readonly<Record<string, Problem>>

export function problem(what: Problem['what'], min?: number, max?: number): Problem {
  return { what, ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
}

/** A problem and its place. */
export type PlacedProblem = [place: string, problem: Problem]

export function at(place: string, found: Problem): PlacedProblem {
  return [place, found]
}

/** A whole number as typed, with the digits and the minus of any keyboard; undefined where it is none. */
export function integerIn(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim().replace('−', '-')
  return /^-?\d{1,6}$/.test(plain) ? Number(plain) : undefined
}
