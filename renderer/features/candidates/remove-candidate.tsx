import { Button, Checkbox, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/api.tsx'
import { Failure } from '../../components/failure.tsx'
import classes from './candidate-page.module.css'
import type { Patient } from './patient.ts'

/** Takes a candidate entered in error off the list: apart from the changes, with a reason and a second yes. */
export function RemoveCandidate({ patient }: { readonly patient: Patient }) {
  const { t } = useTranslation(['candidates', 'common'])
  const [isOpen, dialog] = useDisclosure(false)
  return (
    <section className={classes['remove']}>
      <Text size="sm" c="dimmed">
        {t('candidates:remove.hint')}
      </Text>
      <Button variant="default" size="xs" mt="xs" onClick={dialog.open}>
        {t('candidates:remove.open')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={dialog.close}
        title={t('candidates:remove.title', { number: patient.screeningNumber })}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <RemoveForm patient={patient} onCancel={dialog.close} />
      </Modal>
    </section>
  )
}

function RemoveForm({ patient, onCancel }: { readonly patient: Patient; readonly onCancel: () => void }) {
  const { t } = useTranslation(['candidates', 'common'])
  const [reason, setReason] = useState('')
  const [isSure, setSure] = useState(false)
  const { remove, isRemoving, error } = useRemoval(patient)
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void remove(reason)
      }}
    >
      <Stack gap="md">
        <Text size="sm">{t('candidates:remove.what')}</Text>
        <Textarea
          label={t('common:reason')}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          required
          data-autofocus
          maxLength={500}
        />
        <Checkbox
          label={t('candidates:remove.sure', { number: patient.screeningNumber })}
          checked={isSure}
          onChange={({ currentTarget }) => setSure(currentTarget.checked)}
        />
        {error !== undefined && <Failure error={error} />}
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" color="red" disabled={!isSure || reason.trim() === ''} loading={isRemoving}>
            {t('common:remove')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** The candidate's screen is left before anything is asked again: there is nobody any more to ask about. */
function useRemoval({ id, version, screeningNumber }: Patient) {
  const { t } = useTranslation('candidates')
  const api = useApi()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [isRemoving, setRemoving] = useState(false)
  const [error, setError] = useState<unknown>()
  const remove = async (reason: string) => {
    setRemoving(true)
    try {
      await api.patients.remove({ id, expectedVersion: version, reason })
      await api.drafts.discard({ form: 'amend-candidate', patientId: id })
      await navigate({ to: '/' })
      notifications.show({ message: t('remove.done', { number: screeningNumber }) })
      await queries.invalidateQueries()
    } catch (refusal) {
      setError(refusal)
      setRemoving(false)
    }
  }
  return { remove, isRemoving, error }
}
