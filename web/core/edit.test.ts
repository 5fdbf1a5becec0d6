import { beforeEach, expect, test, vi } from 'vitest'
import { draftsOf, forgetDrafts } from './drafts'
import { useEdit, type Register } from './edit'
import type { Field } from './field'
import { isoDay } from './format'
import type { Conflict } from './merge'
import { Problem } from './problem'

interface Card {
  id: string
  version: number
  name: string
  nation: string | null
  mobile: string | null
  edit: { fields: string[]; closed: [] }
}

const field = (name: string, kind: Field['kind'] = 'text', required = false): Field => ({
  ...{ name, label: `「${name}」`, kind, group: '', longest: 5, required },
})
const fields = [field('name', 'text', true), field('nation'), field('mobile', 'secret')]
const create = vi.fn<Register<Card>['create']>()
const change = vi.fn<Register<Card>['change']>()
const register: Register<Card> = { name: 'members', fields, create, change }
const card = (change: Partial<Card> = {}): Card => ({
  ...{ id: 'm1', version: 3, name: '周禾', nation: null, mobile: '100****0001' },
  edit: { fields: ['name', 'nation', 'mobile'], closed: [] },
  ...change,
})
const stale = (current: Card, ...conflicts: Conflict[]) =>
  new Problem(409, {
    ...{ version: current.version, changedBy: '李四 · 乡镇党务工作者' },
    ...{ changedAt: '2026-11-22T06:05:00Z', conflicts, current },
  } as object)
const conflict = (name: string) => ({ field: name, label: name, yours: 'a', theirs: 'b' })
const today = isoDay(new Date())
const editing = (of: Card | null = card(), preset = {}) => {
  const edit = useEdit(register, 'a1', of, preset)
  const set = (name: string, value: string | null) =>
    edit.set(fields.find((it) => it.name === name) as Field, value)
  return { ...edit, set }
}

beforeEach(() => {
  create.mockReset()
  change.mockReset()
  forgetDrafts('a1')
})

test('a day that was chosen is sent; today is left to the server', async () => {
  const edit = editing()
  change.mockResolvedValue(card({ version: 4, nation: '03' }))
  edit.set('nation', '03')
  edit.effectiveOn.value = '2020-05-01'
  await edit.save()
  expect(change).toHaveBeenCalledWith('m1', 3, { nation: '03', effectiveOn: '2020-05-01' })
})

test('a change into the past that a later entry overtakes is told of', async () => {
  const edit = editing(card({ nation: '11' }))
  change.mockResolvedValue(card({ version: 4, nation: '11' }))
  edit.set('nation', '03')
  edit.effectiveOn.value = '2020-05-01'
  await edit.save()
  expect(edit.overtaken.value).toEqual(['「nation」'])
})

test('only what was changed is sent, with its version; saved, it is no draft', async () => {
  const edit = editing()
  edit.set('nation', '03')
  expect(editing().values.nation).toBe('03')
  change.mockResolvedValue(card({ version: 4, nation: '03' }))
  expect(await edit.save()).toMatchObject({ version: 4 })
  expect(change).toHaveBeenCalledWith('m1', 3, { nation: '03' })
  expect(editing().values.nation).toBeNull()
})

test('a mistake is corrected for as long as it stood, not from a day on', async () => {
  const edit = editing()
  edit.set('name', '周和')
  edit.correction.value = true
  change.mockResolvedValue(card())
  await edit.save()
  expect(change).toHaveBeenCalledWith('m1', 3, { name: '周和', correction: true })
})

test('with nothing changed nothing is sent', async () => {
  const edit = editing()
  edit.set('name', '周和')
  edit.set('name', '周禾')
  edit.set('mobile', '')
  expect(await edit.save()).toMatchObject({ id: 'm1' })
  expect(change).not.toHaveBeenCalled()
})

test('faults are found before anything is sent, and the server adds its own', async () => {
  const edit = editing()
  edit.set('name', '名字太长太长')
  edit.effectiveOn.value = '2999-01-01'
  expect(await edit.save()).toBeNull()
  expect(Object.keys(edit.faults.value)).toEqual(['name', 'effectiveOn'])
  expect(change).not.toHaveBeenCalled()

  edit.set('name', '周和')
  edit.effectiveOn.value = today
  change.mockRejectedValue(new Problem(400, { errors: [{ pointer: '/name', detail: '不行' }] }))
  expect(await edit.save()).toBeNull()
  expect(edit.faults.value).toEqual({ name: '不行' })
  expect(editing().values.name).toBe('周和')
})

test('what only the other changed is taken over without a question', async () => {
  const edit = editing()
  edit.set('name', '周和')
  const theirs = card({ version: 5, nation: '03' })
  change.mockRejectedValueOnce(stale(theirs, conflict('name')))
  change.mockResolvedValueOnce({ ...theirs, version: 6, name: '周和' })
  expect(await edit.save()).toMatchObject({ version: 6 })
  expect(change).toHaveBeenLastCalledWith('m1', 5, { name: '周和' })
})

test('what both changed is asked, field by field, and saved with the new version', async () => {
  const edit = editing()
  edit.set('name', '周和')
  edit.set('nation', '02')
  const theirs = card({ version: 5, name: '周荷', nation: '03' })
  change.mockRejectedValueOnce(stale(theirs, conflict('name'), conflict('nation')))
  expect(await edit.save()).toBeNull()
  expect(edit.question.value?.asked.map((it) => it.field)).toEqual(['name', 'nation'])
  expect(edit.values).toMatchObject({ name: '周和', nation: '02' })

  change.mockResolvedValueOnce(card({ version: 6 }))
  expect(await edit.answer({ name: 'mine', nation: 'theirs' })).toMatchObject({ version: 6 })
  expect(change).toHaveBeenLastCalledWith('m1', 5, { name: '周和' })
  expect(edit.question.value).toBeNull()
})

test('all theirs chosen, there is nothing left to send', async () => {
  const edit = editing()
  edit.set('name', '周和')
  change.mockRejectedValueOnce(stale(card({ version: 5, name: '周荷' }), conflict('name')))
  await edit.save()
  expect(await edit.answer({ name: 'theirs' })).toMatchObject({ version: 5, name: '周荷' })
  expect(change).toHaveBeenCalledOnce()
})

test('a change behind a mask cannot be seen, so it is asked', async () => {
  const edit = editing()
  edit.set('mobile', '10002')
  change.mockRejectedValueOnce(stale(card({ version: 5 }), conflict('mobile')))
  await edit.save()
  expect(edit.question.value?.asked).toHaveLength(1)
})

test('a draft older than the record is saved against the version it was typed in', async () => {
  draftsOf('a1', 'members/m1', new Set()).put('name', { value: '周和', from: '周禾', version: 1 })
  const edit = editing(card({ version: 4, name: '周荷' }))
  expect(edit.restored.value).not.toBeNull()
  change.mockRejectedValueOnce(stale(card({ version: 4, name: '周荷' }), conflict('name')))
  expect(await edit.save()).toBeNull()
  expect(change).toHaveBeenCalledWith('m1', 1, { name: '周和' })
  expect(edit.question.value?.asked).toHaveLength(1)
  edit.reconsider()
  edit.discard()
  expect(edit.values.name).toBe('周荷')
  expect(editing().restored.value).toBeNull()
})

test('the day of a change is there again with the change, and never without one', () => {
  const edit = editing()
  edit.set('name', '周和')
  edit.effectiveOn.value = '2020-05-01'
  edit.correction.value = true
  expect(editing().effectiveOn.value).toBe('2020-05-01')
  edit.set('name', '周禾')
  expect([editing().effectiveOn.value, editing().correction.value]).toEqual([today, false])
  edit.set('name', '周和')
  expect(editing().effectiveOn.value).toBe(today)
})

test('a day put right is no fault any more', async () => {
  const edit = editing()
  edit.effectiveOn.value = '2999-01-01'
  edit.set('name', '周和')
  await edit.save()
  edit.effectiveOn.value = '2020-05-01'
  expect(edit.faults.value).toEqual({})
})

test('what is not to lie on this device is told of as long as it is not saved', () => {
  const residence: Field = { ...field('residence', 'division'), kept: false }
  const edit = useEdit({ ...register, fields: [...fields, residence] }, 'a1', null)
  edit.set(residence, '141123')
  edit.set(fields[0] as Field, '周禾')
  expect(edit.unkept.value).toEqual([residence])
})

test('what is typed while a save waits for the network is saved, too', async () => {
  const edit = editing()
  edit.set('name', '周和')
  change.mockImplementationOnce(() => {
    edit.set('nation', '03')
    return Promise.resolve(card({ version: 4, name: '周和' }))
  })
  change.mockResolvedValueOnce(card({ version: 5, name: '周和', nation: '03' }))
  expect(await edit.save()).toMatchObject({ version: 5 })
  expect(change).toHaveBeenLastCalledWith('m1', 4, { nation: '03' })
})

test('a new record asks for what is required and keeps its key while it is sent again', async () => {
  const edit = editing(null, { nation: '01' })
  expect(await edit.save()).toBeNull()
  expect(edit.faults.value).toEqual({ name: '请填写「name」' })
  edit.set('name', '周禾')
  create.mockRejectedValueOnce(new Problem(500))
  await edit.save()
  create.mockResolvedValue(card())
  await edit.save()
  const [[body, first], [, second]] = create.mock.calls as [[object, string], [object, string]]
  expect(body).toEqual({ name: '周禾', nation: '01' })
  expect(second).toBe(first)
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
