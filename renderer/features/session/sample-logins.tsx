import { Button, Code, Stack, Table, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SAMPLE_LOGIN } from '#shared/api/app.ts'
import { TrainingMark } from '../../components/training-mark.tsx'
import classes from './sample-logins.module.css'

const LOGINS = [
  { loginName: SAMPLE_LOGIN.loginName, role: 'principal_investigator' },
  { loginName: 'coordinator', role: 'coordinator' },
  { loginName: 'monitor', role: 'monitor' },
  { loginName: 'administrator', role: 'administrator' },
] as const

/** Who can enter the invented sample site. Nothing here is a secret. */
export function SampleLogins({ onChoose }: { readonly onChoose: (loginName: string) => void }) {
  const { t } = useTranslation(['session', 'shell'])
  return (
    <Stack component="section" gap={8} className={classes['logins'] ?? ''}>
      <div className={classes['title']}>
        <Title order={2} size="h3">
          {t('session:sample.title')}
        </Title>
        <TrainingMark />
      </div>
      <Text size="sm" c="dimmed">
        {t('session:sample.hint')}
      </Text>
      <Table verticalSpacing={4} horizontalSpacing={0} withRowBorders={false} fz="sm">
        <Table.Tbody>
          {LOGINS.map(({ loginName, role }) => (
            <Table.Tr key={loginName}>
              <Table.Td>
                {t(`shell:role.${role}`)}
                <br />
                <Code>{loginName}</Code>
              </Table.Td>
              <Table.Td ta="right">
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => onChoose(loginName)}
                  aria-label={t('session:sample.fillFor', { who: t(`shell:role.${role}`) })}
                >
                  {t('session:sample.fill')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm">
        {t('session:sample.password')} <Code>{SAMPLE_LOGIN.password}</Code>
      </Text>
    </Stack>
  )
}
