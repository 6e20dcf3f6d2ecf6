import { Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './counts.module.css'

interface ScrolledTableProps {
  readonly title: string
  readonly hint?: string
  readonly children: ReactNode
}

/** A table of counts with its name; wider than the page it scrolls sideways, by keyboard too. */
export function ScrolledTable({ title, hint, children }: ScrolledTableProps) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls sideways
    <section tabIndex={0} aria-labelledby={id} className={classes['scrolled']}>
      <Title order={2} size="h3" id={id}>
        {title}
      </Title>
      {hint !== undefined && (
        <Text size="sm" c="dimmed" mb={6}>
          {hint}
        </Text>
      )}
      <table className={classes['counts']} aria-labelledby={id}>
        {children}
      </table>
    </section>
  )
}
