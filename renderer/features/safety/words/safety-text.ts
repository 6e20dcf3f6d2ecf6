import { organClasses } from '#shared/core/adverse-events/organ-classes.ts'
import { isSerious } from '#shared/core/adverse-events/seriousness.ts'
import type { FactContent, FactContentOf } from '#shared/core/facts/content.ts'
import { valueName } from '#shared/core/names.ts'
import { dateText, timeText } from '../../../i18n/format.ts'
import type { Speech } from '../../chart/speech.ts'
import { isSafetyContent } from '../form/safety-values.ts'
import { ctcaeText } from '../form/term-choice.ts'
import { gradesText, worstGrade } from './grades-text.ts'

type Event = FactContentOf<'adverse_event'>

/** What the line of an adverse event begins with: the term as reported. Undefined for any other kind. */
export function safetyTitle(content: FactContent, { language }: Speech): string | undefined {
  if (content.kind === 'adverse_event') return content.term
  return content.kind === 'result_assessment' ? ctcaeText(content.term, language) : undefined
}

/** What a line says of a fact about safety at first glance; the rest is read where it is opened. */
export function safetyDetails(content: FactContent, speech: Speech): string[] | undefined {
  if (!isSafetyContent(content)) return undefined
  const words = (value: unknown) => valueName(value)[speech.language]
  switch (content.kind) {
    case 'adverse_event':
      return eventDetails(content, speech)
    case 'causality':
      return [words(content.whoUmc.category), relationText(content.product, speech)]
    case 'result_assessment':
      return [words(content.significance), content.ground]
    case 'safety_report':
      return [words(content.to), words(content.stage), content.how]
    case 'unblinding':
      return [content.protocol, content.reason]
    case 'pregnancy':
      return [content.protocol, ...(content.outcome ? [words(content.outcome)] : [])]
  }
}

function eventDetails(content: Event, { language, t }: Speech): string[] {
  const { ctcae, term, outcome } = content
  const worst = worstGrade(content)
  const coded = ctcae && ctcaeText(ctcae, language)
  return [
    ...(coded !== undefined && coded.toLowerCase() !== term.toLowerCase() ? [coded] : []),
    worst === undefined ? t('safety.notGraded') : t('safety.grade', { grade: worst }),
    ...(isSerious(content) ? [t('safety.isSerious')] : []),
    ...(outcome ? [valueName(outcome)[language]] : []),
  ]
}

function relationText(relation: string, { language, t }: Speech): string {
  return t('safety.product', { relation: valueName(relation)[language] })
}

/** What an attribute of a fact about safety says where it is no plain value; undefined where it is one, or of another kind. */
export function safetyText(content: FactContent, attribute: string, speech: Speech): string | undefined {
  if (!isSafetyContent(content)) return undefined
  const { language, t } = speech
  switch (content.kind) {
    case 'adverse_event':
      return eventText(content, attribute, speech)
    case 'pregnancy':
      return pregnancyText(content, attribute, speech)
    case 'causality': {
      if (attribute === 'whoUmc') return valueName(content.whoUmc.category)[language]
      if (attribute === 'naranjo') return t('safety.answered', { count: content.naranjo?.length ?? 0 })
      if (attribute === 'rucam') return content.rucam && valueName(content.rucam.injury)[language]
      return attribute === 'event' ? t('safety.theEvent') : undefined
    }
    case 'result_assessment':
      if (attribute === 'term') return ctcaeText(content.term, language)
      return attribute === 'result' ? t('safety.theResult') : undefined
    case 'safety_report':
      if (attribute === 'sent') return `SHA-256 ${content.sent.sha256}`
      if (attribute === 'receivedAt') return content.receivedAt && timeText(content.receivedAt, language)
      return attribute === 'event' ? t('safety.theEvent') : undefined
    case 'unblinding':
      return attribute === 'event' ? t('safety.theEvent') : undefined
  }
}

function eventText(content: Event, attribute: string, speech: Speech): string | undefined {
  const { language, t } = speech
  const { ctcae, organClass, meddra, expectedness, answers } = content
  switch (attribute) {
    case 'ctcae':
      return ctcae && ctcaeText(ctcae, language)
    case 'organClass':
      return organClass && organClasses[organClass][language]
    case 'meddra':
      return meddra && `${meddra.code} ${meddra.term}`
    case 'grades':
      return gradesText(content, speech)
    case 'expectedness':
      return (
        expectedness &&
        t('safety.against', {
          answer: valueName(expectedness.answer)[language],
          reference: expectedness.reference,
        })
      )
    case 'result':
      return t('safety.theResult')
    case 'answers':
      return answers?.map(({ reason }) => reason).join(t('trial.between'))
    default:
      return sharedText(content, attribute, speech)
  }
}

function pregnancyText(
  content: FactContentOf<'pregnancy'>,
  attribute: string,
  speech: Speech,
): string | undefined {
  const { lastMenstruation, dueOn, outcomeOn } = content
  const { language } = speech
  if (attribute === 'lastMenstruation') return lastMenstruation && dateText(lastMenstruation, language)
  if (attribute === 'dueOn') return dueOn && dateText(dueOn, language)
  if (attribute === 'outcomeOn') return outcomeOn && timeText(outcomeOn, language)
  return sharedText(content, attribute, speech)
}

function sharedText(
  { aware, followUps }: Pick<Event, 'aware' | 'followUps'>,
  attribute: string,
  { language, t }: Speech,
): string | undefined {
  if (attribute === 'aware') return aware && `${timeText(aware.at, language)} · ${aware.by}`
  if (attribute !== 'followUps') return undefined
  return followUps
    ?.map(({ on, text }) => t('trial.answer', { what: timeText(on, language), answer: text }))
    .join(t('trial.between'))
}
