import fc from 'fast-check'

const WEIRD = [
  ...['\0', '\n', '\r\n', '\t', '\u001b[31m', '\u2028', '\u202e', '\ufeff', '\ud800', '😀', '%0A', '%'],
  ...['::add-mask::x', '##[error]', '$', '{{a}}', '$(id)', '`', "'", '"', '\\', '--', '-', '../', '/'],
  ...[
    '__proto__',
    'constructor',
    'null',
    'true',
    '1e999',
    '-0',
    '99999999999999999999',
    '&a *a',
    '!!js',
    '<<',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    ',',
    ':',
    ';',
    '=',
    '@',
    '#',
    '|',
    '>',
    '*',
    '?',
    '+',
    '^',
    '~',
    '.',
    ' ',
  ],
] as const

interface Edit {
  at: number
  gone: number
  put: string
}

const edits = fc.array(
  fc.record<Edit>({
    at: fc.nat(4000),
    gone: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200)),
    put: fc.oneof(fc.constantFrom(...WEIRD), fc.string({ unit: 'binary', maxLength: 8 }), repeated()),
  }),
  { maxLength: 5 },
)

function repeated(): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...WEIRD), fc.nat(300)).map(([part, times]) => part.repeat(times))
}

/** Texts that are nearly right, which go deeper into a parser than any others; and a few that are nothing at all. */
export function hostile(samples: readonly string[]): fc.Arbitrary<string> {
  const near = fc.tuple(fc.constantFrom(...samples), edits).map(([text, all]) => all.reduce(edited, text))
  return fc.oneof({ weight: 8, arbitrary: near }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) })
}

function edited(text: string, { at, gone, put }: Edit): string {
  const start = at % (text.length + 1)
  return text.slice(0, start) + put + text.slice(start + gone)
}
