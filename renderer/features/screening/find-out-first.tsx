import { Button, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { Screening } from '#shared/core/eligibility/verdict.ts'
import { MissingAction } from './missing-action.tsx'
import classes from './screening.module.css'

const SHOWN = 3

/** What settles most is asked for first. */
export function FindOutFirst({ screening }: { readonly screening: Screening }) {
  const { t } = useTranslation('screening')
  const [isAll, all] = useDisclosure(false)
  const { missing, protocol } = screening
  if (missing.length === 0) return null
  const shown = isAll ? missing : missing.slice(0, SHOWN)
  return (
    <div className={classes['findOut']}>
      <Title order={3} size="sm">
        {t('findOut.title')}
      </Title>
      <ol>
        {shown.map(item => (
          <li key={item.key}>
            <MissingAction item={item} protocol={protocol.id} />
            <Text size="xs" c="dimmed" span>
              {labelsOf(item.criteria, protocol.id)}
            </Text>
          </li>
        ))}
      </ol>
      {missing.length > SHOWN && (
        <Button variant="subtle" size="compact-xs" onClick={all.toggle} aria-expanded={isAll}>
          {isAll ? t('findOut.fewer') : t('findOut.more', { count: missing.length - SHOWN })}
        </Button>
      )}
    </div>
  )
}

/** The engine names criteria with their protocol; here the column does. */
function labelsOf(criteria: readonly string[], protocol: string): string {
  return criteria.map(name => name.replace(`${protocol} `, '').replace(protocol, '')).join(' ')
}
