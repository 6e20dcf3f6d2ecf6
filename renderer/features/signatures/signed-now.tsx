import { Title } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignatureSummary } from '#shared/api/signatures.ts'
import { meanings } from '#shared/core/signatures/meaning.ts'
import { useRead } from '../../api/hooks.ts'
import { Facts } from '../../components/facts.tsx'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { Notice } from '../../components/notice.tsx'
import { SignatureStatus } from '../../components/status.tsx'
import { instantText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { useRight } from '../../session/session.tsx'
import { ExportButton } from '../documents/export-button.tsx'
import classes from './ceremony/ceremony.module.css'

/** What has just been signed: by whom, when, as what, its hash, and the document to take out. */
export function SignedNow({ signed }: { readonly signed: readonly SignatureSummary[] }) {
  return (
    <>
      <SignedHeading count={signed.length} />
      {signed.map(signature => (
        <OneSigned key={signature.id} signature={signature} />
      ))}
    </>
  )
}

/** Says that it is done; takes the keyboard from the form that has gone. */
export function SignedHeading({ count }: { readonly count: number }) {
  const { t } = useTranslation('signatures')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.scrollIntoView({ block: 'center' })
    heading.current?.focus()
  }, [])
  return (
    <Notice kind="good" role="status">
      <Title order={2} size="h3" ref={heading} tabIndex={-1}>
        {t('signed.title', { count })}
      </Title>
    </Notice>
  )
}

function OneSigned({ signature }: { readonly signature: SignatureSummary }) {
  const { t } = useTranslation(['signatures', 'shell'])
  const language = useLanguage()
  const mayExport = useRight('documents.export')
  const { data } = useRead('signatures', 'get', { id: signature.id })
  const { signer, signedAt, meaning, status, document } = signature
  return (
    <section className={classes['record']} aria-label={meanings[meaning.code].name[language]}>
      <Facts
        rows={[
          [t('signatures:ceremony.meaning'), meaning.statement[language]],
          [t('signatures:ceremony.name'), signer.fullName],
          [t('signatures:ceremony.role'), t(`shell:role.${signer.role}`)],
          [t('signatures:ceremony.time'), instantText(signedAt, language)],
          [t('signatures:view.status'), <SignatureStatus key="status" status={status} />],
          ['SHA-256', <code key="hash">{data?.sha256 ?? '…'}</code>],
        ]}
      />
      <div className={classes['after']}>
        <LinkAnchor to="/signatures/$signatureId" params={{ signatureId: signature.id }}>
          {t('signatures:openSignature')}
        </LinkAnchor>
        {document && mayExport && <ExportButton id={document} isQuiet />}
      </div>
    </section>
  )
}
