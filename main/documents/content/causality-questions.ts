import type { Question } from '#shared/core/adverse-events/questions.ts'
import type { Block, Row } from '../layout/blocks.ts'
import { literal, type Speech } from '../speech.ts'
import { causalityWords as words } from '../words/causality-words.ts'
import { heads, note, section, TYPE } from './parts.ts'

/** What did not fit together, and why it stays so. */
export function questionSection(speech: Speech, questions: readonly Question[]): Block[] {
  const heading = section(speech, words.questions)
  if (questions.length === 0) return [heading, note(speech, words.noQuestions)]
  const size = TYPE.cell
  return [
    heading,
    {
      kind: 'table',
      columns: [{ share: 55 }, { share: 45 }],
      head: heads(speech, [words.question, words.kept]),
      rows: questions.map(
        ({ text, answer }): Row => ({
          cells: [
            speech.say(text, { size }),
            [answer === null ? speech.label(words.open, { size, bold: true }) : literal(answer, { size })],
          ],
        }),
      ),
    },
  ]
}
