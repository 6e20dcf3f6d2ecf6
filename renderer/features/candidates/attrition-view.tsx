import { Text, Title } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProtocolId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { countText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { type Attrition, attritionAt, attritionOf, type CriterionAttrition } from './attrition.ts'
import type { Line } from './lines.ts'
import classes from './log-views.module.css'

/** Where the candidates are lost: per protocol and criterion, counted per person. */
export function AttritionView({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useTranslation('candidates')
  const { data: protocols, error, refetch } = useRead('protocols', 'list', {})
  if (error !== null && protocols === undefined)
    return <Failure error={error} onRetry={() => void refetch()} />
  return (
    <div className={classes['view']}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('attrition.what')}
      </Text>
      <div className={classes['protocols']}>
        {protocols?.map(({ id }) => (
          <ProtocolAttrition key={id} id={id} lines={lines} />
        ))}
      </div>
    </div>
  )
}

interface ProtocolAttritionProps {
  readonly id: ProtocolId
  readonly lines: readonly Line[]
}

function ProtocolAttrition({ id, lines }: ProtocolAttritionProps) {
  const { t } = useTranslation('candidates')
  const language = useLanguage()
  const { data } = useRead('protocols', 'get', { id })
  const attrition = useMemo(() => attritionOf(lines, id), [lines, id])
  if (data === undefined) return null
  const isOpen = data.definition.eligibilityCriteria === 'not_published' && data.criteria === null
  const criteria = data.criteria?.criteria.criteria ?? data.definition.criteria
  return (
    <section>
      <Title order={2} size="h3">
        {id}
      </Title>
      <Text size="sm" mb="xs">
        {isOpen ? (
          <LinkAnchor to="/protocols/$protocolId" params={{ protocolId: id }}>
            {t('attrition.noCriteria')}
          </LinkAnchor>
        ) : (
          t('attrition.passed', {
            passed: countText(attrition.passed, language),
            count: attrition.screened,
          })
        )}
      </Text>
      {!isOpen && (
        <table className={classes['table']}>
          <AttritionHead />
          <tbody>
            {criteria.map(({ id: criterion, label, title }) => (
              <tr key={criterion}>
                <th scope="row" className={classes['criterion']}>
                  <div>
                    <span className={classes['label']}>{label}</span>
                    <span>{title[language]}</span>
                  </div>
                </th>
                <AttritionCells attrition={attrition} counts={attritionAt(attrition, label)} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function AttritionHead() {
  const { t } = useTranslation('candidates')
  return (
    <thead>
      <tr>
        <th scope="col">{t('attrition.criterion')}</th>
        <th scope="col" className={classes['barColumn']}>
          {t('attrition.people')}
        </th>
        <th scope="col" className={classes['number']} data-kind="violated">
          {t('attrition.violated')}
        </th>
        <th scope="col" className={classes['number']} data-kind="unknown">
          {t('attrition.unknown')}
        </th>
        <th scope="col" className={classes['number']} data-kind="needsJudgement">
          {t('attrition.needsJudgement')}
        </th>
        <th scope="col" className={classes['number']}>
          {t('attrition.alone')}
        </th>
      </tr>
    </thead>
  )
}

interface AttritionCellsProps {
  readonly attrition: Attrition
  readonly counts: CriterionAttrition
}

const KINDS = ['violated', 'unknown', 'needsJudgement'] as const

function AttritionCells({ attrition: { screened }, counts }: AttritionCellsProps) {
  const language = useLanguage()
  return (
    <>
      <td className={classes['barColumn']}>
        <div className={classes['bar']} aria-hidden="true">
          {KINDS.map(kind => (
            <span
              key={kind}
              data-kind={kind}
              style={{ width: `${screened === 0 ? 0 : (100 * counts[kind]) / screened}%` }}
            />
          ))}
        </div>
      </td>
      {[...KINDS, 'alone' as const].map(kind => (
        <td key={kind} className={classes['number']} data-zero={counts[kind] === 0 || undefined}>
          {countText(counts[kind], language)}
        </td>
      ))}
    </>
  )
}
