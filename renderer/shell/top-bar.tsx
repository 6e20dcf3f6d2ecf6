import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { TrainingMark } from '../components/training-mark.tsx'
import { BackupMark } from '../features/backups/backup-mark.tsx'
import { ReadOnlyMark } from '../features/inspection/read-only-mark.tsx'
import { NextClock } from '../features/safety/clocks/next-clock.tsx'
import { useSession } from '../session/session.tsx'
import { COMMAND_KEYS } from './commands.ts'
import classes from './frame.module.css'
import { Logo } from './logo.tsx'
import { Shortcut } from './shortcut.tsx'
import { UserMenu } from './user-menu.tsx'

/** Whose data these are, the way to everything by keyboard, and who is logged in. */
export function TopBar({ onSearch }: { readonly onSearch: () => void }) {
  const { t } = useTranslation('shell')
  const { site, user } = useSession()
  return (
    <header className={classes['bar']}>
      <span className={classes['brand']}>
        <Logo />
        Lobule
      </span>
      <span className={classes['site']} title={site.name}>
        {site.name}
      </span>
      {site.training && <TrainingMark />}
      {user.role === 'monitor' && <ReadOnlyMark />}
      <NextClock />
      <BackupMark />
      <button type="button" className={classes['search']} onClick={onSearch}>
        <IconSearch size={16} aria-hidden="true" />
        <span>{t('searchHint')}</span>
        <Shortcut keys={COMMAND_KEYS.palette} />
      </button>
      <UserMenu />
    </header>
  )
}
