import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PartialDateField } from '../../../components/partial-date-field.tsx'
import classes from './conduct.module.css'
import type { Tell } from './conduct-fields.tsx'
import { Part } from './part.tsx'

interface Approved {
  readonly protocolVersion: string
  readonly approvedOn: string
}

interface ApprovedPartProps {
  readonly draft: Approved
  readonly onChange: (part: Partial<Approved>) => void
  readonly tell: Tell
}

/** From which version of the approved protocol all of it is taken. */
export function ApprovedPart({ draft, onChange, tell }: ApprovedPartProps) {
  const { t } = useTranslation('conduct')
  return (
    <Part title={t('approved.title')}>
      <div className={classes['row']}>
        <TextInput
          label={t('approved.version')}
          value={draft.protocolVersion}
          onChange={({ currentTarget }) => onChange({ protocolVersion: currentTarget.value })}
          error={tell('protocolVersion')}
          maxLength={40}
          w={220}
          required
        />
        <PartialDateField
          label={t('approved.on')}
          value={draft.approvedOn}
          onChange={approvedOn => onChange({ approvedOn })}
          error={tell('approvedOn')}
          description={t('approved.onHint')}
          required
        />
      </div>
    </Part>
  )
}
