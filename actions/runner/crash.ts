/**
 * What escapes every catch: Node would print it as it is, on lines that the runner may take for commands. And what Node
 * writes about its own death would hold our variables, which is where inputs are.
 */
export function onCrash(end: (error: unknown) => Promise<void>): void {
  process.report.excludeEnv = true
  process.on('uncaughtException', end)
}
