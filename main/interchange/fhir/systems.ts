/** The code systems that Lobule writes and reads. */
export const LOINC = 'http://loinc.org'
export const UCUM = 'http://unitsofmeasure.org'
export const ATC = 'http://www.whocc.no/atc'
export const MEDDRA = 'https://www.meddra.org'
/** ASTM's types of signatures (E1762). */
export const SIGNATURE_TYPE = 'urn:iso-astm:E1762-95:2013'
export const REGISTRY = 'https://clinicaltrials.gov'

/** A code system of FHIR's own terminology. */
export function terminology(name: string): string {
  return `http://terminology.hl7.org/CodeSystem/${name}`
}

/** Our own, where there is no other: kinds of facts, their attributes, the values that these are chosen from. */
export const KIND = 'urn:lobule:fact-kind'
export const ATTRIBUTE = 'urn:lobule:fact-attribute'
export const CHOICE = 'urn:lobule:fact-value'
export const CTCAE = 'urn:lobule:ctcae-5.0'
export const MEANING = 'urn:lobule:signature-meaning'
export const SIGNATURE_STATUS = 'urn:lobule:signature-status'
export const ROLE = 'urn:lobule:role'
export const TAG = 'urn:lobule:tag'

/** Identifiers: facts by their ids, patients by the screening number of a site. */
export const FACT = 'urn:lobule:fact'
export const USER = 'urn:lobule:user'
export const SITE = 'urn:lobule:site'
export const SUBJECT_NUMBER = 'urn:lobule:subject-number'

/** The screening numbers of one site: those of another mean other people. */
export function screeningNumbersOf(siteNumber: string): string {
  return `urn:lobule:site:${encodeURIComponent(siteNumber)}:screening-number`
}
