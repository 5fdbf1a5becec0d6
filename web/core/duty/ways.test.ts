import { expect, it } from 'vitest'
import { stepOf, wayOf } from './ways'

const place = {
  id: 'd1',
  organization: { id: 'o1', name: '中共东村党支部' },
  subject: { kind: 'organization', id: 'o1', name: null },
  rule: { id: 'R-BR-11', title: '', cite: '', local: false },
  remedy: { says: '补选', opens: 'new-secretary' },
}

it('leads to the step that meets a duty, whoever may take it', () => {
  expect(stepOf(place, 'desk', ['organizations:write'])).toBe(
    '/organizations/o1/posts/new?kind=secretary',
  )
})

it('leads whoever may not, or has no such page, to the duty, which says who helps', () => {
  expect(stepOf(place, 'desk', ['organizations:read'])).toBe('/duties/d1')
  expect(stepOf(place, 'phone', ['organizations:write'])).toBe('/duties/d1')
})

it('leads from a person to their record, and from a post to the posts', () => {
  const rights = ['members:read']
  const person = { ...place, subject: { kind: 'person', id: 'm1', name: '张三' } }
  expect(wayOf('member', person, 'phone', rights)?.to).toBe('/members/m1')
  const post = { ...place, subject: { kind: 'post', id: 'p1', name: null } }
  expect(wayOf('member', post, 'desk', rights)?.to).toBe('/posts?organization=o1')
})

it('leads from a meeting that is due to the record of that kind', () => {
  const due = { ...place, name: 'theme-day', remedy: { says: '记', opens: 'record' } }
  expect(stepOf(due, 'phone', ['meetings:write'])).toBe('/record?organization=o1&type=theme-day')
  expect(wayOf('record', { ...place, name: 'other' }, 'desk', ['meetings:write'])?.to).toBe(
    '/record?organization=o1',
  )
})

it('leads whoever stands above to the record of a training of their own', () => {
  const due = { ...place, remedy: { says: '培训', opens: 'training' } }
  expect(stepOf(due, 'desk', ['meetings:check'])).toBe('/record?type=training')
  expect(stepOf(due, 'desk', ['meetings:write'])).toBe('/duties/d1')
})

it('knows no way by a key of tomorrow', () => {
  expect(wayOf('meeting', place, 'desk', [])).toBeNull()
  expect(wayOf(null, place, 'desk', [])).toBeNull()
})
