/** The namespace of ODM 1.3, and that of the one attribute that Lobule adds. */
export const ODM_NAMESPACE = 'http://www.cdisc.org/ns/odm/v1.3'
export const LOBULE_NAMESPACE = 'urn:lobule:odm:1'

/** The version of what Lobule's ODM files are written in; another where an item changes what it means. */
export const METADATA_OID = 'MDV.LOBULE.1'
export const CHART_OID = 'SE.CHART'
/** Who made what nobody entered: the file itself. */
export const SYSTEM_USER_OID = 'U.LOBULE'

const USER = 'U.'

export function userOid(id: string): string {
  return `${USER}ID.${id}`
}

/** The user's id in an OID that `userOid` made; the OID itself where it did not. */
export function userIdOf(oid: string): string {
  const prefix = `${USER}ID.`
  return oid.startsWith(prefix) ? oid.slice(prefix.length) : oid
}

export function locationOid(siteNumber: string): string {
  return `L.${siteNumber}`
}
