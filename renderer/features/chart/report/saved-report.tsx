import { Alert, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Laboratory } from '#shared/api/laboratories.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { useWrite } from '../../../api/hooks.ts'
import { useErrorText } from '../../../components/error-text.ts'
import { dateText, unitText } from '../../../i18n/format.ts'
import { useRight } from '../../../session/session.tsx'
import { rangeText, testName, useSpeech } from '../fact-words.ts'
import classes from '../laboratory-report.module.css'
import { LinkButton } from '../link-button.tsx'
import { mergeTests, type NewPrint, newPrints } from './remember.ts'
import type { SavedReport as Saved } from './use-report.ts'

interface SavedReportProps {
  readonly patientId: PatientId
  readonly saved: Saved
  readonly laboratory: Laboratory | undefined
  readonly onNext: () => void
}

/** After a report was saved: where to go on, and what of it may be remembered for the next one. */
export function SavedReport({ patientId, saved, laboratory, onNext }: SavedReportProps) {
  const { t } = useTranslation('chart')
  const mayRemember = useRight('laboratories.write')
  const [isRemembered, setRemembered] = useState(false)
  const [known] = useState(laboratory)
  const prints = useMemo(() => newPrints(saved.results, known), [saved, known])
  const { back } = useSearch({ from: '/candidates/$patientId/report' })
  const isOfVisit = back === 'visits'
  const offers = mayRemember && saved.laboratory !== '' && prints.length > 0 && !isRemembered
  return (
    <Stack gap="lg" className={classes['saved'] ?? ''}>
      <div role="status">
        <Title order={2} size="h3">
          {t('saved.many', { count: saved.results.length })}
        </Title>
        {isRemembered && <Text size="sm">{t('remember.done', { laboratory: saved.laboratory })}</Text>}
      </div>
      <Group gap="sm">
        {isOfVisit && (
          <LinkButton to="/candidates/$patientId/visits" params={{ patientId }} autoFocus>
            {t('report.toVisits')}
          </LinkButton>
        )}
        <LinkButton
          {...(isOfVisit ? { variant: 'default' } : { autoFocus: true })}
          to="/candidates/$patientId"
          params={{ patientId }}
        >
          {t('report.toScreening')}
        </LinkButton>
        <LinkButton variant="default" to="/candidates/$patientId/chart" params={{ patientId }}>
          {t('report.toChart')}
        </LinkButton>
        <Button variant="default" onClick={onNext}>
          {t('report.another')}
        </Button>
      </Group>
      {offers && <Remember {...{ saved, prints }} laboratory={known} onDone={() => setRemembered(true)} />}
    </Stack>
  )
}

interface RememberProps {
  readonly saved: Saved
  readonly prints: readonly NewPrint[]
  readonly laboratory: Laboratory | undefined
  readonly onDone: () => void
}

function Remember({ saved, prints, laboratory, onDone }: RememberProps) {
  const { t, language } = useSpeech()
  const errorText = useErrorText()
  const add = useWrite('laboratories', 'add')
  const change = useWrite('laboratories', 'change')
  const day = saved.results[0]?.content.on.slice(0, 10) ?? ''
  const [reason, setReason] = useState<string>(() =>
    t('remember.reasonText', { date: dateText(day, language) }),
  )
  const error = add.error ?? change.error
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const name = saved.laboratory
    if (laboratory === undefined) {
      add.mutate({ name, tests: mergeTests([], prints) }, { onSuccess: onDone })
      return
    }
    const { id, version, tests, usualControl } = laboratory
    change.mutate(
      {
        ...{ id, name, reason: reason.trim(), expectedVersion: version, tests: mergeTests(tests, prints) },
        ...(usualControl === undefined ? {} : { usualControl }),
      },
      { onSuccess: onDone },
    )
  }
  return (
    <Alert color="lobule" title={t('remember.title', { laboratory: saved.laboratory })}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{laboratory === undefined ? t('remember.new') : t('remember.changed')}</Text>
          <ul className={classes['prints']}>
            {prints.map(print => (
              <li key={`${print.test.loinc} ${print.test.unit}`}>
                <PrintLine print={print} />
              </li>
            ))}
          </ul>
          {laboratory !== undefined && (
            <TextInput
              label={t('remember.reason')}
              withAsterisk
              required
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
          )}
          {error && (
            <Text size="sm" role="alert">
              {errorText(error)}
            </Text>
          )}
          <Group>
            <Button type="submit" variant="default" loading={add.isPending || change.isPending}>
              {t('remember.take')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Alert>
  )
}

function PrintLine({ print: { test, before } }: { readonly print: NewPrint }) {
  const { t, language } = useSpeech()
  const now = [unitText(test.unit), rangeText(test.range)].filter(Boolean).join(', ')
  const was = rangeText(before?.range)
  return (
    <>
      <strong>{testName(test.loinc, language)}</strong> {now}
      {before && was !== '' && (
        <Text span size="sm" c="dimmed">{` ${t('remember.was', { range: was })}`}</Text>
      )}
    </>
  )
}
