import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { spotlight } from '@mantine/spotlight'
import { Outlet } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'
import { WindowMessage } from '#shared/api/window-message.ts'
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
  return (
    <div className={classes['frame']}>
      <TopBar onSearch={openPalette} />
      <NavigationRail commands={commands} />
      <main className={classes['main']} id="main">
        <WelcomeNotices />
        <Outlet />
      </main>
      <CommandPalette commands={commands} />
      <ShortcutsDialog commands={commands} isOpen={isHelpOpen} onClose={help.close} />
      <IdleWatch />
    </div>
  )
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
