import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalizedText } from '#shared/core/text.ts'
import { useCoreText } from '../../../components/core-text.ts'
import type { FormState } from '../../chart/form/field-place.tsx'
import classes from './aids.module.css'
import formClasses from './causality.module.css'
import { isBegun } from './judgement-values.ts'

interface AidProps {
  readonly name: string
  readonly source: LocalizedText
  /** The sum and its band; undefined while an item is open. */
  readonly sum: string | undefined
  /** All of them, so that the aid can be left out again. */
  readonly fields: readonly string[]
  readonly state: FormState
  readonly children: ReactNode
}

/** A published scale beside the judgement, folded until somebody wants it. */
export function Aid({ name, source, sum, fields, state, children }: AidProps) {
  const { t } = useTranslation('causality')
  const textOf = useCoreText()
  const answered = fields.filter(field => (state.values[field] ?? '') !== '').length
  const isOpenAtFirst = isBegun(fields, state.values)
  return (
    <details className={classes['aid']} open={isOpenAtFirst || undefined}>
      <summary>
        {name}
        <span className={classes['sum']}>
          {sum ?? (answered > 0 && t('form.half', { count: answered, all: fields.length }))}
        </span>
      </summary>
      <div className={classes['aidBody']}>
        <p className={formClasses['hint']}>
          {t('aid.isAid')} {t('aid.source', { source: textOf(source) })}
        </p>
        {children}
        {answered > 0 && (
          <div>
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => state.set(Object.fromEntries(fields.map(field => [field, ''])))}
            >
              {t('aid.leaveOut')}
            </Button>
          </div>
        )}
      </div>
    </details>
  )
}
