import { createHash } from 'node:crypto'
import { diffSnapshots } from '../../../actions/nodes/diff/diff.ts'
import { diffMarkdown } from '../../../actions/nodes/diff/markdown.ts'
import { canonicalText } from '../../../actions/nodes/file/canonical.ts'
import { readSnapshot } from '../../../actions/nodes/file/read.ts'
import type { Snapshot } from '../../../actions/nodes/snapshot.ts'
import { validate } from '../../../actions/nodes/validate/validate.ts'
import type { BenchCase } from '../case.ts'
import { type Cost, median } from '../measure.ts'

const NODES = 500
const RULES = { allowBranches: false, allowHosts: [], allowOwners: [], expectedNodes: 13 }

/** Reading, judging and comparing, without the start of a process. */
export const run: BenchCase = async (bench) => {
  const [before, after] = [canonicalText(snapshotOf('before')), canonicalText(snapshotOf('after'))]
  const samples: Cost[] = []
  for (let round = 0; round < bench.runs(15); round++) samples.push(timeOf(() => judge(before, after)))
  return {
    figures: [
      {
        what: `validate and diff of ${NODES} nodes`,
        value: median(samples.map(({ wall }) => wall)),
        unit: 's',
        aim: 0.05,
        bound: 0.1,
      },
    ],
    notes: [
      'Two files are read and judged; every node and every package of them differs. The first round is among the runs.',
    ],
    samples: { 'validate and diff': samples },
  }
}

function judge(before: string, after: string): void {
  const [from, to] = [readSnapshot(before, 'before.json'), readSnapshot(after, 'after.json')]
  const faults = [from, to].flatMap((read) => validate(read, RULES).errors)
  if (faults.length > 0) throw new Error(`The snapshots are wrong: ${faults.join(' ')}`)
  const text = diffMarkdown(diffSnapshots(from.snapshot, to.snapshot))
  if (!text.includes(`node-${NODES - 1}`)) throw new Error('The last node is not in the comparison.')
}

function snapshotOf(state: string): Snapshot {
  const hash = (text: string) => createHash('sha1').update(text).digest('hex')
  const numbers = Array.from({ length: NODES }, (_, number) => number)
  return {
    comfyui: hash(state),
    git: numbers.map((number) => ({
      url: `https://github.com/owner-${number % 97}/node-${number}`,
      commit: hash(`${state} ${number}`),
      disabled: false,
    })),
    registry: [],
    files: [],
    packages: numbers.map((number) => ({ requirement: `package-${number}==1.${state.length}`, address: '' })),
  }
}

function timeOf(work: () => void): Cost {
  const cpu = process.cpuUsage()
  const started = performance.now()
  work()
  const { user, system } = process.cpuUsage(cpu)
  return { wall: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 }
}
