import { afterEach, expect, test, vi } from 'vitest'
import { Problem } from '../problem'
import type { PostView } from './api'
import { endings, nested, postCard } from './register'

const view: PostView = {
  id: 'p1',
  version: 3,
  organization: { id: 'o1', name: '东关村党支部' },
  kind: 'secretary',
  group: 'officer',
  person: { member: 'm1', name: '周禾' },
  appointment: 'elected',
  from: '2024-07-01',
  to: null,
  approval: { on: '2024-07-05', number: '蔚发〔2024〕7号' },
  endReason: null,
  note: null,
  remarks: [],
  edit: { fields: ['to', 'approval/on'], closed: [] },
}

afterEach(() => vi.unstubAllGlobals())

test('an approval is two fields of a form, and one thing when sent', () => {
  const card = postCard(view)
  expect(card).toMatchObject({
    on: '2024-07-05',
    number: '蔚发〔2024〕7号',
    holder: 'm1',
  })
  expect(card.edit.fields).toEqual(['to', 'on'])
  expect(nested({ to: '2026-01-01', on: '2026-01-02', effectiveOn: 'x' })).toEqual({
    to: '2026-01-01',
    approval: { on: '2026-01-02' },
  })
  expect(nested({ holder: '赵大山' })).toEqual({ member: null, name: '赵大山' })
  const member = '01a2103c-f140-7f9e-8fd7-cb43d0787b74'
  expect(nested({ holder: member })).toEqual({ member })
  expect(nested({ to: '2026-01-01' })).toEqual({ to: '2026-01-01' })
})

test('somebody else was quicker: the question is asked in the fields of the form', async () => {
  const body = {
    version: 4,
    conflicts: [{ field: 'approval/on', label: '批复日期', yours: null, theirs: null }],
    current: view,
  }
  vi.stubGlobal('document', { cookie: '' })
  vi.stubGlobal('fetch', () => {
    const headers = { 'Content-Type': 'application/problem+json' }
    return Promise.resolve(new Response(JSON.stringify(body), { status: 409, headers }))
  })
  const refusal = await endings.change('p1', 3, { on: '2026-01-02' }).catch((it: unknown) => it)
  expect(refusal).toBeInstanceOf(Problem)
  expect((refusal as Problem).body).toMatchObject({
    conflicts: [{ field: 'on' }],
    current: { on: '2024-07-05', holder: 'm1' },
  })
})
