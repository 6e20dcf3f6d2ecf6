import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ReportTo } from '#shared/core/documents/event-case.ts'
import { EventFilter } from '#shared/core/documents/event-listing.ts'
import { valueName } from '#shared/core/names.ts'
import { useCoreText } from '../../components/core-text.ts'
import type { Typed } from './new-document-request.ts'

interface OfEventProps {
  readonly typed: Typed
  readonly onChange: (part: Partial<Typed>) => void
}

/** To whom a report of one event goes. */
export function Recipient({ typed, onChange }: OfEventProps) {
  const { t } = useTranslation('documents')
  const textOf = useCoreText()
  return (
    <Select
      label={t('make.recipient')}
      description={t('make.recipientHint')}
      data={ReportTo.options.map(value => ({ value, label: textOf(valueName(value)) }))}
      value={typed.recipient}
      onChange={value => onChange({ recipient: ReportTo.parse(value) })}
      allowDeselect={false}
    />
  )
}

const ANYTHING = 'anything'

type Narrowing = 'serious' | 'atLeastGrade' | 'relation'

/** Which events a listing has; what came with the address stays. */
export function EventFilters({ typed, onChange }: OfEventProps) {
  const { t } = useTranslation('documents')
  const textOf = useCoreText()
  const change = (name: Narrowing, value: string | null) => {
    const { [name]: _before, ...rest } = typed.filter
    const next = name === 'atLeastGrade' ? Number(value) : value
    onChange({
      filter: EventFilter.parse(value === null || value === ANYTHING ? rest : { ...rest, [name]: next }),
    })
  }
  const choices: Readonly<Record<Narrowing, readonly (readonly [value: string, label: string])[]>> = {
    serious: (['yes', 'no'] as const).map(value => [value, textOf(valueName(value))]),
    atLeastGrade: ['1', '2', '3', '4', '5'].map(value => [value, value]),
    relation: EventFilter.shape.relation
      .unwrap()
      .options.map(value => [
        value,
        value === 'not_assessed' ? t('make.notAssessed') : textOf(valueName(value)),
      ]),
  }
  const names = Object.keys(choices) as Narrowing[]
  return names.map(name => (
    <Select
      key={name}
      label={t(`make.${name}`)}
      data={[
        { value: ANYTHING, label: t('make.anything') },
        ...choices[name].map(([value, label]) => ({ value, label })),
      ]}
      value={String(typed.filter[name] ?? ANYTHING)}
      onChange={value => change(name, value)}
      allowDeselect={false}
    />
  ))
}
