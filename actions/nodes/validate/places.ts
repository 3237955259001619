import { type Objection, shown } from './remark.ts'

/** What is wrong with the name of something that shall lie in custom_nodes, and nowhere else. `what`: of what it is. */
export function faultOfName(name: string, what: string): Objection | undefined {
  const fault = whatIsWrong(name)
  return (
    fault && {
      code: 'IMG8231',
      message: `${what} would be called "${shown(name)}", ${fault.which}.`,
      hint: fault.hint,
    }
  )
}

function whatIsWrong(name: string): { which: string; hint: string } | undefined {
  const plain = 'Write a plain name, such as node.py.'
  if (name === '') return { which: 'which is no name', hint: plain }
  if (/[/\\]|^[a-z]:|^\.\.$/i.test(name)) return { which: 'which leads out of custom_nodes', hint: plain }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(name))
    return { which: 'with characters that nobody can see', hint: plain }
  if (name.startsWith('-')) return { which: 'which programs take for an option', hint: plain }
  if (name.startsWith('.')) return { which: 'which is hidden, and which ComfyUI passes over', hint: plain }
  if (/\.disabled$/i.test(name) || name.toLowerCase() === '__pycache__')
    return { which: 'which ComfyUI passes over', hint: 'Set "disabled" instead.' }
  if (Buffer.byteLength(name) > 200) return { which: 'which is too long', hint: plain }
  return undefined
}

/** Only these are loaded. */
export function faultOfFile(filename: string): Objection | undefined {
  const fault = faultOfName(filename, 'A single-file node')
  if (fault || filename.endsWith('.py')) return fault
  return {
    code: 'IMG8231',
    message: `"${shown(filename)}" is no Python file.`,
    hint: 'A single-file node ends with .py.',
  }
}
