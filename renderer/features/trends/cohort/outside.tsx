import type { Cohort } from '#shared/core/trends/cohort.ts'
import { seriesDefinition } from '#shared/core/trends/definitions.ts'
import shared from '../trends.module.css'
import { useTrendWords } from '../use-trend-words.ts'
import classes from './cohort.module.css'

type OfVisit = Cohort['outside'][number]['visits'][number]

/** How many had a value outside the range printed with it, by visit. */
export function Outside({ cohort: { outside } }: { readonly cohort: Cohort }) {
  const { t, textOf, nameOf } = useTrendWords()
  const visits = outside[0]?.visits ?? []
  if (visits.length === 0) return null
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a cohort with many visits scrolls sideways
      tabIndex={0}
      aria-label={t('cohort.outside')}
      className={`${shared['seriesTable']} ${classes['outside']}`}
    >
      <h2 className={shared['groupTitle']}>{t('cohort.outside')}</h2>
      <table className={shared['table']}>
        <thead>
          <tr>
            <th scope="col">{t('cohort.measured')}</th>
            {visits.map(({ visit, number, title }) => (
              <th scope="col" key={`${visit} ${number}`}>
                {textOf(title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {outside.map(({ series, visits: ofSeries }) => (
            <tr key={series}>
              <th scope="row">{nameOf(seriesDefinition(series))}</th>
              {ofSeries.map(one => (
                <td key={`${one.visit} ${one.number}`}>
                  <Share {...one} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Share({ outside, of, withoutRange }: OfVisit) {
  const { t } = useTrendWords()
  return (
    <>
      {of > 0 && (
        <span className={classes['share']}>
          <svg width={36} height={8} aria-hidden="true">
            <rect className={classes['shareAll']} width={36} height={8} />
            <rect className={classes['sharePart']} width={(36 * outside) / of} height={8} />
          </svg>
          {t('cohort.outsideText', { outside, of })}
        </span>
      )}
      {withoutRange > 0 && (
        <span className={shared['remark']}>{t('cohort.withoutRange', { count: withoutRange })}</span>
      )}
    </>
  )
}
