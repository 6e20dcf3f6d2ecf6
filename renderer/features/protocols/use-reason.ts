import { useState } from 'react'

/** The reason for a change as it is typed. The first entry, which replaces version 0, needs none. */
export function useReason(version: number) {
  const [text, setText] = useState('')
  const [isTried, setTried] = useState(false)
  const given = text.trim()
  const isNeeded = version > 0
  const isMissing = isNeeded && given === ''
  return {
    text,
    setText,
    isNeeded,
    /** Somebody tried to save without it. */
    isMissed: isTried && isMissing,
    /** What was given, empty for a first entry; undefined where it is missing, and then the field says so. */
    ask(): string | undefined {
      setTried(true)
      return isMissing ? undefined : given
    },
    /** For the next change. */
    clear() {
      setText('')
      setTried(false)
    },
  }
}
