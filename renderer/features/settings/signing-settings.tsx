import { Loader, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { useRight, useSession } from '../../session/session.tsx'
import { OwnSigning } from './own-signing.tsx'
import classes from './settings-page.module.css'
import { SiteCertificate } from './site-certificate.tsx'

/** Whether one can sign oneself, and the certificate that stands behind every signature of the site. */
export function SigningSettings() {
  const { t } = useTranslation('common')
  const { user } = useSession()
  const maySign = useRight('signatures.sign')
  const authority = useRead('signing', 'authority', {})
  const people = useRead('signing', 'people', {})
  const error = authority.error ?? people.error
  if (error)
    return <Failure error={error} onRetry={() => void Promise.all([authority.refetch(), people.refetch()])} />
  if (authority.data === undefined || people.data === undefined)
    return <Loader type="dots" aria-label={t('loading')} />
  const own = people.data.find(({ userId }) => userId === user.id)
  return (
    <Stack gap="xl" className={classes['section'] ?? ''}>
      {maySign && <OwnSigning signatory={own} authority={authority.data} />}
      <SiteCertificate authority={authority.data} />
    </Stack>
  )
}
