/** What a plain function answers. `judge`: only the investigator's judgement is missing. */
export type Answer = 'yes' | 'no' | 'unknown' | 'judge'

/** Yes if every possibility says yes, no if none does. */
export function sure(certainly: boolean, possibly: boolean): Answer {
  return certainly ? 'yes' : possibly ? 'unknown' : 'no'
}

export function opposite(answer: Answer): Answer {
  return answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : answer
}

export function and(answers: readonly Answer[]): Answer {
  if (answers.includes('no')) return 'no'
  if (answers.includes('unknown')) return 'unknown'
  return answers.includes('judge') ? 'judge' : 'yes'
}

export function or(answers: readonly Answer[]): Answer {
  return opposite(and(answers.map(opposite)))
}
