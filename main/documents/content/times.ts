/** An instant as a signature prints it: to the second, with its offset from UTC. */
export function instantText(time: string): string {
  return `${time.slice(0, 10)} ${time.slice(11, 19)} (UTC${offsetOf(time)})`
}

/** An instant of the chart: to the minute, with its offset from UTC. */
export function minuteText(time: string): string {
  return time.length <= 10 ? time : `${time.slice(0, 10)} ${time.slice(11, 16)} ${offsetOf(time)}`
}

function offsetOf(time: string): string {
  const offset = /(?:Z|[+-]\d{2}:\d{2})$/.exec(time)?.[0] ?? ''
  return offset === 'Z' ? '+00:00' : offset
}
