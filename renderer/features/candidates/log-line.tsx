import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CivilDate } from '#shared/core/civil-date.ts'
import type { RankedMissing } from '#shared/core/eligibility/verdict.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { useCoreText } from '../../components/core-text.ts'
import { VerdictStatus } from '../../components/status.tsx'
import { dateText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { ageOn } from './age.ts'
import { AnswerDetail } from './answer-detail.tsx'
import type { Line } from './lines.ts'
import classes from './log.module.css'

interface LogLineProps {
  readonly line: Line
  readonly index: number
  readonly top: number
  readonly isActive: boolean
  readonly missing: ReadonlyMap<string, RankedMissing> | undefined
  readonly on: CivilDate
  readonly onOpen: (patientId: PatientId) => void
}

/** One candidate as a line. Drawn again only when it changes: scrolling moves lines by the dozen. */
export const LogLine = memo(function LogLine({
  line: { patient, answers },
  index,
  top,
  isActive,
  missing,
  on,
  onOpen,
}: LogLineProps) {
  const { t } = useTranslation('candidates')
  const language = useLanguage()
  return (
    <tr
      className={classes['row']}
      data-active={isActive || undefined}
      tabIndex={isActive ? 0 : -1}
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onOpen(patient.id)}
    >
      <th scope="row">{patient.screeningNumber}</th>
      <td>{patient.initials}</td>
      <td>{t(`shortSex.${patient.sex}`)}</td>
      <td>{shortAge(patient, on)}</td>
      {answers === undefined && <td className={classes['waiting']}>{t('answer.waiting')}</td>}
      {answers?.map(answer => (
        <td key={answer.protocol} className={classes['answer']}>
          <VerdictStatus verdict={answer.verdict} projected={answer.projected} />
          <AnswerDetail answer={answer} on={on} isPlain />
        </td>
      ))}
      <td className={classes['missing']}>
        <MostUseful answers={answers} missing={missing} />
      </td>
      <td className={classes['entered']}>{dateText(patient.enteredAt.slice(0, 10), language)}</td>
    </tr>
  )
})

function shortAge({ birthDate }: Line['patient'], on: CivilDate): string {
  const age = ageOn(birthDate, on)
  if (age === undefined) return '–'
  return age.least === age.most ? `${age.least}` : `${age.least}–${age.most}`
}

/** What would help this candidate most: the first item of the first protocol that still asks for something. */
function MostUseful({ answers = [], missing }: Pick<Line, 'answers'> & Pick<LogLineProps, 'missing'>) {
  const coreText = useCoreText()
  const keys = new Set(answers.filter(({ hasCriteria }) => hasCriteria).flatMap(answer => answer.missing))
  const [first] = keys
  const item = first === undefined ? undefined : missing?.get(first)
  if (item === undefined) return null
  const text = coreText(item.text)
  return (
    <>
      <span className={classes['clamp']} title={text}>
        {text}
      </span>
      {keys.size > 1 && <span className={classes['more']}>+{keys.size - 1}</span>}
    </>
  )
}
