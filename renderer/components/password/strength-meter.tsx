import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { estimateStrength, loadEstimator, STRENGTH_LEVELS, type Strength } from './strength.ts'
import classes from './strength-meter.module.css'

interface StrengthMeterProps {
  readonly password: string
  /** What a guesser knows of the user and the site. */
  readonly known: readonly string[]
}

/** How hard a password is to guess, and why. It tells and forbids nothing: only the length is a rule. */
export function StrengthMeter({ password, known }: StrengthMeterProps) {
  const { t } = useTranslation('session')
  const strength = useStrength(password, known)
  const warning = strength?.warning
  const reached = strength ? STRENGTH_LEVELS.indexOf(strength.level) : -1
  return (
    <div className={classes['meter']} data-level={strength?.level} role="status">
      <div className={classes['bars']} aria-hidden="true">
        {STRENGTH_LEVELS.map((level, bar) => (
          <span key={level} className={classes['bar']} data-on={bar <= reached || undefined} />
        ))}
      </div>
      {strength ? (
        <span>
          <span className={classes['word']}>{t(`strength.level.${strength.level}`)}</span>{' '}
          {t(`strength.time.${strength.time}`)}
        </span>
      ) : (
        <span className={classes['hints']}>{t('strength.before')}</span>
      )}
      <span className={classes['hints']}>
        {warning && `${t(`strength.warning.${warning}` as 'strength.warning.dates')} `}
        {reached < 2 &&
          strength?.suggestions
            .map(key => t(`strength.suggestion.${key}` as 'strength.suggestion.dates'))
            .join(' ')}
      </span>
    </div>
  )
}

function useStrength(password: string, known: readonly string[]): Strength | undefined {
  const [settled] = useDebouncedValue(password, 200)
  const [found, setFound] = useState<Strength>()
  const words = known.join('\n')
  useEffect(() => void loadEstimator(), [])
  useEffect(() => {
    let isOutdated = false
    if (settled === '') setFound(undefined)
    else
      void estimateStrength(settled, words.split('\n')).then(strength => {
        if (!isOutdated) setFound(strength)
      })
    return () => {
      isOutdated = true
    }
  }, [settled, words])
  return password === '' ? undefined : found
}
