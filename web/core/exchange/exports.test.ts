import { describe, expect, it } from 'vitest'
import { columnsFor, outcomeOf, type ExportKind, type ExportTerms } from './exports'

const terms = { approvalAbove: 200, most: 1000, days: 7 } as ExportTerms

describe('what comes of asking for a file', () => {
  it('is told by the number of rows', () => {
    expect(outcomeOf(null, terms)).toBe('unknown')
    expect(outcomeOf(0, terms)).toBe('nothing')
    expect(outcomeOf(200, terms)).toBe('ready')
    expect(outcomeOf(201, terms)).toBe('approval')
    expect(outcomeOf(1001, terms)).toBe('too-many')
  })

  it('has the columns that are shown, in the order of the form', () => {
    const columns = ['name', 'sex', 'joinedOn'].map((field) => ({ field }))
    const kind = { columns } as unknown as ExportKind
    expect(columnsFor(kind, ['joinedOn', 'name', 'unknown'])).toEqual(['name', 'joinedOn'])
  })
})
