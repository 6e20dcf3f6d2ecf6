import { z } from 'zod'

export const SettingsTab = z.enum(['appearance', 'site', 'users', 'laboratories', 'password'])
export type SettingsTab = z.infer<typeof SettingsTab>

export function SettingsPage() {
  return null
}
