import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PatientId } from '#shared/core/ids.ts'
import { OfferGrades } from '../patient/offer-grades.tsx'
import { useOffer } from '../patient/use-offers.ts'

interface OfferHintProps {
  readonly patientId: PatientId
  /** The laboratory value that the event is recorded from. */
  readonly result: string
  readonly ctcae: string
}

/** Both grades of the laboratory value that offers the event; which of them holds is the investigator's to say. */
export function OfferHint({ patientId, result, ctcae }: OfferHintProps) {
  const { t } = useTranslation('safety')
  const offer = useOffer(patientId, result, ctcae)
  if (offer === undefined) return null
  return (
    <Text size="sm" mb={8}>
      {t('form.offered', { value: offer.printed })} <OfferGrades offer={offer} />
    </Text>
  )
}
