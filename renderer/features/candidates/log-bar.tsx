import { Button, Text, Title } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { countText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { useRight } from '../../session/session.tsx'
import classes from './log.module.css'
import type { LogSearch } from './log-search.ts'

const VIEWS = ['list', 'missing', 'attrition'] as const

/** The name of the screen, its three views, and the way to a new candidate. */
export function LogBar({ count }: { readonly count: number }) {
  const { t } = useTranslation('candidates')
  const language = useLanguage()
  const navigate = useNavigate()
  const mayRegister = useRight('patients.write')
  const { view: here = 'list' } = useSearch({ from: '/' })
  return (
    <header className={classes['bar']}>
      <Title order={1}>{t('title')}</Title>
      <Text c="dimmed">{countText(count, language)}</Text>
      <nav className={classes['views']} aria-label={t('view.label')}>
        {VIEWS.map(view => (
          <Link
            key={view}
            to="/"
            search={(before: LogSearch) => ({ ...before, view: view === 'list' ? undefined : view })}
            activeProps={{}}
            data-active={view === here || undefined}
            aria-current={view === here ? 'page' : undefined}
            className={classes['view'] ?? ''}
          >
            {t(`view.${view}`)}
          </Link>
        ))}
      </nav>
      {mayRegister && <Button onClick={() => void navigate({ to: '/candidates/new' })}>{t('add')}</Button>}
    </header>
  )
}
