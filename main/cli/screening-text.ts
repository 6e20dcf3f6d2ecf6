import { dateOf, dayOf } from '#shared/core/civil-date.ts'
import type { Screening } from '#shared/core/eligibility/index.ts'
import type {
  CriterionResult,
  EdgeCriterion,
  EligibleRange,
  Outcome,
  RankedMissing,
  Verdict,
} from '#shared/core/eligibility/verdict.ts'
import { outcomeNames } from '#shared/core/names.ts'
import type { Language, LocalizedText } from '#shared/core/text.ts'
import { indented, tableOf } from './layout.ts'
import type { ScreenedCandidate } from './screened.ts'
import type { Manner, Paint } from './terminal.ts'
import { projectedEligible, verdictNames, words } from './words.ts'

/** How an answer is to look. */
export interface Look {
  readonly language: Language
  readonly columns: number
  readonly paint: Paint
}

/** The colour of each verdict. */
export const verdictManner: Readonly<Record<Verdict, Manner>> = {
  eligible: 'green',
  ineligible: 'red',
  undetermined: 'yellow',
}

const outcomeManner: Readonly<Record<Outcome, Manner>> = {
  satisfied: 'green',
  violated: 'red',
  unknown: 'yellow',
  needs_judgement: 'yellow',
}

const RANKED_SHOWN = 5

/** Everything that a screening of one candidate says, in words. */
export function candidateText({ candidate, screenings, concepts }: ScreenedCandidate, look: Look): string {
  const { language, paint } = look
  const { screeningNumber, initials, birthDate } = candidate
  const on = screenings[0]?.on ?? ''
  const who = `${words.candidate[language]} ${screeningNumber} ${initials}${birthDate ? ` *${birthDate}` : ''}`
  const training = screenings.some(screening => screening.training)
  return [
    ...(training ? [trainingBanner(look)] : []),
    `${paint('bold', who)}, ${words.ifRegisteredOn[language]} ${on}`,
    ...screenings.map(screening => screeningText(screening, look)),
    ...sideBySide(concepts, look),
  ].join('\n\n')
}

/** The line that marks invented data. */
export function trainingBanner({ language, paint }: Look): string {
  return paint('inverse', ` ${words.training[language]} `)
}

function screeningText(screening: Screening, look: Look): string {
  return [
    heading(screening, look),
    ...screening.eligible.map(range => rangeText(range, look)),
    criteriaTable(screening.criteria, look),
    ...section(words.readings[look.language], readingLines(screening, look), look),
    ...section(words.conflicts[look.language], conflictLines(screening, look), look),
    ...section(words.toFindOut[look.language], rankedLines(screening.missing, look), look),
  ].join('\n')
}

function heading({ protocol, verdict, statement, projected }: Screening, look: Look): string {
  const { language, columns, paint } = look
  const { siteCriteria: site } = protocol
  const mark = site?.training ? ` (${words.trainingMark[language]})` : ''
  const own = site ? ` · ${words.siteCriteria[language]} ${site.protocolVersion}${mark}` : ''
  const lines = [
    `${paint('bold', `${protocol.id} ${protocol.version}`)}${own}`,
    paint(verdictManner[verdict], verdictName(verdict, projected)[language]),
    indented(statement[language], columns, '  '),
  ]
  return projected
    ? [...lines, paint('yellow', indented(words.projected[language], columns, '  '))].join('\n')
    : lines.join('\n')
}

function verdictName(verdict: Verdict, projected: boolean): LocalizedText {
  return verdict === 'eligible' && projected ? projectedEligible : verdictNames[verdict]
}

function rangeText({ from, to, projectedFrom, openedBy, closedBy }: EligibleRange, look: Look): string {
  const { language, columns, paint } = look
  const span = `${words.eligible[language]} ${from ?? '…'} – ${to ?? '…'}, ${words.bothIncluded[language]}`
  const projected = projectedFrom ? ` (${words.projectedFrom[language]} ${projectedFrom})` : ''
  const edge = (word: keyof typeof words, day: string, edges: readonly EdgeCriterion[]) =>
    edges.map(({ label, outcome, why }) => {
      const line = `${words[word][language]} ${day}: ${label} ${outcomeNames[outcome][language]} – ${why[language]}`
      return indented(line, columns, '    ', '      ')
    })
  return [
    paint('green', indented(`${span}${projected}`, columns, '  ', '    ')),
    ...(from ? edge('until', dateOf(dayOf(from) - 1), openedBy) : []),
    ...(to ? edge('startingOn', dateOf(dayOf(to) + 1), closedBy) : []),
  ].join('\n')
}

function criteriaTable(criteria: readonly CriterionResult[], { language, columns, paint }: Look): string {
  const rows = criteria.map(criterion => [
    `  ${criterion.label}`,
    outcomeNames[criterion.outcome][language],
    criterionText(criterion, language),
  ])
  const manner = (row: number) => outcomeManner[criteria[row]?.outcome ?? 'unknown']
  const table = tableOf(rows, {
    columns,
    widths: [null, null],
    paint: (text, row, column) => (column === 1 ? paint(manner(row), text) : text),
  })
  return `\n${table}`
}

function criterionText(
  { title, explanation, evidence, missing }: CriterionResult,
  language: Language,
): string {
  const [comma, semicolon] = language === 'en' ? [', ', '; '] : ['，', '；']
  const facts = evidence.map(({ fact, date, text }) => `${text[language]}${comma}${date} [${fact}]`)
  return [
    title[language],
    explanation[language],
    ...(facts.length === 0 ? [] : [`${words.evidence[language]}${facts.join(semicolon)}`]),
    ...missing.map(item => `${words.missing[language]}${item.text[language]}`),
  ].join('\n')
}

/** The chosen readings with their words; those that are not chosen by name only. */
function readingLines({ criteria }: Screening, { language }: Look): string[] {
  const used = new Map(criteria.flatMap(({ readings }) => readings).map(use => [use.reading, use]))
  const open = [...used.values()].filter(({ alternative }) => alternative === null)
  const names = open.map(({ reading }) => reading).join(', ')
  const chosen = [...used.values()].filter(({ alternative }) => alternative !== null)
  return [
    ...chosen.map(({ reading, label }) => `${reading}: ${label[language]}`),
    ...(open.length === 0 ? [] : [`${words.notChosen[language]}${names}`]),
  ]
}

function conflictLines({ conflicts }: Screening, { language }: Look): string[] {
  return conflicts.map(({ text, evidence }) => {
    const facts = evidence.map(({ date, fact }) => `${date} [${fact}]`).join('; ')
    return `${text[language]} (${facts})`
  })
}

/** What to find out first, as lines. */
export function rankedLines(missing: readonly RankedMissing[], { language }: Look): string[] {
  return missing.slice(0, RANKED_SHOWN).map(({ text, settles, concerns }) => {
    const reach = `${words.settles[language]} ${settles}, ${words.concerns[language]} ${concerns}`
    return `${text[language]} (${reach})`
  })
}

function sideBySide(concepts: ScreenedCandidate['concepts'], look: Look): string[] {
  const { language, columns } = look
  const shared = concepts.filter(({ criteria }) => new Set(criteria.map(({ protocol }) => protocol)).size > 1)
  const lines = shared.map(({ concept, criteria }) => {
    const each = criteria.map(
      ({ protocol, label, outcome }) => `${protocol} ${label} ${outcomeNames[outcome][language]}`,
    )
    return indented(`${concept}: ${each.join(' | ')}`, columns, '  ')
  })
  return lines.length === 0 ? [] : [[look.paint('bold', words.sameConcept[language]), ...lines].join('\n')]
}

function section(title: string, lines: readonly string[], { columns, paint }: Look): string[] {
  if (lines.length === 0) return []
  return ['', paint('bold', title), ...lines.map(line => indented(line, columns, '  ', '    '))]
}
