import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import protocols from '../protocols.module.css'
import classes from './conduct.module.css'

interface PartProps {
  readonly title: string
  readonly children: ReactNode
}

/** A part of what the site enters, marked as the site's. */
export function Part({ title, children }: PartProps) {
  const { t } = useTranslation('conduct')
  return (
    <section className={protocols['part']}>
      <Title order={2} size="h3">
        {title} <span className={classes['site']}>{t('sites')}</span>
      </Title>
      {children}
    </section>
  )
}
