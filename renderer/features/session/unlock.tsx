export function Unlock() {
  return null
}
