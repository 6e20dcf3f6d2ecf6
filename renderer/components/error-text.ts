import { errorText } from '#shared/api/error-text.ts'
import { AppError } from '#shared/api/errors.ts'
import { useLanguage } from '../i18n/i18n.ts'

/** Puts any failure into words of the screen's language. Anything but an `AppError` is a bug of the page. */
export function useErrorText(): (error: unknown) => string {
  const language = useLanguage()
  return error => {
    if (error instanceof AppError) return errorText(error.payload, language)
    return errorText({ code: 'internal', reference: 'page' }, language)
  }
}
