import { IconAlertTriangle, IconCircleCheck, IconHelpCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Deviation } from '#shared/core/schedule/deviation.ts'
import { Status } from '../../../components/status.tsx'

/** How the site classed a deviation, or that nobody has yet. */
export function DeviationStatus({ note }: Pick<Deviation, 'note'>) {
  const { t } = useTranslation('visits')
  if (note === null) return <Status kind="open" icon={IconHelpCircle} word={t('deviations.open')} />
  return note.class === 'important' ? (
    <Status kind="bad" icon={IconAlertTriangle} word={t('deviations.class.important')} />
  ) : (
    <Status kind="over" icon={IconCircleCheck} word={t('deviations.class.not_important')} />
  )
}
