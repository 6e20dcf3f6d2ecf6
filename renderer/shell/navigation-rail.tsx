import { Tooltip } from '@mantine/core'
import {
  IconActivityHeartbeat,
  IconChecklist,
  IconClipboardText,
  IconEye,
  IconEyeOff,
  IconFileExport,
  IconFileImport,
  IconFiles,
  IconHistory,
  IconInfoCircle,
  IconListDetails,
  IconLock,
  type IconProps,
  IconSettings,
  IconZoomCheck,
} from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { WindowCommand } from '#shared/api/window-message.ts'
import { usePressingClocks } from '../features/safety/clocks/use-clocks.ts'
import { useWorkCount } from '../features/signatures/work/use-work-count.ts'
import { usePressingVisits } from '../features/visits/work/use-pressing-visits.ts'
import { usePrivacy } from '../privacy/privacy.tsx'
import type { Command } from './commands.ts'
import classes from './frame.module.css'
import { Shortcut } from './shortcut.tsx'

type Place =
  | 'candidates'
  | 'protocols'
  | 'work'
  | 'safety'
  | 'documents'
  | 'imports'
  | 'exports'
  | 'inspection'
  | 'trail'
  | 'settings'
  | 'about'

const icons: Readonly<Record<Place, ComponentType<IconProps>>> = {
  candidates: IconListDetails,
  protocols: IconClipboardText,
  work: IconChecklist,
  safety: IconActivityHeartbeat,
  documents: IconFiles,
  imports: IconFileImport,
  exports: IconFileExport,
  inspection: IconZoomCheck,
  trail: IconHistory,
  settings: IconSettings,
  about: IconInfoCircle,
}

/** The areas of the workstation, then what must be at hand at every moment: privacy and the lock. */
export function NavigationRail({ commands }: { readonly commands: readonly Command[] }) {
  const { t } = useTranslation('shell')
  const { pathname } = useLocation()
  const { isOn } = usePrivacy()
  const here = placeOf(pathname)
  const waiting = usePressingClocks() + useWorkCount() + usePressingVisits()
  const item = (id: Place) => (
    <RailItem
      key={id}
      commands={commands}
      id={id}
      icon={icons[id]}
      word={t(`rail.${id}`)}
      isHere={here === id}
      count={id === 'work' ? waiting : 0}
    />
  )
  return (
    <nav className={classes['rail']} aria-label={t('rail.label')}>
      {item('candidates')}
      {item('protocols')}
      {item('work')}
      {item('safety')}
      {item('documents')}
      {item('imports')}
      {item('exports')}
      {item('inspection')}
      {item('trail')}
      <span className={classes['grow']} />
      {item('settings')}
      {item('about')}
      <RailItem
        commands={commands}
        id="privacy"
        icon={isOn ? IconEyeOff : IconEye}
        word={isOn ? t('rail.privacyOn') : t('rail.privacy')}
        isOn={isOn}
      />
      <RailItem commands={commands} id="lock" icon={IconLock} word={t('rail.lock')} />
    </nav>
  )
}

interface RailItemProps {
  readonly commands: readonly Command[]
  readonly id: WindowCommand
  readonly icon: ComponentType<IconProps>
  readonly word: string
  readonly isHere?: boolean
  /** How much waits there. */
  readonly count?: number
  /** A switch, and its state. */
  readonly isOn?: boolean
}

function RailItem({ commands, id, icon: Icon, word, isHere = false, count = 0, isOn }: RailItemProps) {
  const command = commands.find(one => one.id === id)
  if (command === undefined) return null
  return (
    <Tooltip
      position="right"
      label={
        <>
          {command.label} <Shortcut keys={command.keys} />
        </>
      }
    >
      <button
        type="button"
        className={classes['item']}
        data-active={isHere || undefined}
        data-on={isOn || undefined}
        aria-current={isHere ? 'page' : undefined}
        aria-pressed={isOn}
        onClick={command.run}
      >
        <Icon size={21} stroke={1.7} aria-hidden="true" />
        {word} {count > 0 && <span className={classes['badge']}>{count > 99 ? '99+' : count}</span>}
      </button>
    </Tooltip>
  )
}

function placeOf(pathname: string): Place {
  if (pathname.startsWith('/protocols') || pathname.startsWith('/cohort')) return 'protocols'
  if (['/work', '/signatures', '/deviations'].some(start => pathname.startsWith(start))) return 'work'
  if (pathname.startsWith('/safety')) return 'safety'
  if (pathname.startsWith('/documents') || pathname.startsWith('/verify')) return 'documents'
  if (pathname.startsWith('/imports')) return 'imports'
  if (pathname.startsWith('/exports')) return 'exports'
  if (pathname.startsWith('/inspection')) return 'inspection'
  if (pathname.startsWith('/trail')) return 'trail'
  if (pathname.startsWith('/settings') || pathname.startsWith('/backups')) return 'settings'
  return pathname.startsWith('/about') ? 'about' : 'candidates'
}
