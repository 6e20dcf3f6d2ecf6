import '../api/zod-without-eval.ts'
import type { Sha256 } from '#shared/core/ids.ts'
import type { Language, LocalizedText } from '#shared/core/text.ts'
import type { PdfReport } from '#shared/verify/verify-pdf.ts'
import { checkGiven } from '../features/verify/check-file.ts'
import { chosenFiles, droppedFiles, type Given, givenOf } from '../features/verify/given.ts'
import { readTyped } from './fingerprint.ts'
import { pageWords, stateWords, verdictWords } from './words.ts'

const levels = { holds: 'good', intact: 'ask', fails: 'bad' } as const
const marks = { good: '✓', ask: '?', bad: '✗' } as const

let language: Language = navigator.languages.some(tag => tag.startsWith('zh')) ? 'zh-CN' : 'en'
let given: readonly Given[] = []
/** Counts the checks that were begun, so that a slow one never overwrites a later. */
let latest = 0

function element<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`)
  return found
}

const fingerprint = element('fingerprint', HTMLTextAreaElement)
const state = element('fingerprint-state', HTMLParagraphElement)
const drop = element('drop', HTMLElement)
const input = element('files', HTMLInputElement)
const folder = element('folder', HTMLInputElement)
const results = element('results', HTMLDivElement)

function say(): void {
  document.documentElement.lang = language
  document.title = `Lobule: ${pageWords.title[language]}`
  for (const [id, words] of Object.entries(pageWords)) element(id, HTMLElement).textContent = words[language]
  const typed = readTyped(fingerprint.value)
  state.textContent = fingerprint.value.trim() === '' ? '' : typed.say[language]
  state.dataset['level'] = typed.level
}

async function check(): Promise<void> {
  const turn = ++latest
  const { fingerprint: authority } = readTyped(fingerprint.value)
  const cards: HTMLElement[] = []
  for (const one of given) cards.push(await checked(one, authority))
  if (turn !== latest) return
  element('results-head', HTMLDivElement).hidden = given.length === 0
  results.replaceChildren(...cards)
}

async function checked(one: Given, authority: Sha256 | undefined): Promise<HTMLElement> {
  try {
    return card(one.name, await checkGiven(one, authority))
  } catch {
    const card = make('article', { className: 'result', level: 'bad' })
    card.append(headed(one.name, stateWords.unreadable))
    return card
  }
}

function card(name: string, { verdict, findings, document: of }: PdfReport): HTMLElement {
  const article = make('article', { className: 'result', level: levels[verdict] })
  const list = make('ul', {})
  for (const { level, text } of findings) {
    const item = make('li', { level })
    item.append(make('span', { text: marks[level] }), make('div', { text: text[language] }))
    list.append(item)
  }
  const head = headed(name, verdictWords[verdict])
  if (of?.training) head.append(make('p', { className: 'training', text: stateWords.training[language] }))
  article.append(head, list)
  return article
}

function headed(name: string, words: LocalizedText): HTMLElement {
  const head = make('div', { className: 'verdict' })
  head.append(make('h3', { text: name }), make('p', { text: words[language] }))
  return head
}

interface Made {
  readonly className?: string
  readonly level?: string
  readonly text?: string
}

/** Text goes in as text: a name in a file is never read as markup. */
function make(tag: string, { className = '', level, text }: Made): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  if (level !== undefined) made.dataset['level'] = level
  if (text !== undefined) made.textContent = text
  return made
}

function refresh(): void {
  say()
  void check()
}

function take(taken: readonly Given[]): void {
  given = taken
  refresh()
}

fingerprint.addEventListener('input', refresh)
for (const one of [input, folder])
  one.addEventListener('change', () => take(givenOf(chosenFiles(one.files ?? []))))
element('language', HTMLButtonElement).addEventListener('click', () => {
  language = language === 'en' ? 'zh-CN' : 'en'
  refresh()
})
element('print', HTMLButtonElement).addEventListener('click', () => window.print())
for (const type of ['dragenter', 'dragover', 'dragleave', 'drop']) {
  document.addEventListener(type, event => {
    event.preventDefault()
    drop.dataset['over'] = String(type === 'dragenter' || type === 'dragover')
  })
}
document.addEventListener('drop', event => {
  if (event.dataTransfer !== null) void droppedFiles(event.dataTransfer).then(files => take(givenOf(files)))
})
say()
