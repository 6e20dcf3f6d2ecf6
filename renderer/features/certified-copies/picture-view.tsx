import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { IconMinus, IconPlus, IconRotateClockwise } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../components/notice.tsx'
import { usePrivacy } from '../../privacy/privacy.tsx'
import { useZoom } from '../documents/use-zoom.ts'
import classes from './copies.module.css'
import type { Scan } from './scan.ts'

interface PictureViewProps {
  readonly scan: Scan
  readonly label: string
}

interface Size {
  readonly width: number
  readonly height: number
}

/** A photograph or scan, as wide as there is room, larger or smaller, and the right way up. */
export function PictureView({ scan, label }: PictureViewProps) {
  const { t } = useTranslation('copies')
  const { isOn } = usePrivacy()
  const scroller = useRef<HTMLElement>(null)
  const [size, setSize] = useState<Size>()
  const [turns, setTurns] = useState(0)
  const [isUnseen, setUnseen] = useState(false)
  const address = useAddress(scan)
  const shown = size && turned(size, turns)
  const { scale, zoomIn, zoomOut, fit } = useZoom(scroller, shown?.width)
  const turn = () => setTurns(before => (before + 1) % 4)
  const onKey = (event: KeyboardEvent) => {
    const act = { '+': zoomIn, '=': zoomIn, '-': zoomOut, '0': fit, r: turn }[event.key]
    if (act === undefined || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    act()
  }
  if (isOn) return <Notice kind="info">{t('hidden')}</Notice>
  if (isUnseen)
    return (
      <Notice kind="bad" role="alert">
        {t('view.unseen')}
      </Notice>
    )
  return (
    <div className={classes['picture']}>
      <Tools {...{ scale, zoomIn, zoomOut, fit, turn }} />
      <section
        ref={scroller}
        className={classes['scroller']}
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        onKeyDown={onKey}
      >
        <div className={classes['sheet']} style={shown && scaled(shown, scale)}>
          {address !== undefined && (
            <img
              src={address}
              alt={label}
              style={{ ...(size && scaled(size, scale)), rotate: `${turns * QUARTER}deg` }}
              onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
                setSize({ width, height })
              }
              onError={() => setUnseen(true)}
            />
          )}
        </div>
      </section>
    </div>
  )
}

const QUARTER = 90

interface ToolsProps {
  readonly scale: number
  readonly zoomIn: () => void
  readonly zoomOut: () => void
  readonly fit: () => void
  readonly turn: () => void
}

function Tools({ scale, zoomIn, zoomOut, fit, turn }: ToolsProps) {
  const { t } = useTranslation('copies')
  return (
    <Group className={classes['bar'] ?? ''} justify="flex-end" gap={4} wrap="nowrap">
      <ActionIcon variant="subtle" color="gray" aria-label={t('view.turn')} onClick={turn}>
        <IconRotateClockwise size={17} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={t('view.smaller')} onClick={zoomOut}>
        <IconMinus size={17} />
      </ActionIcon>
      <Text size="sm" aria-live="polite" miw={48} ta="center">
        {Math.round(scale * 100)} %
      </Text>
      <ActionIcon variant="subtle" color="gray" aria-label={t('view.larger')} onClick={zoomIn}>
        <IconPlus size={17} />
      </ActionIcon>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={fit}>
        {t('view.fit')}
      </Button>
    </Group>
  )
}

function turned({ width, height }: Size, turns: number): Size {
  return turns % 2 === 0 ? { width, height } : { width: height, height: width }
}

function scaled({ width, height }: Size, scale: number): Size {
  return { width: width * scale, height: height * scale }
}

/** An address of the bytes while they are shown. */
function useAddress({ content, mediaType }: Scan): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([content], { type: mediaType }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [content, mediaType])
  return address
}
