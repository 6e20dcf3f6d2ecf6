import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PatientId } from '#shared/core/ids.ts'
import { Failure } from '../../components/failure.tsx'
import { isAboutFields, useFieldErrors } from '../../components/field-errors.ts'
import { focusFirstInvalid } from '../candidates/first-invalid.ts'
import { ChooseFacts } from './choose-facts.tsx'
import classes from './copies.module.css'
import { type Certifying, problemsOf, type TypedCopy } from './use-certify.ts'

interface CertifyFormProps {
  readonly state: Certifying
  readonly patientId: PatientId
  readonly onClose: () => void
}

const FIELDS = ['title', 'dated', 'originalAt'] as const

/** What the report is, where its original is, what rests on it, and that somebody compared the two. */
export function CertifyForm({ state, patientId, onClose }: CertifyFormProps) {
  const { t } = useTranslation(['copies', 'common'])
  const [isTried, setTried] = useState(false)
  const { typed, edit, certify, write, upload } = state
  const errors = useFieldErrors(write.error)
  const problems = isTried ? problemsOf(typed) : []
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    focusFirstInvalid(event.currentTarget)
    if (!write.isPending) certify()
  }
  return (
    <form className={classes['form']} onSubmit={submit} noValidate>
      <div className={classes['side']}>
        <Fields typed={typed} edit={edit} errors={errors} problems={problems} />
        <ChooseFacts patientId={patientId} chosen={typed.facts} onChange={facts => edit({ facts })} />
      </div>
      <div className={classes['end']}>
        <Checkbox
          label={t('copies:fields.compared')}
          checked={typed.isCompared}
          onChange={event => edit({ isCompared: event.currentTarget.checked })}
          error={problems.includes('isCompared') && t('copies:fields.comparedMissing')}
          disabled={state.scan === undefined}
        />
        {write.error && !isAboutFields(write.error, FIELDS) && <Failure error={write.error} />}
        <Text size="sm" c="dimmed">
          {t('copies:certifyHint')}
        </Text>
        <Group gap="sm">
          <Button type="submit" loading={write.isPending} disabled={upload?.state !== 'there'}>
            {t('copies:certify')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
        </Group>
      </div>
    </form>
  )
}

interface FieldsProps extends Pick<Certifying, 'typed' | 'edit'> {
  /** Of the engine, by field. */
  readonly errors: Readonly<Record<string, string>>
  readonly problems: readonly (keyof TypedCopy)[]
}

function Fields({ typed, edit, errors, problems }: FieldsProps) {
  const { t } = useTranslation('copies')
  return (
    <>
      <TextInput
        label={t('fields.title')}
        description={t('fields.titleHint')}
        value={typed.title}
        onChange={event => edit({ title: event.currentTarget.value })}
        maxLength={200}
        required
        error={errors['title'] ?? (problems.includes('title') && t('fields.titleMissing'))}
      />
      <TextInput
        label={t('fields.dated')}
        description={t('fields.datedHint')}
        value={typed.dated}
        onChange={event => edit({ dated: event.currentTarget.value })}
        autoComplete="off"
        error={errors['dated'] ?? (problems.includes('dated') && t('fields.datedWrong'))}
      />
      <TextInput
        label={t('fields.originalAt')}
        description={t('fields.originalAtHint')}
        value={typed.originalAt}
        onChange={event => edit({ originalAt: event.currentTarget.value })}
        maxLength={200}
        required
        error={errors['originalAt'] ?? (problems.includes('originalAt') && t('fields.originalAtMissing'))}
      />
    </>
  )
}
