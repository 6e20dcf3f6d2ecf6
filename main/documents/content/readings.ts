import type { EligibilitySubject } from '#shared/core/signatures/subject.ts'
import { verbatim } from '#shared/core/text.ts'
import type { Row, Table } from '../layout/blocks.ts'
import { literal, type Speech } from '../speech.ts'
import { common } from '../words/common.ts'
import { eligibilityWords as words } from '../words/eligibility-words.ts'
import { scopeNames } from '../words/other-words.ts'
import { group, heads, TYPE } from './parts.ts'

type Choice = EligibilitySubject['readings']['choices'][number]

/** The number of each reading in this document. */
export function readingNumbers(choices: readonly Choice[]): ReadonlyMap<string, string> {
  const inOrder = scopesOf(choices).flatMap(scope => choices.filter(choice => choice.scope === scope))
  return new Map(inOrder.map(({ id }, index) => [id, `R${index + 1}`]))
}

/** Each question that the protocol leaves open, in the words of its source, and what the site chose. */
export function readingsTable(speech: Speech, choices: readonly Choice[]): Table {
  return {
    kind: 'table',
    columns: [{ share: 6 }, { share: 54 }, { share: 40 }],
    head: heads(speech, [words.number, words.question, words.choice]),
    rows: scopesOf(choices).flatMap(scope => scopeRows(speech, choices, scope)),
    hasRowNames: true,
  }
}

function scopesOf(choices: readonly Choice[]): string[] {
  return [...new Set(choices.map(({ scope }) => scope))]
}

function scopeRows(speech: Speech, choices: readonly Choice[], scope: string): Row[] {
  const numbers = readingNumbers(choices)
  const rows = choices.filter(choice => choice.scope === scope)
  return [
    group(speech, scopeNames[scope] ?? verbatim(scope)),
    ...rows.map(choice => readingRow(speech, choice, numbers.get(choice.id) ?? '')),
  ]
}

function readingRow(speech: Speech, { question, quote, label }: Choice, number: string): Row {
  return {
    cells: [
      [literal(number, { size: TYPE.cell, bold: true })],
      [
        ...speech.say(question, { size: TYPE.cell, bold: true }),
        literal(`“${quote}”`, { size: TYPE.fine, tone: 'soft' }),
      ],
      label
        ? speech.say(label, { size: TYPE.cell })
        : speech.say(common.notChosen, { size: TYPE.cell, bold: true }),
    ],
  }
}
