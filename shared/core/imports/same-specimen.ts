import { Decimal } from '../decimal.ts'
import type { FactContent, FactContentOf } from '../facts/content.ts'
import { unitText } from '../unit-text.ts'

/** What tells two statements of one kind and time apart: the laboratory, how a vein was seen, the probe. */
export interface Specimen {
  /** Kind, and of a result its code: statements of another subject are never compared. */
  readonly subject: string
  /** As written: an instant, a day, or less where no more is known. */
  readonly time: string
  readonly by: string | undefined
}

/** What a statement is about; undefined for a kind that is only ever compared as a whole. */
export function specimenOf(content: FactContent): Specimen | undefined {
  const { kind } = content
  if (kind === 'laboratory') return { subject: content.loinc, time: content.on, by: content.laboratory }
  if (kind === 'portal_vein') return { subject: kind, time: content.on, by: content.modality }
  if (kind === 'liver_stiffness' || kind === 'spleen_stiffness')
    return { subject: kind, time: content.on, by: content.probe }
  return undefined
}

/** Whether a file says of one specimen what is on record. What the file leaves out contradicts nothing. */
export function saysSame(file: FactContent, record: FactContent): boolean {
  if (file.kind === 'laboratory' && record.kind === 'laboratory')
    return isSameValue(file, record) && isSamePrint(file, record)
  return Object.entries(file).every(
    ([name, value]) =>
      name === 'on' || value === undefined || isSameText(value, (record as Record<string, unknown>)[name]),
  )
}

/** Whether both give the same result, whatever is printed beside it. */
export function isSameResult(one: FactContent, other: FactContent): boolean {
  if (one.kind === 'laboratory' && other.kind === 'laboratory') return isSameValue(one, other)
  return saysSame(one, other) || saysSame(other, one)
}

/** Whether both give the same result, and the first says nothing of its meaning that the second leaves out. */
export function isSameReading(one: FactContent, other: FactContent): boolean {
  if (one.kind !== 'laboratory' || other.kind !== 'laboratory') return saysSame(one, other)
  return isSameValue(one, other) && isSameMeaning(one, other)
}

type Result = FactContentOf<'laboratory'>

function isSameValue(one: Result, other: Result): boolean {
  return one.comparator === other.comparator && one.unit === other.unit && isSameText(one.value, other.value)
}

function isSamePrint(file: Result, record: Result): boolean {
  const { range } = file
  const isRange = saysNoMore(range?.low, record.range?.low) && saysNoMore(range?.high, record.range?.high)
  return isRange && isSameMeaning(file, record)
}

/** A control and the condition of the specimen: without them a result is read otherwise. */
function isSameMeaning({ control, specimenCondition }: Result, record: Result): boolean {
  const printed = control === 'not_printed' ? undefined : control
  return saysNoMore(printed, record.control) && saysNoMore(specimenCondition, record.specimenCondition)
}

function saysNoMore(said: string | undefined, known: string | undefined): boolean {
  return said === undefined || isSameText(said, known)
}

const NUMBER = /^\d+(?:\.\d+)?$/

/** `34.50` and `34.5` are one number, printed otherwise. */
function isSameText(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'string' || typeof other !== 'string') return false
  // What differs as a number of the machine differs as a decimal too, and is told apart faster.
  if (Number(one) !== Number(other)) return false
  return NUMBER.test(one) && NUMBER.test(other) && new Decimal(one).eq(other)
}

const FIELDS = [
  ['diameterMm', 'mm'],
  ['meanVelocityCmPerS', 'cm/s'],
  ['maximumVelocityCmPerS', 'cm/s'],
  ['flowMlPerMin', 'mL/min'],
  ['kPa', 'kPa'],
] as const

/** The result of a statement with its time, in figures that need no language: `34.5 g/L, 2026-11-10 07:40`. */
export function resultText(content: FactContent): string {
  const time = 'on' in content ? content.on.slice(0, 16).replace('T', ' ') : ''
  if (content.kind === 'laboratory') {
    const { comparator = '', value, unit } = content
    return `${`${comparator}${value} ${unitText(unit)}`.trim()}, ${time}`
  }
  const said = content as Readonly<Record<string, unknown>>
  const values = FIELDS.flatMap(([name, unit]) => {
    const value = said[name]
    return typeof value === 'string' ? [`${value} ${unit}`] : []
  })
  return [...values, time].join(', ')
}
