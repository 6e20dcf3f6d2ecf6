import { useEffect, useState } from 'react'
import type { BackupStatus } from '#shared/api/backups.ts'
import type { ProgressEvent } from '#shared/api/events.ts'
import { useRead } from '../../api/hooks.ts'
import { useTransport } from '../../api/transport-context.tsx'

const MINUTE_MS = 60_000

type Running = NonNullable<BackupStatus['running']>

/** How the backups stand, asked for again each minute: an age grows while nobody writes. */
export function useBackupStatus() {
  return useRead('backups', 'status', {}, { everyMs: MINUTE_MS })
}

/** How far a running backup is: as the status said, and from then on as the engine tells. */
export function useRunning(running: Running): Pick<Running, 'stage' | 'done' | 'total'> {
  const { subscribe } = useTransport()
  const [told, setTold] = useState<ProgressEvent>()
  useEffect(
    () =>
      subscribe(heard => {
        if (heard.event === 'progress' && heard.job === running.job) setTold(heard)
      }),
    [subscribe, running.job],
  )
  return told?.job === running.job ? told : running
}
