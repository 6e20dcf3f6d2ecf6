import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { WindowCommand } from '#shared/api/window-message.ts'
import { useBackUpNow } from '../features/backups/use-back-up-now.ts'
import { usePrivacy } from '../privacy/privacy.tsx'
import { useRight, useSessionControl } from '../session/session.tsx'

/** One thing that the user can do from anywhere: by key, from the palette, from the window's menu. */
export interface Command {
  readonly id: WindowCommand
  readonly label: string
  /** As Mantine's hotkeys write it: `mod` is Ctrl, or Cmd on a Mac. */
  readonly keys: string
  readonly run: () => void
}

/** Keys of every command; the only place where they are chosen. */
export const COMMAND_KEYS: Readonly<Record<WindowCommand, string>> = {
  palette: 'mod+K',
  lock: 'mod+L',
  privacy: 'F9',
  'new-candidate': 'mod+alt+N',
  candidates: 'mod+1',
  protocols: 'mod+2',
  work: 'mod+3',
  documents: 'mod+4',
  trail: 'mod+5',
  verify: 'mod+6',
  deviations: 'mod+7',
  safety: 'mod+8',
  imports: 'mod+9',
  exports: 'mod+alt+E',
  inspection: 'mod+alt+V',
  backups: 'mod+alt+B',
  'back-up': 'mod+alt+U',
  settings: 'mod+,',
  about: 'mod+alt+A',
  shortcuts: 'mod+/',
}

interface Dialogs {
  readonly openPalette: () => void
  readonly openShortcuts: () => void
}

/** Every command that this user may give. */
export function useCommands({ openPalette, openShortcuts }: Dialogs): readonly Command[] {
  const { t } = useTranslation('shell')
  const { lock } = useSessionControl()
  const { toggle } = usePrivacy()
  const navigate = useNavigate()
  const mayRead = useRight('patients.read')
  const mayRegister = useRight('patients.write')
  const mayScreen = useRight('screening.read')
  const mayReadFacts = useRight('facts.read')
  const mayExport = useRight('documents.export')
  const mayAudit = useRight('audit.read')
  const mayBackUp = useRight('backups.make')
  const backUp = useBackUpNow()
  return useMemo(() => {
    const command = (id: WindowCommand, run: () => void): Command => ({
      ...{ id, run, keys: COMMAND_KEYS[id] },
      label: t(`commands.${id}`),
    })
    return [
      command('palette', openPalette),
      ...(mayRead ? [command('candidates', () => void navigate({ to: '/' }))] : []),
      ...(mayRegister ? [command('new-candidate', () => void navigate({ to: '/candidates/new' }))] : []),
      command('protocols', () => void navigate({ to: '/protocols' })),
      ...(mayScreen
        ? [
            command('work', () => void navigate({ to: '/work' })),
            command('deviations', () => void navigate({ to: '/deviations' })),
          ]
        : []),
      ...(mayReadFacts
        ? [
            command('safety', () => void navigate({ to: '/safety' })),
            command('imports', () => void navigate({ to: '/imports' })),
          ]
        : []),
      ...(mayExport
        ? [
            command('documents', () => void navigate({ to: '/documents' })),
            command('exports', () => void navigate({ to: '/exports' })),
            command('inspection', () => void navigate({ to: '/inspection' })),
          ]
        : []),
      ...(mayAudit ? [command('trail', () => void navigate({ to: '/trail' }))] : []),
      command('backups', () => void navigate({ to: '/backups' })),
      ...(mayBackUp ? [command('back-up', backUp)] : []),
      command('verify', () => void navigate({ to: '/verify' })),
      command('settings', () => void navigate({ to: '/settings/$tab', params: { tab: 'appearance' } })),
      command('about', () => void navigate({ to: '/about' })),
      command('privacy', toggle),
      command('lock', () => void lock()),
      command('shortcuts', openShortcuts),
    ]
  }, [
    t,
    openPalette,
    openShortcuts,
    mayRead,
    mayRegister,
    mayScreen,
    mayReadFacts,
    mayExport,
    mayAudit,
    mayBackUp,
    backUp,
    navigate,
    toggle,
    lock,
  ])
}
