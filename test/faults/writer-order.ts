/** Facts that are saved in one transaction. */
export const GROUP_SIZE = 3

/** What the killed process is told on its standard input. */
export interface WriterOrder {
  readonly directory: string
  /** The store key in hexadecimal. */
  readonly key: string
  readonly round: number
  /** A text of a patient that must be found in no file. */
  readonly seed: string
  /** A user whose wrap comes and goes, so that the keyring is rewritten all the time. */
  readonly spareUser: string
}
