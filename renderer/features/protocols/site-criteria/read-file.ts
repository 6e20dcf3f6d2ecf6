import type { Api } from '../../../api/api.tsx'

/** A criteria file that was read: its text is entered as it is, so that its hash is that of the approved file. */
export interface ReadFile {
  readonly name: string
  readonly text: string
  readonly preview: Awaited<ReturnType<Api['protocols']['previewCriteria']>>
}
