/** An attribute that an element may have, or must. */
export interface AttributeRule {
  readonly isRequired: boolean
  /** A type of ODM, or the values to choose from. */
  readonly type: string | readonly string[]
}

/** A child that an element may have, at its place among the others. */
interface ChildRule {
  readonly name: string
  readonly atLeast: number
  readonly atMost: number
}

/** What ODM 1.3.2 lets stand in an element. */
export interface ElementRule {
  readonly attributes: ReadonlyMap<string, AttributeRule>
  /** The names of those that must be there. */
  readonly required: readonly string[]
  readonly children: readonly ChildRule[]
}

const TRANSACTION = 'TransactionType:Insert|Update|Remove|Upsert|Context'
const REFERENCE = 'OrderNumber:integer Mandatory!:Yes|No CollectionExceptionConditionOID'
const YES_NO = 'Yes|No'
const TYPES =
  'integer|float|date|datetime|time|text|string|double|URI|boolean|hexBinary|base64Binary|hexFloat|base64Float|' +
  'partialDate|partialTime|partialDatetime|durationDatetime|intervalDatetime|incompleteDatetime|incompleteDate|' +
  'incompleteTime'
const GRANULARITIES = 'All|Metadata|AdminData|ReferenceData|AllClinicalData|SingleSite|SingleSubject'
const AUDITED = 'AuditRecord? Signature?'
const IN_METADATA =
  'Protocol? StudyEventDef* FormDef* ItemGroupDef* ItemDef* CodeList* ImputationMethod* Presentation*'

/**
 * The elements of ODM 1.3.2 that carry a study, as attributes and children: `!` is required, `?` at most once, `*` any
 * number, `+` at least once. Taken from the published schema, ODM1-3-2-foundation.xsd; where that leaves a choice
 * between children, all of them may stand here in its order.
 */
const table: Readonly<Record<string, readonly [attributes: string, children: string]>> = {
  ODM: [
    `FileType!:Snapshot|Transactional FileOID! CreationDateTime!:datetime ODMVersion:1.2|1.2.1|1.3|1.3.1|1.3.2
      AsOfDateTime:datetime Description PriorFileOID Originator SourceSystem SourceSystemVersion Archival:Yes ID
      Granularity:${GRANULARITIES}`,
    'Study* AdminData* ReferenceData* ClinicalData* Association*',
  ],
  Study: ['OID!', 'GlobalVariables BasicDefinitions? MetaDataVersion*'],
  GlobalVariables: ['', 'StudyName StudyDescription ProtocolName'],
  StudyName: ['', ''],
  StudyDescription: ['', ''],
  ProtocolName: ['', ''],
  BasicDefinitions: ['', 'MeasurementUnit*'],
  MeasurementUnit: ['OID! Name!', 'Symbol Alias*'],
  Symbol: ['', 'TranslatedText+'],
  TranslatedText: ['xml:lang', ''],
  Alias: ['Context! Name!', ''],
  MetaDataVersion: ['OID! Name! Description', `Include? ${IN_METADATA} ConditionDef* MethodDef*`],
  Include: ['StudyOID! MetaDataVersionOID!', ''],
  Protocol: ['', 'Description? StudyEventRef* Alias*'],
  Description: ['', 'TranslatedText+'],
  StudyEventRef: [`StudyEventOID! ${REFERENCE}`, ''],
  StudyEventDef: [
    `OID! Name! Repeating!:${YES_NO} Type!:Scheduled|Unscheduled|Common Category`,
    'Description? FormRef* Alias*',
  ],
  FormRef: [`FormOID! ${REFERENCE}`, ''],
  FormDef: [`OID! Name! Repeating!:${YES_NO}`, 'Description? ItemGroupRef* ArchiveLayout* Alias*'],
  ItemGroupRef: [`ItemGroupOID! ${REFERENCE}`, ''],
  ItemGroupDef: [
    `OID! Name! Repeating!:${YES_NO} IsReferenceData:${YES_NO} SASDatasetName Domain Origin Role Purpose Comment`,
    'Description? ItemRef* Alias*',
  ],
  ItemRef: [`ItemOID! KeySequence:integer MethodOID Role RoleCodeListOID ${REFERENCE}`, ''],
  ItemDef: [
    `OID! Name! DataType!:${TYPES} Length:positiveInteger SignificantDigits:integer SASFieldName SDSVarName Origin
      Comment`,
    'Description? Question? ExternalQuestion? MeasurementUnitRef* RangeCheck* CodeListRef? Role* Alias*',
  ],
  Question: ['', 'TranslatedText+'],
  MeasurementUnitRef: ['MeasurementUnitOID!', ''],
  CodeListRef: ['CodeListOID!', ''],
  CodeList: [
    'OID! Name! DataType!:integer|float|text|string SASFormatName',
    'Description? CodeListItem* ExternalCodeList? EnumeratedItem* Alias*',
  ],
  CodeListItem: ['CodedValue! Rank:float OrderNumber:integer', 'Decode Alias*'],
  EnumeratedItem: ['CodedValue! Rank:float OrderNumber:integer', 'Alias*'],
  Decode: ['', 'TranslatedText+'],
  AdminData: ['StudyOID', 'User* Location* SignatureDef*'],
  User: [
    'OID! UserType:Sponsor|Investigator|Lab|Other',
    'LoginName? DisplayName? FullName? FirstName? LastName? Organization? LocationRef*',
  ],
  LoginName: ['', ''],
  DisplayName: ['', ''],
  FullName: ['', ''],
  FirstName: ['', ''],
  LastName: ['', ''],
  Organization: ['', ''],
  LocationRef: ['LocationOID!', ''],
  Location: ['OID! Name! LocationType:Sponsor|Site|CRO|Lab|Other', 'MetaDataVersionRef+'],
  MetaDataVersionRef: ['StudyOID! MetaDataVersionOID! EffectiveDate!:date', ''],
  SignatureDef: ['OID! Methodology:Digital|Electronic', 'Meaning LegalReason'],
  Meaning: ['', ''],
  LegalReason: ['', ''],
  ClinicalData: ['StudyOID! MetaDataVersionOID!', 'SubjectData*'],
  SubjectData: [
    `SubjectKey! ${TRANSACTION}`,
    `${AUDITED} InvestigatorRef? SiteRef? Annotation* StudyEventData*`,
  ],
  InvestigatorRef: ['UserOID!', ''],
  SiteRef: ['LocationOID!', ''],
  StudyEventData: [`StudyEventOID! StudyEventRepeatKey ${TRANSACTION}`, `${AUDITED} Annotation* FormData*`],
  FormData: [
    `FormOID! FormRepeatKey ${TRANSACTION}`,
    `${AUDITED} ArchiveLayoutRef? Annotation* ItemGroupData*`,
  ],
  ItemGroupData: [`ItemGroupOID! ItemGroupRepeatKey ${TRANSACTION}`, `${AUDITED} Annotation* ItemData*`],
  ItemData: [`ItemOID! ${TRANSACTION} IsNull:Yes Value`, `${AUDITED} MeasurementUnitRef? Annotation*`],
  AuditRecord: [
    `EditPoint:Monitoring|DataManagement|DBAudit UsedImputationMethod:${YES_NO} ID`,
    'UserRef LocationRef DateTimeStamp ReasonForChange? SourceID?',
  ],
  UserRef: ['UserOID!', ''],
  DateTimeStamp: ['', ''],
  ReasonForChange: ['', ''],
  SourceID: ['', ''],
  Signature: ['ID', 'UserRef LocationRef SignatureRef DateTimeStamp CryptoBindingManifest?'],
  SignatureRef: ['SignatureOID!', ''],
  CryptoBindingManifest: ['', ''],
}

/** The rule of each element; those that Lobule neither writes nor reads have none. */
export const elementRules: ReadonlyMap<string, ElementRule> = new Map(
  Object.entries(table).map(([name, [attributes, children]]) => [name, elementRule(attributes, children)]),
)

function elementRule(attributes: string, children: string): ElementRule {
  const rules = wordsOf(attributes).map(attributeRule)
  return {
    attributes: new Map(rules),
    required: rules.filter(([, { isRequired }]) => isRequired).map(([name]) => name),
    children: wordsOf(children).map(childRule),
  }
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(word => word !== '')
}

function attributeRule(word: string): [string, AttributeRule] {
  const [, name = '', , required, type = 'text'] = /^((xml:)?\w+)(!?)(?::(.+))?$/.exec(word) ?? []
  return [
    name,
    { isRequired: required === '!', type: type.includes('|') || type === 'Yes' ? type.split('|') : type },
  ]
}

function childRule(word: string): ChildRule {
  const sign = /[?*+]$/.exec(word)?.[0]
  return {
    name: sign === undefined ? word : word.slice(0, -1),
    atLeast: sign === '?' || sign === '*' ? 0 : 1,
    atMost: sign === '*' || sign === '+' ? Number.POSITIVE_INFINITY : 1,
  }
}
