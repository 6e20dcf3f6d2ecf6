import { IconCircleCheck, IconCircleMinus, IconCircleX, IconPencil, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CheckedRow, Refusal, RefusalCode, RowOutcome } from '#shared/core/imports/row.ts'
import { outcomeWords, refusalWords } from '#shared/core/imports/words.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { Status, type StatusLook } from '../../../components/status.tsx'
import { differencesOf } from '../../chart/fact-differences.ts'
import { Differences } from '../../chart/fact-history.tsx'
import { capital, useSpeech } from '../../chart/fact-words.ts'
import classes from './check.module.css'
import { DoubtWords } from './doubt-words.tsx'
import { PlaceText } from './place-text.tsx'
import { ContentText, Subject } from './row-words.tsx'
import { placeKey } from './use-answers.ts'

const looks: Readonly<Record<RowOutcome, StatusLook>> = {
  new: { kind: 'good', icon: IconPlus },
  changed: { kind: 'judge', icon: IconPencil },
  same: { kind: 'over', icon: IconCircleCheck },
  refused: { kind: 'bad', icon: IconCircleX },
  ignored: { kind: 'over', icon: IconCircleMinus },
}

interface RowTableProps {
  readonly rows: readonly CheckedRow[]
  readonly files: readonly string[]
}

/** Statements of the files, what is on record and what the file says side by side. */
export function RowTable({ rows, files }: RowTableProps) {
  const { t } = useTranslation('imports')
  return (
    <div className={classes['wide']}>
      <table className={classes['rows']}>
        <thead>
          <tr>
            <th scope="col">{t('check.place')}</th>
            <th scope="col">{t('check.outcome')}</th>
            <th scope="col">{t('check.patient')}</th>
            <th scope="col">{t('check.what')}</th>
            <th scope="col">{t('check.now')}</th>
            <th scope="col">{t('check.becomes')}</th>
            <th scope="col">{t('check.why')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Row key={placeKey(row.place)} row={row} files={files} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps extends Pick<RowTableProps, 'files'> {
  readonly row: CheckedRow
}

function Row({ row, files }: RowProps) {
  const textOf = useCoreText()
  const { place, outcome, patient, content, before, refusal } = row
  const hasContent = outcome !== 'ignored' && outcome !== 'refused'
  return (
    <tr>
      <td className={classes['place']}>
        <PlaceText place={place} files={files} />
      </td>
      <td>
        <Status {...looks[outcome]} word={capital(textOf(outcomeWords[outcome]))} plain />
      </td>
      <td className={classes['nowrap']}>{patient?.screeningNumber ?? printedIn(refusal, OF_PATIENT)}</td>
      <td>{content === null ? printedIn(refusal, OF_TEST) : <Subject content={content} />}</td>
      <td>{hasContent && <ContentText content={before?.content ?? null} />}</td>
      <td className={classes['value']}>{hasContent && <ContentText content={content} />}</td>
      <td>
        <Why row={row} />
      </td>
    </tr>
  )
}

const OF_PATIENT: readonly RefusalCode[] = ['unknown_patient', 'ambiguous_patient']
const OF_TEST: readonly RefusalCode[] = ['unknown_test', 'other_specimen']

/** What the file says in the cell that was refused, where it is that of the patient or of the test. */
function printedIn(refusal: Refusal | null, codes: readonly RefusalCode[]): string | null {
  return refusal !== null && codes.includes(refusal.code) ? refusal.value : null
}

function Why({ row: { outcome, content, before, refusal, doubts } }: { readonly row: CheckedRow }) {
  const speech = useSpeech()
  if (refusal !== null) return <Refused refusal={refusal} />
  return (
    <>
      {outcome === 'changed' && content && before && (
        <Differences differences={differencesOf(before.content, content, speech)} />
      )}
      {doubts.length > 0 && <DoubtWords doubts={doubts} />}
    </>
  )
}

function Refused({ refusal: { code, column, value } }: { readonly refusal: Refusal }) {
  const { t } = useTranslation('imports')
  const textOf = useCoreText()
  const where =
    column === null
      ? value !== null && t('check.refusedPlain', { value })
      : value === null || value === ''
        ? t('check.refusedColumn', { column })
        : t('check.refusedValue', { column, value })
  return (
    <>
      {capital(textOf(refusalWords[code]))}
      {where && <div className={classes['quiet']}>{where}</div>}
    </>
  )
}
