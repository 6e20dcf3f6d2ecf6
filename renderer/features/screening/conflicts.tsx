import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Conflict } from '#shared/core/eligibility/verdict.ts'
import { useCoreText } from '../../components/core-text.ts'
import { EvidenceList } from './evidence-list.tsx'
import classes from './screening.module.css'

/** What stands against enrolling beside the criteria, such as an enrolment in the other trial. */
export function Conflicts({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  const { t } = useTranslation('screening')
  const textOf = useCoreText()
  return conflicts.map(conflict => (
    <div key={`${conflict.code} ${conflict.protocol}`} className={classes['conflict']} role="alert">
      <IconAlertTriangle size={20} aria-hidden="true" />
      <div>
        <strong>{t('conflict', { what: textOf(conflict.text) })}</strong>
        <EvidenceList evidence={conflict.evidence} />
      </div>
    </div>
  ))
}
