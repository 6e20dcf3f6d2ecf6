import { useTranslation } from 'react-i18next'
import type { CausalityContext } from '#shared/core/adverse-events/context.ts'
import type { FactId } from '#shared/core/ids.ts'
import { useCoreText } from '../../../../components/core-text.ts'
import { dateText } from '../../../../i18n/format.ts'
import { useLanguage } from '../../../../i18n/i18n.ts'
import formClasses from '../causality.module.css'
import classes from './context.module.css'

type Line = CausalityContext['earlier'][number] & { readonly mark?: string }

interface FactLinesProps {
  readonly lines: readonly Line[]
  /** Said where there is none. */
  readonly none: string
  /** Shows the entry beside what is read; not offered in a record. */
  readonly onOpen?: ((fact: FactId) => void) | undefined
}

const DAY = /\b(?:19|20)\d{2}-\d{2}(?:-\d{2})?\b/g

/** Entries of the chart, one to a line, with when they were. */
export function FactLines({ lines, none, onOpen }: FactLinesProps) {
  const { t } = useTranslation('causality')
  const textOf = useCoreText()
  const language = useLanguage()
  if (lines.length === 0) return <p className={formClasses['none']}>{none}</p>
  return (
    <ul className={classes['lines']}>
      {lines.map(({ fact, text, when, mark }) => (
        <li key={fact}>
          <span>
            {textOf(text)}{' '}
            <span className={formClasses['dim']}>{when.replace(DAY, day => dateText(day, language))}</span>
          </span>
          {mark !== undefined && <span className={classes['mark']}>{mark}</span>}
          {onOpen && (
            <button
              type="button"
              className={classes['open']}
              onClick={() => onOpen(fact)}
              aria-label={t('context.openOf', { what: textOf(text) })}
            >
              {t('context.open')}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

interface MedicationProps {
  readonly medications: CausalityContext['medications']
  readonly onOpen?: FactLinesProps['onOpen']
}

/** What was taken at onset, or in the weeks before it. */
export function Medication({ medications, onOpen }: MedicationProps) {
  const { t } = useTranslation('causality')
  const lines = medications.map(({ isAtOnset, ...line }) => ({
    ...line,
    mark: isAtOnset ? t('context.atOnset') : t('context.beforeOnset'),
  }))
  return <FactLines lines={lines} none={t('context.noMedication')} onOpen={onOpen} />
}
