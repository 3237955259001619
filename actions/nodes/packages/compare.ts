import * as pep440 from '@renovatebot/pep440'

/** What is built for one another and for the graphics card; the base image chooses it. */
const OF_TORCH = /^(torch|torchvision|torchaudio|xformers|triton|nvidia-.+)$/

/** By its normal name. */
export function isOfTorch(name: string): boolean {
  return OF_TORCH.test(name)
}

/** One version, as Python compares them: 1.0 is 1.0.0. A local part such as +cu128 says nothing against none. */
export function isSameVersion(one: string, other: string): boolean {
  const [a = '', localA] = one.toLowerCase().split('+')
  const [b = '', localB] = other.toLowerCase().split('+')
  if (localA !== undefined && localB !== undefined && localA !== localB) return false
  return pep440.valid(a) && pep440.valid(b) ? pep440.eq(a, b) : a === b
}

export function isVersion(text: string): boolean {
  return pep440.valid(text) !== null
}
