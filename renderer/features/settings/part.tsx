import { Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './signing.module.css'

interface PartProps {
  readonly name: string
  readonly children: ReactNode
}

/** What one of two people types. */
export function Part({ name, children }: PartProps) {
  return (
    <fieldset className={classes['part']}>
      <legend>{name}</legend>
      <Stack gap="xs">{children}</Stack>
    </fieldset>
  )
}
