import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { usesHeredocs } from '../../../actions/setup/heredocs.ts'

describe('a heredoc', () => {
  test.each([
    ['of RUN', 'RUN <<EOF\necho hello\nEOF'],
    ['after a command', 'RUN cat <<EOF > /file\nhello\nEOF'],
    ['with a dash', 'RUN <<-EOF\n\techo\n\tEOF'],
    ['with a quoted name', 'RUN <<"EOF"\necho\nEOF'],
    ['with a name in single quotes', "COPY <<'EOF' /file\nhello\nEOF"],
    ['of a file descriptor', 'RUN python3 3<<EOF\nEOF'],
    ['of COPY', 'COPY <<one <<two /folder/\n1\none\n2\ntwo'],
    ['of ADD', 'add <<EOF /file\nEOF'],
    ['of ONBUILD', 'ONBUILD RUN <<EOF\necho\nEOF'],
    ['after options', 'RUN --mount=type=cache,target=/cache <<EOF\necho\nEOF'],
    ['on a continued line', 'RUN apt-get update && \\\n  cat <<EOF > /file\nx\nEOF'],
    ['after a comment between continued lines', 'RUN true && \\\n# a comment \\\n  cat <<EOF\nx\nEOF'],
    ['continued by the escape directive', '# escape=`\nRUN true ; `\n cat <<EOF\nEOF'],
    ['in a file of Windows lines', 'FROM scratch\r\nRUN <<EOF\r\necho\r\nEOF\r\n'],
  ])('%s is found', (_, text) => {
    expect(usesHeredocs(`FROM scratch\n${text}\n`) || usesHeredocs(text)).toBe(true)
  })

  test.each([
    ['in a comment', '# RUN <<EOF'],
    ['in an indented comment', '   # RUN cat <<EOF'],
    ['in a shell comment', 'RUN echo hello # <<EOF'],
    ['in double quotes', 'RUN echo "cat <<EOF"'],
    ['in single quotes', "RUN echo 'cat <<EOF'"],
    ['in the JSON form', 'RUN ["sh", "-c", "cat <<EOF"]'],
    ['of another instruction', 'ENV TEXT="a" OTHER=<<EOF\nLABEL a=<<EOF\nCMD cat <<EOF'],
    ['as a shift', 'RUN echo $((1<<2)) && test $(( a << 2 ))'],
    ['as a here-string', 'RUN cat <<<hello'],
    ['without a name', 'RUN cat << EOF'],
    ['after an escaped backslash that continues nothing', '# escape=`\nRUN true \\\n# RUN <<EOF'],
  ])('%s is none', (_, text) => {
    expect(usesHeredocs(`FROM scratch\n${text}\n`)).toBe(false)
  })
})

const line = fc.string({
  unit: fc.constantFrom('R', 'U', 'N', ' ', '<', 'E', 'O', 'F', '\\', '"', "'", '#', '-', '`'),
})

test('no comment makes a heredoc, wherever it stands', () => {
  const comment = line.map((text) => `${' '.repeat(text.length % 3)}# ${text} RUN <<EOF`)
  const harmless = fc.constantFrom('RUN echo a', 'COPY a b', 'RUN true && \\', '')
  fc.assert(
    fc.property(fc.array(fc.oneof(comment, harmless)), (lines) => {
      expect(usesHeredocs(`FROM scratch\n${lines.join('\n')}\n`)).toBe(false)
    }),
  )
})

test('comments around a heredoc hide nothing', () => {
  const comments = fc.array(line.map((text) => `# ${text}`))
  fc.assert(
    fc.property(comments, comments, (before, after) => {
      const lines = ['FROM scratch', ...before, 'RUN true && \\', ...after, ' cat <<EOF', 'EOF']
      expect(usesHeredocs(lines.join('\n'))).toBe(true)
    }),
  )
})

test('a long line takes no time', () => {
  const text = `RUN ${'a"b\\ '.repeat(50_000)}`
  const before = process.cpuUsage()
  usesHeredocs(text)
  expect(process.cpuUsage(before).user).toBeLessThan(1_000_000)
})
