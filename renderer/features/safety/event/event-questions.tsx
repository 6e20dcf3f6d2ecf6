import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { useRight } from '../../../session/session.tsx'
import { usePanel } from '../../candidates/use-panel.ts'
import classes from './event-page.module.css'

/** What does not fit together in the record of an event, with the reasons that were kept. */
export function EventQuestions({ listed: { event, questions } }: { readonly listed: ListedEvent }) {
  const { t } = useTranslation('safety')
  const textOf = useCoreText()
  const { open } = usePanel()
  const mayWrite = useRight('facts.write')
  if (questions.length === 0) return null
  const isOpen = questions.some(({ answer }) => answer === null)
  return (
    <section className={classes['questions']} aria-label={t('questions.title')}>
      <h3>{t('questions.title')}</h3>
      <ul>
        {questions.map(({ code, text, answer }) => (
          <li key={code}>
            {textOf(text)}
            <span className={classes['quiet']}>
              {answer === null ? t('questions.noReason') : t('questions.kept', { reason: answer })}
            </span>
          </li>
        ))}
      </ul>
      {mayWrite && isOpen && (
        <Button
          size="xs"
          variant="default"
          onClick={() => open({ open: 'fact', factId: event, correct: 'answers' })}
        >
          {t('questions.answer')}
        </Button>
      )}
    </section>
  )
}
