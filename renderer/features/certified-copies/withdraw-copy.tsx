import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CertifiedCopy } from '#shared/api/certified-copies.ts'
import { useWrite } from '../../api/hooks.ts'
import { DangerButton } from '../../components/danger-button.tsx'
import { Failure } from '../../components/failure.tsx'

/** Says of a copy that it was attached in error, such as to another patient. Asked once more, for it cannot be undone. */
export function WithdrawCopy({ copy: { id } }: { readonly copy: CertifiedCopy }) {
  const { t } = useTranslation(['copies', 'common'])
  const withdraw = useWrite('certifiedCopies', 'withdraw')
  const [reason, setReason] = useState<string>()
  const [isTried, setTried] = useState(false)
  if (reason === undefined)
    return (
      <div>
        <Button size="xs" variant="default" onClick={() => setReason('')}>
          {t('copies:withdraw.open')}
        </Button>
      </div>
    )
  const submit = () => {
    setTried(true)
    if (reason.trim() !== '') withdraw.mutate({ id, reason: reason.trim() })
  }
  return (
    <Stack gap="sm">
      <Text size="sm">{t('copies:withdraw.what')}</Text>
      <TextInput
        label={t('common:reason')}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
        maxLength={500}
        required
        data-autofocus
        error={isTried && reason.trim() === '' && t('copies:withdraw.reasonMissing')}
      />
      {withdraw.error && <Failure error={withdraw.error} />}
      <Group gap="md">
        <DangerButton size="xs" loading={withdraw.isPending} onClick={submit}>
          {t('copies:withdraw.confirm')}
        </DangerButton>
        <Button size="xs" variant="default" onClick={() => setReason(undefined)}>
          {t('common:cancel')}
        </Button>
      </Group>
    </Stack>
  )
}
