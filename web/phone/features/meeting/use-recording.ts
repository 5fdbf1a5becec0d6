import { computed, ref, shallowRef } from 'vue'
import { draftsOf } from '@core/drafts'
import { randomKey } from '@core/key'
import { isoDay } from '@core/format'
import type { Named, Proposal } from '@core/meeting/api'
import type { Trouble, Waiting } from '@core/meeting/outbox'
import {
  faultsOf,
  keepTyped,
  recordingOf,
  saidOf,
  secretOf,
  typedIn,
  typedOf,
  votersOf,
  type Recording,
} from '@core/meeting/recording'
import { dropWaiting, say, waitingAt, type Fate } from '@core/meeting/waiting'
import { session } from '@core/session'

const KEY = '@key'

/** What is still to be looked at of a record the server did not take. */
const FIELDS: readonly (keyof Recording)[] = ['on', 'topic', 'begins', 'minutes', 'place', 'reason']

/**
 * A sitting at the record of one kind of meeting, without its looks. What is typed is a draft at
 * once; sent, it is in the outbox before any draft goes.
 */
export function useRecording(organization: Named, proposal: () => Proposal, taken: Waiting | null) {
  const account = session.value?.account.id ?? ''
  const record = taken?.key ?? `${organization.id}/${proposal().type}`
  const drafts = draftsOf(account, `meetings/${record}`, secretOf(proposal()))
  const held = drafts.all()
  const begun = taken === null ? {} : typedOf(taken.said)
  const typed = shallowRef<Partial<Recording>>({ ...begun, ...typedIn(held) })
  const restored = ref(latestOf(Object.values(held)))
  const key = taken?.key ?? String(held[KEY]?.value ?? randomKey())
  const faults = ref<Record<string, string>>({})
  const busy = ref(false)
  const trouble = shallowRef<Trouble | null>(taken?.trouble ?? null)
  const now = computed(() => recordingOf(proposal(), typed.value))
  const voters = computed(() => votersOf(proposal(), now.value))

  function set<Field extends keyof Recording>(field: Field, value: Recording[Field]) {
    typed.value = { ...typed.value, [field]: value }
    for (const name of Object.keys(faults.value)) {
      if (name === field || name.startsWith(`${field}/`)) delete faults.value[name]
    }
    keepTyped(drafts, field, value)
    if (!secretOf(proposal()).has(field)) drafts.put(KEY, { value: key, from: null, version: 0 })
  }

  function check(): boolean {
    faults.value = faultsOf(proposal(), now.value, isoDay(new Date()))
    return Object.keys(faults.value).length === 0
  }

  async function send(): Promise<Fate | null> {
    if (busy.value || !check()) return null
    busy.value = true
    trouble.value = null
    try {
      const fate = await say(organization, saidOf(proposal(), now.value), key)
      if (fate.is !== 'troubled') drafts.clear()
      else trouble.value = fate.item.trouble
      if (trouble.value?.kind === 'refused') faults.value = faultsIn(trouble.value.errors)
      return fate
    } finally {
      busy.value = false
    }
  }

  function discard() {
    drafts.clear()
    if (taken === null && waitingAt(key)?.trouble != null) dropWaiting(key)
    typed.value = begun
    restored.value = null
    faults.value = {}
  }

  return { now, voters, faults, busy, restored, trouble, set, send, discard }
}

function latestOf(drafts: readonly { at: number }[]): number | null {
  return drafts.length === 0 ? null : Math.max(...drafts.map(({ at }) => at))
}

/** `/votes/0/written` is a fault of the first vote. */
function faultsIn(errors: readonly { pointer: string; detail: string }[]) {
  return Object.fromEntries(
    errors.map(({ pointer, detail }) => {
      const [first = '', second = ''] = pointer.replace(/^#?\//, '').split('/')
      const known = FIELDS.some((field) => field === first)
      return [known || second === '' ? first : `${first}/${second}`, detail]
    }),
  )
}
