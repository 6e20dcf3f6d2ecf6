import { Button, Group, Notification } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api.tsx'
import { useTransport } from '../api/transport-context.tsx'
import classes from './idle-watch.module.css'

/** Not more often than this is the engine told that somebody is there. */
const TELL_EVERY_MS = 15_000

/** Tells the engine that somebody is at the keyboard, and warns before it locks because nobody is. */
export function IdleWatch() {
  const { t } = useTranslation('shell')
  const api = useApi()
  const transport = useTransport()
  const [secondsLeft, setSecondsLeft] = useState<number>()
  const told = useRef(0)

  useEffect(() => {
    const touch = () => {
      const now = Date.now()
      setSecondsLeft(undefined)
      if (now - told.current < TELL_EVERY_MS) return
      told.current = now
      void api.session.touch({}).catch(() => undefined)
    }
    const kinds = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const
    for (const kind of kinds) window.addEventListener(kind, touch, { passive: true, capture: true })
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, touch, { capture: true })
    }
  }, [api])

  useEffect(
    () =>
      transport.subscribe(heard => {
        if (heard.event !== 'locking_soon') return
        told.current = 0
        setSecondsLeft(heard.seconds)
      }),
    [transport],
  )
  useEffect(() => {
    if (secondsLeft === undefined || secondsLeft === 0) return undefined
    const timer = setTimeout(() => setSecondsLeft(left => left && left - 1), 1000)
    return () => clearTimeout(timer)
  }, [secondsLeft])

  if (secondsLeft === undefined) return null
  return (
    <Notification
      className={classes['notice'] ?? ''}
      icon={<IconLock size={18} />}
      title={t('lockingSoon', { count: secondsLeft })}
      withCloseButton={false}
      role="alert"
    >
      <Group justify="space-between">
        {t('lockingSoonHint')}
        <Button size="xs" variant="default">
          {t('stay')}
        </Button>
      </Group>
    </Notification>
  )
}
