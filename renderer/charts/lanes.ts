/** Something on the strip with the room that it needs. */
interface Placed {
  /** Pixels from the left edge. */
  readonly left: number
  readonly width: number
}

/** Puts things that would touch into lanes below each other; returns the lane of each, in their order. */
export function lanesOf(things: readonly Placed[]): number[] {
  const ends: number[] = []
  const order = things
    .map((_, index) => index)
    .sort((a, b) => (things[a]?.left ?? 0) - (things[b]?.left ?? 0))
  const lanes: number[] = []
  for (const index of order) {
    const { left = 0, width = 0 } = things[index] ?? {}
    const free = ends.findIndex(end => end <= left)
    const lane = free === -1 ? ends.length : free
    ends[lane] = left + width
    lanes[index] = lane
  }
  return lanes
}
