import { Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../../components/notice.tsx'
import { PartialDateField } from '../../../components/partial-date-field.tsx'
import classes from './conduct.module.css'
import { ShortField, type Tell } from './conduct-fields.tsx'
import { Part } from './part.tsx'
import type { SafetyDraft } from './safety-draft.ts'

/** What the parts of the form work with. */
export interface SafetyPartProps {
  readonly draft: SafetyDraft
  readonly onChange: (part: Partial<SafetyDraft>) => void
  readonly tell: Tell
}

interface ReportingPartProps extends SafetyPartProps {
  /** The site has saved its deadlines. */
  readonly isConfirmed: boolean
}

/** How long the site has to report a serious event, and how often it follows one up. */
export function ReportingPart({ draft, onChange, tell, isConfirmed }: ReportingPartProps) {
  const { t } = useTranslation('safetySite')
  return (
    <Part title={t('conduct.reporting')} hint={t('conduct.reportingHint')}>
      {!isConfirmed && (
        <div className={classes['unconfirmed']}>
          <Notice kind="info">{t('conduct.unconfirmedHint')}</Notice>
        </div>
      )}
      <div className={classes['row']}>
        <ShortField
          label={t('conduct.sponsorHours')}
          hint={isConfirmed ? t('conduct.confirmed') : t('conduct.unconfirmed')}
          unit={t('conduct.hours')}
          value={draft.sponsorHours}
          onChange={sponsorHours => onChange({ sponsorHours })}
          error={tell('sponsorHours')}
        />
        <ShortField
          label={t('conduct.ethicsHours')}
          hint={t('conduct.ethicsHint')}
          unit={t('conduct.hours')}
          value={draft.ethicsCommitteeHours}
          onChange={ethicsCommitteeHours => onChange({ ethicsCommitteeHours })}
          error={tell('ethicsCommitteeHours')}
        />
        <ShortField
          label={t('conduct.followUp')}
          hint={t('conduct.followUpHint')}
          unit={t('conduct.days')}
          value={draft.followUpDays}
          onChange={followUpDays => onChange({ followUpDays })}
          error={tell('followUpDays')}
        />
      </div>
    </Part>
  )
}

/** What is expected: by which document, and its terms. */
export function ReferencePart({ draft, onChange, tell }: SafetyPartProps) {
  const { t } = useTranslation('safetySite')
  return (
    <Part title={t('conduct.reference')} hint={t('conduct.referenceHint')}>
      <div className={classes['row']}>
        {(['referenceName', 'referenceVersion'] as const).map(field => (
          <TextInput
            key={field}
            label={t(`conduct.${field}`)}
            value={draft[field]}
            onChange={({ currentTarget }) => onChange({ [field]: currentTarget.value })}
            error={tell(field)}
            maxLength={200}
            w={field === 'referenceName' ? 340 : 160}
          />
        ))}
        <PartialDateField
          label={t('conduct.referenceOn')}
          value={draft.referenceOn}
          onChange={referenceOn => onChange({ referenceOn })}
          error={tell('referenceOn')}
        />
      </div>
      <Textarea
        label={t('conduct.expected')}
        description={t('conduct.expectedHint')}
        value={draft.expected}
        onChange={({ currentTarget }) => onChange({ expected: currentTarget.value })}
        error={tell('expected')}
        rows={4}
        resize="vertical"
        maw={516}
        mt={8}
      />
    </Part>
  )
}
