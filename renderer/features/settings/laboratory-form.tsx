import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Laboratory } from '#shared/api/laboratories.ts'
import { Failure } from '../../components/failure.tsx'
import { useFieldErrors } from '../../components/field-errors.ts'
import { useRight } from '../../session/session.tsx'
import { DraftNotice } from './draft-notice.tsx'
import { draftOf, isNumber, problemsOf } from './laboratory-rows.ts'
import { ReasonField } from './reason-field.tsx'
import classes from './settings-page.module.css'
import { TestTable } from './test-table.tsx'
import { useLaboratoryDraft } from './use-laboratory-draft.ts'
import { useLaboratorySave } from './use-laboratory-save.ts'

interface LaboratoryFormProps {
  /** Absent for a new one. */
  readonly laboratory?: Laboratory
  readonly onClose: () => void
}

/** A laboratory: its name, the tests with the units and ranges that it prints, its usual control. */
export function LaboratoryForm({ laboratory, onClose }: LaboratoryFormProps) {
  const { t } = useTranslation(['settings', 'common'])
  const mayWrite = useRight('laboratories.write')
  const [draft, setDraft] = useState(() => draftOf(laboratory))
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const kept = useLaboratoryDraft(laboratory, draft)
  const { save, error, isPending } = useLaboratorySave(laboratory, () => {
    void kept.settle()
    onClose()
  })
  const errors = useFieldErrors(error)
  const isChange = laboratory !== undefined
  const isRight =
    draft.name.trim() !== '' &&
    isNumber(draft.usualControl) &&
    draft.rows.every(row => problemsOf(row, draft.rows).length === 0) &&
    (!isChange || reason.trim() !== '')
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault()
    setTried(true)
    if (isRight && !isPending) save(draft, reason)
  }
  return (
    <form
      onSubmit={submit}
      onKeyDown={event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
      }}
      noValidate
    >
      <Stack gap="md">
        <Title order={2}>{laboratory?.name ?? t('settings:laboratories.new')}</Title>
        <DraftNotice
          found={kept.found}
          onTake={content => {
            setDraft(content)
            kept.take()
          }}
          onDiscard={() => void kept.discard()}
        />
        <fieldset className={classes['fields']} disabled={!mayWrite}>
          <Stack gap="md">
            <TextInput
              label={t('settings:laboratories.name')}
              description={t('settings:laboratories.nameHint')}
              value={draft.name}
              onChange={event => setDraft({ ...draft, name: event.currentTarget.value })}
              maxLength={200}
              maw={480}
              required
              autoFocus={!isChange}
              error={
                errors['name'] ??
                (isTried && draft.name.trim() === '' && t('settings:laboratories.nameMissing'))
              }
            />
            <TestTable
              rows={draft.rows}
              onChange={rows => setDraft({ ...draft, rows })}
              isTried={isTried}
              errors={errors}
              mayWrite={mayWrite}
            />
            <TextInput
              label={t('settings:laboratories.usualControl')}
              description={t('settings:laboratories.usualControlHint')}
              value={draft.usualControl}
              onChange={event => setDraft({ ...draft, usualControl: event.currentTarget.value })}
              rightSection={<Text size="sm">s</Text>}
              maw={480}
              styles={{ wrapper: { maxWidth: 140 } }}
              inputMode="decimal"
              error={
                errors['usualControl'] ?? (!isNumber(draft.usualControl) && t('settings:laboratories.number'))
              }
            />
            {isChange && mayWrite && (
              <ReasonField value={reason} onChange={setReason} isTried={isTried} error={errors['reason']} />
            )}
          </Stack>
        </fieldset>
        {error && <Failure error={error} />}
        {isTried && !isRight && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {t('settings:laboratories.incomplete')}
          </Text>
        )}
        <Group>
          {mayWrite && (
            <Button type="submit" loading={isPending}>
              {t('common:save')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('settings:laboratories.back')}
          </Button>
          {kept.isDirty && (
            <Text size="sm" c="dimmed">
              {t('settings:laboratories.draftKept')}
            </Text>
          )}
        </Group>
      </Stack>
    </form>
  )
}
