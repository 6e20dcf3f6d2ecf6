import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import { timeText } from '../../../i18n/format.ts'
import { useSpeech } from '../../chart/fact-words.ts'
import { gradesText } from '../words/grades-text.ts'
import { useOnsetWords } from './use-onset-words.ts'

/** What the drawing of an event says, for those who do not see it. */
export function useSpanText(): (event: ListedEvent) => string {
  const { t } = useTranslation('safety')
  const speech = useSpeech()
  const { endText } = useOnsetWords()
  return useCallback(
    event => {
      const { term, from } = event.content
      const since = from === undefined ? t('list.noOnset') : timeText(from, speech.language)
      return t('timeline.event', {
        term,
        since,
        end: endText(event),
        grades: gradesText(event.content, speech),
      })
    },
    [t, speech, endText],
  )
}
