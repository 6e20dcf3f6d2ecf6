import type { EligibilitySubject } from '#shared/core/signatures/subject.ts'
import type { Row, Table } from '../layout/blocks.ts'
import { literal, type Speech } from '../speech.ts'
import { common } from '../words/common.ts'
import { eligibilityWords as words } from '../words/eligibility-words.ts'
import { heads, TYPE } from './parts.ts'

type Choice = EligibilitySubject['readings']['choices'][number]

/** Each question that the protocol leaves open, in the words of its source, and what the site chose. */
export function readingsTable(speech: Speech, choices: readonly Choice[]): Table {
  return {
    kind: 'table',
    columns: [{ share: 58 }, { share: 42 }],
    head: heads(speech, [words.question, words.choice]),
    rows: choices.map(choice => readingRow(speech, choice)),
  }
}

function readingRow(speech: Speech, { question, quote, label }: Choice): Row {
  return {
    cells: [
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
