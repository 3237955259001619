import { expect, test } from '@jest/globals'
import { Budget, BudgetSpent } from '../../../actions/packages/budget.ts'

function spend(budget: Budget, requests: number): void {
  for (let request = 0; request < requests; request++) budget.spend()
}

test('what is held stays for what comes last', () => {
  const budget = new Budget(10)
  budget.hold(3)
  spend(budget, 7)
  expect(() => budget.spend()).toThrow(BudgetSpent)
  budget.release()
  spend(budget, 3)
  expect(() => budget.spend()).toThrow('The budget of 10 requests is spent.')
  expect(budget.spent).toBe(10)
})

test('what can’t be held is refused, and holds nothing', () => {
  const budget = new Budget(5)
  spend(budget, 3)
  expect(() => budget.hold(2)).toThrow(BudgetSpent)
  spend(budget, 2)
  expect(budget.spent).toBe(5)
})

test('what nobody may stop short of is only counted', async () => {
  const budget = new Budget(1)
  await budget.lift(async () => spend(budget, 5))
  expect(budget.spent).toBe(5)
  expect(() => budget.spend()).toThrow(BudgetSpent)
  await expect(budget.lift(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(() => budget.spend()).toThrow(BudgetSpent)
})

test('several that belong together are allowed together, or not at all', () => {
  const budget = new Budget(5)
  budget.reserve(5)
  expect(() => budget.reserve(6)).toThrow(BudgetSpent)
  expect(budget.spent).toBe(0)
})
