import { Text, UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RankedMissing } from '#shared/core/eligibility/verdict.ts'
import { useCoreText } from '../../components/core-text.ts'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { countText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import type { Line } from './lines.ts'
import classes from './log-views.module.css'
import type { Patient } from './patient.ts'
import type { LogSummaries } from './summaries.ts'
import { waitingByItem } from './waiting.ts'

interface MissingViewProps {
  readonly lines: readonly Line[]
  readonly summaries: LogSummaries | undefined
}

/** What to find out first over the whole log, and who waits for it. */
export function MissingView({ lines, summaries }: MissingViewProps) {
  const { t } = useTranslation('candidates')
  const [openKey, setOpenKey] = useState<string>()
  const waiting = useMemo(() => waitingByItem(lines), [lines])
  const items = useMemo(
    () => [...(summaries?.missing.values() ?? [])].sort((a, b) => compare(a, b)),
    [summaries],
  )
  if (summaries !== undefined && items.length === 0) return <Text>{t('missing.nothing')}</Text>
  return (
    <div className={classes['view']}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('missing.what')}
      </Text>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{t('missing.item')}</th>
            <th scope="col" className={classes['number']}>
              {t('missing.candidates')}
            </th>
            <th scope="col" className={classes['number']}>
              {t('missing.settles')}
            </th>
            <th scope="col" className={classes['number']}>
              {t('missing.concerns')}
            </th>
            <th scope="col">{t('missing.criteria')}</th>
          </tr>
        </thead>
        {items.map(item => (
          <Item
            key={item.key}
            item={item}
            patients={waiting.get(item.key) ?? []}
            isOpen={item.key === openKey}
            onToggle={() => setOpenKey(item.key === openKey ? undefined : item.key)}
          />
        ))}
      </table>
    </div>
  )
}

function compare(a: RankedMissing, b: RankedMissing): number {
  return b.settles - a.settles || b.concerns - a.concerns || (a.key < b.key ? -1 : 1)
}

interface ItemProps {
  readonly item: RankedMissing
  readonly patients: readonly Patient[]
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function Item({ item, patients, isOpen, onToggle }: ItemProps) {
  const language = useLanguage()
  const coreText = useCoreText()
  return (
    <tbody>
      <tr>
        <th scope="row">
          <UnstyledButton className={classes['toggle'] ?? ''} aria-expanded={isOpen} onClick={onToggle}>
            <IconChevronRight size={16} aria-hidden="true" className={classes['chevron']} />
            <span className={classes['sentence']}>{coreText(item.text)}</span>
          </UnstyledButton>
        </th>
        <td className={classes['number']}>{countText(patients.length, language)}</td>
        <td className={classes['number']}>{countText(item.settles, language)}</td>
        <td className={classes['number']}>{countText(item.concerns, language)}</td>
        <td className={classes['criteria']}>{byProtocol(item.criteria)}</td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={5} className={classes['waiting']}>
            <WhoWaits patients={patients} />
          </td>
        </tr>
      )}
    </tbody>
  )
}

/** `NCT05106972 I1` and `NCT05106972 E1` as one: `NCT05106972 I1 E1`. */
function byProtocol(criteria: readonly string[]): string {
  const labels = new Map<string, string[]>()
  for (const [protocol = '', label] of criteria.map(one => one.split(' ')))
    labels.set(protocol, [...(labels.get(protocol) ?? []), ...(label ? [label] : [])])
  return [...labels].map(([protocol, list]) => [protocol, ...list].join(' ')).join(', ')
}

const SHOWN = 120

function WhoWaits({ patients }: Pick<ItemProps, 'patients'>) {
  const { t } = useTranslation('candidates')
  const more = patients.length - SHOWN
  return (
    <>
      <ul className={classes['who']}>
        {patients.slice(0, SHOWN).map(({ id, screeningNumber }) => (
          <li key={id}>
            <LinkAnchor to="/candidates/$patientId" params={{ patientId: id }} size="sm">
              {screeningNumber}
            </LinkAnchor>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Text size="xs" c="dimmed">
          {t('missing.more', { count: more })}
        </Text>
      )}
    </>
  )
}
