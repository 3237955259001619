import type { BenchCase } from '../case.ts'
import { ratio } from '../measure.ts'
import { pushSideBySide } from '../pushing.ts'
import { twoHeldRegistries } from '../registries.ts'

const LINE = 40_000_000

/** The same push over lines as they are. */
export const run: BenchCase = async (bench) => {
  const hosts = await twoHeldRegistries(bench, LINE)
  const { samples, size } = await pushSideBySide(bench, hosts, bench.runs(3))
  return {
    figures: [
      {
        what: 'time ÷ two podman pushes',
        ...ratio(samples.ours, samples.podman, 'wall'),
        unit: '×',
        aim: 0.52,
        bound: 0.62,
      },
    ],
    notes: [
      `The image of the case push; each registry takes 40 MB in a second, so that ${Math.round(size / 1e6)} MB need ${(size / LINE).toFixed(1)} s by themselves.`,
    ],
    samples,
  }
}
