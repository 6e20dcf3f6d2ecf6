import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignatureId } from '#shared/core/ids.ts'
import type { Subject } from '#shared/core/signatures/subject.ts'
import { useRead } from '../../../api/hooks.ts'
import { SubjectRecord } from '../record/subject-record.tsx'
import classes from './ceremony.module.css'

interface ReadRecordProps {
  readonly subject: Subject
  /** Goes after the last line. */
  readonly mark: (end: HTMLElement | null) => void
  readonly isSeen: boolean
}

/** What will be signed, to be read to its end. Has the keyboard at first, so that Page Down and Space read on. */
export function ReadRecord({ subject, mark, isSeen }: ReadRecordProps) {
  const { t } = useTranslation('signatures')
  const region = useRef<HTMLElement>(null)
  useEffect(() => {
    const { current: record } = region
    // Whatever was scrolled before: nothing counts as read whose beginning was never in sight.
    if (record && record.getBoundingClientRect().top < 0) record.scrollIntoView({ block: 'start' })
    record?.focus({ preventScroll: true })
  }, [])
  const isComplete = useIsComplete(subject)
  return (
    <>
      <section
        ref={region}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what must be read to the end must scroll by keyboard
        tabIndex={0}
        className={classes['record']}
        aria-label={t('ceremony.record')}
      >
        <SubjectRecord subject={subject} />
      </section>
      <p ref={isComplete ? mark : null} className={classes['end']}>
        {t('ceremony.end')}
      </p>
      {!isSeen && (
        <p className={classes['readOn']} role="status">
          {t('ceremony.readOn')}
        </p>
      )}
    </>
  )
}

/** Whether everything of it is drawn: a signature about another one shows that one's record too. */
function useIsComplete(subject: Subject): boolean {
  const isAbout = subject.kind === 'countersignature' || subject.kind === 'withdrawal'
  const of = isAbout ? subject.of : ('' as SignatureId)
  const { data } = useRead('signatures', 'get', { id: of }, { enabled: isAbout })
  return !isAbout || data !== undefined
}
