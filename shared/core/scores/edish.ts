/** The peaks of a patient as multiples: of the upper limits of normal, or of the own baseline. */
export interface PeakMultiples {
  readonly alt: number
  readonly bilirubin: number
}

/** Where a quadrant begins; a peak on the cut belongs to the higher side. */
export type EdishCuts = PeakMultiples

/** The published cuts of eDISH, in multiples of the upper limit of normal (hep-explorer; PMC11182847). */
export const edishCuts: EdishCuts = { alt: 3, bilirubin: 2 }

/** The published cuts of mDISH, in multiples of baseline (hep-explorer). */
export const mdishCuts: EdishCuts = { alt: 3.8, bilirubin: 4.8 }

export type EdishQuadrant =
  | 'possible_hys_law'
  | 'temples_corollary'
  | 'hyperbilirubinemia'
  | 'normal_or_near_normal'

/** The quadrant of a patient in eDISH or in its baseline-multiple twin, by the cuts given. */
export function edishQuadrant(peaks: PeakMultiples, cuts: EdishCuts): EdishQuadrant {
  const altIsHigh = peaks.alt >= cuts.alt
  const bilirubinIsHigh = peaks.bilirubin >= cuts.bilirubin
  if (altIsHigh) return bilirubinIsHigh ? 'possible_hys_law' : 'temples_corollary'
  return bilirubinIsHigh ? 'hyperbilirubinemia' : 'normal_or_near_normal'
}
