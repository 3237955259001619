import { expect, test } from '@jest/globals'
import {
  InputError,
  InputProblems,
  messagesOf,
  Problems,
  UserError,
  UserErrors,
} from '../../../actions/base/errors.ts'

const first = new UserError('IMG0000', 'One is wrong.', { hint: 'Put it right.' })
const second = new UserError('IMG0000', 'Two is wrong.', { hint: 'Mend it.' })

test.each([
  [[first], 'One is wrong. Put it right.'],
  [[first, second], '- One is wrong. Put it right.\n- Two is wrong. Mend it.'],
])('a list only where there are several', (errors, message) => {
  expect(new UserErrors(errors).message).toBe(message)
})

test('problems are thrown together, one alone as itself', () => {
  const problems = new Problems()
  expect(() => problems.throwIfAny()).not.toThrow()
  problems.try(() => {
    throw first
  })
  expect(() => problems.throwIfAny()).toThrow(first)
  problems.try(() => {
    throw new UserErrors([second, second])
  })
  expect(problems.list).toEqual([first, second, second])
  expect(() => problems.throwIfAny()).toThrow(UserErrors)
})

test('what is wrong with inputs is thrown as such, and says the same', () => {
  const problems = new InputProblems()
  expect(() => problems.throwIfAny()).not.toThrow()
  const thrown = () => {
    try {
      problems.throwIfAny()
    } catch (error) {
      return error
    }
  }
  problems.list.push(first)
  expect([thrown()].map(String)).toEqual(messagesOf(first))
  expect(thrown()).toBeInstanceOf(InputError)
  problems.add('IMG0000', 'Two is wrong.', 'Mend it.')
  expect(messagesOf(thrown())).toEqual(messagesOf(new UserErrors([first, second])))
  expect((thrown() as UserErrors).errors.every((each) => each instanceof InputError)).toBe(true)
})

test('a bug is no problem of the user', () => {
  const problems = new Problems()
  const bug = () => {
    throw new TypeError('x')
  }
  expect(() => problems.try(bug)).toThrow(TypeError)
})
