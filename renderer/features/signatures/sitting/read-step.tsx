import { Button, Group, Loader, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Meaning } from '#shared/core/signatures/meaning.ts'
import { useRead } from '../../../api/hooks.ts'
import { Failure } from '../../../components/failure.tsx'
import { TrainingMark } from '../../../components/training-mark.tsx'
import { Blockers } from '../ceremony/blockers.tsx'
import { missingParts, Sheet } from '../ceremony/ceremony.tsx'
import { MeaningChoice } from '../ceremony/meaning-choice.tsx'
import { MissingList } from '../ceremony/missing-list.tsx'
import { Preview } from '../ceremony/preview.tsx'
import { ReadRecord } from '../ceremony/read-record.tsx'
import { useSeenToEnd } from '../ceremony/use-seen-to-end.ts'
import type { Review } from '../types.ts'
import { useItemTitle } from '../use-item-title.ts'
import type { Confirmed, SittingItem } from './sitting-item.ts'

interface ReadStepProps {
  readonly request: SittingItem
  readonly isLast: boolean
  readonly onConfirm: (confirmed: Confirmed) => void
  readonly onLeaveOut: () => void
}

/** One of the list: read to its end and confirmed with its meaning, or left out. */
export function ReadStep({ request, ...rest }: ReadStepProps) {
  const { t } = useTranslation(['signatures', 'common'])
  const titleOf = useItemTitle()
  const { data: review, error, refetch } = useRead('signatures', 'review', { request })
  return (
    <>
      <Title order={2} size="h3">
        {titleOf(request)} {review?.subject?.training && <TrainingMark />}
      </Title>
      {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {error === null && review === undefined && <Loader type="dots" aria-label={t('common:loading')} />}
      {error === null && review && <Shown key={review.sha256} request={request} review={review} {...rest} />}
      {(error !== null || (review && review.blockers.length > 0)) && (
        <Group>
          <Button variant="default" onClick={rest.onLeaveOut}>
            {t('signatures:sitting.leaveOut')}
          </Button>
        </Group>
      )}
    </>
  )
}

interface ShownProps extends ReadStepProps {
  readonly review: Review
}

function Shown({ request, review, isLast, onConfirm, onLeaveOut }: ShownProps) {
  const { t } = useTranslation('signatures')
  const [meaning, setMeaning] = useState<Meaning>()
  const { subject, sha256, blockers, meanings, asksLoginName } = review
  const { mark, isSeen } = useSeenToEnd(sha256)
  const isFree = blockers.length === 0
  const missing = missingParts({ end: isSeen, meaning: meaning !== undefined })
  return (
    <>
      <Blockers request={request} review={review} />
      {subject && <ReadRecord subject={subject} mark={mark} isSeen={isSeen || !isFree} />}
      {subject && isFree && (
        <Sheet
          isOpen={isSeen}
          title={t('sitting.confirmTitle')}
          onSubmit={event => {
            event.preventDefault()
            if (missing.length === 0 && meaning !== undefined && sha256 !== null)
              onConfirm({ request, meaning, reviewed: sha256, asksLoginName })
          }}
        >
          <MeaningChoice offered={meanings} value={meaning} onChange={setMeaning} />
          <Preview request={request} language="bilingual" />
          <MissingList missing={missing} />
          <Group>
            <Button type="submit" disabled={missing.length > 0}>
              {isLast ? t('sitting.confirmLast') : t('sitting.confirm')}
            </Button>
            <Button variant="default" onClick={onLeaveOut}>
              {t('sitting.leaveOut')}
            </Button>
          </Group>
        </Sheet>
      )}
    </>
  )
}
