import { type LocalizedText, text } from '../text.ts'
import { whoUmcAnswers, whoUmcCriteria } from './aid-words.ts'
import type { WhoUmcAnswers, WhoUmcCategory } from './who-umc.ts'

type Asked = { readonly [K in keyof WhoUmcAnswers]?: readonly WhoUmcAnswers[K][] }

const timely = ['plausible', 'reasonable'] as const

/** The answers with which a criterion is met for a category; what the category does not ask about is not here (PMC6039921, Box 2). */
const asked: Readonly<Record<WhoUmcCategory, Asked>> = {
  certain: {
    time: ['plausible'],
    otherCauses: ['excluded'],
    withdrawal: ['plausible'],
    definitive: ['yes'],
    rechallenge: ['satisfactory', 'not_necessary'],
  },
  probable: { time: timely, otherCauses: ['excluded', 'unlikely'], withdrawal: timely },
  possible: { time: timely, otherCauses: ['excluded', 'unlikely', 'also_possible'] },
  unlikely: { time: ['improbable'], otherCauses: ['plausible'] },
  conditional: { information: ['more_needed', 'under_examination'] },
  unassessable: { information: ['cannot_be_supplemented'] },
}

/** Which answers do not meet what a category asks for, each in words; the category stays the investigator's. */
export function unmetBy(category: WhoUmcCategory, answers: WhoUmcAnswers): LocalizedText[] {
  const criteria = Object.keys(asked[category]) as (keyof WhoUmcAnswers)[]
  return criteria.filter(criterion => !isMet(criterion, category, answers)).map(unmet)

  function unmet(criterion: keyof WhoUmcAnswers): LocalizedText {
    const name = whoUmcCriteria[criterion]
    const answer = wordsOf(criterion, answers[criterion])
    return text(`${name.en}: ${answer.en}`, `${name['zh-CN']}：${answer['zh-CN']}`)
  }
}

function isMet(criterion: keyof WhoUmcAnswers, category: WhoUmcCategory, answers: WhoUmcAnswers): boolean {
  const fitting: readonly string[] = asked[category][criterion] ?? []
  return fitting.includes(answers[criterion])
}

function wordsOf(criterion: keyof WhoUmcAnswers, answer: string): LocalizedText {
  const words: Readonly<Record<string, LocalizedText>> = whoUmcAnswers[criterion]
  return words[answer] ?? text(answer, answer)
}
