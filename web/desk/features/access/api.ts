import { client } from '@core/client'

export interface FirstAccount {
  token: string
  organization: string
  username: string
  password: string
}

/** Opens an empty installation: the county's committee and its first account. */
export function openInstallation(account: FirstAccount): Promise<void> {
  return client.post('/api/first-account', account, { anonymous: true })
}
