import { passwordFault } from './password'

/** What the page of the first account asks for. */
export interface Entries {
  organization: string
  username: string
  password: string
  again: string
}

/** The faults that need no server to be seen, by field; empty when there are none. */
export function faultsOf(entries: Entries): Partial<Entries> {
  const faults: Partial<Entries> = {}
  if (entries.organization.trim() === '') faults.organization = '请填写党委全称'
  if (entries.username.trim() === '') faults.username = '请填写用户名'
  const fault = passwordFault(entries.password)
  if (fault !== null) faults.password = fault
  if (entries.again !== entries.password) faults.again = '两次输入的密码不一样'
  return faults
}
