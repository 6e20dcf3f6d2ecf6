import { Title, type TitleProps } from '@mantine/core'
import { useEffect, useRef } from 'react'

/**
 * The title of a screen that took another's place: what had the keyboard is gone, so that it is read from its beginning.
 */
export function FocusedTitle(props: TitleProps & { readonly id?: string }) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return <Title order={1} {...props} ref={title} tabIndex={-1} style={{ outline: 'none' }} />
}
