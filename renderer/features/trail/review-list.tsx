import { Anchor, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api/hooks.ts'
import { timeText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { usePeople } from '../chart/use-people.ts'
import classes from './trail.module.css'

/** Who reviewed the trail so far: the last one in sight, the others on demand. */
export function ReviewList() {
  const { t } = useTranslation('trail')
  const { data } = useRead('audit', 'overview', {})
  const [isOpen, setOpen] = useState(false)
  if (data === undefined) return null
  const [last, ...earlier] = data.reviews
  return (
    <section className={classes['reviews']} aria-label={t('review.title')}>
      {last === undefined ? (
        <Text size="sm" c="dimmed">
          {t('review.none')}
        </Text>
      ) : (
        <Review review={last} isLast />
      )}
      {isOpen && earlier.map(review => <Review key={review.seq} review={review} />)}
      {earlier.length > 0 && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => setOpen(!isOpen)}
          aria-expanded={isOpen}
        >
          {isOpen ? t('review.fewer') : t('review.earlier', { count: earlier.length })}
        </Anchor>
      )}
    </section>
  )
}

interface ReviewProps {
  readonly review: {
    readonly seq: number
    readonly at: string
    readonly userId: string
    readonly note: string
  }
  readonly isLast?: boolean
}

function Review({ review, isLast = false }: ReviewProps) {
  const { t } = useTranslation('trail')
  const language = useLanguage()
  const personOf = usePeople()
  const words = { who: personOf(review.userId), at: `${timeText(review.at, language)} UTC`, seq: review.seq }
  return (
    <Text size="sm">
      {t(isLast ? 'review.last' : 'review.one', words)} <q className={classes['note']}>{review.note}</q>
    </Text>
  )
}
