import { Alert, Button, Group, List, Loader, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PatientId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { useOneAtATime } from '../../components/use-one-at-a-time.ts'
import { useRight } from '../../session/session.tsx'
import { Shortcut } from '../../shell/shortcut.tsx'
import { CandidateFields } from './candidate-fields.tsx'
import type { CandidateField } from './candidate-form.ts'
import { focusFirstInvalid } from './first-invalid.ts'
import { FoundDraft } from './found-draft.tsx'
import type { Patient } from './patient.ts'
import { RemoveCandidate } from './remove-candidate.tsx'
import { useAmendment } from './use-amendment.ts'

interface AmendCandidateProps {
  readonly patientId: PatientId
  readonly onClose: () => void
}

/** Changes what is kept about who a candidate is, each time with a reason; takes one entered in error off the list. */
export function AmendCandidate({ patientId, onClose }: AmendCandidateProps) {
  const { t } = useTranslation('common')
  const mayAmend = useRight('patients.write')
  const { data: patient, error, refetch } = useRead('patients', 'get', { id: patientId })
  if (!mayAmend) return null
  if (patient === undefined) {
    if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />
    return <Loader type="dots" aria-label={t('loading')} />
  }
  return (
    <Stack gap="xl">
      <AmendForm patient={patient} onClose={onClose} />
      <RemoveCandidate patient={patient} />
    </Stack>
  )
}

interface AmendFormProps {
  readonly patient: Patient
  readonly onClose: () => void
}

function AmendForm({ patient, onClose }: AmendFormProps) {
  const { t } = useTranslation(['candidates', 'common'])
  const form = useRef<HTMLFormElement>(null)
  const amendment = useAmendment(patient)
  const { values, setValues, identifier, setIdentifier, reason, setReason, draft } = amendment
  const hasFullName = useRight('identity.read')
  const save = useOneAtATime(async () => {
    if (!(await amendment.save())) return focusFirstInvalid(form.current)
    notifications.show({ message: t('candidates:amend.saved') })
    onClose()
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void save()
  }
  return (
    <form
      ref={form}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap="md">
        {draft.found && (
          <FoundDraft
            savedAt={draft.found.savedAt}
            onTake={amendment.takeDraft}
            onDiscard={() => void draft.discard()}
          />
        )}
        <CandidateFields
          {...{ values, identifier, hasFullName }}
          onChange={setValues}
          onIdentifier={setIdentifier}
          errors={amendment.errors}
          isAmending
        />
        <Textarea
          label={t('common:reason')}
          description={t('common:reasonHint')}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          error={amendment.reasonError}
          required
          rows={2}
          maxLength={500}
        />
        {amendment.meanwhile.length > 0 && <ChangedMeanwhile fields={amendment.meanwhile} />}
        {amendment.isUnchanged && (
          <Text size="sm" role="alert">
            {t('candidates:amend.unchanged')}
          </Text>
        )}
        {amendment.failure !== null && <Failure error={amendment.failure} />}
        <Group gap="sm">
          <Button type="submit" loading={amendment.isSaving} rightSection={<Shortcut keys="mod+Enter" />}>
            {t('common:save')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              void amendment.letGo()
              onClose()
            }}
          >
            {t('common:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Somebody else saved first: which fields, and that nothing typed here is lost. */
function ChangedMeanwhile({ fields }: { readonly fields: readonly CandidateField[] }) {
  const { t } = useTranslation('candidates')
  return (
    <Alert color="orange" role="alert" title={t('amend.meanwhile')}>
      <List size="sm">
        {fields.map(field => (
          <List.Item key={field}>{t(`field.${field}`)}</List.Item>
        ))}
      </List>
      <Text size="sm" mt="xs">
        {t('amend.meanwhileHint')}
      </Text>
    </Alert>
  )
}
