import type { components } from '@core/api.gen'
import { client } from '@core/client'

type FirstAccount = components['schemas']['FirstAccountRequest']

/** Opens an empty installation: the county's committee and its first account. */
export function openInstallation(account: FirstAccount): Promise<void> {
  return client.post('/api/first-account', account, { anonymous: true })
}
