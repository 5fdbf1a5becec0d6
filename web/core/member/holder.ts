/** Whether somebody is said by the id of a member, and not by name. */
export function isMember(holder: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(holder)
}
