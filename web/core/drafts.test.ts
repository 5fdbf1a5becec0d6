import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { draftsHeld, draftsOf, forgetDrafts, forgetSecrets } from './drafts'

/** Storage as browsers have it: its keys are its own properties. */
function storage(): Storage {
  const methods = {
    getItem: (key: string) => (kept as unknown as Record<string, string>)[key] ?? null,
    setItem: (key: string, text: string) => void Object.assign(kept, { [key]: text }),
    removeItem: (key: string) => void Reflect.deleteProperty(kept, key),
  }
  const kept = Object.create(methods) as Storage
  return kept
}

const shut = new Proxy({} as Storage, {
  get() {
    throw new DOMException('denied', 'SecurityError')
  },
})

const secrets = new Set(['mobile'])
const draft = { value: '周禾', from: '周和', version: 3 }

beforeEach(() => vi.stubGlobal('localStorage', storage()))
afterEach(() => {
  forgetSecrets()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('what was typed is there again, each record and account by itself', () => {
  draftsOf('a1', 'members/m1', secrets).put('name', draft)
  expect(draftsOf('a1', 'members/m1', secrets).all()).toEqual({
    name: { ...draft, at: expect.any(Number) },
  })
  expect(draftsOf('a1', 'members/m2', secrets).all()).toEqual({})
  expect(draftsOf('a2', 'members/m1', secrets).all()).toEqual({})
})

test('a number or an address never lies on the device, and never meets another account', () => {
  draftsOf('a1', 'members/m1', secrets).put('mobile', { ...draft, value: '13800001234' })
  expect(Object.keys(localStorage)).toEqual([])
  expect(draftsOf('a1', 'members/m1', secrets).all()).toHaveProperty('mobile')
  draftsOf('a2', 'members/m1', secrets)
  expect(draftsOf('a1', 'members/m1', secrets).all()).toEqual({})
})

test('signing out forgets what was only in memory and keeps the rest', () => {
  const drafts = draftsOf('a1', 'members/m1', secrets)
  drafts.put('mobile', draft)
  drafts.put('name', draft)
  forgetSecrets()
  expect(Object.keys(drafts.all())).toEqual(['name'])
})

test('the records with unsaved fields are known, and can be forgotten together', () => {
  const one = draftsOf('a1', 'members/m1', secrets)
  one.put('name', draft)
  one.put('mobile', draft)
  one.put('@effectiveOn', draft)
  draftsOf('a1', 'members/new', secrets).put('name', draft)
  expect(draftsHeld('a1')).toEqual([
    { record: 'members/m1', fields: 2 },
    { record: 'members/new', fields: 1 },
  ])
  forgetDrafts('a1')
  expect(draftsHeld('a1')).toEqual([])
})

test('a dropped or saved field is no draft any more', () => {
  const drafts = draftsOf('a1', 'members/m1', secrets)
  drafts.put('name', draft)
  drafts.put('nation', draft)
  drafts.drop('name')
  expect(Object.keys(drafts.all())).toEqual(['nation'])
  drafts.clear()
  expect(drafts.all()).toEqual({})
})

test('a draft nobody came back to in a month is gone', () => {
  vi.useFakeTimers({ now: new Date(2026, 9, 1) })
  const drafts = draftsOf('a1', 'members/m1', secrets)
  drafts.put('name', draft)
  vi.setSystemTime(new Date(2026, 10, 2))
  expect(drafts.all()).toEqual({})
})

test('without storage it works as long as the page', () => {
  vi.stubGlobal('localStorage', shut)
  const drafts = draftsOf('a1', 'members/m1', secrets)
  drafts.put('name', draft)
  expect(drafts.all()).toHaveProperty('name')
  drafts.clear()
  expect(drafts.all()).toEqual({})
})

test('nonsense in the storage is no draft', () => {
  localStorage.setItem('sunmao.draft/a1/members/m1/name', '{"value":1')
  localStorage.setItem('sunmao.draft/a1/members/m1/nation', '"03"')
  expect(draftsOf('a1', 'members/m1', secrets).all()).toEqual({})
})
