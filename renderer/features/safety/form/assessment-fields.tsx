import { Select, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CtcaeName } from '#shared/core/adverse-events/ctcae-entries.ts'
import type { Offer } from '#shared/core/adverse-events/offer.ts'
import { useRead } from '../../../api/hooks.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { LongTextField, TimeField } from '../../chart/form/fact-field.tsx'
import { FieldPlace } from '../../chart/form/field-place.tsx'
import { OfferGrades } from '../patient/offer-grades.tsx'
import type { SafetyFormProps } from './safety-form-props.ts'
import { ctcaeText } from './term-choice.ts'

/** That a graded laboratory value is not clinically significant, and on what ground; then it is no event. */
export function AssessmentFields({ state, patientId, factId }: SafetyFormProps) {
  const { t } = useTranslation('safety')
  const { field, errorAt } = state
  return (
    <>
      <FieldPlace name="result term" error={errorAt('result')}>
        {factId === undefined ? (
          <OfferChoice {...{ state, patientId, factId }} />
        ) : (
          <KeptTerm term={state.values['term'] ?? ''} />
        )}
      </FieldPlace>
      <FieldPlace name="ground" error={errorAt('ground')}>
        <LongTextField label={t('assessment.ground')} required autoFocus {...field('ground')} />
      </FieldPlace>
      <FieldPlace name="on" error={errorAt('on')}>
        <TimeField label={t('assessment.on')} required withClock {...field('on')} />
      </FieldPlace>
      <Text size="sm" c="dimmed">
        {t('assessment.stays')}
      </Text>
    </>
  )
}

function KeptTerm({ term }: { readonly term: string }) {
  const language = useLanguage()
  const name = CtcaeName.safeParse(term).data
  return <Text fw={600}>{name === undefined ? term : ctcaeText(name, language)}</Text>
}

/** The graded values of which nobody has said anything. */
function OfferChoice({ state, patientId }: SafetyFormProps) {
  const { t } = useTranslation('safety')
  const textOf = useCoreText()
  const language = useLanguage()
  const { data: offers = [] } = useRead('adverseEvents', 'offers', { patientId })
  const { values, set, errorAt } = state
  const chosen = offers.find(({ result, term }) => result === values['result'] && term === values['term'])
  return (
    <>
      <Select
        label={t('assessment.result')}
        withAsterisk
        data={offers.map(offer => ({
          value: keyOf(offer),
          label: `${textOf(offer.name)} ${offer.printed} · ${timeText(offer.on, language)}`,
        }))}
        value={chosen === undefined ? null : keyOf(chosen)}
        onChange={key => {
          const offer = offers.find(one => keyOf(one) === key)
          set({ result: offer?.result ?? '', term: offer?.term ?? '' })
        }}
        error={errorAt('result')}
        searchable
        nothingFoundMessage={t('offers.nothing')}
      />
      {chosen && (
        <Text size="sm" mt={6}>
          {ctcaeText(chosen.term, language)} · <OfferGrades offer={chosen} />
        </Text>
      )}
    </>
  )
}

function keyOf({ result, term }: Offer): string {
  return `${result} ${term}`
}
