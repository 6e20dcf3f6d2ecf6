import { whoUmcAnswers } from '#shared/core/adverse-events/aid-words.ts'
import type { EventCase, Result } from '#shared/core/documents/event-case.ts'
import type { DocumentPayload } from '#shared/core/documents/payload.ts'
import { SeriousnessCriterion } from '#shared/core/facts/safety.ts'
import { valueName } from '#shared/core/names.ts'
import { type LocalizedText, verbatim } from '#shared/core/text.ts'
import { unitText } from '#shared/core/unit-text.ts'
import type { Cell } from '../layout/blocks.ts'
import type { Paragraph } from '../layout/text.ts'
import { literal, type Speech } from '../speech.ts'
import { caseWords, summaryWords as words } from '../words/case-words.ts'
import { causalityWords } from '../words/causality-words.ts'
import { common, roleNames } from '../words/common.ts'
import { eventWords } from '../words/event-words.ts'
import { listingWords } from '../words/listing-words.ts'
import type { BoxRow } from './boxes.ts'
import { flagMarks } from './case-laboratory.ts'
import { ageText, reportText } from './case-parts.ts'
import { expected } from './event-entries.ts'
import {
  answerText,
  chosen,
  ctcaeName,
  endText,
  eventOf,
  followUps,
  gradeText,
  judgementOf,
  onsetText,
  worstGrade,
} from './event-parts.ts'
import { labelled, TYPE } from './parts.ts'
import { signedText } from './signatures.ts'
import { instantText, minuteText } from './times.ts'

type Dose = EventCase['doses'][number]['content']

const size = 7.2
const said = (speech: Speech, text: LocalizedText, bold = false): Cell => [speech.label(text, { size, bold })]
const line = (text: string): Cell => [literal(text, { size })]

/** Who, and when. */
export function patientRow(speech: Speech, { candidate, person, event }: EventCase): BoxRow {
  const { sex, birthDate, weight } = person
  const charted = eventOf(event)
  return {
    part: words.reaction,
    ...{ least: 34, most: 44 },
    boxes: [
      { name: words.initials, share: 26, value: patient(speech, candidate) },
      {
        name: words.born,
        share: 12,
        value: birthDate === null ? said(speech, common.notKnown) : line(birthDate),
      },
      { name: words.age, share: 9, value: said(speech, ageText(person)) },
      { name: words.sex, share: 8, value: said(speech, common[sex]) },
      {
        name: words.weight,
        share: 10,
        value: weight === null ? said(speech, eventWords.notCharted) : line(`${weight.kg} kg`),
      },
      { name: words.onset, share: 20, value: said(speech, onsetText(charted), true) },
      { name: words.end, share: 15, value: said(speech, endText(charted)) },
    ],
  }
}

/** The number that the trial gave stands in a line of its own: it is copied from here. */
function patient(speech: Speech, { screeningNumber, initials, subjectNumber }: EventCase['candidate']): Cell {
  const own = { spans: [{ text: `${screeningNumber}  `, bold: true }, { text: initials }], size }
  if (subjectNumber === null) return [own]
  const label = speech.spans(common.subjectNumber, { size: TYPE.fine, tone: 'soft' })
  return [own, { spans: [...label, { text: ` ${subjectNumber}`, size: TYPE.fine }], size: TYPE.fine }]
}

/** What happened, and why it is serious; so high, in points. */
export function reactionRow(speech: Speech, report: EventCase, height: number): BoxRow {
  const event = eventOf(report.event)
  return {
    ...{ least: height, most: height },
    boxes: [
      { name: words.describe, share: 68, value: described(speech, report) },
      {
        name: words.criteria,
        share: 32,
        value: [
          inline(speech, eventWords.serious, answerText(event.serious)),
          ...SeriousnessCriterion.options.map(criterion => {
            const box = event.criteria?.includes(criterion) ? '☒' : '☐'
            const spans = speech.spans(valueName(criterion), { size: TYPE.fine })
            return { spans: [{ text: `${box} `, size: 8 }, ...spans], size: TYPE.fine }
          }),
          inline(speech, words.outcome, event.outcome ? valueName(event.outcome) : eventWords.notCharted),
          inline(speech, words.action, event.action ? valueName(event.action) : eventWords.notCharted),
        ],
      },
    ],
  }
}

/** A name and its value in one line, in every language of the document. */
function inline(speech: Speech, name: LocalizedText, value: LocalizedText): Paragraph {
  const spans = [
    ...speech.spans(name, { size: TYPE.fine, tone: 'soft' as const }),
    { text: '  ', size },
    ...speech.spans(value, { size, bold: true }),
  ]
  return { spans, size, before: 1 }
}

function described(speech: Speech, { event, laboratory }: EventCase): Cell {
  const charted = eventOf(event)
  const { term, narrative, treatment } = charted
  const worst = worstGrade(charted)
  const ctcae = ctcaeName(speech, charted)
  const coded = ctcae ? [...speech.spans(ctcae, { size }), { text: ', ', size }] : []
  const graded = speech.spans(worst === undefined ? eventWords.notGraded : gradeText(worst), { size })
  return [
    literal(term, { size: 9, bold: true }),
    { spans: [{ text: 'CTCAE v5.0: ', size, tone: 'soft' }, ...coded, ...graded], size },
    ...(narrative === undefined ? [] : [literal(narrative, { size, before: 2 })]),
    ...(treatment === undefined ? [] : labelled(speech, eventWords.treatment, verbatim(treatment), size)),
    ...followUps(charted).map(part => ({ ...part, size })),
    ...tests(speech, laboratory),
  ]
}

/** The tests that left their range, in one paragraph. */
function tests(speech: Speech, laboratory: EventCase['laboratory']): Paragraph[] {
  const told = (laboratory?.tests ?? []).filter(({ values }) => values.some(({ flag }) => flag !== null))
  if (told.length === 0) return []
  const text = told
    .map(({ abbreviation, values }) => `${abbreviation} ${values.map(resultText).join(', ')}`)
    .join('; ')
  return labelled(speech, words.laboratory, verbatim(text), size)
}

function resultText({ on, printed, unit, flag }: Result): string {
  const mark = flag === null ? '' : flagMarks[flag]
  return `${[printed, unitText(unit)].join(' ').trim()}${mark} (${on.slice(0, 10)})`
}

/** Under which treatment; which product it was is nowhere (trust.md K1). */
export function treatmentRows(speech: Speech, { protocol, doses, judgement, context }: EventCase): BoxRow[] {
  const answers = judgement && judgementOf(judgement).whoUmc.answers
  const { dechallenge } = context
  return [
    {
      part: words.suspect,
      ...{ least: 34, most: 44 },
      boxes: [
        { name: words.product, share: 34, value: said(speech, words.productSaid) },
        {
          name: words.indication,
          share: 66,
          value:
            protocol === null
              ? said(speech, common.none)
              : [
                  {
                    spans: [
                      { text: `${protocol.id}  `, bold: true },
                      ...speech.spans(protocol.title, { size: TYPE.fine }),
                    ],
                    size: TYPE.fine,
                  },
                ],
        },
      ],
    },
    {
      ...{ least: 40, most: 66 },
      boxes: [
        {
          name: words.dates,
          share: 44,
          value:
            doses.length === 0
              ? said(speech, eventWords.noDoses)
              : doses.map(({ content }) => doseLine(speech, content)),
        },
        {
          name: words.abated,
          share: 30,
          value: [
            ...said(speech, answers ? whoUmcAnswers.withdrawal[answers.withdrawal] : caseWords.notJudged),
            ...(dechallenge === null ? [] : speech.say(dechallenge, { size: TYPE.fine })),
          ],
        },
        {
          name: words.recurred,
          share: 26,
          value: said(speech, answers ? whoUmcAnswers.rechallenge[answers.rechallenge] : caseWords.notJudged),
        },
      ],
    },
  ]
}

function doseLine(speech: Speech, { number, from, to, givenCells }: Dose): Paragraph {
  const when = to === undefined ? minuteText(from) : spanText(from, to)
  const cells =
    givenCells === undefined
      ? []
      : [{ text: `, ${givenCells} `, size }, ...speech.spans(words.cells, { size: TYPE.fine })]
  return { spans: [{ text: `${number}: ${when}`, size }, ...cells], size }
}

/** The day of the end is left out where it is that of the start. */
function spanText(from: string, to: string): string {
  const [start, end] = [minuteText(from), minuteText(to)]
  const isSameDay = from.length > 10 && to.length > 10 && start.slice(0, 10) === end.slice(0, 10)
  return isSameDay ? `${start} – ${end.slice(11)}` : `${start} – ${end}`
}

/** What else the patient took and had. */
export function concomitantRow(speech: Speech, { context, history }: EventCase): BoxRow {
  const told = (text: LocalizedText, when: LocalizedText): Paragraph => ({
    spans: [
      ...speech.spans(text, { size }),
      { text: '  ' },
      ...speech.spans(when, { size: TYPE.fine, tone: 'soft' }),
    ],
    size,
  })
  return {
    part: words.concomitant,
    ...{ least: 60, most: 110 },
    boxes: [
      {
        name: words.medication,
        share: 52,
        value:
          context.medications.length === 0
            ? said(speech, eventWords.noMedication)
            : context.medications.map(({ text, when }) => told(text, verbatim(when))),
      },
      {
        name: words.history,
        share: 48,
        value:
          history.length === 0
            ? said(speech, caseWords.noHistory)
            : history.map(({ text, when }) => told(text, verbatim(when))),
      },
    ],
  }
}

/** What is thought of it, and who reports it. */
export function reportRows(speech: Speech, summary: EventCase, payload: DocumentPayload): BoxRow[] {
  const { report, on, event } = summary
  const { expectedness, aware, reportedBy } = eventOf(event)
  const { site, createdBy } = payload
  return [
    {
      part: words.reporter,
      ...{ least: 48, most: 84 },
      boxes: [
        { name: words.causality, share: 46, value: causality(speech, summary) },
        {
          name: words.expectedness,
          share: 24,
          value: expectedness ? expected(speech, expectedness) : said(speech, eventWords.notAnswered),
        },
        {
          name: words.aware,
          share: 30,
          value: aware
            ? [...line(instantText(aware.at)), literal(aware.by, { size: TYPE.fine })]
            : said(speech, caseWords.notEntered),
        },
      ],
    },
    {
      ...{ least: 34, most: 50 },
      boxes: [
        {
          name: words.reportType,
          share: 25,
          value: [
            ...said(speech, reportText(report), true),
            speech.label(valueName(report.to), { size: TYPE.fine }),
          ],
        },
        { name: words.date, share: 15, value: line(on) },
        { name: words.source, share: 18, value: chosen(speech, reportedBy) },
        {
          name: words.site,
          share: 42,
          value: [
            literal(`${site.number}  ${site.name}`, { size: TYPE.fine }),
            literal(`${createdBy.fullName} (${speech.plain(roleNames[createdBy.role])})`, {
              size: TYPE.fine,
            }),
          ],
        },
      ],
    },
  ]
}

function causality(speech: Speech, { judgement, signature }: EventCase): Cell {
  if (judgement === null) return said(speech, caseWords.notJudged)
  const { product, procedure, disease, whoUmc } = judgementOf(judgement)
  const pairs = [
    [listingWords.product, product],
    [listingWords.procedure, procedure],
    [listingWords.disease, disease],
    [causalityWords.category, whoUmc.category],
  ] as const
  const spans = pairs.flatMap(([name, value], index) => [
    { text: index === 0 ? '' : '   ', size },
    ...speech.spans(name, { size, tone: 'soft' as const }),
    { text: ' ', size },
    ...speech.spans(valueName(value), { size, bold: true }),
  ])
  const by = signature ? `${signature.signer}, ${instantText(signature.signedAt)}` : judgement.author
  const state = signature ? signedText(signature.status) : caseWords.notSigned
  return [
    { spans, size },
    {
      spans: [
        ...speech.spans(state, { size: TYPE.fine, tone: 'soft' }),
        { text: `  ${by}`, size: TYPE.fine },
      ],
      size: TYPE.fine,
    },
  ]
}
