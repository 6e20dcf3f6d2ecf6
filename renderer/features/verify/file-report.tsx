import { Loader, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '#shared/verify/findings.ts'
import type { PdfReport } from '#shared/verify/verify-pdf.ts'
import { TrainingMark } from '../../components/training-mark.tsx'
import { useLanguage } from '../../i18n/i18n.ts'
import { Details } from './report-details.tsx'
import type { Check } from './use-checks.ts'
import classes from './verify.module.css'

interface FileReportProps {
  readonly check: Check
  /** It was checked against our own certificate. */
  readonly isOwn: boolean
}

/** What was found about a file or a folder: the verdict first, then every finding as a sentence. */
export function FileReport({ check, isOwn }: FileReportProps) {
  const { t } = useTranslation('verify')
  const { given, report, inStore = [] } = check
  return (
    <li className={classes['report']} data-verdict={report?.verdict ?? (report === null ? 'fails' : 'open')}>
      <div className={classes['name']}>
        <strong>{given.name}</strong> {report?.document?.training === true && <TrainingMark />}
      </div>
      <div role="status">
        {report === undefined && <Loader type="dots" size="sm" aria-label={t('checking')} />}
        {report === null && <Verdict verdict="fails" word={t('unreadable')} />}
        {report && <Verdict verdict={report.verdict} word={t(`verdict.${report.verdict}`)} />}
      </div>
      {report && <Found report={report} isOwn={isOwn} />}
      {inStore === null && <Text size="sm">{t('inStore.failed')}</Text>}
      {inStore !== null && inStore.length > 0 && <InStore findings={inStore} />}
    </li>
  )
}

const icons = { holds: IconCircleCheck, intact: IconHelpCircle, fails: IconCircleX }

interface VerdictProps {
  readonly verdict: PdfReport['verdict']
  readonly word: string
}

function Verdict({ verdict, word }: VerdictProps) {
  const Icon = icons[verdict]
  return (
    <div className={classes['verdict']}>
      <Icon size={22} aria-hidden="true" />
      {word}
    </div>
  )
}

const levels = { good: IconCircleCheck, ask: IconHelpCircle, bad: IconAlertTriangle }

function Found({ report, isOwn }: { readonly report: PdfReport; readonly isOwn: boolean }) {
  const { t } = useTranslation('verify')
  const isForeign = report.findings.some(({ code }) => code === 'signer_unknown')
  return (
    <>
      <ul className={classes['findings']}>
        {report.findings.map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two signatures can have the same finding
          <Sentence key={index} finding={finding} />
        ))}
      </ul>
      {isForeign && (
        <Text size="sm" mt={4}>
          {isOwn ? t('foreign.own') : t('foreign.other')}
        </Text>
      )}
      {report.signatures.length > 0 && <Details report={report} />}
    </>
  )
}

/** The file beside the audit trail of this store: an older store that was put back shows here. */
function InStore({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation('verify')
  const isAmiss = findings.some(({ level }) => level !== 'good')
  return (
    <section className={classes['inStore']} aria-label={t('inStore.title')}>
      <strong>{t('inStore.title')}</strong>
      <ul className={classes['findings']}>
        {findings.map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two documents of an export can have the same finding
          <Sentence key={index} finding={finding} />
        ))}
      </ul>
      {isAmiss && <Text size="sm">{t('inStore.whatToDo')}</Text>}
    </section>
  )
}

function Sentence({ finding }: { readonly finding: Finding }) {
  const language = useLanguage()
  const Icon = levels[finding.level]
  return (
    <li data-level={finding.level}>
      <Icon size={16} aria-hidden="true" />
      <span>{finding.text[language]}</span>
    </li>
  )
}
