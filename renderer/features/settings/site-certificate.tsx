import { Button, Group, Text, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DangerButton } from '../../components/danger-button.tsx'
import { Facts } from '../../components/facts.tsx'
import { dateText, instantText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { useRight } from '../../session/session.tsx'
import { usePeople } from '../chart/use-people.ts'
import type { Authority } from './authority.ts'
import { Fingerprint } from './fingerprint.tsx'
import { ReplaceAuthority } from './replace-authority.tsx'

/** The certificate by which all others are verified; its fingerprint belongs on paper. */
export function SiteCertificate({ authority }: { readonly authority: Authority | null }) {
  const { t } = useTranslation('settings')
  const navigate = useNavigate()
  const mayExport = useRight('documents.export')
  const mayReplace = useRight('users.appoint')
  const [isReplacing, setReplacing] = useState(false)
  return (
    <section>
      <Title order={2} size="h3" mb={6}>
        {t('authority.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('authority.hint')}
      </Text>
      {authority === null ? <Text>{t('authority.none')}</Text> : <Details authority={authority} />}
      <Group mt="sm">
        {authority && mayExport && (
          <Button
            variant="default"
            onClick={() => void navigate({ to: '/documents/new', search: { kind: 'site_certificate' } })}
          >
            {t('authority.print')}
          </Button>
        )}
        {authority && mayReplace && (
          <DangerButton onClick={() => setReplacing(true)}>{t('authority.replace')}</DangerButton>
        )}
      </Group>
      {isReplacing && <ReplaceAuthority onClose={() => setReplacing(false)} />}
    </section>
  )
}

function Details({ authority }: { readonly authority: Authority }) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const personOf = usePeople()
  const { serial, sha256, validFrom, validTo, holder, createdAt } = authority
  const valid = {
    from: dateText(validFrom.slice(0, 10), language),
    to: dateText(validTo.slice(0, 10), language),
  }
  return (
    <Facts
      rows={[
        [t('certificate.fingerprint'), <Fingerprint key="sha" value={sha256} />],
        [t('certificate.serial'), <Fingerprint key="serial" value={serial} />],
        [t('certificate.valid'), t('certificate.fromTo', valid)],
        [t('authority.holder'), personOf(holder)],
        [t('authority.made'), instantText(createdAt, language)],
      ]}
    />
  )
}
