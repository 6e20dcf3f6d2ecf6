import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { valueName } from '#shared/core/names.ts'
import type { CausalitySubject, UsedFact } from '#shared/core/signatures/subject.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { Facts } from '../../../components/facts.tsx'
import { dateText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { attributeRows, capital, useSpeech, whenText } from '../../chart/fact-words.ts'
import { useDaysText } from '../../safety/causality/context/since-doses.tsx'
import { JudgementView } from '../../safety/causality/judgement-view.tsx'
import { CandidateRecord } from './candidate-record.tsx'
import { CausalityBasis } from './causality-basis.tsx'
import { Corrections } from './corrections.tsx'
import { Entered } from './entered.tsx'
import { Hash } from './hash.tsx'
import classes from './record.module.css'

interface CausalityRecordProps {
  readonly subject: CausalitySubject
}

/** A judgement of causality with everything that stood beside it, drawn from the record alone: the same in ten years. */
export function CausalityRecord({ subject }: CausalityRecordProps) {
  return (
    <>
      <Headline subject={subject} />
      <div className={classes['two']}>
        <CandidateRecord subject={subject} />
        <ComputedWith subject={subject} />
      </div>
      <EventOfRecord subject={subject} />
      <JudgementOfRecord subject={subject} />
      <CausalityBasis subject={subject} />
    </>
  )
}

function Headline({ subject: { event, judgement } }: CausalityRecordProps) {
  const { t } = useTranslation('signatures')
  const textOf = useCoreText()
  if (event.content.kind !== 'adverse_event' || judgement.content.kind !== 'causality') return null
  const { product, whoUmc } = judgement.content
  return (
    <section className={classes['headline']} aria-label={t('record.decision')}>
      <Title order={2} size="h3">
        {event.content.term}
      </Title>
      <p className={classes['decision']}>
        {t('record.causality.said', {
          relation: textOf(valueName(product)),
          category: capital(textOf(valueName(whoUmc.category))),
        })}
      </p>
    </section>
  )
}

function ComputedWith({ subject: { protocol, rules, safety, today } }: CausalityRecordProps) {
  const { t } = useTranslation('signatures')
  const language = useLanguage()
  return (
    <section>
      <Title order={2} size="h3" mb={6}>
        {protocol?.id ?? t('record.causality.noTrial')}
      </Title>
      <Facts
        rows={[
          ...(protocol
            ? ([
                [t('record.title'), protocol.title[language]],
                [
                  t('record.definition'),
                  <span key="definition">
                    {protocol.version} <Hash sha256={protocol.sha256} />
                  </span>,
                ],
              ] as const)
            : []),
          [
            t('record.causality.siteSafety'),
            safety === 0 ? t('record.causality.noSiteSafety') : t('record.version', { version: safety }),
          ],
          [t('record.rules'), rules],
          [t('record.causality.asOf'), dateText(today, language)],
        ]}
      />
    </section>
  )
}

function EventOfRecord({ subject: { event, onset } }: CausalityRecordProps) {
  const { t } = useTranslation('signatures')
  const speech = useSpeech()
  const daysText = useDaysText()
  const { sinceDose, studyDay } = onset
  return (
    <section>
      <Title order={2} size="h3" mb={6}>
        {t('record.causality.event')}
      </Title>
      <Facts
        rows={[
          [t('record.causality.when'), whenText(event.content, speech)],
          [
            t('record.causality.studyDay'),
            studyDay === null ? t('record.causality.unknown') : String(studyDay),
          ],
          [
            t('record.causality.lastDose'),
            sinceDose === null
              ? t('record.causality.noDose')
              : t('record.causality.doseThen', {
                  number: sinceDose.number,
                  when: daysText(sinceDose.days),
                }),
          ],
          ...attributeRows(event.content, speech).map(({ name, value }) => [name, value] as const),
        ]}
      />
      <Kept fact={event} />
    </section>
  )
}

function JudgementOfRecord({ subject: { judgement } }: CausalityRecordProps) {
  const { t } = useTranslation('signatures')
  if (judgement.content.kind !== 'causality') return null
  return (
    <section>
      <Title order={2} size="h3" mb={6}>
        {t('record.causality.judgement')}
      </Title>
      <JudgementView judgement={judgement.content} isWhole />
      <Kept fact={judgement} />
    </section>
  )
}

/** When it was entered and by whom, and what it said before. */
function Kept({ fact }: { readonly fact: UsedFact }) {
  return (
    <div className={classes['kept']}>
      <Entered fact={fact} />
      {fact.earlier.length > 0 && <Corrections fact={fact} />}
    </div>
  )
}
