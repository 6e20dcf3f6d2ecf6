import type { ExportFile } from '../export-file.ts'
import type { SiteData, SubjectData } from '../site-data.ts'
import { cellsOf } from './cells.ts'
import { deviationForm, type Form, screeningForm, signatureForm, subjectForm } from './forms.ts'
import { basicDefinitions, metadata, signatureDefinitions } from './metadata.ts'
import { CHART_OID, locationOid, METADATA_OID, ODM_NAMESPACE, SYSTEM_USER_OID, userOid } from './names.ts'
import { auditRecord, entries } from './transactions.ts'
import { insertedGroups, transaction } from './write-form.ts'
import { attribute, textElement } from './xml.ts'

/** A site's records as one CDISC ODM 1.3.2 file of type Transactional: every version of every fact with who, when, why. */
export function* odmFiles(data: SiteData): Iterable<ExportFile> {
  yield { path: 'odm.xml', mediaType: 'application/xml', chunks: odmText(data) }
}

function* odmText(data: SiteData): Iterable<string> {
  yield* head(data)
  yield `<ClinicalData StudyOID="${studyOid(data)}" MetaDataVersionOID="${METADATA_OID}">\n`
  for (const subject of data.subjects()) yield subjectText(subject, data)
  yield '</ClinicalData>\n</ODM>\n'
}

function* head(data: SiteData): Iterable<string> {
  const { site, application, madeAt, training } = data
  const attributes = [
    ` xmlns="${ODM_NAMESPACE}" ODMVersion="1.3.2" FileType="Transactional" Granularity="All"`,
    attribute('FileOID', `Lobule.${site.number}.${madeAt}`),
    attribute('CreationDateTime', madeAt),
    attribute('AsOfDateTime', madeAt),
    attribute('Originator', site.name),
    attribute('SourceSystem', 'Lobule'),
    attribute('SourceSystemVersion', application.version),
    attribute('Description', training ? `${TRAINING} ${descriptionOf(data)}` : descriptionOf(data)),
  ]
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<ODM${attributes.join('')}>\n`
  yield `<Study OID="${studyOid(data)}">\n${globalVariables(data)}\n${basicDefinitions()}\n${metadata()}\n</Study>\n`
  yield adminData(data)
}

const TRAINING = 'Training data, invented. 培训数据，均为虚构。'

function descriptionOf({ pseudonymised }: SiteData): string {
  return pseudonymised ? 'Pseudonymised: birth years, no names.' : 'Not pseudonymised.'
}

function studyOid({ protocols }: SiteData): string {
  return ['ST', ...protocols.map(({ id }) => id)].join('.')
}

function globalVariables({ protocols, training }: SiteData): string {
  const names = protocols.map(({ id }) => id).join(', ')
  const titles = protocols.map(
    ({ id, version, sha256, title }) => `${id}: ${title.en} (record ${version}, SHA-256 ${sha256})`,
  )
  return [
    '<GlobalVariables>',
    textElement('StudyName', names === '' ? 'Lobule' : names),
    textElement('StudyDescription', [...(training ? [TRAINING] : []), ...titles].join('\n')),
    textElement('ProtocolName', names === '' ? 'Lobule' : names),
    '</GlobalVariables>',
  ].join('')
}

function adminData(data: SiteData): string {
  const { site, people, madeAt, pseudonymised } = data
  const users = people.map(({ id, role, loginName, fullName }) =>
    [
      `<User${attribute('OID', userOid(id))} UserType="${role.endsWith('_investigator') ? 'Investigator' : 'Other'}">`,
      pseudonymised ? '' : textElement('LoginName', loginName),
      textElement('DisplayName', role),
      pseudonymised ? '' : textElement('FullName', fullName),
      `<LocationRef${attribute('LocationOID', locationOid(data.site.number))}/></User>`,
    ].join(''),
  )
  const version = `StudyOID="${studyOid(data)}" MetaDataVersionOID="${METADATA_OID}"`
  return [
    '<AdminData>',
    `<User OID="${SYSTEM_USER_OID}" UserType="Other"><DisplayName>Lobule</DisplayName></User>`,
    ...users,
    `<Location${attribute('OID', locationOid(data.site.number))}${attribute('Name', site.name)} LocationType="Site">` +
      `<MetaDataVersionRef ${version} EffectiveDate="${madeAt.slice(0, 10)}"/></Location>`,
    signatureDefinitions(),
    '</AdminData>\n',
  ].join('\n')
}

/** One subject as one piece of text: the largest thing that is held. */
function subjectText(subject: SubjectData, data: SiteData): string {
  const locationRef = `<LocationRef${attribute('LocationOID', locationOid(data.site.number))}/>`
  const start = (type: 'Insert' | 'Upsert') =>
    `<StudyEventData StudyEventOID="${CHART_OID}" TransactionType="${type}">\n`
  const made = { enteredAt: data.madeAt, userOid: SYSTEM_USER_OID, reason: undefined }
  return [
    `<SubjectData${attribute('SubjectKey', subject.screeningNumber)}${transaction('Insert')}>`,
    `${auditRecord(made, locationRef)}<SiteRef${attribute('LocationOID', locationOid(data.site.number))}/>\n`,
    start('Insert'),
    recordData(subjectForm, undefined, subject),
    '</StudyEventData>\n',
    ...entries(subject, start('Upsert'), locationRef),
    derivedText(subject, start('Upsert'), locationRef),
    '</SubjectData>\n',
  ].join('')
}

/** What the site's system knows of a subject at the time of the export: signatures, deviations, verdicts. */
function derivedText(subject: SubjectData, start: string, locationRef: string): string {
  const { signatures, deviations, screenings } = subject
  if (signatures.length + deviations.length + screenings.length === 0) return ''
  return [
    start,
    ...signatures.map(({ kind: about, ...signature }) =>
      recordData(
        signatureForm,
        signature.id,
        { ...signature, about },
        signatureElement(signature, locationRef),
      ),
    ),
    ...deviations.map(({ kind: about, ...deviation }) =>
      recordData(deviationForm, deviation.id, { ...deviation, about }),
    ),
    ...screenings.map(({ protocol, on, screening: { verdict, criteria } }) =>
      recordData(screeningForm, protocol, {
        ...{ on, verdict },
        criteria: criteria.map(one => ({ ...one, title: one.title.en })),
      }),
    ),
    '</StudyEventData>\n',
  ].join('')
}

function recordData(form: Form, key: string | undefined, value: object, before = ''): string {
  const attributes = `FormOID="${form.oid}"${attribute('FormRepeatKey', key)}${transaction('Insert')}`
  return `<FormData ${attributes}>${before}${insertedGroups(cellsOf(form.field, value))}</FormData>\n`
}

function signatureElement(
  { signer, meaning, signedAt }: Omit<SubjectData['signatures'][number], 'kind'>,
  locationRef: string,
): string {
  return [
    `<Signature><UserRef${attribute('UserOID', userOid(signer))}/>${locationRef}`,
    `<SignatureRef SignatureOID="SD.${meaning}"/>${textElement('DateTimeStamp', signedAt)}</Signature>`,
  ].join('')
}
