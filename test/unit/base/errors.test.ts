import { expect, test } from '@jest/globals'
import { Problems, UserError, UserErrors } from '../../../actions/base/errors.ts'

const first = new UserError('One is wrong.', { hint: 'Put it right.' })
const second = new UserError('Two is wrong.')

test.each([
  [[first], 'One is wrong. Put it right.'],
  [[first, second], '- One is wrong. Put it right.\n- Two is wrong.'],
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

test('a bug is no problem of the user', () => {
  const problems = new Problems()
  const bug = () => {
    throw new TypeError('x')
  }
  expect(() => problems.try(bug)).toThrow(TypeError)
})
