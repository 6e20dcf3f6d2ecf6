/** Moves the keyboard to the first field that was refused, once its words stand there. */
export function focusFirstInvalid(form: HTMLElement | null): void {
  requestAnimationFrame(() =>
    form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-error] input')?.focus(),
  )
}
