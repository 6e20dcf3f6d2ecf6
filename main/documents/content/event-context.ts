import type { CausalityContext } from '#shared/core/adverse-events/context.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import { verbatim } from '#shared/core/text.ts'
import type { Block, Row } from '../layout/blocks.ts'
import { literal, type Speech } from '../speech.ts'
import { quadrantNames, causalityWords as words } from '../words/causality-words.ts'
import { eventWords } from '../words/event-words.ts'
import { type Entry, footnote, heads, listBesidePairs, note, section, TYPE } from './parts.ts'
import { minuteText } from './times.ts'

/** A quantity that was computed, at the two decimals that it is worth. */
function short(value: number): string {
  return String(Number(value.toFixed(2)))
}

const LONG_HOURS = 7 * 24

/** Whole days, with a sign where the event came first. */
export function daysText(days: number | null): string {
  return days === null ? '–' : String(days).replace('-', '−')
}

/** Hours within a week; what is longer is told in days. */
function hoursText(hours: number | null): string {
  if (hours === null || Math.abs(hours) >= LONG_HOURS) return '–'
  return String(Number(hours.toFixed(1))).replace('-', '−')
}

/** Time from every dose to onset. */
export function sinceDosesSection(speech: Speech, { sinceDoses }: CausalityContext): Block[] {
  const heading = section(speech, eventWords.doses)
  if (sinceDoses.length === 0) return [heading, note(speech, eventWords.noDoses)]
  const size = TYPE.cell
  const rows = sinceDoses.map(({ number, from, days, hours }): Row => {
    const isBefore = (days ?? 0) < 0 || (hours ?? 0) < 0
    return {
      cells: [
        [literal(String(number), { size, bold: true })],
        [literal(minuteText(from), { size })],
        [
          literal(daysText(days), { size, bold: true }),
          ...(isBefore ? [speech.label(eventWords.eventFirst, { size: TYPE.fine, tone: 'soft' })] : []),
        ],
        [literal(hoursText(hours), { size })],
      ],
    }
  })
  return [
    heading,
    {
      kind: 'table',
      columns: [{ share: 16 }, { share: 34 }, { share: 25 }, { share: 25 }],
      head: heads(speech, [eventWords.dose, eventWords.began, eventWords.days, eventWords.hours]),
      rows,
      hasRowNames: true,
    },
    footnote(speech, eventWords.blinded),
  ]
}

/** Liver tests around onset: what they amount to, not what they mean. */
export function liverSection(speech: Speech, { liver }: CausalityContext): Block[] {
  const heading = section(speech, words.liver)
  if (liver === null) return [heading, note(speech, words.noLiver)]
  const { from, to, r, edish, mdish } = liver
  const said = (text: LocalizedText) => [speech.label(text, { size: TYPE.cell })]
  const none = said(words.notComputable)
  const entries: Entry[] = [
    [words.window, said(verbatim(`${from} – ${to}`))],
    [words.r, r === null ? none : said(verbatim(`${short(r.value)}  (${r.on})`))],
    [
      words.edish,
      edish === null
        ? none
        : [
            speech.label(multiples(edish), { size: TYPE.cell }),
            speech.label(quadrantNames[edish.quadrant], { size: TYPE.fine, tone: 'soft' }),
          ],
    ],
    [words.mdish, mdish === null ? none : said(multiples(mdish))],
  ]
  return [heading, listBesidePairs(speech, entries), footnote(speech, words.liverNote)]
}

type Multiples = NonNullable<NonNullable<CausalityContext['liver']>['mdish']>

function multiples({ on, alt, bilirubin, bilirubinOn }: Multiples): LocalizedText {
  const [a, b] = [short(alt), short(bilirubin)]
  return {
    en: `ALT ${a} × (${on}), ${words.bilirubin.en} ${b} × (${bilirubinOn})`,
    'zh-CN': `ALT ${a} 倍（${on}），${words.bilirubin['zh-CN']} ${b} 倍（${bilirubinOn}）`,
  }
}

/** What else the patient took. */
export function medicationSection(speech: Speech, { medications }: CausalityContext): Block[] {
  const heading = section(speech, eventWords.medication)
  if (medications.length === 0) return [heading, note(speech, eventWords.noMedication)]
  const size = TYPE.cell
  const rows = medications.map(
    ({ text, when, isAtOnset }): Row => ({
      cells: [
        speech.say(text, { size }),
        [literal(when, { size })],
        [speech.label(isAtOnset ? eventWords.atOnset : eventWords.before, { size, bold: isAtOnset })],
      ],
    }),
  )
  return [
    heading,
    {
      kind: 'table',
      columns: [{ share: 52 }, { share: 26 }, { share: 22 }],
      head: heads(speech, [eventWords.name, eventWords.when, eventWords.use]),
      rows,
      hasRowNames: true,
    },
    footnote(speech, eventWords.medicationNote),
  ]
}

/** Decompensation is also the disease's own course. */
export function earlierSection(speech: Speech, { earlier }: CausalityContext): Block[] {
  const heading = section(speech, eventWords.earlier)
  if (earlier.length === 0) return [heading, note(speech, eventWords.noEarlier)]
  const size = TYPE.cell
  return [
    heading,
    {
      kind: 'table',
      columns: [{ share: 70 }, { share: 30 }],
      head: heads(speech, [eventWords.name, eventWords.when]),
      rows: earlier.map(
        ({ text, when }): Row => ({ cells: [speech.say(text, { size }), [literal(when, { size })]] }),
      ),
      hasRowNames: true,
    },
  ]
}

/** What followed when the infusion was slowed, interrupted or stopped. */
export function dechallengeSection(speech: Speech, { dechallenge }: CausalityContext): Block[] {
  const text = dechallenge ?? eventWords.noDechallenge
  return [
    section(speech, eventWords.dechallenge),
    { kind: 'text', paragraphs: speech.say(text, { size: TYPE.cell }) },
  ]
}
