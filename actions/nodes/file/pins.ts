import type { PinnedPackage } from '../snapshot.ts'

/** An entry of `pips`, in all the ways in which people write one. */
export function pinOf(key: string, value: string): PinnedPackage {
  const [requirement, address] = [key.trim(), value.trim()]
  if (address === '') return direct(requirement) ?? { requirement, address }
  if (/^[\w.-]+$/.test(requirement) && !requirement.startsWith('-')) {
    if (/^v?\d[\w.+!*-]*$/.test(address)) return { requirement: `${requirement}==${address}`, address: '' }
    if (/^[<>=!~]=?/.test(address)) return { requirement: requirement + address, address: '' }
  }
  return { requirement, address }
}

/** `name @ address`, as `pip freeze` has it. */
function direct(text: string): PinnedPackage | undefined {
  const [, requirement, address] = /^([A-Za-z0-9][\w.-]*(?:\[[^\]]*\])?)\s*@\s*(\S.*)$/.exec(text) ?? []
  return requirement === undefined || address === undefined ? undefined : { requirement, address }
}
