import { reactive } from 'vue'
import { member } from '@core/member/api'
import { organization } from '@core/organization/api'

/** The names of what a draft speaks of by id; what is not known yet is asked for once. */
export function useNames() {
  const known = reactive(new Map<string, string>())
  const asked = new Set<string>()

  function learn(id: string, name: string) {
    known.set(id, name)
  }

  function of(id: string, load: (id: string) => Promise<{ name: string }>): string {
    if (id === '') return '（还没有选）'
    if (!known.has(id) && !asked.has(id)) {
      asked.add(id)
      void load(id).then(
        ({ name }) => learn(id, name),
        () => learn(id, '（不在您的管理范围内）'),
      )
    }
    return known.get(id) ?? '…'
  }

  return {
    learn,
    organization: (id: string) => of(id, organization),
    member: (id: string) => of(id, member),
  }
}

export type Names = ReturnType<typeof useNames>
