import { useTranslation } from 'react-i18next'
import type { PartialDate } from '#shared/core/civil-date.ts'
import { ageOn } from './age.ts'
import { useToday } from './use-today.ts'

/** Puts an age into words, as far as the birth date is known. */
export function useAgeText(): (birthDate: PartialDate | undefined) => string {
  const { t } = useTranslation('candidates')
  const today = useToday()
  return birthDate => {
    const age = ageOn(birthDate, today)
    if (age === undefined) return t('age.unknown')
    const { least, most } = age
    return least === most ? t('age.years', { count: least }) : t('age.between', { least, most })
  }
}
