import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormState } from '../../chart/form/field-place.tsx'
import classes from './safety-form.module.css'

interface FoldProps {
  readonly title: string
  readonly state: FormState
  /** The fields inside: how many are filled is told while it is closed, and a problem in one opens it. */
  readonly fields: readonly string[]
  /** Opens by itself when this becomes true; somebody may still close it. */
  readonly opensBy?: boolean
  readonly children: ReactNode
}

/** A part of a long form that most entries do without. */
export function Fold({ title, state, fields, opensBy = false, children }: FoldProps) {
  const { t } = useTranslation('safety')
  const [isOpen, setOpen] = useState(opensBy)
  const body = useId()
  const isWrong = fields.some(name => state.errorAt(name) !== undefined)
  useEffect(() => {
    if (opensBy || isWrong) setOpen(true)
  }, [opensBy, isWrong])
  const filled = fields.filter(name => (state.values[name] ?? '').trim() !== '').length
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <section className={classes['fold']}>
      <UnstyledButton
        className={classes['folded'] ?? ''}
        aria-expanded={isOpen}
        aria-controls={body}
        onClick={() => setOpen(!isOpen)}
      >
        <Chevron size={16} aria-hidden="true" />
        <strong>{title}</strong>
        {!isOpen && filled > 0 && <span>{t('form.filled', { count: filled })}</span>}
      </UnstyledButton>
      {isOpen && (
        <div id={body} className={classes['inside']}>
          {children}
        </div>
      )}
    </section>
  )
}
