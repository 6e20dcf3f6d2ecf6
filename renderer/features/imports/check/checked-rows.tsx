import { Loader, SegmentedControl, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RowOutcome } from '#shared/core/imports/row.ts'
import { outcomeWords } from '#shared/core/imports/words.ts'
import { useRead } from '../../../api/hooks.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { Failure } from '../../../components/failure.tsx'
import { countText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { capital } from '../../chart/fact-words.ts'
import { Pager } from '../pager.tsx'
import type { Checked } from '../types.ts'
import { RowTable } from './row-table.tsx'

const PAGE = 100

/** What is worth looking at first. */
const ORDER: readonly RowOutcome[] = ['refused', 'changed', 'new', 'same', 'ignored']

interface CheckedRowsProps {
  readonly checked: Checked
  readonly files: readonly string[]
}

/** The rows of a dry run by what would become of them, a page at a time. */
export function CheckedRows({ checked: { check, counts }, files }: CheckedRowsProps) {
  const { t } = useTranslation('imports')
  const first = ORDER.find(outcome => counts[outcome] > 0)
  const [outcome, setOutcome] = useState<RowOutcome | 'all'>(first ?? 'all')
  const [from, setFrom] = useState(0)
  const choose = (next: RowOutcome | 'all') => {
    setOutcome(next)
    setFrom(0)
  }
  const { data, error, refetch } = useRead(
    'imports',
    'rows',
    { check, offset: from, limit: PAGE, ...(outcome === 'all' ? {} : { outcome }) },
    { keepPrevious: true },
  )
  return (
    <section aria-label={t('check.show')}>
      <OutcomeFilter counts={counts} value={outcome} onChange={choose} />
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loader type="dots" aria-label={t('looking')} />}
      {data?.rows.length === 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('check.none')}
        </Text>
      )}
      {data && data.rows.length > 0 && <RowTable rows={data.rows} files={files} />}
      {data && <Pager from={from} page={PAGE} total={data.total} onFrom={setFrom} />}
    </section>
  )
}

interface OutcomeFilterProps extends Pick<Checked, 'counts'> {
  readonly value: RowOutcome | 'all'
  readonly onChange: (outcome: RowOutcome | 'all') => void
}

function OutcomeFilter({ counts, value, onChange }: OutcomeFilterProps) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const textOf = useCoreText()
  const all = ORDER.reduce((sum, outcome) => sum + counts[outcome], 0)
  const label = (word: string, rows: number) => `${word} ${countText(rows, language)}`
  return (
    <SegmentedControl
      aria-label={t('check.show')}
      value={value}
      onChange={chosen => onChange(RowOutcome.safeParse(chosen).data ?? 'all')}
      data={[
        ...ORDER.map(outcome => ({
          value: outcome,
          label: label(capital(textOf(outcomeWords[outcome])), counts[outcome]),
          disabled: counts[outcome] === 0,
        })),
        { value: 'all', label: label(t('check.all'), all) },
      ]}
    />
  )
}
