import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../session/session.tsx'
import { PlainField, TimeField } from '../../chart/form/fact-field.tsx'
import { FieldPlace, type FormState } from '../../chart/form/field-place.tsx'
import classes from './safety-form.module.css'

interface AwareFieldsProps {
  readonly state: FormState
}

/** When the site learned of it, and who did: what every deadline is counted from. "Now" is a button, never preset. */
export function AwareFields({ state }: AwareFieldsProps) {
  const { t } = useTranslation('safety')
  const { site, user } = useSession()
  const { values, set, field, errorAt } = state
  const by = values['awareBy'] ?? ''
  return (
    <>
      <FieldPlace name="aware" error={errorAt('aware')}>
        <div className={classes['with-button']}>
          <TimeField
            label={t('form.awareAt')}
            description={t('form.awareHint')}
            withClock
            {...field('aware')}
          />
          <Button
            variant="default"
            mt={23}
            onClick={() =>
              set({ aware: minuteIn(site.timeZone), ...(by.trim() === '' && { awareBy: user.fullName }) })
            }
          >
            {t('form.now')}
          </Button>
        </div>
      </FieldPlace>
      <FieldPlace name="awareBy" error={errorAt('awareBy')}>
        <PlainField label={t('form.awareBy')} {...field('awareBy')} />
      </FieldPlace>
    </>
  )
}

/** This minute on the site's clock, as somebody would type it. */
export function minuteIn(timeZone: string): string {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return shown.format(Date.now())
}
