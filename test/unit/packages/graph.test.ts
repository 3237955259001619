import { describe, expect, test } from '@jest/globals'
import { type Digest, digestOf } from '../../../actions/base/digest.ts'
import { Graph, UnreadableManifest } from '../../../actions/packages/reach/graph.ts'
import { Inventory } from '../../../actions/packages/reach/inventory.ts'
import type { Manifest } from '../../../actions/registry/types.ts'
import { fallback, image, index } from '../cleanup/images.ts'

const amd64 = image('amd64')
const arm64 = image('arm64')

/** Tags as `name → manifest`; everything that is stored can be read, and what is read is counted. */
function graphOf(stored: Manifest[], tags: [string, Manifest][], lenient = false) {
  const reads: Digest[] = []
  const versions = stored.map(({ digest }) => ({
    id: digest,
    digest,
    tags: tags.filter(([, held]) => held.digest === digest).map(([name]) => name),
  }))
  const inventory = new Inventory(versions)
  const read = async (digest: Digest) => {
    reads.push(digest)
    return stored.find((manifest) => manifest.digest === digest)
  }
  const graph = new Graph({ read, fallbacks: inventory.fallbacks, lenient })
  return { graph, inventory, reads }
}

function raw(content: string): Manifest {
  const bytes = Buffer.from(content)
  return { mediaType: 'application/vnd.oci.image.index.v1+json', digest: digestOf(bytes), bytes }
}

describe('what tags reach', () => {
  test('indexes to any depth, and each image by the first tag that leads to it', async () => {
    const deep = [index('0', amd64)]
    for (let depth = 1; depth < 20; depth++) deep.push(index(`${depth}`, deep.at(-1)!))
    const { graph, inventory } = graphOf([...deep, amd64, arm64], [['latest', deep.at(-1)!]])
    await graph.add(inventory.roots)
    expect(graph.reached.size).toBe(21)
    expect(graph.nameOf(amd64.digest)).toBe('latest')
    expect(graph.has(arm64.digest)).toBe(false)
  })

  test('images are not asked for: an index says what they are', async () => {
    const top = index('top', amd64, arm64)
    const { graph, inventory, reads } = graphOf([top, amd64, arm64], [['latest', top]])
    await graph.add(inventory.roots)
    expect(reads).toEqual([top.digest])
  })

  test('neither are the layers that a build cache lists as if they were manifests', async () => {
    const layer = {
      mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
      digest: digestOf('layer'),
      size: 1,
    }
    const cache = raw(JSON.stringify({ schemaVersion: 2, manifests: [layer] }))
    const { graph, inventory } = graphOf([cache], [['buildcache', cache]])
    await graph.add(inventory.roots)
    expect(graph.has(layer.digest)).toBe(true)
  })

  test('a tag that belongs to a manifest keeps nothing by itself, only with what it belongs to', async () => {
    const [live, gone] = [index('live', amd64), index('gone', arm64)]
    const lists = [live, gone].map((each) => index(`of ${each.digest}`, image(`signs ${each.digest}`)))
    const again = image('signs the list')
    const tags: [string, Manifest][] = [
      ['latest', live],
      [fallback(live.digest), lists[0]!],
      [fallback(gone.digest), lists[1]!],
      [fallback(lists[0]!.digest, '.sig'), again],
    ]
    const { graph, inventory } = graphOf([live, gone, amd64, arm64, ...lists, again], tags)
    await graph.add(inventory.roots)
    expect(inventory.roots.map(({ name }) => name)).toEqual(['latest'])
    expect([lists[0]!, again, image(`signs ${live.digest}`)].every(({ digest }) => graph.has(digest))).toBe(
      true,
    )
    expect([lists[1]!, gone, arm64].some(({ digest }) => graph.has(digest))).toBe(false)
  })

  test('what a tagged signature signs stays, and may be gone long since', async () => {
    const signed = index('signed', amd64)
    const signatures = [image('signs', { subject: signed }), image('signs what is gone', { subject: arm64 })]
    const { graph, inventory } = graphOf(
      [signed, amd64, ...signatures],
      [
        ['a', signatures[0]!],
        ['b', signatures[1]!],
      ],
    )
    await graph.add(inventory.roots)
    expect(graph.has(amd64.digest)).toBe(true)
  })
})

describe('what nobody can vouch for', () => {
  const broken: [string, Manifest][] = [
    ['no JSON', raw('<html>')],
    ['no object', raw('[]')],
    ['a list of nothing', raw('{"manifests":[{"digest":"latest"}]}')],
    ['no list', raw('{"manifests":"sha256:"}')],
    ['a subject without a digest', raw('{"subject":{}}')],
  ]

  test.each(broken)('a root that is %s stops everything', async (_, manifest) => {
    const { graph, inventory } = graphOf([manifest], [['latest', manifest]])
    await expect(graph.add(inventory.roots)).rejects.toThrow(/which latest needs, is no valid manifest/)
  })

  test.each([
    ['root', [amd64], index('top', amd64)],
    ['nested index', [index('outer', index('inner', amd64))], index('outer', index('inner', amd64))],
  ])('a %s that is not there stops everything', async (_, stored, top) => {
    const { graph } = graphOf(stored, [])
    const adding = graph.add([{ digest: top.digest, name: '1.0' }])
    await expect(adding).rejects.toBeInstanceOf(UnreadableManifest)
    await expect(adding).rejects.toThrow(/which 1\.0 needs, is not there/)
  })

  test('a root that can’t be asked for stops everything, with the reason', async () => {
    const read = async () => {
      throw new Error('GET answered 503.')
    }
    const graph = new Graph({ read, fallbacks: [] })
    await expect(graph.add([{ digest: amd64.digest, name: '1.0' }])).rejects.toThrow(/GET answered 503/)
  })

  test('what is known to be whole is not asked for', async () => {
    const { graph, reads } = graphOf([], [])
    await graph.keep([{ digest: amd64.digest, name: 'published' }])
    expect([graph.nameOf(amd64.digest), reads.length]).toEqual(['published', 0])
  })
})
