import type { components } from '../api.gen'
import { client } from '../client'
import type { Editable, Register } from '../edit'
import type { Field } from '../field'
import { onTheDay } from '../as-of'

/** A look at whether a temporary branch is still needed. */
export type Review = components['schemas']['Review']
export type ReviewPage = components['schemas']['PageReview']
/** One as its form has it: it is entered, and never rewritten. */
export type ReviewCard = Review & Editable

export const reviewGroup = '检查'

const LONGEST_NOTE = 500
const A_PAGE = 20

const reviewsAt = (organization: string) =>
  `/api/organizations/${encodeURIComponent(organization)}/reviews`

export function reviewsOf(
  organization: string,
  after: string | null,
  signal?: AbortSignal,
): Promise<ReviewPage> {
  const query = { after, limit: A_PAGE, ...onTheDay() }
  return client.get(reviewsAt(organization), { query, signal })
}

/** It was entered in error: it stays, and counts no more. */
export function withdrawReview(id: string, reason: string): Promise<Review> {
  const address = `/api/reviews/${encodeURIComponent(id)}/withdraw`
  return client.post(address, { reason }, { patient: true })
}

const fields: readonly Field[] = [
  {
    name: 'on',
    label: '检查日期',
    kind: 'date',
    required: true,
    group: reviewGroup,
    help: '哪一天检查的，补登记也写当时的日期',
  },
  {
    name: 'result',
    label: '检查结论',
    kind: 'code',
    table: 'reviewResult',
    required: true,
    group: reviewGroup,
  },
  { name: 'note', label: '检查情况', kind: 'text', longest: LONGEST_NOTE, group: reviewGroup },
]

/** Entering what was found in a temporary branch. */
export function reviewsIn(organization: string): Register<ReviewCard> {
  return {
    name: `reviews-of-${organization}`,
    fields,
    create: async (body, key) => {
      const { effectiveOn: _, correction: __, ...sent } = body as Record<string, unknown>
      const headers = { 'Idempotency-Key': key }
      const options = { headers, patient: true }
      const made = await client.post<Review>(reviewsAt(organization), sent, options)
      return { ...made, version: 0, edit: { fields: [], closed: [] } }
    },
    change: () => Promise.reject(new Error('a review is withdrawn, not rewritten')),
  }
}
