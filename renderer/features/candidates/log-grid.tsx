import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CivilDate } from '#shared/core/civil-date.ts'
import type { PatientId } from '#shared/core/ids.ts'
import type { Line } from './lines.ts'
import classes from './log.module.css'
import { LogHead } from './log-head.tsx'
import { LogLine } from './log-line.tsx'
import type { LogSearch, LogSort } from './log-search.ts'
import type { LogSummaries } from './summaries.ts'
import { useActiveLine } from './use-active-line.ts'

/** Heights as in the style sheet. */
const LINE = 46
const HEAD = 34

interface LogGridProps {
  readonly lines: readonly Line[]
  readonly summaries: LogSummaries | undefined
  readonly on: CivilDate
  readonly sort: LogSort
  /** What was asked for; another question begins at the top. */
  readonly asked: string
  readonly change: (to: Partial<LogSearch>) => void
  readonly onOpen: (patientId: PatientId) => void
}

/** The lines of the log; in the document are as many as can be seen, and the one that has the keyboard. */
export function LogGrid({ lines, summaries, on, sort, asked, change, onOpen }: LogGridProps) {
  const { t } = useTranslation('candidates')
  const scroller = useRef<HTMLDivElement>(null)
  const show = (index: number) => virtual.scrollToIndex(index)
  const page = () => Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD) / LINE) - 1
  const { active, onKeyDown, open } = useActiveLine({ lines, scroller, show, page, onOpen })
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    getItemKey: index => lines[index]?.patient.id ?? index,
    overscan: 6,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
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
            return (
              line && (
                <LogLine
                  key={key}
                  {...{ line, index, on }}
                  top={start - HEAD}
                  isActive={index === active}
                  missing={summaries?.missing}
                  onOpen={open}
                />
              )
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function withLine(index: number, range: Range): number[] {
  const indexes = defaultRangeExtractor(range)
  if (index >= range.count || indexes.includes(index)) return indexes
  return [...indexes, index].sort((a, b) => a - b)
}
