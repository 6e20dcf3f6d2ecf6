import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { spotlight } from '@mantine/spotlight'
import { Outlet, useLocation } from '@tanstack/react-router'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { WindowMessage } from '#shared/api/window-message.ts'
import { BackupWatch } from '../features/backups/backup-watch.tsx'
import { DeadlineWatch } from '../features/safety/clocks/deadline-watch.tsx'
import { CommandPalette } from './command-palette.tsx'
import { type Command, useCommands } from './commands.ts'
import classes from './frame.module.css'
import { IdleWatch } from './idle-watch.tsx'
import { NavigationRail } from './navigation-rail.tsx'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'
import { TopBar } from './top-bar.tsx'
import { useNewDay } from './use-new-day.ts'
import { WelcomeNotices } from './welcome-notices.tsx'

/** The workstation around every screen: where one is, what one can do, and the way out. */
export function Frame() {
  const [isHelpOpen, help] = useDisclosure(false)
  const openPalette = useCallback(() => spotlight.open(), [])
  const commands = useCommands({ openPalette, openShortcuts: help.open })
  // Also while somebody types: locking and privacy must never wait for a field to be left.
  useHotkeys(
    commands.map(({ keys, run }) => [keys, run]),
    [],
    true,
  )
  useWindowCommands(commands)
  useNewDay()
  const main = useTopOfArea()
  return (
    <div className={classes['frame']}>
      <TopBar onSearch={openPalette} />
      <NavigationRail commands={commands} />
      <main ref={main} className={classes['main']} id="main">
        <WelcomeNotices />
        <Outlet />
      </main>
      <CommandPalette commands={commands} />
      <ShortcutsDialog commands={commands} isOpen={isHelpOpen} onClose={help.close} />
      <IdleWatch />
      <DeadlineWatch />
      <BackupWatch />
    </div>
  )
}

/** Another area begins at its top, however far the one before was scrolled. */
function useTopOfArea() {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const area = pathname.split('/')[1]
  useLayoutEffect(() => {
    if (area !== undefined && main.current) main.current.scrollTop = 0
  }, [area])
  return main
}

/** The window's menu gives the same commands. */
function useWindowCommands(commands: readonly Command[]): void {
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent) => {
      const message = source === window ? WindowMessage.safeParse(data) : undefined
      if (!message?.success || message.data.lobule !== 'command') return
      const { command } = message.data
      commands.find(({ id }) => id === command)?.run()
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [commands])
}
