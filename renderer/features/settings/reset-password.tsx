import { Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { User } from '#shared/api/users.ts'
import { useApi } from '../../api/api.tsx'
import { Failure } from '../../components/failure.tsx'
import { isAboutFields, useFieldErrors } from '../../components/field-errors.ts'
import { Notice } from '../../components/notice.tsx'
import {
  isAcceptable,
  NewPasswordFields,
  NOTHING_TYPED,
  type TypedPassword,
} from '../../components/password/new-password.tsx'
import { useSecretCall } from '../../components/use-secret-call.ts'
import { useSession } from '../../session/session.tsx'
import { FormDialog } from './form-dialog.tsx'
import { ReasonField } from './reason-field.tsx'

interface Typed extends TypedPassword {
  readonly reason: string
}

const EMPTY: Typed = { ...NOTHING_TYPED, reason: '' }

interface ResetPasswordProps {
  readonly user: User
  readonly onClose: () => void
}

/** A first password again for somebody who forgot theirs. It ends their certificate: nobody signs with what another set. */
export function ResetPassword({ user, onClose }: ResetPasswordProps) {
  const { t } = useTranslation('settings')
  const { site } = useSession()
  const [typed, setTyped] = useState(EMPTY)
  const [isTried, setTried] = useState(false)
  const { run, isRunning, error } = useReset(user)
  const errors = useFieldErrors(error)
  const submit = () => {
    setTried(true)
    if (!isAcceptable(typed) || typed.reason.trim() === '') return
    void run(typed).then(isReset => {
      if (isReset) onClose()
    })
  }
  return (
    <FormDialog
      title={t('users.title.reset', { name: user.fullName })}
      action={t('users.action.reset')}
      isDirty={typed.password !== '' || typed.reason !== ''}
      isSaving={isRunning}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm">{t('users.meaning.reset')}</Text>
      <NewPasswordFields
        value={typed}
        onChange={password => setTyped({ ...typed, ...password })}
        known={[user.loginName, user.fullName, site.name]}
        isTried={isTried}
        label={t('users.firstPassword')}
      />
      <Notice kind="info">{t('users.resetHint')}</Notice>
      <ReasonField
        value={typed.reason}
        onChange={reason => setTyped({ ...typed, reason })}
        isTried={isTried}
        error={errors['reason'] ?? errors['userId']}
      />
      {errors['password'] && <Notice kind="bad">{t('password.refused', { why: errors['password'] })}</Notice>}
      {error !== undefined && !isAboutFields(error, ['reason', 'userId', 'password']) && (
        <Failure error={error} />
      )}
    </FormDialog>
  )
}

function useReset({ id: userId }: User) {
  const api = useApi()
  const queries = useQueryClient()
  const call = useCallback(
    async ({ password, reason }: Typed) => {
      await api.users.resetPassword({ userId, password, reason })
      await queries.invalidateQueries()
    },
    [api, queries, userId],
  )
  return useSecretCall(call)
}
