import type { components } from '../api.gen'
import { client } from '../client'

type Schemas = components['schemas']
export type YearLine = Schemas['YearLine']
export type YearView = Schemas['YearView']
export type NamedDay = Schemas['NamedDay']
export type NoticePreview = Schemas['NoticePreview']
export type SpanView = Schemas['SpanView']

/** A holiday as a notice tells it, from the first day off to the last. */
export interface Holiday {
  name: string
  first: string | null
  last: string | null
}

/** A Saturday or Sunday that is worked for a holiday. */
export interface MakeUp {
  name: string
  day: string | null
}

/** What is entered of a year; presumed takes a notice back. */
export interface YearNotice {
  status: 'official' | 'presumed'
  notice: string
  holidays: Holiday[]
  makeUps: MakeUp[]
}

const address = (year: number) => `/api/calendar/years/${year}`

export function calendarYears(): Promise<YearLine[]> {
  return client.get('/api/calendar/years')
}

export function calendarYear(year: number): Promise<YearView> {
  return client.get(address(year))
}

export function previewNotice(year: number, notice: YearNotice): Promise<NoticePreview> {
  return client.post(`${address(year)}/preview`, notice)
}

export function enterNotice(year: number, version: number, notice: YearNotice): Promise<YearView> {
  return client.put(address(year), notice, { headers: { 'If-Match': `"${version}"` } })
}

export function countSpan(from: string, span: string): Promise<SpanView> {
  return client.get('/api/calendar/span', { query: { from, span } })
}
