import { useTranslation } from 'react-i18next'
import { VersionHistory } from '../version-history.tsx'
import classes from './conduct.module.css'
import { type ConductChange, type ConductLine, changesBetween } from './conduct-lines.ts'

interface Version<C> {
  readonly version: number
  readonly enteredAt: string
  readonly author: string
  readonly reason?: string | undefined
  readonly content: C
}

interface ConductHistoryProps<C> {
  readonly versions: readonly Version<C>[]
  readonly linesOf: (content: C) => readonly ConductLine[]
}

/** Every version of what the site entered, and what became different with it. */
export function ConductHistory<C>({ versions, linesOf }: ConductHistoryProps<C>) {
  const { t } = useTranslation('protocols')
  const linesIn = (version: number) => {
    const found = versions.find(one => one.version === version)
    return found ? linesOf(found.content) : []
  }
  const changesIn = ({ version }: Version<C>) =>
    changesBetween(linesIn(version - 1), linesIn(version)).map(change => (
      <Change key={change.key} change={change} />
    ))
  return <VersionHistory versions={versions} columns={[{ head: t('history.changes'), cell: changesIn }]} />
}

function Change({ change: { name, before, after } }: { readonly change: ConductChange }) {
  const { t } = useTranslation('conduct')
  const none = t('notEntered')
  return (
    <div className={classes['change']}>
      <span className={classes['changeName']}>{name}</span> {before ?? none} → {after ?? none}
    </div>
  )
}
