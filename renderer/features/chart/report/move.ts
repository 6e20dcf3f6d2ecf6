import type { KeyboardEvent } from 'react'

const CELL = '[data-cell]'

/**
 * Enter goes to the next field that is empty, in the head and in the rows; where a row has none left, to the next row.
 * The arrows up and down stay in their column. After the list of a field has taken the key, so that Enter chooses first.
 */
export function moveOn(event: KeyboardEvent): void {
  const { target, key } = event
  if (!(target instanceof HTMLInputElement)) return
  const cell = target.closest<HTMLElement>(CELL)
  if (cell === null) return
  if (key === 'Enter') {
    event.preventDefault()
    // What was chosen fills other fields of the row first.
    setTimeout(() => focusOn(nextOf(cell)))
    return
  }
  const isListOpen = target.getAttribute('aria-expanded') === 'true'
  if (isListOpen || (key !== 'ArrowDown' && key !== 'ArrowUp')) return
  const row = cell.closest('[data-row]')
  const other = key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling
  const same = other?.querySelector<HTMLElement>(`[data-cell="${cell.dataset['cell'] ?? ''}"]`)
  if (same) {
    event.preventDefault()
    focusOn(same)
  }
}

function nextOf(cell: HTMLElement): HTMLElement | undefined {
  const rows = [...(cell.closest('form')?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const at = rows.findIndex(row => row.contains(cell))
  const here = cellsOf(rows[at])
  const next = cellsOf(rows[at + 1])
  return here.slice(here.indexOf(cell) + 1).find(isOpen) ?? next.find(isOpen) ?? next[0]
}

function cellsOf(row: HTMLElement | undefined): HTMLElement[] {
  return [...(row?.querySelectorAll<HTMLElement>(CELL) ?? [])]
}

/** A field that waits for something: empty, and not one that may well stay so. */
function isOpen(cell: HTMLElement): boolean {
  return cell.dataset['skip'] === undefined && inputOf(cell)?.value === ''
}

function inputOf(cell: HTMLElement): HTMLInputElement | null {
  return cell.querySelector('input:not([type="hidden"])')
}

function focusOn(cell: HTMLElement | undefined): void {
  const input = cell && inputOf(cell)
  input?.focus()
  input?.select()
}

/** To the first empty cell of a column, once the rows are there. */
export function focusFirstCell(form: HTMLElement | null, column: string): void {
  setTimeout(() => {
    const cells = [...(form?.querySelectorAll<HTMLElement>(`[data-cell="${column}"]`) ?? [])]
    focusOn(cells.find(isOpen) ?? cells[0])
  })
}

export function focusFirstProblem(form: HTMLElement | null): void {
  setTimeout(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
