import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EligibilitySubject } from '#shared/core/signatures/subject.ts'
import { Facts } from '../../../components/facts.tsx'
import { TrainingMark } from '../../../components/training-mark.tsx'
import { dateText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { Identity } from '../../../privacy/privacy.tsx'

interface CandidateRecordProps {
  readonly subject: Pick<EligibilitySubject, 'candidate' | 'training'>
}

/** Who it is about, as the record had it then. */
export function CandidateRecord({ subject }: CandidateRecordProps) {
  const { t } = useTranslation(['signatures', 'candidates'])
  const language = useLanguage()
  const { screeningNumber, initials, sex, birthDate, registrationDate, version } = subject.candidate
  const day = (date: string | undefined, none: string) =>
    date === undefined ? none : dateText(date, language)
  return (
    <section>
      <Title order={2} size="h3" mb={6}>
        {t('signatures:record.candidate')} {subject.training && <TrainingMark />}
      </Title>
      <Facts
        rows={[
          [t('candidates:field.screeningNumber'), screeningNumber],
          [t('candidates:field.initials'), <Identity key="initials">{initials}</Identity>],
          [t('candidates:field.sex'), t(`candidates:sexChoice.${sex}`)],
          [t('candidates:field.birthDate'), day(birthDate, t('signatures:record.notCharted'))],
          [
            t('candidates:field.registrationDate'),
            day(registrationDate, t('signatures:record.notRegistered')),
          ],
          [t('signatures:record.candidateVersion'), String(version)],
        ]}
      />
    </section>
  )
}
