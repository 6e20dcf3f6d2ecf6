import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EligibilitySubject } from '#shared/core/signatures/subject.ts'
import { useRead } from '../../../api/hooks.ts'
import { Facts } from '../../../components/facts.tsx'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { TrainingMark } from '../../../components/training-mark.tsx'
import { dateText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { SignedBy } from '../signed-by.tsx'
import { Hash } from './hash.tsx'

/** Which protocol, readings, criteria and rules the decision was computed with, and who approved them. */
export function RestsOn({ subject }: { readonly subject: EligibilitySubject }) {
  const { t } = useTranslation('signatures')
  const language = useLanguage()
  const { protocol, readings, criteria, rules, configuration, screening } = subject
  const lastEntry = screening.lastEntryOn
  return (
    <section>
      <Title order={2} size="h3" mb={6}>
        {protocol.id}
      </Title>
      <Facts
        rows={[
          [t('record.title'), protocol.title[language]],
          [
            t('record.definition'),
            <span key="definition">
              {protocol.version} <Hash sha256={protocol.sha256} />
            </span>,
          ],
          [t('record.readings'), t('record.version', { version: readings.version })],
          ...(criteria
            ? ([
                [
                  t('record.siteCriteria'),
                  <span key="criteria">
                    {t('record.siteCriteriaOf', {
                      version: criteria.version,
                      protocolVersion: criteria.protocolVersion,
                      approvedOn: dateText(criteria.approvedOn, language),
                    })}{' '}
                    <Hash sha256={criteria.sha256} /> {criteria.training && <TrainingMark />}
                  </span>,
                ],
              ] as const)
            : []),
          [t('record.approvedBy'), <Approval key="approval" id={configuration} protocolId={protocol.id} />],
          [t('record.rules'), rules],
          [
            t('record.lastEntry'),
            lastEntry === null ? t('record.notCharted') : dateText(lastEntry, language),
          ],
        ]}
      />
    </section>
  )
}

type ApprovalProps = { readonly id: EligibilitySubject['configuration'] } & {
  readonly protocolId: EligibilitySubject['protocol']['id']
}

function Approval({ id, protocolId }: ApprovalProps) {
  const { data } = useRead('signatures', 'list', { protocolId })
  const signature = data?.find(one => one.id === id)
  return (
    <LinkAnchor to="/signatures/$signatureId" params={{ signatureId: id }} inherit>
      {signature ? <SignedBy signature={signature} /> : id}
    </LinkAnchor>
  )
}
