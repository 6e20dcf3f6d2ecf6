import { Button, Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { countText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import classes from './log.module.css'

interface LogProgressProps {
  readonly isRunning: boolean
  readonly isPaused: boolean
  readonly done: number
  readonly total: number
  readonly pause: () => void
  readonly resume: () => void
}

/** How far the engine is with the log. Takes no room of its own: the lines below do not move when it goes. */
export function LogProgress({ isRunning, isPaused, done, total, pause, resume }: LogProgressProps) {
  const { t } = useTranslation('candidates')
  const language = useLanguage()
  // A few hundred lines are there before anybody could read this.
  if (!isRunning || total <= done || total < 400) return <div className={classes['progress']} />
  const values = { done: countText(done, language), total: countText(total, language) }
  return (
    <div className={classes['progress']}>
      <Progress value={(100 * done) / total} size={3} radius={0} aria-label={t('progress.label')} />
      <div className={classes['progressText']}>
        <Text size="xs">{t(isPaused ? 'progress.paused' : 'progress.running', values)}</Text>
        <Button size="compact-xs" variant="subtle" onClick={isPaused ? resume : pause}>
          {t(isPaused ? 'progress.resume' : 'progress.pause')}
        </Button>
      </div>
    </div>
  )
}
