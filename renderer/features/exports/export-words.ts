import { useTranslation } from 'react-i18next'
import type { ExportSummary } from '#shared/api/exports.ts'
import { useRead } from '../../api/hooks.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { usePrivacy } from '../../privacy/privacy.tsx'
import { useRight } from '../../session/session.tsx'

/** Candidates that are named one by one; of more only the number is said. */
const NAMED = 4

/** Whose data an export holds, in words. */
export function useScopeText(): (request: ExportSummary['request']) => string {
  const { t } = useTranslation('exports')
  const language = useLanguage()
  const numbers = useScreeningNumbers()
  return ({ patients }) => {
    if (patients === null) return t('everybody')
    const named = patients.flatMap(id => numbers.get(id) ?? [])
    if (patients.length > NAMED || named.length < patients.length)
      return t('people', { count: patients.length })
    return named.join(language === 'en' ? ', ' : '、')
  }
}

function useScreeningNumbers(): ReadonlyMap<string, string> {
  const mayRead = useRight('patients.read')
  const { isOn } = usePrivacy()
  const { data = [] } = useRead('patients', 'list', {}, { enabled: mayRead && !isOn })
  return new Map(data.map(({ id, screeningNumber }) => [id as string, screeningNumber]))
}
