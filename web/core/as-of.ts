import { computed, shallowRef } from 'vue'
import type {
  LocationQuery,
  RouteLocationNormalizedLoaded,
  RouteLocationRaw,
  Router,
} from 'vue-router'
import { dayOf } from './day'
import { isoDay } from './format'

declare module 'vue-router' {
  interface RouteMeta {
    /** Shows registers as of any day; the day goes along from one such page to the next. */
    register?: boolean
  }
}

/** What an address says to go on to today, and not to the day one is looking at. */
export const TODAY = 'today'

/** Before it there was no Party; beyond ten years nobody plans. */
const EARLIEST = '1921-07-01'
const YEARS_AHEAD = 10

export interface DaySpan {
  earliest: string
  latest: string
}

/** The days that can be looked at. */
export function daySpan(today: string): DaySpan {
  const year = Number(today.slice(0, 4)) + YEARS_AHEAD
  return { earliest: EARLIEST, latest: dayOf(year + today.slice(4)) ?? `${year}-02-28` }
}

/** The day an address asks for: null for today; undefined where it names none that can be looked at. */
export function dayIn({ asOf }: LocationQuery, today: string): string | null | undefined {
  if (asOf === undefined || asOf === null || asOf === '' || asOf === today) return null
  const day = typeof asOf === 'string' ? dayOf(asOf) : null
  const { earliest, latest } = daySpan(today)
  if (day === null || day < earliest || day > latest) return undefined
  return day === today ? null : day
}

const current = shallowRef<string | null>(null)
const bad = shallowRef(false)

/** The day that is looked at; null for today. */
export const asOf = computed(() => current.value)

/** Whether the address asks for a day nobody can look at; today is shown then. */
export const badDay = computed(() => bad.value)

/** The day in words' stead: the one looked at, or today's. */
export const dayShown = computed(() => current.value ?? isoDay(new Date()))

/** How an address names a day. */
export function dayWord(day: string): string {
  return day === isoDay(new Date()) ? TODAY : day
}

/** What every read of a register adds to its question. */
export function onTheDay(): { asOf: string | null } {
  return { asOf: current.value }
}

/**
 * The day lives in the address. Every way from one register page to another takes it along: links
 * say so before they are pressed, so that they can be opened elsewhere or sent to a colleague.
 */
export function carryDay(router: Router): void {
  const { resolve, push, replace } = router
  const withDay = (to: RouteLocationRaw): RouteLocationRaw => {
    const { meta, path, query, hash } = resolve(to)
    const asked = query.asOf
    if (asked !== TODAY && (current.value === null || asked !== undefined || !meta.register)) {
      return to
    }
    const { asOf: _, ...others } = query
    const day = asked === TODAY ? {} : { asOf: current.value }
    const place = typeof to === 'string' ? { path, hash } : to
    return { ...place, query: { ...others, ...day } } as RouteLocationRaw
  }
  router.resolve = ((to: RouteLocationRaw, from?: RouteLocationNormalizedLoaded) =>
    resolve(withDay(to) as string, from)) as Router['resolve']
  router.push = (to) => push(withDay(to))
  router.replace = (to) => replace(withDay(to))
  router.afterEach(({ meta, query }, _from, failure) => {
    if (failure) return
    const day = meta.register ? dayIn(query, isoDay(new Date())) : null
    current.value = day ?? null
    bad.value = day === undefined
  })
}
