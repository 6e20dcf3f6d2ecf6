import type { ReactNode } from 'react'
import shared from '../trends.module.css'
import classes from './cohort.module.css'

/** All drawings of a cohort are of one size, so that they stand in a grid. */
export const CARD_PX = { width: 400, height: 230 } as const

interface CardProps {
  readonly title: string
  readonly hint?: string
  readonly children: ReactNode
}

/** One drawing of a cohort with its name and what it says in words. */
export function Card({ title, hint, children }: CardProps) {
  return (
    <section className={classes['card']} aria-label={title}>
      <h2 className={shared['groupTitle']}>{title}</h2>
      {children}
      {hint !== undefined && <p className={shared['cardHint']}>{hint}</p>}
    </section>
  )
}
