import { Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../components/failure.tsx'
import { Notice } from '../../components/notice.tsx'
import { bytesText } from '../../i18n/bytes-text.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import classes from './exports.module.css'
import type { Outgoing, Taking } from './use-taking.ts'

/** How far the saving of a file is; afterwards its name and hash, or why it failed. */
export function TakingProgress({ taking }: { readonly taking: Taking }) {
  const { t } = useTranslation('exports')
  const language = useLanguage()
  switch (taking.state) {
    case 'idle':
      return null
    case 'running': {
      const { done, outgoing } = taking
      return (
        <Stack gap={4} maw={560}>
          <Progress value={outgoing ? (100 * done) / outgoing.bytes : 0} aria-label={t('taking.progress')} />
          <Text size="sm" role="status">
            {t('taking.running')}
            {outgoing && ` ${bytesText(done, language)} / ${bytesText(outgoing.bytes, language)}`}
          </Text>
        </Stack>
      )
    }
    case 'saved':
      return <Saved outgoing={taking.outgoing} />
    case 'failed':
      return taking.error instanceof RangeError ? (
        <Notice kind="bad" role="alert">
          {t('taking.incomplete')}
        </Notice>
      ) : (
        <Failure error={taking.error} />
      )
  }
}

function Saved({ outgoing: { fileName, sha256 } }: { readonly outgoing: Outgoing }) {
  const { t } = useTranslation('exports')
  return (
    <Notice kind="good" role="status" title={t('taking.saved', { name: fileName })}>
      <span className={classes['hash']}>{t('taking.hash', { sha256 })}</span>
      <Text size="sm" mt={4}>
        {t('taking.hashHint')}
      </Text>
    </Notice>
  )
}
