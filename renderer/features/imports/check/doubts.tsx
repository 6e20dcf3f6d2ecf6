import { Button, Group, SegmentedControl, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckedRow } from '#shared/core/imports/row.ts'
import { Pager } from '../pager.tsx'
import classes from './check.module.css'
import { DoubtWords } from './doubt-words.tsx'
import { PlaceText } from './place-text.tsx'
import { ContentText, Subject } from './row-words.tsx'
import type { Answer, Answers } from './use-answers.ts'
import { placeKey } from './use-answers.ts'

const PAGE = 25

interface DoubtsProps {
  readonly answers: Answers
  readonly files: readonly string[]
  readonly isTried: boolean
}

/** Values that are worth a question, each with its own answer. */
export function Doubts({ answers, files, isTried }: DoubtsProps) {
  const { t } = useTranslation('imports')
  const [from, setFrom] = useState(0)
  const { rows, open, taken, leaveRest, reason, setReason } = answers
  return (
    <section className={classes['doubts']} aria-labelledby="import-doubts">
      <Title order={3} id="import-doubts">
        {t('doubts.title', { count: rows.length })}
      </Title>
      <Text size="sm">{t('doubts.hint')}</Text>
      <ul className={classes['questions']}>
        {rows.slice(from, from + PAGE).map(row => (
          <Question key={placeKey(row.place)} {...{ row, answers, files }} />
        ))}
      </ul>
      <Pager from={from} page={PAGE} total={rows.length} onFrom={setFrom} />
      <Group gap="md" mt="xs">
        <Text size="sm" fw={600} role="status">
          {open > 0 && t('doubts.left', { count: open })}
        </Text>
        {open > 0 && (
          <Button size="xs" variant="default" onClick={leaveRest}>
            {t('doubts.leaveRest')}
          </Button>
        )}
      </Group>
      {taken.length > 0 && (
        <TextInput
          mt="sm"
          maw={620}
          label={t('doubts.reason')}
          description={t('doubts.reasonHint')}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
          maxLength={500}
          required
          error={isTried && reason.trim() === '' && t('take.missing.doubtReason')}
        />
      )}
    </section>
  )
}

interface QuestionProps extends Omit<DoubtsProps, 'isTried'> {
  readonly row: CheckedRow
}

function Question({ row, answers, files }: QuestionProps) {
  const { t } = useTranslation('imports')
  const { place, patient, content, doubts } = row
  return (
    <li data-answer={answers.answerOf(row)}>
      <div className={classes['asked']}>
        <span className={classes['head']}>
          <strong>{patient?.screeningNumber}</strong> <Subject content={content} />{' '}
          <span className={classes['quiet']}>
            <PlaceText place={place} files={files} />
          </span>
        </span>
        <span className={classes['value']}>
          <ContentText content={content} />
        </span>
        <DoubtWords doubts={doubts} />
      </div>
      <SegmentedControl
        size="xs"
        aria-label={t('doubts.answer', { row: place.row })}
        data={(['take', 'leave'] as const).map(value => ({ value, label: t(`doubts.${value}`) }))}
        // No value: neither is chosen until somebody has.
        value={answers.answerOf(row) ?? ''}
        onChange={said => answers.answer(row, said as Answer)}
      />
    </li>
  )
}
