type Environment = Readonly<Record<string, string | undefined>>

/** A job's tokens, its inputs, and the files by which a step changes the steps after it. */
const OF_THE_JOB =
  /^(GH|GITHUB)_(\w+_)?TOKEN$|^GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)$|^(INPUT|STATE)_|^ACTIONS_\w+_(TOKEN|URL)$/

/** What the code of others does not get to see: install.py of nodes, and what builds packages. */
export function hiddenFromOthers(environment: Environment): Record<string, undefined> {
  const names = Object.keys(environment).filter((name) => OF_THE_JOB.test(name))
  return Object.fromEntries(names.map((name) => [name, undefined]))
}
