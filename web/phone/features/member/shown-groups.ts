import type { FactGroup } from '@core/fact'
import type { MemberCard } from '@core/member/api'
import { memberField } from '@core/member/fields'
import { groupsOf } from '@core/member/groups'

/** What a former holder does not get to know: left out, since 未填 would say there is none. */
const withheld = ['citizenNumber', 'mobile', 'phone', 'address'].map(
  (name) => memberField(name).label,
)

/** A record as the asker may read it. */
export function shownGroups(card: MemberCard): FactGroup[] {
  if (!card.reduced) return groupsOf(card)
  return groupsOf(card).map(({ title, facts }) => ({
    title,
    facts: facts.filter(({ name }) => !withheld.includes(name)),
  }))
}
