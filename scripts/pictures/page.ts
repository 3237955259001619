import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

const require = createRequire(import.meta.url)
const STYLE = readFileSync(require.resolve('github-markdown-css/github-markdown-light.css'), 'utf8')
const MERMAID = readFileSync(require.resolve('mermaid/dist/mermaid.min.js'), 'utf8')

/** Markdown as GitHub renders it: its tables, its style, and diagrams of Mermaid. */
export function htmlOf(markdown: string): string {
  // Summaries hold the HTML of folded sections; GitHub lets that through, and all of it is ours.
  const options = { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] }
  return micromark(markdown, options)
}

/** A whole page that needs nothing else; its title becomes the height of what it shows. */
export function pageOf(markdown: string): string {
  const body = htmlOf(markdown).replaceAll(
    /<pre><code class="language-mermaid">([\s\S]*?)<\/code><\/pre>/g,
    '<div class="mermaid">$1</div>',
  )
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}
body { margin: 0 } .markdown-body { padding: 24px; max-width: 980px; box-sizing: border-box }</style>
<div class="markdown-body">${body}</div>
<script>${MERMAID}</script>
<script>
  mermaid.initialize({ startOnLoad: false })
  mermaid.run().finally(() => { document.title = String(document.querySelector('.markdown-body').offsetHeight) })
</script>`
}
