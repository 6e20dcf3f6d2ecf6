import type { FactSource } from '#shared/core/facts/fact.ts'
import type { FactRecord, SignatureRecord } from '../site-data.ts'
import { concept, extensionsOf, uuidOf } from './elements.ts'
import type { Reference } from './r4/datatypes.ts'
import type { ResourceOf } from './r4/resources.ts'
import { practitioner } from './site-resources.ts'
import { ATTRIBUTE, MEANING, SIGNATURE_STATUS, SIGNATURE_TYPE } from './systems.ts'

type Provenance = ResourceOf<'Provenance'>

const DATA_OPERATION = 'http://terminology.hl7.org/CodeSystem/v3-DataOperation'

/** Who entered a version of a fact, when, why and from where. */
export function provenanceOf(record: FactRecord, target: Reference): Provenance {
  const { id, version, enteredAt, author, source, content, reason } = record
  const operation = content === null ? 'DELETE' : version === 1 ? 'CREATE' : 'UPDATE'
  return {
    resourceType: 'Provenance',
    id: uuidOf('version', `${id} ${version}`),
    extension: extensionsOf(`${ATTRIBUTE}:source`, source),
    target: [target],
    recorded: enteredAt,
    ...(reason !== undefined && { reason: [{ text: reason }] }),
    activity: concept(DATA_OPERATION, operation),
    agent: [{ who: practitioner(author) }],
    ...sourceOf(source),
  }
}

function sourceOf(source: FactSource): Pick<Provenance, 'entity'> {
  if (source.kind === 'typed') return {}
  const display = source.kind === 'report' ? source.reference : source.name
  return { entity: [{ role: 'source', what: { display } }] }
}

/** ASTM's types for those meanings of ours that are among them. */
const types: Readonly<Record<string, string>> = {
  authorship: '1.2.840.10065.1.12.1.1',
  review: '1.2.840.10065.1.12.1.13',
  trend_review: '1.2.840.10065.1.12.1.13',
}

/** A signature: who, when, and the statement that was signed (21 CFR 11.50). The signed file itself is a PDF. */
export function signatureProvenance(signature: SignatureRecord, target: Reference): Provenance {
  const { id, meaning, statement, signer, signedAt, status } = signature
  const type = types[meaning]
  return {
    resourceType: 'Provenance',
    id: uuidOf('signature', id),
    extension: [{ url: SIGNATURE_STATUS, valueString: status }],
    target: [target],
    recorded: signedAt,
    activity: concept(MEANING, meaning, statement),
    agent: [{ who: practitioner(signer) }],
    signature: [
      {
        type: [
          { system: MEANING, code: meaning },
          ...(type === undefined ? [] : [{ system: SIGNATURE_TYPE, code: type }]),
        ],
        when: signedAt,
        who: practitioner(signer),
      },
    ],
  }
}
