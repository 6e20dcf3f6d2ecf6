import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { GROUPS, typedGroups } from './recovery-key.ts'

interface RecoveryKeyFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Somebody tried to go on: what is missing is told now. */
  readonly isTried: boolean
  /** The engine finds a slip of the finger by the key's last group, before it tries anything. */
  readonly isMistyped: boolean
  readonly description?: string
}

/** The printed key as it is typed, in any case and spacing. */
export function RecoveryKeyField({
  value,
  onChange,
  isTried,
  isMistyped,
  description,
}: RecoveryKeyFieldProps) {
  const { t } = useTranslation('session')
  const groups = typedGroups(value)
  const incomplete =
    isTried && !isWhole(groups) && t('recovery.incomplete', { count: groups.join('').length })
  return (
    <Textarea
      label={t('recovery.key')}
      description={description ?? t('recovery.keyHint')}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      rows={2}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      autoFocus
      required
      error={incomplete || (isTried && isMistyped && t('recovery.mistyped'))}
    />
  )
}

/** Whether as many characters are there as a key has. */
export function isWholeKey(text: string): boolean {
  return isWhole(typedGroups(text))
}

function isWhole(groups: readonly string[]): boolean {
  return groups.length === GROUPS && groups.at(-1)?.length === 4
}
