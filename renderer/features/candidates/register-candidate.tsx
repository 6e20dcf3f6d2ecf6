import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { useOneAtATime } from '../../components/use-one-at-a-time.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import { useRight } from '../../session/session.tsx'
import { Shortcut } from '../../shell/shortcut.tsx'
import { CandidateFields } from './candidate-fields.tsx'
import { CandidateValues, changedFields, NO_VALUES, newCandidate, problemsOf } from './candidate-form.ts'
import { focusFirstInvalid } from './first-invalid.ts'
import { FoundDraft } from './found-draft.tsx'
import { NotForRole } from './not-for-role.tsx'
import type { Patient } from './patient.ts'
import { PossibleDuplicates } from './possible-duplicates.tsx'
import { isAtField, useFieldErrors } from './use-field-errors.ts'
import { useToday } from './use-today.ts'

interface Registered {
  readonly patient: Patient
  readonly possibleDuplicates: readonly string[]
}

/** Adds a candidate; somebody who may be on the list already is pointed out before going on. */
export function RegisterCandidate() {
  const mayRegister = useRight('patients.write')
  const navigate = useNavigate()
  const [doubtful, setDoubtful] = useState<Registered>()
  const goTo = ({ id }: Pick<Patient, 'id'>) =>
    void navigate({ to: '/candidates/$patientId', params: { patientId: id }, replace: true })
  if (!mayRegister) return <NotForRole />
  if (doubtful) return <PossibleDuplicates {...doubtful} onGoTo={goTo} />
  return (
    <RegisterForm
      onRegistered={answer =>
        answer.possibleDuplicates.length > 0 ? setDoubtful(answer) : goTo(answer.patient)
      }
    />
  )
}

function RegisterForm({ onRegistered }: { readonly onRegistered: (answer: Registered) => void }) {
  const { t } = useTranslation(['candidates', 'common'])
  const navigate = useNavigate()
  const today = useToday()
  const form = useRef<HTMLFormElement>(null)
  const [values, setValues] = useState(NO_VALUES)
  const [identifier, setIdentifier] = useState('')
  const [isChecked, setChecked] = useState(false)
  const [isDone, setDone] = useState(false)
  const isEmpty = changedFields(values, NO_VALUES).length === 0
  const content = isEmpty || isDone ? undefined : values
  const draft = useDraft({ form: 'new-candidate', patientId: null, schema: CandidateValues, content })
  const register = useWrite('patients', 'register')
  const errorsOf = useFieldErrors()
  const problems = problemsOf(values, today)
  const save = useOneAtATime(async () => {
    setChecked(true)
    if (Object.keys(problems).length > 0) return focusFirstInvalid(form.current)
    try {
      const answer = await register.mutateAsync(newCandidate(values, identifier))
      setDone(true)
      await draft.settle()
      onRegistered(answer)
    } catch {
      focusFirstInvalid(form.current)
    }
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void save()
  }
  return (
    <Stack maw={680} gap="lg">
      <div>
        <Title order={1}>{t('candidates:add')}</Title>
        <Text c="dimmed" size="sm" mt={4}>
          {t('candidates:register.what')}
        </Text>
      </div>
      {draft.found && (
        <FoundDraft
          savedAt={draft.found.savedAt}
          onTake={() => {
            if (draft.found) setValues(draft.found.content)
            draft.take()
          }}
          onDiscard={() => void draft.discard()}
        />
      )}
      <form
        ref={form}
        noValidate
        onKeyDown={onKeyDown}
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <CandidateFields
          values={values}
          onChange={setValues}
          identifier={identifier}
          onIdentifier={setIdentifier}
          errors={errorsOf(isChecked ? problems : {}, register.error)}
          hasFullName
          isAmending={false}
        />
        {register.error !== null && !isAtField(register.error) && <Failure error={register.error} />}
        <Group mt="lg" gap="sm">
          <Button type="submit" loading={register.isPending} rightSection={<Shortcut keys="mod+Enter" />}>
            {t('candidates:register.save')}
          </Button>
          <Button variant="default" onClick={() => void navigate({ to: '/' })}>
            {t('common:cancel')}
          </Button>
        </Group>
      </form>
    </Stack>
  )
}
