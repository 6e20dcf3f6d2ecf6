import { useTranslation } from 'react-i18next'
import { LongTextField, TimeField } from '../../chart/form/fact-field.tsx'
import { FieldPlace, type FormState } from '../../chart/form/field-place.tsx'
import rowClasses from '../../chart/form/trial/row-list.module.css'
import { RowList } from '../../chart/form/trial/row-list.tsx'

/** All follow-ups, for correcting what one of them says. */
export function FollowUpRows({ state }: { readonly state: FormState }) {
  const { t } = useTranslation('safety')
  return (
    <FieldPlace name="followUps" error={state.errorAt('followUps')}>
      <RowList
        label={t('part.followUps')}
        {...state.field('followUps')}
        empty={{ on: '', text: '' }}
        addLabel={t('followUp.add')}
        removeLabel={number => t('followUp.remove', { number })}
      >
        {({ on = '', text = '' }, set) => (
          <div className={rowClasses['wide']}>
            <TimeField
              label={t('followUp.on')}
              required
              withClock
              description=""
              value={on}
              onChange={next => set({ on: next })}
              error={undefined}
            />
            <LongTextField
              label={t('followUp.text')}
              required
              value={text}
              onChange={next => set({ text: next })}
              error={undefined}
            />
          </div>
        )}
      </RowList>
    </FieldPlace>
  )
}
