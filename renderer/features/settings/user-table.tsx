import { ActionIcon, Badge, Menu, Table, Text, VisuallyHidden } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { rightsOfRole } from '#shared/api/rights.ts'
import type { Signatory } from '#shared/api/signing.ts'
import type { User } from '#shared/api/users.ts'
import { useRead } from '../../api/hooks.ts'
import { type Actor, actionsOn, type UserAction } from './user-rules.ts'

interface UserTableProps {
  readonly users: readonly User[]
  readonly actor: Actor
  readonly onAct: (action: UserAction, user: User) => void
}

/** Every user there ever was: a deactivated one stays, because the trail names them. */
export function UserTable({ users, actor, onAct }: UserTableProps) {
  const { t } = useTranslation(['settings', 'shell'])
  const { data: people } = useRead('signing', 'people', {})
  const sorted = [...users].sort((a, b) => Number(b.active) - Number(a.active))
  const hasActions = actor.mayManage || actor.mayGrant
  return (
    <Table fz="sm" verticalSpacing={7}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('settings:users.name')}</Table.Th>
          <Table.Th>{t('settings:users.loginName')}</Table.Th>
          <Table.Th>{t('settings:users.role')}</Table.Th>
          <Table.Th>{t('settings:users.identity')}</Table.Th>
          <Table.Th>{t('settings:users.signing')}</Table.Th>
          <Table.Th>{t('settings:users.state')}</Table.Th>
          {hasActions && (
            <Table.Th w={44}>
              <VisuallyHidden>{t('settings:users.actions')}</VisuallyHidden>
            </Table.Th>
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sorted.map(user => (
          <Table.Tr key={user.id} {...(user.active ? {} : { c: 'dimmed' })}>
            <Table.Td fw={550}>
              {user.fullName}
              {user.id === actor.id && (
                <Text span size="sm" c="dimmed" fw={400}>
                  {' '}
                  {t('settings:users.you')}
                </Text>
              )}
            </Table.Td>
            <Table.Td>{user.loginName}</Table.Td>
            <Table.Td>{t(`shell:role.${user.role}`)}</Table.Td>
            <Table.Td>
              {user.mayReadIdentity ? t('settings:users.mayRead') : t('settings:users.mayNotRead')}
            </Table.Td>
            <Table.Td>
              <SigningState user={user} signatory={people?.find(({ userId }) => userId === user.id)} />
            </Table.Td>
            <Table.Td>
              {user.active ? (
                t('settings:users.active')
              ) : (
                <Badge variant="outline" color="gray" tt="none" radius="xs">
                  {t('settings:users.inactive')}
                </Badge>
              )}
            </Table.Td>
            {hasActions && (
              <Table.Td py={0}>
                <Actions actions={actionsOn(user, actor, users)} user={user} onAct={onAct} />
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

interface SigningStateProps {
  readonly user: User
  readonly signatory: Signatory | undefined
}

/** Whether a user can sign, or why not; nothing for those whose role does not. */
function SigningState({ user, signatory }: SigningStateProps) {
  const { t } = useTranslation('settings')
  const { certificate, ended, state = 'never' } = signatory ?? {}
  if (state === 'ready') return <span title={certificate?.serial}>{t('users.signs')}</span>
  if (state === 'ended' && ended) return t(`users.signingEnded.${ended.cause}`)
  return rightsOfRole[user.role].includes('signatures.sign') ? t('users.signsNotYet') : null
}

interface ActionsProps extends Pick<UserTableProps, 'onAct'> {
  readonly actions: readonly UserAction[]
  readonly user: User
}

function Actions({ actions, user, onAct }: ActionsProps) {
  const { t } = useTranslation('settings')
  if (actions.length === 0) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('users.change', { name: user.fullName })}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map(action => (
          <Menu.Item key={action} onClick={() => onAct(action, user)}>
            {t(`users.action.${action}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
