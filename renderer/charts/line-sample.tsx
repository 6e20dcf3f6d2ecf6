import classes from './charts.module.css'

/** How the lines of a panel look, beside their names. */
export function LineSample({ place }: { readonly place: number }) {
  return (
    <svg className={classes['sample']} data-place={place} width={14} height={8} aria-hidden="true">
      <line x1={0} x2={14} y1={4} y2={4} />
    </svg>
  )
}
