import { Autocomplete, TextInput } from '@mantine/core'
import { useRead } from '../../../api/hooks.ts'
import { useSpeech } from '../fact-words.ts'
import { explain } from '../form/explain.ts'
import { TimeField } from '../form/fact-field.tsx'
import classes from '../laboratory-report.module.css'
import type { ReportState } from './use-report.ts'

/** What every row of a report shares: the laboratory, when the specimen was taken, the report's number. */
export function ReportHead({ state }: { readonly state: ReportState }) {
  const { t } = useSpeech()
  const { report, edit } = state
  const { data: laboratories = [] } = useRead('laboratories', 'list', {})
  const known = laboratories.find(({ name }) => name === report.laboratory.trim())
  const isNew = report.laboratory.trim() !== '' && known === undefined
  return (
    <div className={classes['head']} data-row="head">
      <div data-cell="laboratory">
        <Autocomplete
          label={t('result.laboratory')}
          data={laboratories.map(({ name }) => name)}
          value={report.laboratory}
          onChange={name =>
            edit({
              ...{ do: 'laboratory', name, before: known },
              laboratory: laboratories.find(one => one.name === name.trim()),
            })
          }
          description={isNew ? t('report.newLaboratory') : t('report.laboratoryHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          // Focused as the page opens: a list would lie over what stands below.
          openOnFocus={false}
          autoFocus
        />
      </div>
      <SpecimenTime state={state} />
      <div data-cell="reference">
        <TextInput
          label={t('form.reference')}
          value={report.reference}
          onChange={({ currentTarget }) => edit({ do: 'head', change: { reference: currentTarget.value } })}
          description={t('form.referenceHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
        />
      </div>
    </div>
  )
}

function SpecimenTime({ state }: { readonly state: ReportState }) {
  const speech = useSpeech()
  const { report, edit, timeProblem } = state
  return (
    <div data-cell="on">
      <TimeField
        label={speech.t('result.on')}
        required
        withClock
        value={report.on}
        onChange={on => edit({ do: 'head', change: { on } })}
        error={timeProblem === undefined ? undefined : explain(timeProblem, speech)}
      />
    </div>
  )
}
