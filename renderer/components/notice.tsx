import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './notice.module.css'

const icons = { info: IconInfoCircle, bad: IconAlertTriangle, good: IconCircleCheck }

interface NoticeProps {
  readonly kind: keyof typeof icons
  readonly title?: string
  /** `alert` is read aloud at once, `status` when there is a pause; without it the notice is a part of the page. */
  readonly role?: 'alert' | 'status'
  readonly children?: ReactNode
}

/** A remark in the page, told by colour, shape and word, readable in both themes. */
export function Notice({ kind, title, role, children }: NoticeProps) {
  const Icon = icons[kind]
  return (
    <div className={classes['notice']} data-kind={kind} role={role}>
      <Icon size={19} aria-hidden="true" />
      <div className={classes['body']}>
        {title !== undefined && <p className={classes['title']}>{title}</p>}
        {children}
      </div>
    </div>
  )
}
