import { expect, test } from 'vitest'
import { mapOf } from '@core/admission/map'
import { sample } from '@core/admission/sample'
import { factsOf, sentencesOf } from './facts'

test('days that have not come are left out', () => {
  const names = factsOf(sample()).map(({ name }) => name)
  expect(names).toEqual(['党支部', '上级党委', '递交申请书'])
  const later = sample({ probationFrom: '2026-04-01', probationUntil: '2027-04-01' })
  expect(factsOf(later).map(({ name }) => name)).toContain('预备期满')
})

test('it is read aloud where one stands, what comes next and who must act', () => {
  const view = sample()
  const said = sentencesOf(view, mapOf(view, '2026-04-10')).join('')
  expect(said).toContain(`现在是${view.stageName}`)
  expect(said).toContain(`由${view.waitsForName}办`)
})
