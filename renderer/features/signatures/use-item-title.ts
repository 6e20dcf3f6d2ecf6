import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api/hooks.ts'
import { useRight } from '../../session/session.tsx'
import type { SittingItem } from './sitting/sitting-item.ts'
import { useEventTerms } from './use-event-terms.ts'

/** Names what is to be signed: which candidate by number, which protocol. */
export function useItemTitle(): (item: SittingItem) => string {
  const { t } = useTranslation('signatures')
  const mayRead = useRight('patients.read')
  const { data: patients } = useRead('patients', 'list', {}, { enabled: mayRead })
  const { data: signatures } = useRead('signatures', 'list', {})
  const termOf = useEventTerms()
  return useCallback(
    item => {
      const number = (id: string | null) =>
        patients?.find(one => one.id === id)?.screeningNumber ?? t('work.candidate')
      if (item.kind === 'configuration') return t('page.configuration', { protocol: item.protocolId })
      if (item.kind === 'eligibility')
        return t('page.eligibilityOf', { number: number(item.patientId), protocol: item.protocolId })
      if (item.kind === 'causality')
        return t('page.causalityOf', {
          number: number(item.patientId),
          term: termOf(item.event) ?? t('page.anEvent'),
        })
      const target = signatures?.find(({ id }) => id === item.of)
      return t('page.countersignatureOf', {
        number: number(target?.patientId ?? null),
        protocol: target?.protocolId ?? '',
      })
    },
    [t, patients, signatures, termOf],
  )
}
