/** What thinning looks at. */
interface Drawable {
  readonly at: number
  readonly value: number
  /** Says something beside its value (a flag, a limit) and is never left out. */
  readonly isKept: boolean
}

/**
 * As many points as can be told apart at a width: in every pixel the first, the last, the lowest and the highest, and all
 * that say something beside their value. For drawing only: values, tables and the crosshair keep every one.
 */
export function thin<T extends Drawable>(points: readonly T[], span: number, widthPx: number): readonly T[] {
  if (widthPx <= 0 || span <= 0 || points.length <= widthPx) return points
  const perPixel = span / widthPx
  const kept: T[] = []
  let pixel: T[] = []
  for (const point of points) {
    const [first] = pixel
    if (first !== undefined && Math.floor(first.at / perPixel) !== Math.floor(point.at / perPixel)) {
      kept.push(...tellingOf(pixel))
      pixel = []
    }
    pixel.push(point)
  }
  return [...kept, ...tellingOf(pixel)]
}

function tellingOf<T extends Drawable>(pixel: readonly T[]): readonly T[] {
  if (pixel.length <= 4) return pixel
  const values = pixel.map(({ value }) => value)
  const lowest = values.indexOf(Math.min(...values))
  const highest = values.indexOf(Math.max(...values))
  return pixel.filter(
    ({ isKept }, index) =>
      isKept || index === 0 || index === pixel.length - 1 || index === lowest || index === highest,
  )
}
