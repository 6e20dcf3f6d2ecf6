import { Stack, Text } from '@mantine/core'
import { IconCircleCheck, IconCircleMinus, IconCircleX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Drill, DrillCheck } from '#shared/api/backups.ts'
import { issueText } from '#shared/api/issue-words.ts'
import { Notice } from '../../components/notice.tsx'
import { Status, type StatusLook } from '../../components/status.tsx'
import { countText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import classes from './backups.module.css'

const looks: Readonly<Record<DrillCheck['result'], StatusLook>> = {
  same: { kind: 'good', icon: IconCircleCheck },
  differs: { kind: 'bad', icon: IconCircleX },
  not_checked: { kind: 'open', icon: IconCircleMinus },
}

/** What a restore in practice showed: first whether it would have worked, then each comparison. */
export function DrillResult({ drill }: { readonly drill: Drill }) {
  const { t } = useTranslation('backups')
  const { passed, seconds, checks } = drill
  const whole = Math.round(seconds)
  return (
    <Stack gap="sm">
      <Notice
        kind={passed ? 'good' : 'bad'}
        title={t(passed ? 'drill.passed' : 'drill.failed')}
        role={passed ? 'status' : 'alert'}
      >
        {!passed && <div>{t('drill.failedHint')}</div>}
        {whole < 1 ? t('drill.underSecond') : t('drill.seconds', { count: whole })}
      </Notice>
      <CheckTable checks={checks} />
    </Stack>
  )
}

/** Each comparison of a drill, with what differs. */
export function CheckTable({ checks }: { readonly checks: readonly DrillCheck[] }) {
  const { t } = useTranslation('backups')
  const language = useLanguage()
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{t('drill.check')}</th>
          <th scope="col" className={classes['number']}>
            {t('drill.compared')}
          </th>
          <th scope="col">{t('drill.result')}</th>
        </tr>
      </thead>
      <tbody>
        {checks.map(({ check, result, compared, detail }) => (
          <tr key={check}>
            <th scope="row">
              {t(`drill.checks.${check}`)}
              {detail !== null && (
                <Text span display="block" fz="inherit" c="dimmed">
                  {issueText(detail, language)}
                </Text>
              )}
            </th>
            <td className={classes['number']}>{countText(compared, language)}</td>
            <td>
              <Compared result={result} compared={compared} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Nothing that agrees with nothing proves nothing: a site without imports has no files to compare. */
function Compared({ result, compared }: Pick<DrillCheck, 'result' | 'compared'>) {
  const { t } = useTranslation('backups')
  if (result === 'same' && compared === 0)
    return <Status kind="over" icon={IconCircleMinus} word={t('drill.none')} plain />
  return <Status {...looks[result]} word={t(`drill.${result}`)} plain={result === 'same'} />
}
