/** Whether a path stays below the folder that it is put into, on every system: no drive, no `..`, no backslash, no control. */
export function isSafePath(path: string): boolean {
  if (path === '' || path.length > 400 || UNSAFE.test(path)) return false
  return path.split('/').every(part => part !== '' && part !== '.' && part !== '..' && !/[. ]$/.test(part))
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNSAFE = /[\\:*?"<>|\u0000-\u001f\u007f]/

/** The same for two names that some system takes for one. */
export function nameKey(path: string): string {
  return path.normalize('NFC').toLowerCase()
}

/** Files that operating systems put into folders by themselves. */
export function isOfSystem(path: string): boolean {
  const name = path.split('/').at(-1) ?? ''
  return /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._.*)$/i.test(name)
}
