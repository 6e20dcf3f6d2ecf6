import { Loader, Title } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignatureRequest } from '#shared/api/signatures.ts'
import { useRead } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { TrainingMark } from '../../components/training-mark.tsx'
import { Blockers } from './ceremony/blockers.tsx'
import classes from './ceremony/ceremony.module.css'
import { Ceremony } from './ceremony/ceremony.tsx'
import { ReadRecord } from './ceremony/read-record.tsx'
import { useSeenToEnd } from './ceremony/use-seen-to-end.ts'
import type { Signed } from './ceremony/use-sign.ts'
import { SignedNow } from './signed-now.tsx'
import type { Review } from './types.ts'

interface SignOneProps {
  readonly request: SignatureRequest
  readonly title: string
  /** Of the title: 1 unless something above has the page's name. */
  readonly order?: 1 | 2
  /** Beside the title, such as the way back. */
  readonly children?: ReactNode
}

/** One thing to sign: shown in full, what stands in the way, the ceremony, and then what was signed. */
export function SignOne({ request, title, order = 1, children }: SignOneProps) {
  const { t } = useTranslation('common')
  const { data: review, error, refetch } = useRead('signatures', 'review', { request })
  const [signed, setSigned] = useState<Signed>()
  const isTraining = review?.subject?.training === true
  return (
    <div className={classes['page']}>
      <header className={classes['head']}>
        {children}
        <Title order={order} size="h2">
          {title} {isTraining && <TrainingMark />}
        </Title>
      </header>
      {signed && <SignedNow signed={signed} />}
      {!signed && error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {!signed && error === null && review === undefined && <Loader type="dots" aria-label={t('loading')} />}
      {!signed && error === null && review && (
        <Shown
          // What changed while it was read is another record: read anew, and nothing that was typed goes with it.
          key={review.sha256}
          {...{ request, review, onSigned: setSigned, onReviewAgain: () => void refetch() }}
        />
      )}
    </div>
  )
}

interface ShownProps {
  readonly request: SignatureRequest
  readonly review: Review
  readonly onSigned: (signed: Signed) => void
  readonly onReviewAgain: () => void
}

function Shown({ review, ...rest }: ShownProps) {
  const { subject, sha256, blockers } = review
  const isFree = blockers.length === 0
  const { mark, isSeen } = useSeenToEnd(sha256)
  return (
    <>
      <Blockers request={rest.request} review={review} />
      {subject && <ReadRecord subject={subject} mark={mark} isSeen={isSeen || !isFree} />}
      {subject && isFree && <Ceremony {...rest} review={review} isSeen={isSeen} />}
    </>
  )
}
