import { afterEach, expect, test, vi } from 'vitest'
import { addPaper, changeAdmission } from './api'
import { changesOf } from './register'
import { sample } from './sample'
import { Problem } from '../problem'

vi.mock('./api', async (original) => ({
  ...(await original<typeof import('./api')>()),
  changeAdmission: vi.fn(),
}))
afterEach(() => vi.unstubAllGlobals())

test('whoever is overtaken keeps what the other changed and is asked about the rest', async () => {
  const mine = sample({ version: 3, name: '石小麦', bornOn: '2000-03-01' })
  const theirs = sample({ version: 4, name: '石大麦', bornOn: '2001-03-01' })
  const conflicts = [{ field: 'name', label: '姓名', yours: '石小麦穗', theirs: '石大麦' }]
  const change = vi.mocked(changeAdmission)
  const stale = { current: theirs, version: 4, conflicts }
  change.mockRejectedValueOnce(new Problem(409, stale as object))
  change.mockResolvedValueOnce(theirs)
  const register = changesOf(mine)
  const refused: unknown = await register
    .change('a', 3, { name: '石小麦穗' })
    .catch((error: unknown) => error)
  expect(refused).toMatchObject({ status: 409, body: { version: 4, conflicts } })
  await register.change('a', 4, { name: '石小麦穗' })
  expect(change.mock.lastCall?.[2]).toMatchObject({ name: '石小麦穗', bornOn: '2001-03-01' })
})

test('a paper is sent as the route takes it', async () => {
  const fetched = vi.fn().mockResolvedValue(new Response(JSON.stringify(sample())))
  vi.stubGlobal('fetch', fetched)
  vi.stubGlobal('document', { cookie: '' })
  await addPaper('a', 'D01', new File(['%PDF-1.4'], '申请书.pdf'))
  expect(fetched.mock.lastCall?.[0]).toBe('/api/admissions/a/papers/D01')
  expect(fetched.mock.lastCall?.[1]).toMatchObject({ method: 'POST' })
})
