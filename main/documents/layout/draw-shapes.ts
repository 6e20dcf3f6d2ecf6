import type { Pdf } from '../pdfkit.ts'
import type { Corner, Ink, Shape } from './chart-geometry.ts'

const INKS: Readonly<Record<Ink, string>> = {
  line: '#111111',
  soft: '#8a9096',
  accent: '#1d4f73',
  grid: '#dfe2e5',
  window: '#f0f1f3',
  missed: '#e3dcd2',
  range: '#dcebf3',
}

/** Draws a shape in paths: nothing of a chart is a picture. */
export function drawShape(pdf: Pdf, shape: Shape): void {
  switch (shape.kind) {
    case 'area':
      trace(pdf, shape.corners).closePath().fill(INKS[shape.ink])
      return
    case 'line':
      pdf.lineWidth(shape.weight).strokeColor(INKS[shape.ink])
      if (shape.dash === undefined) pdf.undash()
      else pdf.dash(shape.dash, { space: shape.dash })
      trace(pdf, shape.corners).stroke()
      pdf.undash()
      return
    case 'mark':
      drawMark(pdf, shape)
  }
}

/** Open marks are filled with white, so that the line does not run through them. */
function drawMark(
  pdf: Pdf,
  { corners, at: [x, y], radius, isHollow }: Extract<Shape, { kind: 'mark' }>,
): void {
  pdf
    .lineWidth(0.7)
    .strokeColor(INKS.line)
    .fillColor(isHollow ? '#ffffff' : INKS.line)
  if (corners === 'disc') pdf.circle(x, y, radius)
  else trace(pdf, corners).closePath()
  pdf.fillAndStroke()
}

function trace(pdf: Pdf, [first, ...others]: readonly Corner[]): Pdf {
  if (first === undefined) return pdf
  pdf.moveTo(...first)
  for (const corner of others) pdf.lineTo(...corner)
  return pdf
}
