import type { DocumentPayload } from '#shared/core/documents/payload.ts'
import type { Speech } from '../speech.ts'
import type { Content } from './content.ts'
import { eligibilityContent } from './eligibility.ts'

export type { Content } from './content.ts'

/** What a payload prints. */
export function contentOf(speech: Speech, payload: DocumentPayload): Content {
  const { content } = payload
  switch (content.kind) {
    case 'eligibility':
      return eligibilityContent(speech, payload, content)
    default:
      throw new Error('not yet')
  }
}
