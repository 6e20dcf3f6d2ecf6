import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import protocols from '../protocols.module.css'
import classes from './conduct.module.css'

interface PartProps {
  readonly title: string
  readonly hint?: string
  readonly children: ReactNode
}

/** A part of what the site enters, marked as the site's. */
export function Part({ title, hint, children }: PartProps) {
  const { t } = useTranslation('conduct')
  return (
    <section className={protocols['part']}>
      <Title order={2} size="h3">
        {title} <span className={classes['site']}>{t('sites')}</span>
      </Title>
      {hint !== undefined && (
        <Text size="sm" c="dimmed" mb={8}>
          {hint}
        </Text>
      )}
      {children}
    </section>
  )
}
