import type { UsedFact } from '#shared/core/signatures/subject.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import type { Block, Cell, Row } from '../layout/blocks.ts'
import { literal, type Speech } from '../speech.ts'
import { daysLater, eligibilityWords as words } from '../words/eligibility-words.ts'
import { differencesOf, entryDelay, factText, printedBeside, sourceText, whenText } from './fact-text.ts'
import { heads, note, section, TYPE } from './parts.ts'
import { minuteText } from './times.ts'

/** Marks a value that was changed after its first entry (Annex 11 s.8). */
const CHANGED = ' Δ'

/** What has a list of the facts that it rests on. */
interface Resting {
  readonly facts: readonly UsedFact[]
}

/** The number of each fact in this document, with its mark. */
export function factNumbers({ facts }: Resting): ReadonlyMap<string, string> {
  return new Map(facts.map((fact, index) => [fact.id, `F${index + 1}${isChanged(fact) ? CHANGED : ''}`]))
}

/** The facts that something rests on, and how they came to say what they say. */
export function factSections(speech: Speech, subject: Resting, heading: LocalizedText): Block[] {
  const numbers = factNumbers(subject)
  if (subject.facts.length === 0) return [section(speech, heading), note(speech, words.factsNone)]
  return [
    section(speech, heading),
    note(speech, words.factsNote),
    { kind: 'space', height: 3 },
    {
      kind: 'table',
      columns: [{ share: 6.5 }, { share: 18 }, { share: 37 }, { share: 15 }, { share: 23.5 }],
      head: heads(speech, [words.number, words.when, words.fact, words.source, words.enteredAt]),
      rows: subject.facts.map(fact => factRow(speech, fact, numbers)),
      hasRowNames: true,
    },
    section(speech, words.changes),
    ...changeList(speech, subject, numbers),
  ]
}

/** How facts came to say what they say, without listing them. */
export function changeSection(speech: Speech, subject: Resting, heading: LocalizedText): Block[] {
  return [section(speech, heading), ...changeList(speech, subject, factNumbers(subject))]
}

function isChanged({ earlier }: UsedFact): boolean {
  return earlier.length > 0
}

function factRow(speech: Speech, fact: UsedFact, numbers: ReadonlyMap<string, string>): Row {
  const beside = printedBeside(fact.content)
  const size = TYPE.cell
  return {
    cells: [
      [literal(numbers.get(fact.id) ?? '', { size, bold: true })],
      [speech.label(whenText(fact.content), { size })],
      [
        ...speech.say(factText(fact), { size }),
        ...(beside ? speech.say(beside, { size: TYPE.fine, tone: 'soft' }) : []),
      ],
      [speech.label(sourceText(fact.source), { size })],
      entered(speech, fact),
    ],
  }
}

function entered(speech: Speech, fact: UsedFact): Cell {
  const delay = entryDelay(fact)
  return [
    literal(minuteText(fact.enteredAt), { size: TYPE.cell }),
    literal(fact.version === 1 ? fact.author : `${fact.author} · v${fact.version}`, {
      size: TYPE.fine,
      tone: 'soft',
    }),
    ...(delay !== undefined && delay > 0
      ? [speech.label(daysLater(delay), { size: TYPE.fine, tone: 'soft' })]
      : []),
  ]
}

function changeList(speech: Speech, { facts }: Resting, numbers: ReadonlyMap<string, string>): Block[] {
  const rows = facts.flatMap(fact => changesOf(speech, fact, numbers.get(fact.id) ?? ''))
  if (rows.length === 0) return [note(speech, words.changesNone)]
  return [
    {
      kind: 'table',
      columns: [{ share: 6.5 }, { share: 25 }, { share: 25 }, { share: 21.5 }, { share: 22 }],
      head: heads(speech, [words.number, words.oldValue, words.newValue, words.changedBy, words.why]),
      rows,
      hasRowNames: true,
    },
  ]
}

/** One row for each change, with every attribute that it touched. */
function changesOf(speech: Speech, fact: UsedFact, number: string): Row[] {
  const size = TYPE.cell
  return fact.earlier.map((before, index) => {
    const after = fact.earlier[index + 1] ?? fact
    const differences = differencesOf(fact, before.content, after.content)
    return {
      cells: [
        [literal(number, { size, bold: true })],
        differences.flatMap(({ name, before: value }) => attribute(speech, name, value)),
        differences.flatMap(({ name, after: value }) => attribute(speech, name, value)),
        [
          literal(after.author, { size }),
          literal(minuteText(after.enteredAt), { size: TYPE.fine, tone: 'soft' }),
        ],
        [literal(before.reason, { size })],
      ],
    }
  })
}

type Words = Parameters<Speech['label']>[0]

function attribute(speech: Speech, name: Words, value: Words): Cell {
  const label = speech.spans(name, { tone: 'soft', size: TYPE.fine })
  return [{ spans: [...label, { text: '  ' }, ...speech.spans(value, { size: TYPE.cell })], size: TYPE.cell }]
}
