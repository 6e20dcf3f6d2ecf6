import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Criterion } from '#shared/core/protocol/criterion.ts'
import type { Reading } from '#shared/core/protocol/reading.ts'
import { conditionWords } from '#shared/core/protocol/words.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { TrainingMark } from '../../../components/training-mark.tsx'
import { dateText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { choicesIn, type ProtocolDetails, readingsIn } from '../protocol-details.ts'
import classes from '../protocols.module.css'
import { RuleCard } from '../rule-card.tsx'
import { SourceQuote } from '../source-quote.tsx'
import { type ComparedCriterion, compareCriteria, type Difference } from './compare-criteria.ts'
import { EnterCriteria } from './enter-criteria.tsx'
import type { ReadFile } from './read-file.ts'

interface CriteriaPreviewProps {
  readonly details: ProtocolDetails
  readonly file: ReadFile
  readonly onDone: () => void
}

/** What a file would enter, criterion by criterion beside its quote, and how it differs from what holds now. */
export function CriteriaPreview({ details, file, onDone }: CriteriaPreviewProps) {
  const { t } = useTranslation('protocols')
  const language = useLanguage()
  const { criteria, sha256 } = file.preview
  const before = details.criteria?.criteria.criteria
  const { criteria: compared, removed } = compareCriteria(before ?? [], criteria.criteria)
  const readings = [...details.definition.readings, ...criteria.readings]
  const chosen = choicesIn(details)
  return (
    <div className={classes['parts']}>
      <div>
        <Text fw={600} component="div">
          {file.name} {criteria.training && <TrainingMark />}
        </Text>
        <Text size="sm" c="dimmed">
          {t('site.fileSays', {
            protocolVersion: criteria.protocolVersion,
            approvedOn: dateText(criteria.approvedOn, language),
            number: criteria.criteria.length,
          })}{' '}
          <span title={sha256}>SHA-256 {sha256.slice(0, 12)}…</span>
        </Text>
        {before && <Counts compared={compared} removed={removed.length} />}
      </div>
      <ul className={classes['rules']}>
        {compared.map(one => (
          <li key={one.criterion.id} data-difference={before && one.difference}>
            <RuleCard
              criterion={one.criterion}
              readings={readings}
              chosen={chosen}
              isLinked={false}
              mark={before && <DifferenceMark difference={one.difference} />}
            >
              {one.before && one.difference !== 'unchanged' && (
                <Before criterion={one.before} readings={readingsIn(details)} details={details} />
              )}
            </RuleCard>
          </li>
        ))}
        {removed.map(criterion => (
          <li key={criterion.id} data-difference="removed">
            <RuleCard
              criterion={criterion}
              readings={readingsIn(details)}
              chosen={chosen}
              isLinked={false}
              mark={<DifferenceMark difference="removed" />}
            />
          </li>
        ))}
      </ul>
      {criteria.readings.length > 0 && <NewReadings readings={criteria.readings} />}
      <EnterCriteria details={details} file={file} onDone={onDone} />
    </div>
  )
}

interface CountsProps {
  readonly compared: readonly ComparedCriterion[]
  readonly removed: number
}

function Counts({ compared, removed }: CountsProps) {
  const { t } = useTranslation('protocols')
  const count = (...kinds: Difference[]) =>
    compared.filter(({ difference }) => kinds.includes(difference)).length
  return (
    <Text size="sm" fw={600} mt={4}>
      {t('site.counts', {
        added: count('added'),
        removed,
        changed: count('words', 'condition', 'both'),
        unchanged: count('unchanged'),
      })}
    </Text>
  )
}

function DifferenceMark({ difference }: { readonly difference: Difference | 'removed' }) {
  const { t } = useTranslation('protocols')
  return (
    <span className={classes['mark']} data-difference={difference}>
      {t(`site.difference.${difference}`)}
    </span>
  )
}

interface BeforeProps {
  readonly criterion: Criterion
  readonly readings: readonly Reading[]
  readonly details: ProtocolDetails
}

function Before({ criterion, readings, details }: BeforeProps) {
  const { t } = useTranslation('protocols')
  const textOf = useCoreText()
  return (
    <div className={classes['before']}>
      <b>{t('site.before')}</b> {criterion.label} {textOf(criterion.title)}:{' '}
      {textOf(conditionWords(criterion.condition, readings, choicesIn(details)))}
      <SourceQuote quote={criterion.quote} />
    </div>
  )
}

function NewReadings({ readings }: { readonly readings: readonly Reading[] }) {
  const { t } = useTranslation('protocols')
  const textOf = useCoreText()
  return (
    <div>
      <Text fw={600} size="sm">
        {t('site.brings', { count: readings.length })}
      </Text>
      <ul className={classes['plainList']}>
        {readings.map(reading => (
          <li key={reading.id}>
            {textOf(reading.question)} {reading.alternatives.map(({ label }) => textOf(label)).join(' / ')}
          </li>
        ))}
      </ul>
    </div>
  )
}
