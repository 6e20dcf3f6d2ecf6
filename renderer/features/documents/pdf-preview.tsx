import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../components/notice.tsx'
import { usePrivacy } from '../../privacy/privacy.tsx'
import { PdfPage } from './pdf-page.tsx'
import classes from './pdf-preview.module.css'
import { useOpenedPdf } from './use-opened-pdf.ts'
import { usePagePlace } from './use-page-place.ts'
import { useZoom } from './use-zoom.ts'

interface PdfPreviewProps {
  /** The PDF in base64. */
  readonly base64: string
  /** What the document is called, for those who do not see it. */
  readonly label: string
  /** The end of the last page has come into sight. */
  readonly onRead?: () => void
}

/** A PDF as it will be filed, page below page. Fills the height of what it stands in. */
export function PdfPreview(props: PdfPreviewProps) {
  const { t } = useTranslation('documents')
  const { isOn } = usePrivacy()
  if (isOn)
    return (
      <div>
        <Notice kind="info">{t('preview.hidden')}</Notice>
      </div>
    )
  return <Shown {...props} />
}

function Shown({ base64, label, onRead }: PdfPreviewProps) {
  const { t } = useTranslation(['documents', 'common'])
  const { pdf, isFailed, retry } = useOpenedPdf(base64)
  const scroller = useRef<HTMLElement>(null)
  const { zoom, scale, zoomIn, zoomOut, fit } = useZoom(scroller, pdf?.sizes[0]?.width)
  const place = usePagePlace(scroller, { pages: pdf?.sizes.length ?? 0, scale, onEnd: onRead })
  const [undrawn, setUndrawn] = useState(false)
  const onKey = (event: KeyboardEvent) => {
    const act = { '+': zoomIn, '=': zoomIn, '-': zoomOut, '0': fit }[event.key]
    if (act === undefined || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    act()
  }
  if (isFailed)
    return (
      <div>
        <Notice kind="bad" role="alert" title={t('documents:preview.failed')}>
          <Text size="sm">{t('documents:preview.failedHint')}</Text>
          <Button mt="sm" size="xs" variant="default" onClick={retry}>
            {t('common:retry')}
          </Button>
        </Notice>
      </div>
    )
  return (
    <div className={classes['preview']}>
      <Group className={classes['bar'] ?? ''} justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm" role="status" c="dimmed">
          {pdf ? t('documents:preview.page', place) : t('documents:preview.loading')}
        </Text>
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('documents:preview.smaller')}
            onClick={zoomOut}
          >
            <IconMinus size={17} />
          </ActionIcon>
          <Text size="sm" className={classes['zoom'] ?? ''} aria-live="polite">
            {Math.round(scale * PERCENT_OF_PAPER)} %
          </Text>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('documents:preview.larger')}
            onClick={zoomIn}
          >
            <IconPlus size={17} />
          </ActionIcon>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={fit} disabled={zoom === 'fit'}>
            {t('documents:preview.fit')}
          </Button>
        </Group>
      </Group>
      {undrawn && <Notice kind="bad">{t('documents:preview.undrawn')}</Notice>}
      <section
        ref={scroller}
        className={classes['scroller']}
        aria-label={label}
        aria-busy={pdf === undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        onKeyDown={onKey}
      >
        {pdf === undefined && <div className={classes['blank']} />}
        {pdf?.sizes.map((_, index) => (
          <PdfPage
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
            key={index}
            pdf={pdf}
            index={index}
            scale={scale}
            onFailure={() => setUndrawn(true)}
          />
        ))}
      </section>
    </div>
  )
}

/** A pixel of CSS is 1/96 inch and a point 1/72: at 96/72 a page is as large as on paper. */
const PERCENT_OF_PAPER = 75
