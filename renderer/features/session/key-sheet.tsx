import classes from './key-sheet.module.css'
import type { Sheet } from './recovery-sheet.ts'

/** The printed page: nothing else of the screen goes onto paper. */
export function KeySheet({ sheet }: { readonly sheet: Sheet }) {
  return (
    <section className={classes['sheet']} aria-hidden="true">
      <h2>{sheet.title}</h2>
      <dl className={classes['facts']}>
        {sheet.rows.map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ol className={classes['groups']}>
        {sheet.groups.map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two groups can be the same
          <li key={index}>
            <span className={classes['number']}>{index + 1}</span>
            <span className={classes['digits']}>{group}</span>
          </li>
        ))}
      </ol>
      {sheet.paragraphs.map(paragraph => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </section>
  )
}
