import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core'
import {
  IconChevronLeft,
  IconChevronRight,
  IconInfoCircle,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react'
import type { TimeNavigation } from '../../charts/use-time-navigation.ts'
import { Shortcut } from '../../shell/shortcut.tsx'
import classes from './trends.module.css'
import { useTrendWords } from './use-trend-words.ts'

interface TimeButtonsProps {
  readonly navigation: TimeNavigation
  readonly isInTrial: boolean
}

/** Zoom and pan for those who use neither keys nor wheel. */
export function TimeButtons({ navigation, isInTrial }: TimeButtonsProps) {
  const { t } = useTrendWords()
  const { zoom, pan, show, whole, isWhole } = navigation
  const buttons = [
    { word: t('time.earlier'), keys: '←', Icon: IconChevronLeft, act: () => pan(-0.3), isOff: isWhole },
    { word: t('time.later'), keys: '→', Icon: IconChevronRight, act: () => pan(0.3), isOff: isWhole },
    { word: t('time.zoomOut'), keys: '−', Icon: IconZoomOut, act: () => zoom(1 / 0.7), isOff: isWhole },
    { word: t('time.zoomIn'), keys: '＋', Icon: IconZoomIn, act: () => zoom(0.7), isOff: false },
  ]
  return (
    <Group gap={4} className={classes['timeButtons'] ?? ''} role="group" aria-label={t('time.label')}>
      {buttons.map(({ word, keys, Icon, act, isOff }) => (
        <Tooltip
          key={keys}
          label={
            <>
              {word} <Shortcut keys={keys} />
            </>
          }
        >
          <ActionIcon size="sm" variant="default" aria-label={word} disabled={isOff} onClick={act}>
            <Icon size={15} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      ))}
      <Button size="compact-xs" variant="subtle" disabled={isWhole} onClick={() => show(whole)}>
        {t('time.whole')}
      </Button>
      <Tooltip label={t('time.hint')} events={{ hover: true, focus: true, touch: true }}>
        <ActionIcon size="sm" variant="transparent" c="dimmed" aria-label={t('time.hint')}>
          <IconInfoCircle size={16} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
      {!isInTrial && (
        <Text size="xs" c="dimmed">
          {t('outsideTrial')}
        </Text>
      )}
    </Group>
  )
}
