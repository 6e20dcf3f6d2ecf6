import { useTranslation } from 'react-i18next'
import type { RowPlace } from '#shared/core/imports/row.ts'

interface PlaceTextProps {
  readonly place: RowPlace
  readonly files: readonly string[]
}

/** Where a statement stands; the file is named where there is more than one. */
export function PlaceText({ place: { file, row, column }, files }: PlaceTextProps) {
  const { t } = useTranslation('imports')
  const where = column === null ? t('check.placeOf', { row }) : t('check.placeWithColumn', { row, column })
  return files.length > 1 ? `${files[file] ?? ''}, ${where}` : where
}
