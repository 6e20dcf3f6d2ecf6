import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api/hooks.ts'
import { LanguageChoice, ThemeChoice } from '../../components/appearance.tsx'
import { Logo } from '../../shell/logo.tsx'
import classes from './entrance.module.css'

interface EntranceProps {
  /** Pixels. */
  readonly width: number
  /** A panel that needs the height of a small screen begins at its top. */
  readonly isTall?: boolean
  readonly children: ReactNode
}

/** The room before the workstation: mark, language and theme, one panel, and what Lobule is not. */
export function Entrance({ width, isTall = false, children }: EntranceProps) {
  const { t } = useTranslation('session')
  const { data: info } = useRead('app', 'info', {})
  return (
    <div className={classes['entrance']}>
      <header className={classes['bar']}>
        <span className={classes['brand']}>
          <Logo size={28} />
          Lobule
        </span>
        <LanguageChoice size="xs" />
        <ThemeChoice size="xs" />
      </header>
      <main className={classes['main']} data-tall={isTall || undefined}>
        <div className={classes['panel']} style={{ maxWidth: width }}>
          {children}
        </div>
      </main>
      <footer className={classes['foot']}>
        <span>{t('statement')}</span>
        <span>{info && t('version', { version: info.version })}</span>
      </footer>
    </div>
  )
}
