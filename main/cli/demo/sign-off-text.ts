import { basename } from 'node:path'
import { fingerprintText } from '#shared/core/signatures/record.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import { indented } from '../layout.ts'
import type { Look } from '../screening-text.ts'
import { reportText } from '../verification.ts'
import type { SignOff } from './sign-off.ts'

const labels = {
  signed: { en: 'Signed and filed', 'zh-CN': '已签署并归档' },
  covers: { en: 'covers registration', 'zh-CN': '涵盖登记日' },
  fingerprint: { en: 'Fingerprint of the site certificate', 'zh-CN': '中心证书指纹' },
  tampered: { en: 'The same file with one bit changed', 'zh-CN': '同一文件更改一位之后' },
  verifier: { en: 'Verifies them without Lobule', 'zh-CN': '无需 Lobule 即可验证' },
} as const satisfies Record<string, LocalizedText>

/** What was signed, what its files verify as, and how a changed copy is refused. */
export function signOffText({ filed, fingerprint, tampered, verifierPage }: SignOff, look: Look): string {
  const { language, columns, paint } = look
  const short = (text: string) => indented(text, columns, '  ', '    ')
  const decisions = filed.flatMap(({ screeningNumber, signature, verified }) => {
    const { meaning, signer, signedAt, decision } = signature
    const days = decision?.covers
    const covers = days ? `; ${labels.covers[language]} ${days.from} – ${days.to ?? '…'}` : ''
    return [
      short(`${screeningNumber}: ${meaning.statement[language]} ${signer.fullName}, ${signedAt}${covers}`),
      reportText({ ...verified, file: basename(verified.file) }, language, paint),
    ]
  })
  return [
    [paint('bold', labels.signed[language]), ...decisions].join('\n'),
    `${paint('bold', labels.fingerprint[language])}\n${short(fingerprintText(fingerprint))}`,
    [
      paint('bold', labels.tampered[language]),
      reportText({ ...tampered, file: basename(tampered.file) }, language, paint),
    ].join('\n'),
    `${paint('bold', labels.verifier[language])}: ${basename(verifierPage)}`,
  ].join('\n\n')
}
