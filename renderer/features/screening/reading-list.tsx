import { useTranslation } from 'react-i18next'
import type { CriterionResult } from '#shared/core/eligibility/verdict.ts'
import type { ProtocolId } from '#shared/core/ids.ts'
import { useCoreText } from '../../components/core-text.ts'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { readingsIn } from '../protocols/protocol-details.ts'
import classes from './screening.module.css'
import { useScreeningTools } from './screening-tools.ts'

interface ReadingListProps {
  readonly protocol: ProtocolId
  readonly criterion: CriterionResult
}

/** The readings that a criterion turns on: the chosen one, or what each would say while none is chosen. */
export function ReadingList({ protocol, criterion }: ReadingListProps) {
  const textOf = useCoreText()
  const { detailsOf } = useScreeningTools()
  const details = detailsOf(protocol)
  const known = details ? readingsIn(details) : []
  return (
    <ul className={classes['readings']}>
      {criterion.readings.map(({ reading, alternative, label }) => (
        <li key={reading}>
          <LinkAnchor
            to="/protocols/$protocolId"
            params={{ protocolId: protocol }}
            hash={`reading-${reading}`}
            size="sm"
          >
            {textOf(known.find(({ id }) => id === reading)?.question ?? label)}
          </LinkAnchor>
          {alternative === null ? (
            <NotChosen reading={reading} protocol={protocol} criterion={criterion} />
          ) : (
            <div>{textOf(label)}</div>
          )}
        </li>
      ))}
    </ul>
  )
}

interface NotChosenProps extends ReadingListProps {
  readonly reading: string
}

function NotChosen({ reading, protocol, criterion }: NotChosenProps) {
  const { t } = useTranslation('screening')
  const textOf = useCoreText()
  const { detailsOf } = useScreeningTools()
  const details = detailsOf(protocol)
  const alternatives = details
    ? readingsIn(details).find(({ id }) => id === reading)?.alternatives
    : undefined
  const open = criterion.alternatives.filter(one => one.reading === reading)
  return (
    <div>
      <span className={classes['notChosen']}>{t('details.notChosen')}</span>
      {open.length === 0 ? (
        ` ${t('details.sameEither')}`
      ) : (
        <ul>
          {open.map(({ alternative, outcomes }) => {
            const label = alternatives?.find(({ id }) => id === alternative)?.label
            return (
              <li key={alternative}>
                {label ? textOf(label) : alternative}
                {' → '}
                <b>{outcomes.map(outcome => t(`outcome.${outcome}`)).join(t('details.or'))}</b>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
