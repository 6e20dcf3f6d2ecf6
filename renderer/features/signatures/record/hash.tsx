import type { Sha256 } from '#shared/core/ids.ts'
import classes from './record.module.css'

/** A SHA-256 by its beginning; in full to a pointer. */
export function Hash({ sha256 }: { readonly sha256: Sha256 }) {
  return (
    <code className={classes['hash']} title={`SHA-256 ${sha256}`}>
      {sha256.slice(0, 12)}…
    </code>
  )
}
