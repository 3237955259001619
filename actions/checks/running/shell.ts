/** How podman and its runtimes name a shell that they did not find. */
const ABSENT = /["`](\/\S*\/)?(ba|da|a)?sh["`].*(not found|no such file)/i

/** What to do where what podman said is that the image has no shell. */
export function noShellHint(said = ''): string | undefined {
  return ABSENT.test(said)
    ? 'The image has no shell: name the program itself, word by word, or look at files with "files".'
    : undefined
}
