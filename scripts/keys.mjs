// Tables of the check file's keys, from its JSON Schema.

/** `<!-- keys image-verify run.http -->` … `<!-- /keys -->`; without a path the top level. */
const TABLE = /<!-- keys image-verify((?: [\w.*-]+)?) -->\n[\s\S]*?<!-- \/keys -->/g

/** The given text with every table as the schema says. */
export function fillKeys(text, schema) {
  return text.replace(TABLE, (_all, path) => {
    const object = mappingAt(schema, path.trim())
    if (!object) throw new Error(`The check file has no mapping at "${path.trim()}".`)
    return `<!-- keys image-verify${path} -->\n${tableOf(object)}\n<!-- /keys -->`
  })
}

/** The mapping at a path such as `run.http`; `*` stands for any name, and lists are gone into. */
export function mappingAt(schema, path) {
  const parts = path === '' ? [] : path.split('.')
  const found = parts.reduce(
    (parent, part) => parent && (part === '*' ? named(parent) : mappingIn(parent)?.properties[part]),
    schema,
  )
  return found && mappingIn(found)
}

function named(schema) {
  return formsOf(schema).find((form) => typeof form.additionalProperties === 'object')?.additionalProperties
}

function mappingIn(schema) {
  return formsOf(schema).find((form) => form.properties)
}

/** Everything that a value may be, the entries of lists included. */
export function formsOf(schema) {
  return [schema, ...(schema.anyOf ?? []).flatMap(formsOf), ...(schema.items ? formsOf(schema.items) : [])]
}

function tableOf({ properties, required = [] }) {
  const rows = Object.entries(properties).map(([key, schema]) => {
    const value = required.includes(key) ? '**required**' : defaultOf(schema)
    return [`\`${key}\``, kindOf(schema), cell(schema.description ?? ''), value]
  })
  return [['Key', 'Value', 'Meaning', 'Default'], Array(4).fill('---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

function defaultOf({ default: value }) {
  const empty = value === undefined || ['{}', '[]'].includes(JSON.stringify(value))
  return empty ? '' : `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``
}

/** In a word or two. */
function kindOf(schema) {
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(', ')
  if (schema.const !== undefined) return `\`${schema.const}\``
  if (schema.title) return schema.title
  if (schema.properties || schema.additionalProperties) return 'mapping'
  if (schema.anyOf) return [...new Set(schema.anyOf.map(kindOf))].join(' or ')
  if (schema.items) return `list of ${plural(kindOf(schema.items))}`
  if (Array.isArray(schema.type)) return 'text'
  return KINDS[schema.type] ?? 'anything'
}

const KINDS = { integer: 'number', boolean: '`true`, `false`', null: '`null`', string: 'text' }

function plural(kind) {
  return kind === 'text' ? 'texts' : kind.replace(/^(\w+)(?= or |$)/, '$1s')
}

function cell(text) {
  return text.replaceAll('<', '&lt;').replaceAll('|', '\\|').replace(/\s+/g, ' ')
}
