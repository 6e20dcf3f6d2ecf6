import { notifications } from '@mantine/notifications'
import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/api.tsx'

/** Often enough for the shortest idle time, which is a minute. */
const TOUCH_MS = 20_000

/**
 * Keeps the recovery key from being lost by accident while it is shown: a reload or a closed window asks first, and
 * the idle lock waits, because the store is still empty and the key could not be shown again. Locking for another
 * reason wins all the same; then the page says what was lost. Answers how to release it.
 */
export function useKeyGuard(askToLeave: () => void): () => void {
  const { t } = useTranslation('session')
  const api = useApi()
  const isReleased = useRef(false)
  const words = useRef({ title: '', message: '' })
  words.current = { title: t('key.lostTitle'), message: t('key.lostHint') }

  useEffect(() => {
    const hold = (event: BeforeUnloadEvent) => {
      if (isReleased.current) return
      event.preventDefault()
      askToLeave()
    }
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [askToLeave])

  useEffect(() => {
    const timer = setInterval(() => void api.session.touch({}).catch(() => undefined), TOUCH_MS)
    return () => clearInterval(timer)
  }, [api])

  useEffect(
    () => () => {
      if (!isReleased.current) notifications.show({ ...words.current, color: 'orange', autoClose: false })
    },
    [],
  )
  return useCallback(() => {
    isReleased.current = true
  }, [])
}
