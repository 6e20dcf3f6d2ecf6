import { createHmac } from 'node:crypto'
import type { PatientRecord } from './patient-repository.ts'

/**
 * HMAC-SHA-256 under the site's secret over birth date, sex and initials; undefined without a full birth date,
 * because a year alone would make strangers look alike.
 */
export function identityHash(
  secret: string,
  { birthDate, sex, initials }: Pick<PatientRecord, 'birthDate' | 'sex' | 'initials'>,
): string | undefined {
  if (birthDate === undefined || birthDate.length < 10) return undefined
  return mac(secret, `demographics|${birthDate}|${sex}|${plain(initials)}`)
}

/** HMAC-SHA-256 over a national or hospital number. Spaces, dashes and case do not count. */
export function identifierHash(secret: string, identifier: string): string {
  return mac(secret, `identifier|${plain(identifier)}`)
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function mac(secret: string, text: string): string {
  return createHmac('sha256', Buffer.from(secret, 'base64')).update(text).digest('hex')
}
