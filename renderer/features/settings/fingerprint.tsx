import classes from './signing.module.css'

/** Hexadecimal digits as they are printed: upper case, in groups of four, to be compared with paper. */
export function Fingerprint({ value }: { readonly value: string }) {
  const groups = value.toUpperCase().match(/.{1,4}/g) ?? []
  return <span className={classes['fingerprint']}>{groups.join(' ')}</span>
}
