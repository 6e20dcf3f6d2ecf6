import type { FactContent, FactContentOf } from '#shared/core/facts/content.ts'
import { valueName } from '#shared/core/names.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import { timeText } from '../../../i18n/format.ts'
import type { Speech } from '../speech.ts'

/** What an attribute of an enrolment, a dose, a checklist or a visit says, with the names that the protocol has; else undefined. */
export function trialText(content: FactContent, attribute: string, speech: Speech): string | undefined {
  if (content.kind === 'dose') return doseText(content, attribute, speech)
  if (content.kind === 'dose_checklist' && attribute === 'answers') return answersText(content, speech)
  if (content.kind === 'enrolment' && attribute === 'cohort' && content.cohort !== undefined)
    return inWords(speech.trial.cohort(content.protocol, content.cohort), content.cohort, speech.language)
  return content.kind === 'visit' ? visitText(content, attribute, speech) : undefined
}

function doseText(
  { interruptions, watchedUntil }: FactContentOf<'dose'>,
  attribute: string,
  { language, t }: Speech,
): string | undefined {
  if (attribute === 'watchedUntil' && watchedUntil) return timeText(watchedUntil, language)
  if (attribute !== 'interruptions' || interruptions === undefined) return undefined
  return interruptions
    .map(({ from, to, reason }) => {
      const until = to === undefined ? '…' : timeText(to, language)
      return t('trial.because', { what: `${timeText(from, language)} – ${until}`, reason })
    })
    .join(t('trial.between'))
}

function answersText(content: FactContentOf<'dose_checklist'>, { language, t, trial }: Speech): string {
  const { protocol, version, answers } = content
  return answers
    .map(({ item, answer, note }) => {
      const what = inWords(trial.item(protocol, version, item), item, language)
      const said = t('trial.answer', { what, answer: valueName(answer)[language] })
      return note === undefined ? said : t('trial.because', { what: said, reason: note })
    })
    .join(t('trial.between'))
}

function visitText(
  { protocol, visit, notDone, awaited, carriedOut }: FactContentOf<'visit'>,
  attribute: string,
  { language, t, trial }: Speech,
): string | undefined {
  const nameOf = (assessment: string) => inWords(trial.assessment(protocol, assessment), assessment, language)
  if (attribute === 'visit') return inWords(trial.visit(protocol, visit), visit, language)
  if (attribute === 'awaited') return awaited?.map(nameOf).join(t('trial.listed'))
  if (attribute === 'carriedOut') return carriedOut?.map(nameOf).join(t('trial.listed'))
  if (attribute !== 'notDone') return undefined
  return notDone
    ?.map(({ assessment, reason }) => t('trial.because', { what: nameOf(assessment), reason }))
    .join(t('trial.between'))
}

function inWords(name: LocalizedText | undefined, slug: string, language: Speech['language']): string {
  return name?.[language] ?? slug
}
