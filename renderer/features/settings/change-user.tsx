import { Select, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Role } from '#shared/api/rights.ts'
import type { User } from '#shared/api/users.ts'
import { useWrite } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { isAboutFields, useFieldErrors } from '../../components/field-errors.ts'
import { useSession, useSessionControl } from '../../session/session.tsx'
import { FormDialog } from './form-dialog.tsx'
import { ReasonField } from './reason-field.tsx'
import { type Actor, rolesFor, type UserAction } from './user-rules.ts'

interface ChangeUserProps {
  readonly action: Exclude<UserAction, 'reset'>
  readonly user: User
  readonly actor: Actor
  readonly onClose: () => void
}

/** One change of one user, with its reason. */
export function ChangeUser({ action, user, actor, onClose }: ChangeUserProps) {
  const { t } = useTranslation(['settings', 'shell'])
  const roles = rolesFor(user, actor)
  const [role, setRole] = useState<Role | null>(roles.length === 1 ? (roles[0] ?? null) : null)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const { save, error, isPending } = useChange(action, user, onClose)
  const errors = useFieldErrors(error)
  const submit = () => {
    setTried(true)
    if (reason.trim() !== '' && (action !== 'role' || role !== null)) save(reason, role)
  }
  return (
    <FormDialog
      title={t(`settings:users.title.${action}`, { name: user.fullName })}
      action={t(`settings:users.action.${action}`)}
      isDirty={reason !== ''}
      isSaving={isPending}
      isDangerous={action === 'deactivate'}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm">{t(`settings:users.meaning.${action}`)}</Text>
      {action === 'role' && (
        <Select
          label={t('settings:users.newRole')}
          data={roles.map(one => ({ value: one, label: t(`shell:role.${one}`) }))}
          value={role}
          onChange={value => setRole(value === null ? null : Role.parse(value))}
          allowDeselect={false}
          required
          data-autofocus
          error={isTried && role === null && t('settings:users.roleMissing')}
        />
      )}
      {action === 'role' && role && (
        <Text size="sm" c="dimmed" mt={-6}>
          {t(`settings:users.may.${role}`)}
        </Text>
      )}
      <ReasonField
        value={reason}
        onChange={setReason}
        isTried={isTried}
        error={errors['reason'] ?? errors['userId']}
      />
      {error && !isAboutFields(error, ['reason', 'userId']) && <Failure error={error} />}
    </FormDialog>
  )
}

function useChange(action: ChangeUserProps['action'], user: User, onClose: () => void) {
  const { user: self, welcome } = useSession()
  const { refresh } = useSessionControl()
  const changeRole = useWrite('users', 'changeRole')
  const grant = useWrite('users', 'grantIdentity')
  const deactivate = useWrite('users', 'deactivate')
  const onSuccess = () => {
    onClose()
    // What one may do oneself is known to the session, not to the list.
    if (user.id === self.id) void refresh(welcome)
  }
  const base = { userId: user.id }
  const save = (reason: string, role: Role | null) => {
    if (action === 'role' && role) changeRole.mutate({ ...base, role, reason }, { onSuccess })
    if (action === 'grant' || action === 'withdraw')
      grant.mutate({ ...base, granted: action === 'grant', reason }, { onSuccess })
    if (action === 'deactivate') deactivate.mutate({ ...base, reason }, { onSuccess })
  }
  const error = changeRole.error ?? grant.error ?? deactivate.error
  return { save, error, isPending: changeRole.isPending || grant.isPending || deactivate.isPending }
}
