import { useTranslation } from 'react-i18next'
import type { Subject } from '#shared/core/signatures/subject.ts'
import { assertNever } from '#shared/core/text.ts'
import { useRead } from '../../../api/hooks.ts'
import { Facts } from '../../../components/facts.tsx'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { instantText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { CausalityRecord } from './causality-record.tsx'
import { ConfigurationRecord } from './configuration-record.tsx'
import { EligibilityRecord } from './eligibility-record.tsx'
import { Hash } from './hash.tsx'

/** What a signature is under, complete; drawn from the record alone. */
export function SubjectRecord({ subject }: { readonly subject: Subject }) {
  switch (subject.kind) {
    case 'eligibility':
      return <EligibilityRecord subject={subject} />
    case 'causality':
      return <CausalityRecord subject={subject} />
    case 'configuration':
      return <ConfigurationRecord subject={subject} />
    case 'countersignature':
    case 'withdrawal':
      return <AboutSignature subject={subject} />
    case 'document':
      return <AboutDocument subject={subject} />
    default:
      return assertNever(subject, 'subject')
  }
}

type OfSignature = Extract<Subject, { kind: 'countersignature' | 'withdrawal' }>

/** The signature that another one is about, then the record that it is under, so that both are read. */
function AboutSignature({ subject }: { readonly subject: OfSignature }) {
  const { t } = useTranslation('signatures')
  const language = useLanguage()
  const { data } = useRead('signatures', 'get', { id: subject.of })
  return (
    <>
      <Facts
        rows={[
          [t('record.about'), subject.summary[language]],
          [t('record.signer'), subject.signer],
          [t('record.signedAt'), instantText(subject.signedAt, language)],
          [
            t('record.hash'),
            <span key="hash">
              <Hash sha256={subject.sha256} />{' '}
              <LinkAnchor to="/signatures/$signatureId" params={{ signatureId: subject.of }} size="sm">
                {t('openSignature')}
              </LinkAnchor>
            </span>,
          ],
          ...(subject.kind === 'withdrawal' ? [[t('record.reason'), subject.reason] as const] : []),
        ]}
      />
      {data?.record && data.record.subject.kind !== subject.kind && (
        <SubjectRecord subject={data.record.subject} />
      )}
    </>
  )
}

function AboutDocument({ subject }: { readonly subject: Extract<Subject, { kind: 'document' }> }) {
  const { t } = useTranslation('signatures')
  const language = useLanguage()
  return (
    <Facts
      rows={[
        [t('record.about'), subject.title[language]],
        [t('record.hash'), <Hash key="hash" sha256={subject.sha256} />],
      ]}
    />
  )
}
