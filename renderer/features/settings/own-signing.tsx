import { Button, Group, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Signatory } from '#shared/api/signing.ts'
import { Facts } from '../../components/facts.tsx'
import { Notice } from '../../components/notice.tsx'
import { dateText, instantText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { usePeople } from '../chart/use-people.ts'
import type { Authority } from './authority.ts'
import { EnableSigning } from './enable-signing.tsx'
import { Fingerprint } from './fingerprint.tsx'

interface OwnSigningProps {
  /** Undefined for somebody who never could sign. */
  readonly signatory: Signatory | undefined
  readonly authority: Authority | null
}

/** The own certificate: whether one can sign, since when and before whom, or why not any more. */
export function OwnSigning({ signatory, authority }: OwnSigningProps) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const [isEnabling, setEnabling] = useState(false)
  const [isDone, setDone] = useState(false)
  const state = signatory?.state ?? 'never'
  const ended = signatory?.ended
  return (
    <section>
      <Title order={2} size="h3" mb={6}>
        {t('signing.own')}
      </Title>
      {isDone && (
        <Notice kind="good" role="status">
          {t('signing.done')}
        </Notice>
      )}
      {state === 'never' && <Text>{t('signing.never')}</Text>}
      {state === 'ended' && ended && (
        <Notice kind="bad" title={t('signing.ended', { at: instantText(ended.at, language) })}>
          {t(`signing.endedBy.${ended.cause}`)}
        </Notice>
      )}
      {state === 'ready' && !isDone && <Text>{t('signing.ready')}</Text>}
      {signatory?.certificate && <OwnCertificate certificate={signatory.certificate} />}
      {authority === null ? (
        <Text size="sm" c="dimmed" mt="sm">
          {t('signing.noAuthority')}
        </Text>
      ) : (
        <Group mt="sm">
          <Button variant={state === 'ready' ? 'default' : 'filled'} onClick={() => setEnabling(true)}>
            {state === 'never' ? t('signing.enable') : t('signing.replace')}
          </Button>
        </Group>
      )}
      {isEnabling && authority && (
        <EnableSigning
          signatory={signatory}
          authority={authority}
          onClose={() => setEnabling(false)}
          onDone={() => {
            setEnabling(false)
            setDone(true)
          }}
        />
      )}
    </section>
  )
}

function OwnCertificate({ certificate }: { readonly certificate: NonNullable<Signatory['certificate']> }) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const personOf = usePeople()
  const { serial, sha256, validFrom, validTo, issuedAt, secondPerson, identityDocument } = certificate
  const valid = {
    from: dateText(validFrom.slice(0, 10), language),
    to: dateText(validTo.slice(0, 10), language),
  }
  return (
    <div style={{ marginTop: 10 }}>
      <Facts
        rows={[
          [t('certificate.serial'), <Fingerprint key="serial" value={serial} />],
          [t('certificate.fingerprint'), <Fingerprint key="sha" value={sha256} />],
          [t('certificate.valid'), t('certificate.fromTo', valid)],
          [t('certificate.issued'), instantText(issuedAt, language)],
          [
            t('certificate.present'),
            t('certificate.presentWith', {
              who: personOf(secondPerson),
              document: t(`identityDocument.${identityDocument}`),
            }),
          ],
        ]}
      />
    </div>
  )
}
