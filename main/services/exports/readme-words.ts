import type { SiteData } from '#main/interchange/site-data.ts'

const MARK = '\uFEFF'

/** How whoever gets an export can tell that it is whole, in both languages; Windows' own editor reads it. */
export function readme({ site, training, madeAt, application }: SiteData): string {
  const made = `${madeAt.slice(0, 16).replace('T', ' ')} (UTC${madeAt.slice(-6).replace('Z', '+00:00')})`
  const lines = [
    ...(training ? ['培训数据：内容均为虚构  TRAINING DATA: everything is invented', ''] : []),
    `Lobule ${application.version}`,
    `中心 Site: ${site.number} ${site.name}`,
    `生成 Made: ${made}`,
    '',
    '如何验证（离线进行，无需安装任何软件）',
    '1. 请使用从可信来源取得的验证页面（lobule-verifier.html）；随文件一同收到的页面本身不能证明任何事。',
    '2. 在浏览器中打开该页面，按本中心纸质页录入中心证书指纹，再载入整个文件夹或 ZIP。',
    '3. 页面将核验 manifest.pdf 的签名，并逐一比对清单所列文件：缺失、更改或多出的文件会逐一列出。',
    '   亦可运行：lobule verify 文件夹或ZIP --fingerprint 指纹',
    'manifest.pdf 为已签署的清单，manifest.json 为其机器可读内容。所有文件均不含治疗分组。',
    '',
    'How to verify (offline, nothing to install)',
    '1. Use a verifier page (lobule-verifier.html) from a source that you trust; one that came with the files proves nothing by itself.',
    '2. Open it in a browser, type the fingerprint of the site certificate from the page that the site keeps on paper, and give it the whole folder or the ZIP.',
    '3. It checks the signatures of manifest.pdf and compares every file with the list: what is missing, changed or added is named.',
    '   Or run: lobule verify FOLDER-OR-ZIP --fingerprint FINGERPRINT',
    'manifest.pdf is the signed list, manifest.json its content for machines. No treatment allocation is in any of the files.',
    '',
  ]
  return MARK + lines.join('\r\n')
}
