/**
 * What escapes every catch: Node would print it as it is, on lines that the runner may take for commands. And what Node
 * writes about its own death would hold our variables. The first such error is told; others come of it.
 */
export function onCrash(end: (error: unknown) => Promise<void>): void {
  let told = false
  process.report.excludeEnv = true
  process.on('uncaughtException', (error) => {
    if (told) return
    told = true
    // What can't even be told ends all the same.
    end(error).catch(() => process.exit(1))
  })
}
