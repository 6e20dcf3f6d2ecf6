import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Complication } from '#shared/core/adverse-events/complications.ts'
import { valueName } from '#shared/core/names.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { ChoiceField } from '../../chart/form/fact-field.tsx'
import { FieldPlace, type FormState } from '../../chart/form/field-place.tsx'
import classes from './safety-form.module.css'
import { complicationAsked } from './term-choice.ts'

/** A complication of cirrhosis that the event counts as. The term may ask for one; it never answers. */
export function ComplicationField({ state }: { readonly state: FormState }) {
  const { t } = useTranslation('safety')
  const language = useLanguage()
  const { values, set, field, errorAt } = state
  const asked = complicationAsked(values['ctcae'])
  return (
    <FieldPlace name="complication" error={errorAt('complication')}>
      <ChoiceField
        label={t('form.complication')}
        description={t('form.complicationHint')}
        options={Complication.options}
        {...field('complication')}
      />
      {asked !== undefined && (values['complication'] ?? '') === '' && (
        <div className={classes['asked']}>
          <Text size="sm">{t('form.isComplication', { what: valueName(asked)[language] })}</Text>
          <Button size="compact-sm" variant="default" onClick={() => set({ complication: asked })}>
            {t('form.itIs')}
          </Button>
        </div>
      )}
    </FieldPlace>
  )
}
