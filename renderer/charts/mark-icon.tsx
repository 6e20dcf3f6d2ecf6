import {
  IconAlertTriangle,
  IconArrowBarToDown,
  IconArrowsExchange,
  IconCross,
  IconDroplet,
  IconDropletFilled,
  IconHeartHandshake,
  IconPill,
  type IconProps,
  IconTestPipe,
  IconUrgent,
  IconVaccine,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Mark } from '#shared/core/trends/series.ts'

const icons: Readonly<Record<Mark['kind'], ComponentType<IconProps>>> = {
  dose: IconVaccine,
  albumin_infusion: IconDroplet,
  transfusion: IconDropletFilled,
  paracentesis: IconArrowBarToDown,
  tips: IconArrowsExchange,
  diuretic: IconTestPipe,
  antiviral: IconPill,
  decompensation: IconAlertTriangle,
  liver_transplant: IconHeartHandshake,
  death: IconCross,
  adverse_event: IconUrgent,
}

/** The shape of something that happened; its word stands beside it or in its label. */
export function MarkIcon({ kind, size = 15 }: { readonly kind: Mark['kind']; readonly size?: number }) {
  const Icon = icons[kind]
  return <Icon size={size} stroke={2} aria-hidden="true" />
}
