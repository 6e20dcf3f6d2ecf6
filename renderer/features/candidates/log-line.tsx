import { memo } from 'react'
import type { CivilDate } from '#shared/core/civil-date.ts'
import type { PatientId } from '#shared/core/ids.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import { SignatureMark, VerdictMark } from '../../components/status.tsx'
import { type Decisions, decisionKey } from '../signatures/decisions.ts'
import { ageOn } from './age.ts'
import type { Line } from './lines.ts'
import classes from './log.module.css'
import type { LineWords } from './use-line-words.ts'

interface LogLineProps {
  readonly line: Line
  readonly index: number
  readonly top: number
  readonly isActive: boolean
  /** What would help this candidate most, and how many items wait besides. */
  readonly missing: LocalizedText | undefined
  readonly more: number
  readonly on: CivilDate
  readonly words: LineWords
  readonly decisions: Decisions
  readonly onOpen: (patientId: PatientId) => void
}

/**
 * One candidate as a line. Drawn again only when it changes, and of plain elements without hooks: scrolling draws lines
 * by the dozen within one frame.
 */
export const LogLine = memo(function LogLine({
  line,
  index,
  top,
  isActive,
  on,
  words,
  decisions,
  ...rest
}: LogLineProps) {
  const { patient, answers } = line
  const { missing, more, onOpen } = rest
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
      <td>{words.sex[patient.sex]}</td>
      <td>{shortAge(patient, on)}</td>
      {answers === undefined && <td className={classes['waiting']}>{words.waiting}</td>}
      {answers?.map(answer => {
        const detail = words.detail(answer, on)
        const decision = decisions.get(decisionKey(patient.id, answer.protocol))
        return (
          <td key={answer.protocol} className={classes['answer']}>
            <span className={classes['marks']}>
              <VerdictMark verdict={answer.verdict} word={words.verdict(answer)} />
              {decision && <SignatureMark status={decision.status} word={words.signature(decision)} />}
            </span>
            <span className={classes['detail']} title={detail}>
              {detail}
            </span>
          </td>
        )
      })}
      <td className={classes['missing']}>
        {missing && <Missing text={words.sentence(missing)} more={more} />}
      </td>
      <td className={classes['entered']}>{words.day(patient.enteredAt.slice(0, 10))}</td>
    </tr>
  )
})

function shortAge({ birthDate }: Line['patient'], on: CivilDate): string {
  const age = ageOn(birthDate, on)
  if (age === undefined) return '–'
  return age.least === age.most ? `${age.least}` : `${age.least}–${age.most}`
}

function Missing({ text, more }: { readonly text: string; readonly more: number }) {
  return (
    <>
      <span className={classes['clamp']} title={text}>
        {text}
      </span>
      {more > 0 && <span className={classes['more']}>+{more}</span>}
    </>
  )
}
