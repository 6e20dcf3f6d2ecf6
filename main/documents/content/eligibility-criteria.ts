import type { CriterionResult } from '#shared/core/eligibility/verdict.ts'
import { outcomeNames, valueName } from '#shared/core/names.ts'
import type { EligibilitySubject } from '#shared/core/signatures/subject.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import type { Block, Cell, Row } from '../layout/blocks.ts'
import type { Paragraph } from '../layout/text.ts'
import { literal, type Speech } from '../speech.ts'
import { eligibilityWords as words } from '../words/eligibility-words.ts'
import { factNumbers } from './eligibility-facts.ts'
import { group, heads, labelled, section, TYPE } from './parts.ts'
import { readingNumbers } from './readings.ts'
import { minuteText } from './times.ts'

interface Telling {
  readonly speech: Speech
  readonly subject: EligibilitySubject
  readonly numbers: ReadonlyMap<string, string>
}

/** Every criterion: its source, its answer, and what the answer rests on. */
export function criteriaSection(speech: Speech, subject: EligibilitySubject): Block[] {
  const telling: Telling = { speech, subject, numbers: factNumbers(subject) }
  const side = (name: CriterionResult['side'], title: LocalizedText): Row[] => {
    const rows = subject.screening.criteria.filter(criterion => criterion.side === name)
    return rows.length === 0 ? [] : [group(speech, title), ...rows.map(row => criterionRow(telling, row))]
  }
  return [
    section(speech, words.criteria),
    {
      kind: 'table',
      columns: [{ share: 6 }, { share: 34 }, { share: 13 }, { share: 47 }],
      head: heads(speech, [words.number, words.criterion, words.answer, words.grounds]),
      rows: [...side('inclusion', words.inclusion), ...side('exclusion', words.exclusion)],
      hasRowNames: true,
    },
  ]
}

function criterionRow(telling: Telling, criterion: CriterionResult): Row {
  const { speech } = telling
  const { label, title, quote, outcome } = criterion
  const isPassed = outcome === 'satisfied'
  return {
    cells: [
      [literal(label, { size: TYPE.cell, bold: true })],
      [
        ...speech.say(title, { size: TYPE.cell }),
        literal(`“${quote}”`, { size: TYPE.fine, tone: 'soft', before: 1 }),
      ],
      speech.say(outcomeNames[outcome], { size: TYPE.cell, bold: !isPassed }),
      grounds(telling, criterion),
    ],
  }
}

function grounds(telling: Telling, criterion: CriterionResult): Cell {
  const { speech } = telling
  const size = TYPE.cell
  return [
    ...speech.say(criterion.explanation, { size }),
    ...criterion.evidence.map(evidence => evidenceLine(telling, evidence)),
    ...readingsUsed(telling, criterion),
    ...judgements(telling, criterion.label),
    ...criterion.missing.flatMap(({ text }) => labelled(speech, words.missing, text, TYPE.fine)),
    ...(criterion.assumesRenewal ? speech.say(words.assumed, { size: TYPE.fine, tone: 'soft' }) : []),
  ]
}

/** The readings that the answer went by, numbered as in their table. */
function readingsUsed({ speech, subject }: Telling, { readings }: CriterionResult): Paragraph[] {
  if (readings.length === 0) return []
  const numbers = readingNumbers(subject.readings.choices)
  const said = (language: keyof LocalizedText) =>
    readings.map(({ reading, label }) => `${numbers.get(reading) ?? reading} ${label[language]}`)
  const text = { en: said('en').join('; '), 'zh-CN': said('zh-CN').join('；') }
  return labelled(speech, words.reading, text, TYPE.fine)
}

/** "F3 Δ  2026-11-14  albumin 34.1 g/L  entered 2026-11-15 09:20 (UTC+08:00)". */
function evidenceLine(
  { speech, subject, numbers }: Telling,
  evidence: CriterionResult['evidence'][number],
): Paragraph {
  const fact = subject.facts.find(({ id }) => id === evidence.fact)
  const size = TYPE.fine
  const entry = fact
    ? [
        ...speech.spans(words.entered, { size, tone: 'soft' }),
        { text: ` ${minuteText(fact.enteredAt)}`, size },
      ]
    : []
  return {
    spans: [
      { text: `${numbers.get(evidence.fact) ?? evidence.fact}  `, bold: true, size },
      { text: `${evidence.date}  `, size },
      ...speech.spans(evidence.text, { size }),
      ...(entry.length === 0 ? [] : [{ text: '  ', size }, ...entry]),
    ],
    size,
    before: 1.5,
  }
}

function judgements({ speech, subject }: Telling, label: string): Paragraph[] {
  const given = subject.judgements.filter(judgement => judgement.label === label)
  return given.flatMap(({ answer, ground, on }) => {
    const said = valueName(answer)
    const text = { en: `${said.en}, ${on}: ${ground}`, 'zh-CN': `${said['zh-CN']}，${on}：${ground}` }
    return labelled(speech, words.judgement, text, TYPE.cell)
  })
}
