const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/]

/** What is wrong with a password, or null. The server asks the same; this only answers sooner. */
export function passwordFault(password: string): string | null {
  const length = [...password].length
  if (length >= 20) return null
  if (length < 10) return '密码至少 10 个字符'
  const kinds = classes.filter((kind) => kind.test(password)).length
  return kinds >= 3
    ? null
    : '请用大写字母、小写字母、数字、符号中的三种，或者改用 20 个字符以上的一句话'
}
