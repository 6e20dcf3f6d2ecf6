import { eraseDraft, listDrafts, replaceDraft } from '#main/store/draft-repository.ts'
import type { drafts } from '#shared/api/drafts.ts'
import { AppError } from '#shared/api/errors.ts'
import { hasRight } from '#shared/api/rights.ts'
import { invalid } from './failures.ts'
import type { AreaHandlers } from './handlers.ts'
import { patientOf } from './patients.ts'

/** Bytes of JSON; a full laboratory report is some 20 kB. */
const LARGEST_DRAFT = 200_000

/** No entry in the trail: it would keep what somebody typed about a patient and did not save (docs/decisions/0030). */
export const draftHandlers: AreaHandlers<typeof drafts> = {
  list: (_input, { db, user }) =>
    listDrafts(db, user.id).filter(({ patientId }) => patientId === null || hasRight(user, 'patients.read')),

  save({ content, ...place }, { db, user, session, now }) {
    if (Buffer.byteLength(JSON.stringify(content)) > LARGEST_DRAFT)
      throw invalid(
        'content',
        'a draft of more than 200 kB is not kept; save what is typed, or enter less at once',
      )
    if (place.patientId !== null) {
      if (!hasRight(user, 'patients.read'))
        throw new AppError({ code: 'not_permitted', right: 'patients.read' })
      patientOf(db, place.patientId)
    }
    const savedAt = session.clock.render(now())
    replaceDraft(db, { ...place, userId: user.id }, { savedAt, content })
    return { savedAt }
  },

  discard(place, { db, user }) {
    eraseDraft(db, { ...place, userId: user.id })
    return {}
  },
}
