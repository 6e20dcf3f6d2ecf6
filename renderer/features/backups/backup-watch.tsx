import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTransport } from '../../api/transport-context.tsx'

/** Asks again how the backups stand when the engine says that it changed: they are made while others work. */
export function BackupWatch() {
  const transport = useTransport()
  const queries = useQueryClient()
  useEffect(
    () =>
      transport.subscribe(heard => {
        if (heard.event === 'backups') void queries.invalidateQueries({ queryKey: ['backups'] })
      }),
    [transport, queries],
  )
  return null
}
