import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  memo,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react'
import { useTranslation } from 'react-i18next'
import type { CivilDate } from '#shared/core/civil-date.ts'
import type { PatientId } from '#shared/core/ids.ts'
import type { Decisions } from '../signatures/decisions.ts'
import { type Line, mostUseful } from './lines.ts'
import classes from './log.module.css'
import { LogHead } from './log-head.tsx'
import { LogLine } from './log-line.tsx'
import type { LogSearch, LogSort } from './log-search.ts'
import type { LogSummaries } from './summaries.ts'
import { useActiveLine } from './use-active-line.ts'
import { useLineWords } from './use-line-words.ts'

/** Heights as in the style sheet. */
const LINE = 46
const HEAD = 34

/** What can be asked of the lines from beside them. */
export interface GridHandle {
  /** Gives the keyboard to the first line. */
  readonly toFirst: () => void
}

interface LogGridProps {
  readonly ref: Ref<GridHandle>
  readonly lines: readonly Line[]
  readonly summaries: LogSummaries | undefined
  readonly decisions: Decisions
  readonly on: CivilDate
  readonly sort: LogSort
  /** What was asked for; another question begins at the top. */
  readonly asked: string
  readonly change: (to: Partial<LogSearch>) => void
  readonly onOpen: (patientId: PatientId) => void
}

/** The lines of the log; in the document are as many as can be seen, and the one that has the keyboard. */
export const LogGrid = memo(function LogGrid({
  ref,
  lines,
  summaries,
  decisions,
  on,
  sort,
  asked,
  change,
  onOpen,
}: LogGridProps) {
  const { t } = useTranslation('candidates')
  const words = useLineWords()
  const scroller = useRef<HTMLDivElement>(null)
  const show = (index: number) => scroller.current && scrollTo(scroller.current, index)
  const page = () => Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD) / LINE) - 1
  const { active, onKeyDown, open, goTo } = useActiveLine({ lines, scroller, show, page, onOpen })
  useImperativeHandle(ref, () => ({ toFirst: () => goTo(0) }))
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    getItemKey: index => lines[index]?.patient.id ?? index,
    overscan: 6,
    scrollMargin: HEAD,
    // Back from a candidate, its line is where the eye looks first.
    initialOffset: Math.max(0, active * LINE - 4 * LINE),
    rangeExtractor: useCallback((range: Range) => withLine(active, range), [active]),
  })
  const shown = useRef(asked)
  useEffect(() => {
    if (shown.current !== asked && scroller.current) scroller.current.scrollTop = 0
    shown.current = asked
  }, [asked])
  const answers = lines.find(line => line.answers !== undefined)?.answers ?? []
  const columns = { '--protocols': Math.max(1, answers.length) } as CSSProperties
  return (
    <div className={classes['scroller']} ref={scroller} style={columns}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its lines are chosen and opened by keyboard
        role="grid"
        className={classes['grid']}
        aria-label={t('gridLabel')}
        aria-rowcount={lines.length + 1}
        aria-busy={summaries === undefined}
      >
        <LogHead answers={answers} sort={sort} change={change} />
        <tbody className={classes['body']} style={{ height: virtual.getTotalSize() }} onKeyDown={onKeyDown}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const line = lines[index]
            if (line === undefined) return null
            const { key: item, more } = mostUseful(line)
            return (
              <LogLine
                key={key}
                {...{ line, index, on, words, decisions, more }}
                top={start - HEAD}
                isActive={index === active}
                missing={item === undefined ? undefined : summaries?.missing.get(item)?.text}
                onOpen={open}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
})

/** No farther than needed: every line has the same height, so nothing has to be measured. */
function scrollTo(scroller: HTMLElement, index: number): void {
  const { scrollTop, clientHeight } = scroller
  const top = index * LINE
  const bottom = top + LINE + HEAD - clientHeight
  if (top < scrollTop) scroller.scrollTop = top
  else if (bottom > scrollTop) scroller.scrollTop = bottom
}

function withLine(index: number, range: Range): number[] {
  const indexes = defaultRangeExtractor(range)
  if (index >= range.count || indexes.includes(index)) return indexes
  return [...indexes, index].sort((a, b) => a - b)
}
