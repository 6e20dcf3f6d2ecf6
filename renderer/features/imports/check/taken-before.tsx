import { useTranslation } from 'react-i18next'
import { useRead } from '../../../api/hooks.ts'
import { Notice } from '../../../components/notice.tsx'
import { timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import type { Checked } from '../types.ts'

interface TakenBeforeProps {
  readonly checked: Checked
  /** Names, in the order of the import. */
  readonly files: readonly string[]
}

/** Files that hold byte for byte what an earlier import took. */
export function TakenBefore({ checked: { takenBefore }, files }: TakenBeforeProps) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const { data: made = [] } = useRead('imports', 'list', {}, { enabled: takenBefore.length > 0 })
  return takenBefore.map(before => {
    const earlier = made.find(({ id }) => id === before.import)
    if (earlier === undefined) return null
    const isUndone = earlier.undone !== null
    return (
      <Notice key={`${before.file} ${before.import}`} kind="info">
        {t(isUndone ? 'file.takenBeforeUndone' : 'file.takenBefore', {
          name: files[before.file] ?? '',
          time: timeText(earlier.enteredAt, language),
        })}
      </Notice>
    )
  })
}
