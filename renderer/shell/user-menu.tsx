import { Menu, Text, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconKey, IconLock } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSession, useSessionControl } from '../session/session.tsx'
import classes from './user-menu.module.css'

/** Who is logged in and as what; the way to the own password, and out. */
export function UserMenu() {
  const { t } = useTranslation('shell')
  const { user } = useSession()
  const { lock } = useSessionControl()
  const navigate = useNavigate()
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <UnstyledButton className={classes['button']}>
          <span className={classes['name']}>
            <Text size="sm" fw={550} truncate>
              {user.fullName}
            </Text>
            <Text size="xs" c="dimmed" truncate>
              {t(`role.${user.role}`)}
            </Text>
          </span>
          <IconChevronDown size={15} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconKey size={16} />}
          onClick={() => void navigate({ to: '/settings/$tab', params: { tab: 'password' } })}
        >
          {t('changePassword')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLock size={16} />} onClick={() => void lock()}>
          {t('commands.lock')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
