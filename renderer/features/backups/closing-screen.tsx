import { Loader, Progress, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProgressEvent } from '#shared/api/events.ts'
import { WindowMessage } from '#shared/api/window-message.ts'
import { useTransport } from '../../api/transport-context.tsx'
import { FocusedTitle } from '../../components/focused-title.tsx'
import classes from './closing-screen.module.css'

/** Over everything while the window stays for the backup on closing: nobody types into a store that is being put away. */
export function ClosingScreen() {
  const { t } = useTranslation('backups')
  const isClosing = useIsClosing()
  useStillKeys(isClosing)
  const progress = useProgress()
  if (!isClosing) return null
  const { done = 0, total = 0 } = progress ?? {}
  return (
    <div className={classes['over']} role="alertdialog" aria-modal="true" aria-labelledby="closing-title">
      <div className={classes['panel']}>
        <FocusedTitle size="h3" id="closing-title">
          {t('closing.title')}
        </FocusedTitle>
        {total > 0 ? (
          <Progress value={Math.min(100, (100 * done) / total)} aria-label={t('closing.progress')} />
        ) : (
          <Loader type="dots" aria-hidden="true" />
        )}
        <Text size="sm">{t('closing.hint')}</Text>
      </div>
    </div>
  )
}

function useIsClosing(): boolean {
  const [isClosing, setClosing] = useState(false)
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent) => {
      const message = source === window ? WindowMessage.safeParse(data) : undefined
      if (message?.data?.lobule !== 'closing') return
      // What has the focus would still take keys.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      setClosing(true)
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [])
  return isClosing
}

/** Neither a shortcut nor Tab reaches the page behind; what closes the window a second time is not kept from it. */
function useStillKeys(isClosing: boolean): void {
  useEffect(() => {
    if (!isClosing) return
    const still = (event: KeyboardEvent) => {
      event.stopPropagation()
      if (event.key === 'Tab') event.preventDefault()
    }
    window.addEventListener('keydown', still, true)
    return () => window.removeEventListener('keydown', still, true)
  }, [isClosing])
}

/** Of whatever runs: when the window closes, that is the backup. */
function useProgress(): ProgressEvent | undefined {
  const { subscribe } = useTransport()
  const [progress, setProgress] = useState<ProgressEvent>()
  useEffect(
    () =>
      subscribe(heard => {
        if (heard.event === 'progress') setProgress(heard)
      }),
    [subscribe],
  )
  return progress
}
