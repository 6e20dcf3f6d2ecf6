import { ctcaeEntries } from '#shared/core/adverse-events/ctcae-entries.ts'
import { organClassOf } from '#shared/core/adverse-events/event-of.ts'
import { NO_SUCH_GRADE } from '#shared/core/adverse-events/event-problems.ts'
import { generalGrades } from '#shared/core/adverse-events/general-grades.ts'
import { organClasses } from '#shared/core/adverse-events/organ-classes.ts'
import type { FactContentOf } from '#shared/core/facts/content.ts'
import { SeriousnessCriterion } from '#shared/core/facts/safety.ts'
import { valueName } from '#shared/core/names.ts'
import type { UsedFact } from '#shared/core/signatures/subject.ts'
import { type LocalizedText, verbatim } from '#shared/core/text.ts'
import type { Block, Cell, Row } from '../layout/blocks.ts'
import type { Paragraph } from '../layout/text.ts'
import { literal, type Speech } from '../speech.ts'
import { common } from '../words/common.ts'
import { seriousnessNames, eventWords as words } from '../words/event-words.ts'
import { footnote, heads, note, section, TYPE } from './parts.ts'
import { minuteText } from './times.ts'

export type AdverseEvent = FactContentOf<'adverse_event'>
export type Judgement = FactContentOf<'causality'>

/** The event in its fact. A payload with another kind of fact in this place is no payload of ours. */
export function eventOf({ content }: Pick<UsedFact, 'content'>): AdverseEvent {
  if (content.kind !== 'adverse_event') throw new Error(`not an adverse event: ${content.kind}`)
  return content
}

/** The judgement in its fact, likewise. */
export function judgementOf({ content }: Pick<UsedFact, 'content'>): Judgement {
  if (content.kind !== 'causality') throw new Error(`not a judgement of causality: ${content.kind}`)
  return content
}

/** The name in CTCAE, which is English, beside its Chinese; undefined for a term outside it. */
export function ctcaeName(
  { document }: Speech,
  { ctcae }: Pick<AdverseEvent, 'ctcae'>,
): LocalizedText | undefined {
  if (ctcae === undefined) return undefined
  const { name, chinese } = ctcaeEntries[ctcae]
  return { en: name, 'zh-CN': document === 'zh-CN' ? `${chinese}（${name}）` : chinese }
}

/** The organ class of an event: that of its CTCAE term, else the one chosen. */
export function organClassName(event: Pick<AdverseEvent, 'ctcae' | 'organClass'>): LocalizedText | undefined {
  const key = organClassOf(event)
  return key === null ? undefined : organClasses[key]
}

/** The highest of the grades; undefined while nobody has graded it. */
export function worstGrade({ grades }: Pick<AdverseEvent, 'grades'>): number | undefined {
  return grades.length === 0 ? undefined : Math.max(...grades.map(({ grade }) => grade))
}

export function gradeText(grade: number): LocalizedText {
  return { en: `grade ${grade}`, 'zh-CN': `${grade}级` }
}

/** When it ended, as charted. */
export function endText({ to }: Pick<AdverseEvent, 'to'>): LocalizedText {
  if (to === undefined) return words.notCharted
  return to === 'ongoing' ? common.ongoing : verbatim(minuteText(to))
}

export function onsetText({ from }: Pick<AdverseEvent, 'from'>): LocalizedText {
  return from === undefined ? common.notKnown : verbatim(minuteText(from))
}

/** Yes, no, or that nobody has answered. */
export function answerText(answer: string | undefined): LocalizedText {
  return answer === undefined ? words.notAnswered : valueName(answer)
}

/** Something charted in its own words, or that it was not. */
export function written(speech: Speech, value: string | undefined, missing: LocalizedText): Cell {
  if (value !== undefined) return [literal(value, { size: TYPE.cell })]
  return [speech.label(missing, { size: TYPE.cell, tone: 'soft' })]
}

/** A value that was chosen, or that none was. */
export function chosen(speech: Speech, value: string | undefined): Cell {
  const said = value === undefined ? words.notCharted : valueName(value)
  return [speech.label(said, { size: TYPE.cell, ...(value === undefined && { tone: 'soft' as const }) })]
}

/** Grades with the definition of each, word for word. */
export function gradeSection(speech: Speech, event: AdverseEvent): Block[] {
  const heading = section(speech, words.grades)
  if (event.grades.length === 0) return [heading, note(speech, words.notGraded)]
  return [
    heading,
    {
      kind: 'table',
      columns: [{ share: 22 }, { share: 10 }, { share: 68 }],
      head: heads(speech, [words.gradeFrom, words.grade, words.definition]),
      rows: event.grades.map(({ grade, from }): Row => {
        return {
          cells: [
            [literal(minuteText(from), { size: TYPE.cell })],
            [literal(String(grade), { size: TYPE.cell, bold: true })],
            [definition(speech, event, grade)],
          ],
        }
      }),
      hasRowNames: true,
    },
    footnote(speech, words.ctcaeNote),
  ]
}

function definition(speech: Speech, { ctcae }: AdverseEvent, grade: number): Paragraph {
  const size = TYPE.cell
  const definitions = ctcae === undefined ? generalGrades : ctcaeEntries[ctcae].grades
  const text = definitions[grade - 1] ?? NO_SUCH_GRADE
  if (text === NO_SUCH_GRADE) return speech.label(words.noDefinition, { size, tone: 'soft' })
  // A blank line of the original is a line break here; its words stay.
  const said = text.replaceAll(/(?:\r\n)+/g, '\n')
  return { spans: [{ text: said, ...(speech.main !== 'en' && { language: 'en' as const }) }], size }
}

/** Every criterion with its own answer. */
export function seriousnessSection(speech: Speech, event: AdverseEvent): Block[] {
  const size = TYPE.cell
  const cells = SeriousnessCriterion.options.map((criterion): Cell[] => {
    const answer = criterionAnswer(event, criterion)
    return [
      [speech.label(seriousnessNames[criterion], { size })],
      [speech.label(answer, { size, bold: answer === words.met })],
    ]
  })
  const half = cells.length / 2
  return [
    section(speech, words.seriousness),
    {
      kind: 'table',
      columns: [{ share: 38 }, { share: 12 }, { share: 38 }, { share: 12 }],
      head: heads(speech, [words.criterion, words.answer, words.criterion, words.answer]),
      rows: cells
        .slice(0, half)
        .map((left, index): Row => ({ cells: [...left, ...(cells[half + index] ?? [])] })),
      hasRowNames: true,
    },
  ]
}

/** A criterion that is not among those met was answered only where seriousness was. */
function criterionAnswer(
  { serious, criteria }: AdverseEvent,
  criterion: SeriousnessCriterion,
): LocalizedText {
  if (criteria?.includes(criterion)) return words.met
  if (serious === 'no' || (serious === 'yes' && (criteria ?? []).length > 0)) return words.notMet
  return words.notAnswered
}

/** What became known after the first entry, in its own words. */
export function followUps(event: AdverseEvent): Cell {
  return (event.followUps ?? []).map(({ on, text }) => ({
    spans: [{ text: `${minuteText(on)}  `, tone: 'soft' as const, size: TYPE.fine }, { text }],
    size: TYPE.cell,
    before: 1,
  }))
}
