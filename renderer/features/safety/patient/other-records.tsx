import { useTranslation } from 'react-i18next'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { useRead } from '../../../api/hooks.ts'
import { usePanel } from '../../candidates/use-panel.ts'
import { FactTable } from '../../chart/fact-table.tsx'
import { usePeople } from '../../chart/use-people.ts'
import classes from './patient-safety.module.css'

const GROUPS = ['pregnancy', 'unblinding', 'result_assessment'] as const

/** Pregnancies, broken blinds, and the values that were judged to be no event, each opened beside. */
export function OtherRecords({ patientId }: { readonly patientId: PatientId }) {
  const { data: facts = [] } = useRead('facts', 'list', { patientId })
  const { panel, open } = usePanel()
  const opened = panel?.open === 'fact' ? panel.factId : undefined
  return GROUPS.map(kind => (
    <Group
      key={kind}
      kind={kind}
      facts={facts.filter(({ content }) => content.kind === kind)}
      opened={opened}
      onOpen={factId => open({ open: 'fact', factId })}
    />
  ))
}

interface GroupProps {
  readonly kind: (typeof GROUPS)[number]
  readonly facts: readonly Fact[]
  readonly opened: FactId | undefined
  readonly onOpen: (factId: FactId) => void
}

function Group({ kind, facts, opened, onOpen }: GroupProps) {
  const { t } = useTranslation('safety')
  const personOf = usePeople()
  const heading = `safety-${kind}`
  if (facts.length === 0) return null
  return (
    <section>
      <h3 id={heading}>{t(`records.${kind}`)}</h3>
      <div className={classes['scroll']}>
        <FactTable labelledBy={heading} {...{ facts, opened, onOpen, personOf }} />
      </div>
    </section>
  )
}
