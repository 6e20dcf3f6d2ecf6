import { useTranslation } from 'react-i18next'
import { fingerprintText } from '#shared/core/signatures/record.ts'
import type { PdfReport, ReportedSignature } from '#shared/verify/verify-pdf.ts'
import { Facts } from '../../components/facts.tsx'
import { instantText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import classes from './verify.module.css'

/** For whoever wants to know exactly: every signature with its certificate, and the attached record. */
export function Details({ report }: { readonly report: PdfReport }) {
  const { t, i18n } = useTranslation(['verify', 'documents'])
  const { signatures, document, record, authority } = report
  const kindOf = (kind: string) =>
    i18n.exists(`documents:kind.${kind}`) ? t(`documents:kind.${kind}` as 'documents:kind.eligibility') : kind
  return (
    <details className={classes['details']}>
      <summary>{t('verify:details.open')}</summary>
      {signatures.map((signature, index) => (
        <Signature key={`${signature.serial} ${signature.signedAt}`} {...{ signature, index }} />
      ))}
      <Facts
        rows={[
          ...(document
            ? [
                [t('verify:details.document'), kindOf(document.kind)] as const,
                [t('verify:details.id'), <Code key="id" text={document.id} />] as const,
              ]
            : []),
          ...(record
            ? [
                [
                  t('verify:details.record'),
                  <Code key="record" text={fingerprintText(record.sha256)} />,
                ] as const,
              ]
            : []),
          ...(authority
            ? [
                [
                  t('verify:details.authority'),
                  <Code key="site" text={fingerprintText(authority)} />,
                ] as const,
              ]
            : []),
        ]}
      />
    </details>
  )
}

interface SignatureProps {
  readonly signature: ReportedSignature
  readonly index: number
}

function Signature({ signature, index }: SignatureProps) {
  const { t } = useTranslation('verify')
  const language = useLanguage()
  const { fullName, organisation, meaning, signedAt, serial, isIntact } = signature
  return (
    <section className={classes['signature']}>
      <strong>
        {t('details.signature', { number: index + 1 })} ·{' '}
        {isIntact ? t('details.intact') : t('details.notIntact')}
      </strong>
      <Facts
        rows={[
          [t('details.name'), fullName],
          [t('details.site'), organisation || '–'],
          [t('details.meaning'), meaning[language]],
          [t('details.signedAt'), instantText(signedAt, language)],
          [t('details.serial'), <Code key="serial" text={serial || '–'} />],
        ]}
      />
    </section>
  )
}

function Code({ text }: { readonly text: string }) {
  return <span className={classes['code']}>{text}</span>
}
