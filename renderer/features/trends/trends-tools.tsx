import { Button, Checkbox, Popover, SegmentedControl, Stack, Tooltip } from '@mantine/core'
import { IconChartLine } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Trends } from '#shared/core/trends/series.ts'
import { Shortcut } from '../../shell/shortcut.tsx'
import { type MeldVariant, panelsOf } from './panels.ts'
import { SHOWN_AS, type ShownAs } from './shown-value.ts'
import classes from './trends.module.css'
import { usePanelName } from './use-panel-name.ts'
import { useTrendWords } from './use-trend-words.ts'

const VIEWS = ['charts', 'table', 'injury', 'visits', 'patients'] as const
export type View = (typeof VIEWS)[number]

/** How the trends are looked at. */
export interface TrendsLook {
  readonly view: View
  readonly setView: (view: View) => void
  readonly shown: ShownAs
  readonly setShown: (shown: ShownAs) => void
  /** Panels that somebody switched off. */
  readonly hidden: readonly string[]
  readonly setHidden: (hidden: readonly string[]) => void
  readonly hasBaseline: boolean
}

interface TrendsToolsProps {
  readonly trends: Trends
  readonly look: TrendsLook
  readonly front: MeldVariant
}

/** Which look, values as what, and which charts. */
export function TrendsTools({
  trends,
  look,
  front,
  children,
}: TrendsToolsProps & { readonly children?: ReactNode }) {
  const { t } = useTrendWords()
  const isDrawn = look.view === 'charts' || look.view === 'patients'
  return (
    <div className={classes['tools']}>
      <SegmentedControl
        size="xs"
        aria-label={t('view.label')}
        value={look.view}
        onChange={look.setView}
        data={VIEWS.map(value => ({ value, label: <ViewName view={value} /> }))}
      />
      {isDrawn && <ShownAsSwitch look={look} />}
      {isDrawn && <PanelChoice {...{ trends, look, front }} />}
      {children}
    </div>
  )
}

function ViewName({ view }: { readonly view: View }) {
  const { t } = useTrendWords()
  return (
    <span className={classes['viewName']}>
      {t(`view.${view}`)}
      {view === 'table' && <Shortcut keys="T" />}
    </span>
  )
}

function ShownAsSwitch({ look: { shown, setShown, hasBaseline } }: { readonly look: TrendsLook }) {
  const { t } = useTrendWords()
  const control = (
    <SegmentedControl
      size="xs"
      aria-label={t('shownAs.label')}
      aria-describedby={hasBaseline ? undefined : 'trends-no-baseline'}
      value={shown}
      onChange={setShown}
      data={SHOWN_AS.map(value => ({
        value,
        label: t(`shownAs.${value}`),
        disabled: !hasBaseline && (value === 'baseline' || value === 'change'),
      }))}
    />
  )
  const hint = !hasBaseline ? t('noBaseline') : shown === 'value' ? undefined : t(`shownAsHint.${shown}`)
  return (
    <>
      <Tooltip label={hint} disabled={hint === undefined}>
        <div>{control}</div>
      </Tooltip>
      {!hasBaseline && (
        <span id="trends-no-baseline" className={classes['reason']}>
          {t('noBaseline')}
        </span>
      )}
    </>
  )
}

function PanelChoice({ trends, look: { hidden, setHidden }, front }: TrendsToolsProps) {
  const { t } = useTrendWords()
  const nameOf = usePanelName(trends)
  const panels = panelsOf(trends.series, front)
  const toggle = (id: string) =>
    setHidden(hidden.includes(id) ? hidden.filter(other => other !== id) : [...hidden, id])
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button size="xs" variant="default" leftSection={<IconChartLine size={15} aria-hidden="true" />}>
          {t('panels.choose')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown mah={420} style={{ overflow: 'auto' }}>
        <Stack gap={6} role="group" aria-label={t('panels.label')}>
          {panels.map(panel => (
            <Checkbox
              key={panel.id}
              size="xs"
              label={nameOf(panel)}
              checked={!hidden.includes(panel.id)}
              onChange={() => toggle(panel.id)}
            />
          ))}
          <Button
            size="compact-xs"
            variant="subtle"
            disabled={hidden.length === 0}
            onClick={() => setHidden([])}
          >
            {t('panels.all')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
