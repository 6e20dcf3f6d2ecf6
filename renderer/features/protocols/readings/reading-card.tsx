import { Radio, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Reading } from '#shared/core/protocol/reading.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { usePeople } from '../../chart/use-people.ts'
import type { ReadingsVersion } from '../protocol-details.ts'
import classes from '../protocols.module.css'
import { SourceQuote } from '../source-quote.tsx'

interface ReadingCardProps {
  readonly reading: Reading
  readonly saved: string | undefined
  readonly choice: string | undefined
  readonly since: ReadingsVersion | undefined
  /** Labels of the criteria that depend on it. */
  readonly criteria: readonly string[]
  readonly isLinked: boolean
  /** Left out for those who may not choose. */
  readonly onChoose: ((alternative: string) => void) | undefined
}

/** One question that the source leaves open, with every answer that it allows. */
export function ReadingCard(props: ReadingCardProps) {
  const { t } = useTranslation('protocols')
  const textOf = useCoreText()
  const { reading, saved, choice, since, criteria, isLinked, onChoose } = props
  return (
    <article
      id={`reading-${reading.id}`}
      className={classes['reading']}
      data-linked={isLinked || undefined}
      data-changed={choice !== saved || undefined}
      tabIndex={-1}
    >
      <div>
        <Radio.Group
          label={textOf(reading.question)}
          value={choice ?? null}
          onChange={alternative => onChoose?.(alternative)}
          readOnly={onChoose === undefined}
          classNames={{ label: classes['question'] ?? '' }}
        >
          <Stack gap={5} mt={6}>
            {reading.alternatives.map(({ id, label }) => (
              <Radio
                key={id}
                value={id}
                label={textOf(label)}
                size="sm"
                disabled={onChoose === undefined && id !== choice}
              />
            ))}
          </Stack>
        </Radio.Group>
        {since && <Chosen since={since} />}
      </div>
      <div>
        <SourceQuote quote={reading.quote} />
        <Text size="xs" c="dimmed" mt={6}>
          {criteria.length > 0
            ? t('readings.dependents', { count: criteria.length, labels: criteria.join(' ') })
            : t(`readings.scope.${reading.scope}`)}
        </Text>
      </div>
    </article>
  )
}

function Chosen({ since }: { readonly since: ReadingsVersion }) {
  const { t } = useTranslation('protocols')
  const language = useLanguage()
  const nameOf = usePeople()
  const { author, enteredAt, version, reason } = since
  return (
    <Text size="xs" c="dimmed" mt={8}>
      {t('readings.chosenBy', { author: nameOf(author), at: timeText(enteredAt, language), version })}
      {reason && ` ${t('readings.because', { reason })}`}
    </Text>
  )
}
