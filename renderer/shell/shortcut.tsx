import { Kbd } from '@mantine/core'
import classes from './shortcut.module.css'

const isMac = /Mac/.test(navigator.platform)
const names: Readonly<Record<string, string>> = isMac
  ? { mod: '⌘', alt: '⌥', shift: '⇧' }
  : { mod: 'Ctrl', alt: 'Alt', shift: 'Shift' }

/** The keys of a command as they stand on the keyboard. */
export function Shortcut({ keys }: { readonly keys: string }) {
  return (
    <span className={classes['keys']}>
      {keys.split('+').map(key => (
        <Kbd key={key} size="xs">
          {names[key] ?? key}
        </Kbd>
      ))}
    </span>
  )
}
