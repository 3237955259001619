import type { BenchCase } from '../case.ts'
import { ratio } from '../measure.ts'
import { pushSideBySide } from '../pushing.ts'
import { twoRegistries } from '../registries.ts'

/** 301 MB in six layers to two registries, which have none of them. */
export const run: BenchCase = async (bench) => {
  const hosts = await twoRegistries(bench)
  const { samples, size } = await pushSideBySide(bench, hosts, bench.runs(5))
  return {
    figures: [
      {
        what: 'time ÷ two podman pushes',
        ...ratio(samples.ours, samples.podman, 'wall'),
        unit: '×',
        aim: 0.55,
        bound: 0.67,
      },
      {
        what: 'CPU ÷ two podman pushes',
        ...ratio(samples.ours, samples.podman, 'cpu'),
        unit: '×',
        aim: 0.55,
        bound: 0.67,
      },
    ],
    notes: [
      `301 MB in six layers, ${Math.round(size / 1e6)} MB when compressed, to two docker-registries in repositories that are new in each run.`,
    ],
    samples,
  }
}
