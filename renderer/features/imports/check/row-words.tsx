import type { FactContent } from '#shared/core/facts/content.ts'
import { factLine, rangeText, useSpeech, whenText } from '../../chart/fact-words.ts'
import classes from './check.module.css'

interface ContentProps {
  readonly content: FactContent | null
}

/** What a statement is about, and when. */
export function Subject({ content }: ContentProps) {
  const speech = useSpeech()
  if (content === null) return null
  return (
    <>
      {factLine(content, speech).title} <span className={classes['when']}>{whenText(content, speech)}</span>
    </>
  )
}

/** What a statement says, with the printed range of a result. */
export function ContentText({ content }: ContentProps) {
  const speech = useSpeech()
  if (content === null) return '–'
  const { details } = factLine(content, speech)
  const range = content.kind === 'laboratory' ? rangeText(content.range) : ''
  return (
    <>
      {details.join(speech.language === 'en' ? ', ' : '，')}
      {range !== '' && <span className={classes['range']}> ({range})</span>}
    </>
  )
}
