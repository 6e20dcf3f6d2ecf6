import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ChartingDraft } from './charting-draft.ts'
import type { ChartingPartProps } from './charting-parts.tsx'
import classes from './conduct.module.css'
import { ShortField, Source } from './conduct-fields.tsx'
import { Part } from './part.tsx'

/** When a laboratory signal of serious liver injury is raised. */
export function LiverInjuryPart({ draft, onChange, tell }: ChartingPartProps) {
  const { t } = useTranslation('conduct')
  return (
    <Part title={t('injury.title')}>
      <Source>{t('injury.source')}</Source>
      <div className={classes['row']}>
        {(['aminotransferase', 'bilirubin'] as const).map(field => (
          <div key={field} className={classes['row']} style={{ gap: 6 }}>
            <NativeSelect
              label={t(`injury.${field}`)}
              value={draft[`${field}Operator`]}
              onChange={({ currentTarget }) =>
                onChange({ [`${field}Operator`]: currentTarget.value } as Partial<ChartingDraft>)
              }
              error={tell(`${field}Operator`)}
              data={[
                { value: '', label: t('injury.operator') },
                { value: 'ge', label: t('injury.ge') },
                { value: 'gt', label: t('injury.gt') },
              ]}
            />
            <div className={classes['number']}>
              <ShortField
                label={t('injury.times')}
                value={draft[field]}
                onChange={value => onChange({ [field]: value })}
                error={tell(field)}
              />
            </div>
          </div>
        ))}
        <ShortField
          label={t('injury.days')}
          value={draft.injuryDays}
          onChange={injuryDays => onChange({ injuryDays })}
          error={tell('injuryDays')}
        />
        <ShortField
          label={t('injury.alkalinePhosphatase')}
          hint={t('injury.alkalinePhosphataseHint')}
          value={draft.alkalinePhosphatase}
          onChange={alkalinePhosphatase => onChange({ alkalinePhosphatase })}
          error={tell('alkalinePhosphatase')}
        />
      </div>
    </Part>
  )
}
