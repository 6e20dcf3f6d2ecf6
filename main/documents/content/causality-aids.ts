import { aidSources, naranjoQuestions, rucamItems } from '#shared/core/adverse-events/aid-words.ts'
import { rucamCategory } from '#shared/core/adverse-events/rucam.ts'
import { valueName } from '#shared/core/names.ts'
import type { CausalitySubject } from '#shared/core/signatures/subject.ts'
import { type LocalizedText, verbatim } from '#shared/core/text.ts'
import type { Block, Row } from '../layout/blocks.ts'
import { literal, type Speech } from '../speech.ts'
import { bandNames, injuryNames, causalityWords as words } from '../words/causality-words.ts'
import { type Judgement, judgementOf } from './event-parts.ts'
import { heads, labelled, note, section, TYPE } from './parts.ts'

/** Naranjo and RUCAM with every item, its points and its source; and where they differ from the judgement. */
export function aidSections(speech: Speech, { judgement }: CausalitySubject): Block[] {
  const judged = judgementOf(judgement)
  return [
    section(speech, words.aids),
    note(speech, words.aidsNote),
    subtitle(speech, words.naranjo),
    ...naranjoBlocks(speech, judged),
    subtitle(speech, words.rucam),
    ...rucamBlocks(speech, judged),
  ]
}

function subtitle(speech: Speech, text: LocalizedText): Block {
  const paragraphs = [speech.label(text, { size: 8.6, bold: true })]
  return { kind: 'heading', level: 2, paragraphs, bookmark: speech.plain(text) }
}

function naranjoBlocks(speech: Speech, { naranjo: answers }: Judgement): Block[] {
  if (answers === undefined) return [note(speech, words.noNaranjo)]
  const size = TYPE.cell
  const rows = naranjoQuestions.map(
    (question, index): Row => ({
      cells: [
        [literal(String(index + 1), { size, bold: true })],
        [speech.label(question, { size })],
        [speech.label(valueName(answers[index]), { size })],
        [literal('', { size })],
      ],
    }),
  )
  return [
    {
      kind: 'table',
      columns: [{ share: 6 }, { share: 64 }, { share: 18 }, { share: 12, align: 'right' }],
      head: heads(speech, [verbatim('#'), words.question, words.answer, words.points]),
      rows,
      hasRowNames: true,
    },
    { kind: 'text', paragraphs: labelled(speech, words.source, aidSources.naranjo, TYPE.fine) },
  ]
}

function rucamBlocks(speech: Speech, { rucam }: Judgement): Block[] {
  if (rucam === undefined) return [note(speech, words.noRucam)]
  const size = TYPE.cell
  const { injury, items } = rucam
  const rows = Object.entries(rucamItems).map(([item, name], index): Row => {
    const points = items[item as keyof typeof items]
    return {
      cells: [
        [literal(String(index + 1), { size, bold: true })],
        [speech.label(name, { size })],
        [
          points === null
            ? speech.label(valueName('not_applicable'), { size })
            : literal(signed(points), { size }),
        ],
      ],
    }
  })
  const total = Object.values(items).reduce<number>((sum, points) => sum + (points ?? 0), 0)
  return [
    { kind: 'text', paragraphs: labelled(speech, words.injury, injuryNames[injury], size) },
    {
      kind: 'table',
      columns: [{ share: 6 }, { share: 74 }, { share: 20, align: 'right' }],
      head: heads(speech, [verbatim('#'), words.item, words.points]),
      rows,
      hasRowNames: true,
    },
    {
      kind: 'text',
      paragraphs: [
        ...labelled(speech, words.total, totalText(total, rucamCategory(total)), size),
        ...labelled(speech, words.source, aidSources.rucam, TYPE.fine),
      ],
    },
  ]
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points).replace('-', '−')
}

function totalText(total: number, band: string): LocalizedText {
  const name = bandNames[band] ?? verbatim(band)
  return { en: `${signed(total)}: ${name.en}`, 'zh-CN': `${signed(total)}：${name['zh-CN']}` }
}
