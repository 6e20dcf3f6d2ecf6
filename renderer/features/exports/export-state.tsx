import { IconCircleCheck, IconPencil, IconSignature } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ExportSummary } from '#shared/api/exports.ts'
import { Status } from '../../components/status.tsx'

/** How far an export has come on its way out. */
export function ExportState({ signed, taken }: Pick<ExportSummary, 'signed' | 'taken'>) {
  const { t } = useTranslation('exports')
  if (taken.length > 0)
    return <Status kind="good" icon={IconCircleCheck} word={t('state.taken', { count: taken.length })} />
  return signed ? (
    <Status kind="judge" icon={IconSignature} word={t('state.signed')} />
  ) : (
    <Status kind="open" icon={IconPencil} word={t('state.unsigned')} />
  )
}
