import type { Figure } from './case.ts'

export function isExceeded({ value, bound }: Figure): boolean {
  // What could not be measured is not good.
  return !(value <= bound)
}

export function verdict(figure: Figure): string {
  if (isExceeded(figure)) return 'FAILS'
  return figure.value <= figure.aim ? 'aim reached' : 'within the bound'
}

export function show(value: number, unit: Figure['unit']): string {
  const digits = unit === '×' || unit === 's' ? 2 : unit === 'MB' ? 1 : 0
  return `${Number.isInteger(value) ? value : value.toFixed(digits)}${unit === '×' ? ' ×' : ` ${unit}`}`
}

/** For a terminal. */
export function tableOf(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ what }) => what.length))
  return figures
    .map((figure) => {
      const { what, value, unit, aim, bound } = figure
      const limits = `aim ${aim} / fails above ${bound}`
      return `  ${what.padEnd(width)}  ${show(value, unit).padStart(12)}  ${limits.padEnd(28)}  ${verdict(figure)}\n`
    })
    .join('')
}
