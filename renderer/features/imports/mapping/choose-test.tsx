import { Select, Stack, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LoincCode } from '#shared/core/facts/laboratory.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { lazyList } from './lazy-list.ts'
import type { DraftTest } from './mapping-draft.ts'
import { testChoices } from './test-choices.ts'

interface ChooseTestProps {
  readonly label: string
  readonly codeLabel: string
  readonly value: DraftTest['is']
  /** Offers to leave its rows out on purpose. */
  readonly mayLeaveOut?: boolean
  readonly onChange: (is: DraftTest['is']) => void
}

/** No code reads like this. */
const OTHER = 'other'

/** Which test something is: one that Lobule knows, another by its code, or none that is wanted. */
export function ChooseTest({ label, codeLabel, value, mayLeaveOut = false, onChange }: ChooseTestProps) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const known = useMemo(() => testChoices(language), [language])
  const loinc = value !== null && value !== 'out' ? value.loinc : ''
  const isKnown = known.some(one => one.value === loinc)
  const [isTyping, setTyping] = useState(loinc !== '' && !isKnown)
  const isOther = isTyping || (loinc !== '' && !isKnown)
  const choose = (chosen: string | null) => {
    setTyping(chosen === OTHER)
    if (chosen === null || chosen === OTHER) return onChange(null)
    onChange(chosen === 'out' ? 'out' : { loinc: chosen })
  }
  return (
    <Stack gap={4} miw={200}>
      <Select
        {...lazyList}
        size="xs"
        aria-label={label}
        placeholder={t('test.choose')}
        data={[
          ...(mayLeaveOut ? [{ value: 'out', label: t('test.out') }] : []),
          ...known,
          { value: OTHER, label: t('test.other') },
        ]}
        value={isOther ? OTHER : value === 'out' ? 'out' : loinc === '' ? null : loinc}
        onChange={choose}
        searchable
        allowDeselect
      />
      {isOther && <Code label={codeLabel} value={loinc} onChange={code => onChange({ loinc: code })} />}
    </Stack>
  )
}

interface CodeProps {
  readonly label: string
  readonly value: string
  readonly onChange: (code: string) => void
}

function Code({ label, value, onChange }: CodeProps) {
  const { t } = useTranslation('imports')
  const isWrong = value !== '' && !LoincCode.safeParse(value).success
  return (
    <TextInput
      size="xs"
      aria-label={label}
      placeholder={t('test.loinc')}
      value={value}
      onChange={event => onChange(event.currentTarget.value.trim())}
      error={isWrong && t('test.badCode')}
      autoComplete="off"
      spellCheck={false}
    />
  )
}
