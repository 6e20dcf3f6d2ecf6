import {
  aidSources,
  whoUmcAnswers,
  whoUmcAsks,
  whoUmcCriteria,
} from '#shared/core/adverse-events/aid-words.ts'
import { WhoUmcAnswers } from '#shared/core/adverse-events/who-umc.ts'
import { valueName } from '#shared/core/names.ts'
import type { UsedFact } from '#shared/core/signatures/subject.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import type { Block, Row } from '../layout/blocks.ts'
import { literal, type Speech } from '../speech.ts'
import { causalityWords as words } from '../words/causality-words.ts'
import { type Judgement, judgementOf } from './event-parts.ts'
import { type Entry, footnote, heads, labelled, listBesidePairs, pairs, section, TYPE } from './parts.ts'
import { minuteText } from './times.ts'

/** The investigator's own judgement, with each criterion of WHO-UMC as answered. */
export function judgementSection(speech: Speech, fact: UsedFact): Block[] {
  const judgement = judgementOf(fact)
  return [
    section(speech, words.judgement),
    pairs(speech, relations(speech, judgement)),
    listBesidePairs(speech, entries(speech, fact, judgement)),
    { kind: 'space', height: 5 },
    criteria(speech, judgement),
    {
      kind: 'text',
      paragraphs: [
        ...labelled(speech, words.asks, whoUmcAsks[judgement.whoUmc.category], TYPE.fine),
        ...labelled(speech, words.source, aidSources.whoUmc, TYPE.fine),
      ],
    },
    footnote(speech, words.unverifiedAll),
  ]
}

/** Towards each possible cause, and the category. */
export function relations(speech: Speech, { product, procedure, disease, whoUmc }: Judgement): Entry[] {
  const say = (value: string) => [speech.label(valueName(value), { size: TYPE.cell, bold: true })]
  return [
    [words.product, say(product)],
    [words.procedure, say(procedure)],
    [words.disease, say(disease)],
    [words.category, say(whoUmc.category)],
  ]
}

function entries(speech: Speech, { author }: UsedFact, judgement: Judgement): Entry[] {
  const size = TYPE.cell
  const say = (text: LocalizedText) => [speech.label(text, { size, bold: true })]
  const { ground, doseLimiting, on } = judgement
  return [
    [words.ground, [literal(ground, { size })]],
    ...(doseLimiting === undefined ? [] : [[words.doseLimiting, say(valueName(doseLimiting))] as const]),
    [words.judgedBy, [literal(author, { size })]],
    [words.judgedOn, [literal(minuteText(on), { size })]],
  ]
}

function criteria(speech: Speech, { whoUmc: { answers } }: Judgement): Block {
  const size = TYPE.cell
  return {
    kind: 'table',
    columns: [{ share: 50 }, { share: 50 }],
    head: heads(speech, [words.criterion, words.answer]),
    rows: criterionNames.map(
      (criterion): Row => ({
        cells: [
          [speech.label(whoUmcCriteria[criterion], { size })],
          [speech.label(answerOf(answers, criterion), { size })],
        ],
      }),
    ),
    hasRowNames: true,
  }
}

const criterionNames = WhoUmcAnswers.keyof().options

/** The words of one answer; each criterion has answers of its own. */
function answerOf<K extends keyof WhoUmcAnswers>(answers: WhoUmcAnswers, criterion: K): LocalizedText {
  const names: Readonly<Record<WhoUmcAnswers[K], LocalizedText>> = whoUmcAnswers[criterion]
  return names[answers[criterion]]
}
