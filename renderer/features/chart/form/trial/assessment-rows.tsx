import { Input, NativeSelect, TextInput } from '@mantine/core'
import type { ProtocolId } from '#shared/core/ids.ts'
import { useRead } from '../../../../api/hooks.ts'
import { useSpeech } from '../../fact-words.ts'
import { FieldPlace, type FormState } from '../field-place.tsx'
import { rowsIn, textOfRows } from '../typed-rows.ts'
import classes from './assessment-rows.module.css'

interface AssessmentRowsProps {
  readonly state: FormState
  readonly protocol: ProtocolId
}

/** What the visit asks for and has no result of: not done with the reason, or awaited. Results are charted as results. */
export function AssessmentRows({ state, protocol }: AssessmentRowsProps) {
  const { t, language, trial } = useSpeech()
  const { values, set, errorAt } = state
  const { assessments, own } = useAssessments(protocol, values['visit'] ?? '')
  const notDone = rowsIn(values['notDone'])
  const awaited = slugsIn(values['awaited'])
  const carriedOut = slugsIn(values['carriedOut'])
  if (assessments.length === 0) return null
  const choose = (id: string, choice: string) =>
    set({
      awaited: assessments
        .filter(one => (one === id ? choice === 'awaited' : awaited.includes(one)))
        .join(' '),
      carriedOut: assessments
        .filter(one => (one === id ? choice === 'carried_out' : carriedOut.includes(one)))
        .join(' '),
      notDone: textOfRows([
        ...notDone.filter(row => row['assessment'] !== id),
        ...(choice === 'not_done' ? [{ assessment: id, reason: '' }] : []),
      ]),
    })
  const explain = (id: string, reason: string) =>
    set({ notDone: textOfRows(notDone.map(row => (row['assessment'] === id ? { ...row, reason } : row))) })
  return (
    <FieldPlace name="notDone awaited carriedOut" error={errorAt('notDone')}>
      <Input.Label>{t('trial.assessments')}</Input.Label>
      <Input.Description mb={6}>{t('trial.assessmentsHint')}</Input.Description>
      <ul className={classes['rows']}>
        {assessments.map(id => {
          const reason = notDone.find(row => row['assessment'] === id)?.['reason']
          const name = trial.assessment(protocol, id)?.[language] ?? id
          return (
            <li key={id}>
              <span>{name}</span>
              <NativeSelect
                size="xs"
                aria-label={t('trial.stateOf', { name })}
                value={reason === undefined ? choiceOf(id, { awaited, carriedOut }) : 'not_done'}
                onChange={({ currentTarget }) => choose(id, currentTarget.value)}
                data={[
                  ...(own.has(id)
                    ? [
                        { value: '', label: '–' },
                        { value: 'carried_out', label: t('trial.carriedOut') },
                      ]
                    : [{ value: '', label: t('trial.charted') }]),
                  { value: 'awaited', label: t('trial.awaited') },
                  { value: 'not_done', label: t('trial.notDone') },
                ]}
              />
              {reason !== undefined && (
                <TextInput
                  size="xs"
                  className={classes['reason'] ?? ''}
                  aria-label={t('trial.reasonOf', { name })}
                  placeholder={t('trial.notDoneReason')}
                  value={reason}
                  onChange={({ currentTarget }) => explain(id, currentTarget.value)}
                  error={state.isSubmitted && reason.trim() === '' && t('problem.missing')}
                />
              )}
            </li>
          )
        })}
      </ul>
    </FieldPlace>
  )
}

function slugsIn(typed: string | undefined): readonly string[] {
  return (typed ?? '').split(' ').filter(Boolean)
}

function choiceOf(
  id: string,
  { awaited, carriedOut }: { readonly awaited: readonly string[]; readonly carriedOut: readonly string[] },
): string {
  if (carriedOut.includes(id)) return 'carried_out'
  return awaited.includes(id) ? 'awaited' : ''
}

/** What a visit asks for; `own` of the site, which nothing else is charted of. */
function useAssessments(protocol: ProtocolId, visit: string) {
  const { data: protocols } = useRead('protocols', 'get', { id: protocol })
  const { data: conduct } = useRead('conduct', 'get', { protocolId: protocol })
  const known = [...(protocols?.definition.visits ?? []), ...(conduct?.schedule?.content.extraVisits ?? [])]
  const assessments = known.find(({ id }) => id === visit)?.assessments ?? []
  const own = new Set(conduct?.schedule?.content.assessments.map(({ id }) => id))
  return { assessments, own }
}
