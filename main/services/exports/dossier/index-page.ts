/** A cell of a table; `href` is the path of a file of the dossier. */
export interface IndexCell {
  readonly text: string
  readonly href?: string
}

/** A table with its title. */
export interface Section {
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly IndexCell[])[]
}

interface Page {
  readonly title: string
  readonly lines: readonly string[]
  readonly training: boolean
  readonly sections: readonly Section[]
}

const STYLE = `body{font:14px/1.5 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1c2530}
h1{font-size:1.5rem;margin:0 0 .5rem}h2{font-size:1.05rem;margin:2rem 0 .5rem}p{margin:.15rem 0}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #d5dbe2;white-space:pre-line;overflow-wrap:break-word}
th{font-weight:600;color:#4a5765}.training{color:#9a3412;font-weight:600}`

/** A page that any browser shows from the disk; it runs nothing and asks for nothing. */
export function indexPage({ title, lines, training, sections }: Page): string {
  const mark = training
    ? '<p class="training">TRAINING DATA: everything is invented 培训数据：内容均为虚构</p>\n'
    : ''
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
${mark}${lines.map(line => `<p>${escaped(line)}</p>`).join('\n')}
${sections.map(sectionHtml).join('\n')}
</body>
</html>
`
}

function sectionHtml({ title, heads, rows }: Section): string {
  const head = heads.map(text => `<th scope="col">${escaped(text)}</th>`).join('')
  const body = rows.map(cells => `<tr>${cells.map(cellHtml).join('')}</tr>`).join('\n')
  const table =
    rows.length === 0
      ? '<p>none 无</p>'
      : `<table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`
  return `<h2>${escaped(title)}</h2>\n${table}`
}

function cellHtml({ text, href }: IndexCell): string {
  if (href === undefined) return `<td>${escaped(text)}</td>`
  const link = href.split('/').map(encodeURIComponent).join('/')
  return `<td><a href="${escaped(link)}">${escaped(text)}</a></td>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** What a patient or a file is called is never read as markup. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, char => entities[char] ?? char)
}
