export function BrokenStore() {
  return null
}
