import { Button, type ButtonProps } from '@mantine/core'
import type { ComponentPropsWithoutRef } from 'react'

const loud = { root: { color: 'var(--lobule-bad)', borderColor: 'var(--lobule-bad)' } }

/** A button for what cannot be undone, or gives something up. */
export function DangerButton(props: ButtonProps & ComponentPropsWithoutRef<'button'>) {
  return <Button variant="default" {...(props.disabled ? {} : { styles: loud })} {...props} />
}
