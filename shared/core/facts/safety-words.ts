import { rucamItems, whoUmcAnswers, whoUmcCriteria } from '../adverse-events/aid-words.ts'
import { type CtcaeName, ctcaeEntries } from '../adverse-events/ctcae-entries.ts'
import { organClasses } from '../adverse-events/organ-classes.ts'
import { questionWords } from '../adverse-events/question-words.ts'
import { valueName } from '../names.ts'
import { type LocalizedText, text, verbatim } from '../text.ts'
import type { FactContentOf } from './content.ts'
import { listed, minute, noted } from './word-parts.ts'

type Event = FactContentOf<'adverse_event'>
type Causality = FactContentOf<'causality'>
type Whole<T> = { readonly [K in keyof T]-?: NonNullable<T[K]> }

/** Attributes of an adverse event, and of what is said about one, that are no plain words. */
interface Attributes
  extends Pick<
      Whole<Event>,
      'ctcae' | 'organClass' | 'meddra' | 'grades' | 'expectedness' | 'aware' | 'followUps' | 'answers'
    >,
    Pick<Whole<Causality>, 'whoUmc' | 'rucam'>,
    Pick<FactContentOf<'safety_report'>, 'sent'> {
  readonly term: CtcaeName
  readonly significance: string
  readonly to: string
  readonly receivedAt: string
  readonly outcomeOn: string
}

const words: { readonly [K in keyof Attributes]: (value: Attributes[K]) => LocalizedText } = {
  ctcae: termName,
  term: termName,
  organClass: value => organClasses[value],
  meddra: ({ code, term }) => verbatim(`${code} ${term}`),
  grades: value =>
    listed(
      value.map(({ grade, from }) =>
        text(`${grade} from ${minute(from)}`, `${grade}级（${minute(from)} 起）`),
      ),
    ),
  expectedness: ({ answer, reference }) => noted(valueName(answer), verbatim(reference)),
  aware: ({ at, by }) => noted(verbatim(minute(at)), verbatim(by)),
  followUps: value =>
    listed(value.map(({ on, text: told }) => text(`${minute(on)}: ${told}`, `${minute(on)}：${told}`))),
  answers: value =>
    listed(value.map(({ question, reason }) => noted(questionWords[question], verbatim(reason)))),
  whoUmc: ({ category, answers }) => noted(valueName(category), answered(answers)),
  rucam: ({ injury, items }) => noted(valueName(injury), scored(items)),
  sent: ({ sha256 }) => verbatim(`SHA-256 ${sha256}`),
  significance: valueName,
  to: valueName,
  receivedAt: value => verbatim(minute(value)),
  outcomeOn: value => verbatim(minute(value)),
}

/** Which of them stand in a kind of fact; elsewhere the same name may be plain words, as the term of an event is. */
const ofKind = {
  adverse_event: ['ctcae', 'organClass', 'meddra', 'grades', 'expectedness', 'aware', 'followUps', 'answers'],
  causality: ['whoUmc', 'rucam'],
  result_assessment: ['term', 'significance'],
  safety_report: ['to', 'sent', 'receivedAt'],
  pregnancy: ['aware', 'followUps', 'outcomeOn'],
} as const satisfies Readonly<Record<string, readonly (keyof Attributes)[]>>

/** An attribute of a fact about safety in words; undefined where it speaks for itself. */
export function safetyWords(kind: string, name: string, value: unknown): LocalizedText | undefined {
  const own: readonly string[] = Object.entries(ofKind).find(([key]) => key === kind)?.[1] ?? []
  if (!own.includes(name)) return undefined
  const said = words[name as keyof Attributes] as (value: unknown) => LocalizedText
  return said(value)
}

function termName(key: CtcaeName): LocalizedText {
  const { name, chinese } = ctcaeEntries[key]
  return text(name, chinese)
}

function answered(answers: Causality['whoUmc']['answers']): LocalizedText {
  return listed(
    Object.entries(answers).map(([key, value]) => {
      const criterion = key as keyof typeof whoUmcCriteria
      const names: Readonly<Record<string, LocalizedText>> = whoUmcAnswers[criterion]
      return named(whoUmcCriteria[criterion], names[value] ?? valueName(value))
    }),
  )
}

function scored(items: NonNullable<Causality['rucam']>['items']): LocalizedText {
  return listed(
    Object.entries(items).map(([key, points]) =>
      named(
        rucamItems[key as keyof typeof rucamItems],
        points === null ? valueName('not_applicable') : valueName(points),
      ),
    ),
  )
}

function named(name: LocalizedText, value: LocalizedText): LocalizedText {
  return text(`${name.en}: ${value.en}`, `${name['zh-CN']}：${value['zh-CN']}`)
}
