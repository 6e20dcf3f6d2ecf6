import { useTranslation } from 'react-i18next'
import type { Evidence } from '#shared/core/eligibility/verdict.ts'
import { useCoreText } from '../../components/core-text.ts'
import { timeText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import classes from './screening.module.css'
import { useScreeningTools } from './screening-tools.ts'

const DAY = /\d{4}-\d{2}(?:-\d{2})?/g

/** The facts that an answer rests on; each opens beside the screen. */
export function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const { t } = useTranslation('screening')
  const textOf = useCoreText()
  const language = useLanguage()
  const { openPanel } = useScreeningTools()
  return (
    <ul className={classes['evidence']}>
      {evidence.map(({ fact, date, text }) => (
        <li key={fact}>
          <button
            type="button"
            className={classes['fact']}
            title={t('openFact')}
            onClick={() => openPanel({ open: 'fact', factId: fact })}
          >
            <span>{textOf(text)}</span>
            <span className={classes['when']}>{date.replace(DAY, day => timeText(day, language))}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
