import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { cache, root } from '../setup/places.mjs'
import type { Outcome } from './case.ts'
import { type Cost, median } from './measure.ts'
import { BASELINE, baselineOf } from './regression.ts'
import { show, verdict } from './table.ts'

export interface Result extends Outcome {
  name: string
  /** The whole case took this long. */
  seconds: number
}

const INTRODUCTION = `# Benchmarks

Written by \`npm run bench\`. Every ratio is one of medians from interleaved runs (A, B, A, B, …) on one machine, everything on loopback:
what runs here, divided by what a user would run instead, on the same images and registries. CPU is user and system time of the whole
process tree. Smaller is better; the bench fails above the bound. What runs of ours is the committed bundle, as processes that are given
what GitHub's runner gives; for the push alone, the merge and the cleanup it is the rooms' own modules, bundled in the same way.`

/** All results as JSON, and as documentation when they are complete; gives the files' names. */
export async function writeReport(results: readonly Result[], whole: boolean): Promise<string[]> {
  const facts = { date: new Date().toISOString().slice(0, 10), machine: machine(), versions: versions() }
  await mkdir(join(cache, 'bench'), { recursive: true })
  await writeFile(
    join(cache, 'bench/results.json'),
    `${JSON.stringify({ ...facts, results }, undefined, 2)}\n`,
  )
  if (!whole) return ['.cache/bench/results.json']
  await mkdir(join(root, 'docs'), { recursive: true })
  const text = [INTRODUCTION, describe(facts), ...results.map(section)].join('\n\n')
  await writeFile(join(root, 'docs/benchmarks.md'), `${text}\n`)
  await writeFile(BASELINE, `${JSON.stringify(baselineOf(results), undefined, 2)}\n`)
  return ['.cache/bench/results.json', 'docs/benchmarks.md', 'docs/benchmarks.json']
}

function describe(facts: { date: string; machine: string; versions: string[] }): string {
  return `Measured on ${facts.date}: ${facts.machine}; ${facts.versions.join(', ')}.`
}

function machine(): string {
  const processors = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${processors.length} × ${processors[0]?.model.trim()}, ${memory} GB of memory, Linux ${release()}`
}

function versions(): string[] {
  const asked = {
    podman: ['--version'],
    buildah: ['--version'],
    'docker-registry': ['--version'],
    crane: ['version'],
    regctl: ['version'],
  }
  const found = Object.entries(asked).map(([tool, args]) => {
    const text = execFileSync(tool, args, { encoding: 'utf8' })
    return `${tool} ${/\d+(\.\d+)+/.exec(text)?.[0] ?? 'of unknown version'}`
  })
  return [`Node ${process.versions.node}`, ...found]
}

function section({ name, figures, notes, samples }: Result): string {
  const rows = figures.map((figure) => [
    figure.what,
    `**${show(figure.value, figure.unit)}**`,
    `${figure.aim} / ${figure.bound}`,
    verdict(figure),
  ])
  const runs = Object.entries(samples).map(([who, costs]) => [who, String(costs.length), ...medians(costs)])
  return [
    `## ${name}`,
    table(['', 'Measured', 'Aim / bound', ''], rows),
    notes.map((note) => `- ${note}`).join('\n'),
    table(['Medians', 'Runs', 'Time', 'CPU'], runs),
  ].join('\n\n')
}

function medians(costs: readonly Cost[]): string[] {
  return (['wall', 'cpu'] as const).map((by) => `${median(costs.map((cost) => cost[by])).toFixed(2)} s`)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
