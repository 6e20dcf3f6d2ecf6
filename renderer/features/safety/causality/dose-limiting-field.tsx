import { useTranslation } from 'react-i18next'
import type { SiteSafety } from '#shared/core/adverse-events/site-safety.ts'
import { ChoiceField } from '../../chart/form/fact-field.tsx'
import { FieldPlace, type FormState } from '../../chart/form/field-place.tsx'
import classes from './causality.module.css'
import { Part } from './part.tsx'

interface DoseLimitingFieldProps {
  readonly state: FormState
  /** The site's words; undefined where it entered none. */
  readonly defined: SiteSafety['doseLimiting']
}

/** Whether it limits the dose, by the site's own words; not asked where the site has none: none are published. */
export function DoseLimitingField({ state, defined }: DoseLimitingFieldProps) {
  const { t } = useTranslation('causality')
  if (defined === undefined) return null
  return (
    <Part title={t('doseLimiting.title')}>
      <blockquote className={classes['definition']}>{defined.definition}</blockquote>
      <p className={classes['hint']}>
        {t(`doseLimiting.window.${defined.after}`, { count: defined.windowDays })}
      </p>
      <FieldPlace name="doseLimiting" error={state.errorAt('doseLimiting')}>
        <ChoiceField
          label={t('doseLimiting.label')}
          options={['yes', 'no', 'undetermined']}
          nameOf={answer => t(`doseLimiting.answer.${answer as 'yes' | 'no' | 'undetermined'}`)}
          {...state.field('doseLimiting')}
        />
      </FieldPlace>
    </Part>
  )
}
