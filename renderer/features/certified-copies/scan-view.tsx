import { useMemo } from 'react'
import { base64Of } from '../../api/use-uploads.ts'
import { PdfPreview } from '../documents/pdf-preview.tsx'
import { PictureView } from './picture-view.tsx'
import type { Scan } from './scan.ts'

interface ScanViewProps {
  readonly scan: Scan
  /** What the report is called, for those who do not see it. */
  readonly label: string
}

/** A scanned report in place: a PDF page below page, a picture to be enlarged and turned. */
export function ScanView({ scan, label }: ScanViewProps) {
  return scan.mediaType === 'application/pdf' ? (
    <Pdf content={scan.content} label={label} />
  ) : (
    <PictureView scan={scan} label={label} />
  )
}

function Pdf({ content, label }: Pick<Scan, 'content'> & Pick<ScanViewProps, 'label'>) {
  const base64 = useMemo(() => base64Of(content), [content])
  return <PdfPreview base64={base64} label={label} />
}
