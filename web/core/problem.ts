import type { components } from './api.gen'

type ProblemBody = components['schemas']['Problem']

/** A value the server did not accept, and where it stands in what was sent. */
type FieldError = NonNullable<ProblemBody['errors']>[number]

/** A refusal as the server explains it (RFC 9457). Status 0: no server answered. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly title: string
  readonly rule: string | undefined
  readonly ruleTitle: string | undefined
  readonly ruleText: string | undefined
  readonly cites: string[]
  readonly errors: FieldError[]

  constructor(
    readonly status: number,
    /** All that was answered: a refusal may tell more than every refusal does. */
    readonly body: ProblemBody = {},
    /** Seconds after which the server asks to be tried again. */
    readonly retryAfter: number | null = null,
  ) {
    const title = body.title ?? titleOf(status)
    super(body.detail ?? title)
    this.title = title
    this.rule = body.rule
    this.ruleTitle = body.ruleTitle
    this.ruleText = body.ruleText
    this.cites = [body.cites ?? []].flat()
    this.errors = body.errors ?? []
  }

  /** What will pass without anybody doing anything: the database or the way to the server is away. */
  get passing(): boolean {
    return [0, 502, 503, 504].includes(this.status)
  }

  /** Errors by the last word of their pointer: `/password` or `#/password` → `password`. */
  get byField(): Record<string, string> {
    return Object.fromEntries(
      this.errors.map(({ pointer = '', detail = '' }) => [pointer.split('/').pop() ?? '', detail]),
    )
  }
}

/** Whether a refusal is of single fields, each with its own sentence. */
export function namesFields({ status, errors }: Problem): boolean {
  return status === 400 && errors.length > 0
}

/** Whether all that a refusal found in the fields has been put right since. */
export function isMended(problem: Problem, faults: Record<string, string>): boolean {
  return namesFields(problem) && Object.keys(faults).length === 0
}

export async function problemOf(response: Response): Promise<Problem> {
  const seconds = Number(response.headers.get('Retry-After') ?? NaN)
  const json = response.headers.get('Content-Type')?.includes('json') ?? false
  const body = json ? ((await response.json().catch(() => ({}))) as ProblemBody) : {}
  return new Problem(response.status, body, Number.isFinite(seconds) ? seconds : null)
}

function titleOf(status: number): string {
  if (status === 0) return '暂时连不上服务器'
  if (status === 401) return '请先登录'
  if (status === 403 || status === 404) return '不在您的管理范围内，或不存在'
  if (status === 429) return '操作太频繁，请稍后再试'
  if (status === 503) return '数据库暂时不可用'
  return status >= 500 ? '服务器出了差错，您的数据没有改动' : '服务器没有接受这次操作'
}

/** How a page says that it cannot show what was asked for. Hidden: trying again will not help. */
export function accountOf(problem: Problem): { hidden: boolean; title: string; detail: string } {
  const { status, message } = problem
  const hidden = status === 403 || status === 404
  const title = hidden ? titleOf(status) : problem.title
  if (message !== problem.title && message !== title) return { hidden, title, detail: message }
  const detail = hidden
    ? '可能是地址有误、记录已经调整，或者它属于别的组织。需要查看时，请与上级党组织联系。'
    : '内容没有显示出来，您的数据没有改动。'
  return { hidden, title, detail }
}
