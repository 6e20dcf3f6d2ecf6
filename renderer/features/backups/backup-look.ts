import {
  IconClockExclamation,
  IconLoader,
  IconShieldCheck,
  IconShieldOff,
  IconShieldX,
} from '@tabler/icons-react'
import type { BackupStatus } from '#shared/api/backups.ts'
import type { StatusLook } from '../../components/status.tsx'

/** What is said first of the backups; a failure goes before the age, and work that runs before both. */
export type Standing = 'running' | 'failed' | BackupStatus['age']

export const looks: Readonly<Record<Standing, StatusLook>> = {
  running: { kind: 'judge', icon: IconLoader },
  failed: { kind: 'bad', icon: IconShieldX },
  never: { kind: 'bad', icon: IconShieldOff },
  late: { kind: 'open', icon: IconClockExclamation },
  fresh: { kind: 'good', icon: IconShieldCheck },
}

export function standingOf({ running, failed, age }: BackupStatus): Standing {
  if (running !== null) return 'running'
  return failed === null ? age : 'failed'
}
