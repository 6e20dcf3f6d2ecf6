import type { Quote } from '#shared/core/protocol/reading.ts'
import classes from './protocols.module.css'

/** Words of a source, exactly as they stand there: in the source's language, whatever the screen speaks. */
export function SourceQuote({ quote }: { readonly quote: Pick<Quote, 'text'> }) {
  return (
    <blockquote className={classes['quote']} lang={/\p{Script=Han}/u.test(quote.text) ? 'zh' : 'en'}>
      {quote.text}
    </blockquote>
  )
}
