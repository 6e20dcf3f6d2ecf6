import type { ReactNode } from 'react'
import type { FieldProps } from './fact-field.tsx'
import type { Values } from './values.ts'

/** What the fields of every form work with. */
export interface FormState {
  readonly values: Values
  readonly set: (changes: Values) => void
  readonly isSubmitted: boolean
  /** Everything that a field needs. */
  readonly field: (name: string) => FieldProps
  /** What is wrong with a field, once that may be said. */
  readonly errorAt: (name: string) => string | undefined
}

/** The first field has the focus where no other was asked for. */
export function focusFirst(props: FieldProps, isFirst: boolean): FieldProps {
  return isFirst ? { autoFocus: true, ...props } : props
}

interface FieldPlaceProps {
  /** The field inside. */
  readonly name: string
  readonly error: string | undefined
  readonly children: ReactNode
}

/** Marks where a field stands, so that a problem can lead there. */
export function FieldPlace({ name, error, children }: FieldPlaceProps) {
  return (
    <div data-field={name} data-wrong={error === undefined ? undefined : true}>
      {children}
    </div>
  )
}
