import type { ReactNode } from 'react'
import classes from './causality.module.css'

interface PartProps {
  readonly title: string
  readonly hint?: string
  readonly children: ReactNode
}

/** A part of the form under its name. */
export function Part({ title, hint, children }: PartProps) {
  return (
    <fieldset className={classes['part']}>
      <legend className={classes['partTitle']}>{title}</legend>
      {hint !== undefined && <p className={classes['hint']}>{hint}</p>}
      {children}
    </fieldset>
  )
}
