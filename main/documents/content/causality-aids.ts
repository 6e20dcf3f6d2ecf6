import { aidSources, naranjoQuestions, rucamItems } from '#shared/core/adverse-events/aid-words.ts'
import { aidBands, disagreementsOf } from '#shared/core/adverse-events/disagreements.ts'
import { naranjoOf, naranjoPoints } from '#shared/core/adverse-events/naranjo-answers.ts'
import {
  type Rucam,
  type RucamItem,
  rucamChoices,
  rucamOf,
} from '#shared/core/adverse-events/rucam-choices.ts'
import { valueName } from '#shared/core/names.ts'
import type { CausalitySubject } from '#shared/core/signatures/subject.ts'
import { type LocalizedText, verbatim } from '#shared/core/text.ts'
import type { Block, Cell, Row } from '../layout/blocks.ts'
import { literal, type Speech } from '../speech.ts'
import { injuryNames, causalityWords as words } from '../words/causality-words.ts'
import { type Judgement, judgementOf } from './event-parts.ts'
import { footnote, heads, labelled, note, section, TYPE } from './parts.ts'

/** Where the aids differ from the judgement; then Naranjo and RUCAM with every item, its points and its source. */
export function aidSections(speech: Speech, { judgement }: CausalitySubject): Block[] {
  const judged = judgementOf(judgement)
  return [
    section(speech, words.aids),
    note(speech, words.aidsNote),
    ...disagreements(speech, judged),
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

function disagreements(speech: Speech, judged: Judgement): Block[] {
  const found = disagreementsOf(judged)
  const lines = found.flatMap(text => speech.say(text, { size: TYPE.cell, bold: true, before: 1.5 }))
  const none = speech.say(words.agree, { size: TYPE.cell })
  return [
    subtitle(speech, words.disagreements),
    { kind: 'text', paragraphs: found.length === 0 ? none : lines },
  ]
}

function naranjoBlocks(speech: Speech, { naranjo: answers }: Judgement): Block[] {
  if (answers === undefined) return [note(speech, words.noNaranjo)]
  const size = TYPE.cell
  const rows = answers.map((answer, index): Row => {
    const question = naranjoQuestions[index] ?? verbatim('')
    return {
      cells: [
        [literal(String(index + 1), { size, bold: true })],
        [speech.label(question, { size })],
        [speech.label(valueName(answer), { size })],
        [literal(signed(naranjoPoints(index, answer)), { size })],
      ],
    }
  })
  return [
    {
      kind: 'table',
      columns: [{ share: 5 }, { share: 67 }, { share: 18 }, { share: 10, align: 'right' }],
      head: heads(speech, [verbatim('#'), words.question, words.answer, words.points]),
      rows: [...rows, totalRow(speech, naranjoOf(answers))],
      hasRowNames: true,
    },
    footnote(speech, sourced(aidSources.naranjo, words.weakForLiver)),
  ]
}

function rucamBlocks(speech: Speech, { rucam }: Judgement): Block[] {
  if (rucam === undefined) return [note(speech, words.noRucam)]
  const size = TYPE.cell
  const items = Object.keys(rucamItems) as RucamItem[]
  const rows = items.map(
    (item, index): Row => ({
      cells: [
        [literal(String(index + 1), { size, bold: true })],
        [speech.label(rucamItems[item], { size })],
        scored(speech, rucam, item),
        [points(speech, rucam.items[item])],
      ],
    }),
  )
  return [
    { kind: 'text', paragraphs: labelled(speech, words.injury, injuryNames[rucam.injury], size) },
    { kind: 'space', height: 2 },
    {
      kind: 'table',
      columns: [{ share: 5 }, { share: 33 }, { share: 50 }, { share: 12, align: 'right' }],
      head: heads(speech, [verbatim('#'), words.item, words.scored, words.points]),
      rows: [...rows, totalRow(speech, rucamOf(rucam))],
      hasRowNames: true,
    },
    footnote(speech, sourced(aidSources.rucam, words.unverified)),
  ]
}

/** What the points were given for; marked where the rule was not read in its original. */
function scored(speech: Speech, { injury, items }: Rucam, item: RucamItem): Cell {
  const size = TYPE.cell
  const given = items[item]
  const choice = rucamChoices[injury][item].find(one => one.points === given)
  if (choice === undefined) return [literal('–', { size })]
  const mark = choice.isVerified ? [] : [{ text: ' [U]', size, bold: true }]
  return [{ spans: [...speech.spans(choice.text, { size }), ...mark], size }]
}

function points(speech: Speech, given: number | null) {
  const size = TYPE.cell
  return given === null
    ? speech.label(valueName('not_applicable'), { size })
    : literal(signed(given), { size })
}

interface Scored {
  readonly total: number
  readonly category: keyof typeof aidBands
}

function totalRow(speech: Speech, { total, category }: Scored): Row {
  const look = { size: TYPE.cell, bold: true }
  return {
    cells: [
      [],
      [speech.label(words.total, look)],
      [speech.label(aidBands[category], look)],
      [literal(signed(total), look)],
    ],
  }
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value).replace('-', '−')
}

function sourced(source: LocalizedText, more: LocalizedText): LocalizedText {
  return {
    en: `${words.source.en}: ${source.en}. ${more.en}`,
    'zh-CN': `${words.source['zh-CN']}：${source['zh-CN']}。${more['zh-CN']}`,
  }
}
