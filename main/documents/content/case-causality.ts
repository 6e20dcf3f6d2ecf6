import { whoUmcAnswers } from '#shared/core/adverse-events/aid-words.ts'
import type { EventCase } from '#shared/core/documents/event-case.ts'
import type { UsedFact } from '#shared/core/signatures/subject.ts'
import type { Block } from '../layout/blocks.ts'
import { literal, type Speech } from '../speech.ts'
import { caseWords as words } from '../words/case-words.ts'
import { causalityWords } from '../words/causality-words.ts'
import { eventWords } from '../words/event-words.ts'
import { statusNames } from '../words/other-words.ts'
import { relations } from './causality-judgement.ts'
import { judgementOf } from './event-parts.ts'
import { type Entry, listBesidePairs, note, pairs, section, TYPE } from './parts.ts'
import { instantText, minuteText } from './times.ts'

/** The last judgement and the signature under it. */
export function caseCausality(speech: Speech, report: EventCase): Block[] {
  const heading = section(speech, words.causality)
  const { judgement, context } = report
  const dechallenge: Entry = [
    words.afterwards,
    speech.say(context.dechallenge ?? eventWords.noDechallenge, { size: TYPE.cell }),
  ]
  if (judgement === null)
    return [heading, note(speech, words.notJudged), listBesidePairs(speech, [dechallenge])]
  return [
    heading,
    pairs(speech, relations(speech, judgementOf(judgement))),
    listBesidePairs(speech, [...judged(speech, judgement), dechallenge, signed(speech, report)]),
  ]
}

function judged(speech: Speech, fact: UsedFact): Entry[] {
  const size = TYPE.cell
  const { whoUmc, ground, on } = judgementOf(fact)
  const { withdrawal, rechallenge } = whoUmc.answers
  return [
    [causalityWords.ground, [literal(ground, { size })]],
    [causalityWords.judgedBy, [literal(`${fact.author}, ${minuteText(on)}`, { size })]],
    [words.withdrawal, [speech.label(whoUmcAnswers.withdrawal[withdrawal], { size })]],
    [words.rechallenge, [speech.label(whoUmcAnswers.rechallenge[rechallenge], { size })]],
  ]
}

function signed(speech: Speech, { signature }: EventCase): Entry {
  const size = TYPE.cell
  if (signature === null) return [words.signed, [speech.label(words.notSigned, { size, bold: true })]]
  const { signer, signedAt, status, id } = signature
  return [
    words.signed,
    [
      literal(`${signer}, ${instantText(signedAt)}`, { size, bold: true }),
      {
        spans: [
          ...speech.spans(statusNames[status], { size: TYPE.fine }),
          { text: `  ${id}`, size: TYPE.fine, tone: 'soft' },
        ],
        size: TYPE.fine,
      },
    ],
  ]
}
