import type { components } from '../api.gen'
import { client } from '../client'

type Schemas = components['schemas']
export type RuleItem = Schemas['RuleItem']
export type RuleView = Schemas['RuleView']
export type RuleFigure = Schemas['RuleFigure']
export type LocalFigure = Schemas['LocalFigure']
export type RuleDocument = Schemas['RuleDocument']
export type Proposal = Schemas['ProposalView']
export type FigurePreview = Schemas['FigurePreview']
export type RulePage = Schemas['PageRuleItem']

/** What is looked for in the book; null where it does not matter. */
export interface RuleQuestion {
  q: string
  document: string | null
  kind: string | null
  inUse: boolean | null
  confirmed: boolean | null
  local: boolean | null
}

/** A figure as somebody wishes it to be; no value to have that of the rule again. */
export interface Wish {
  organization: string
  name: string
  value: string | null
  from: string | null
  until: string | null
  reason: string
}

export const RULES_A_PAGE = 50
const FIGURES_A_PAGE = 50

export function findRules(question: RuleQuestion, after: string | null): Promise<RulePage> {
  return client.get('/api/rules', { query: { ...question, after, limit: RULES_A_PAGE } })
}

let documents: Promise<RuleDocument[]> | null = null

/** The documents of the book; asked once, for they change with the program only. */
export function ruleDocuments(): Promise<RuleDocument[]> {
  documents ??= client.get<RuleDocument[]>('/api/rules/documents').catch((error: unknown) => {
    documents = null
    throw error
  })
  return documents
}

export function ruleOf(
  id: string,
  where: { organization: string | null; day: string | null },
  signal?: AbortSignal,
): Promise<RuleView> {
  return client.get(`/api/rules/${encodeURIComponent(id)}`, { query: where, signal })
}

export function proposeFigure(rule: string, wish: Wish): Promise<Proposal> {
  return client.post(`/api/rules/${encodeURIComponent(rule)}/figures`, wish)
}

export function previewFigure(rule: string, wish: Wish): Promise<FigurePreview> {
  return client.post(`/api/rules/${encodeURIComponent(rule)}/figures/preview`, wish)
}

export function figuresListed(
  state: string | null,
  after: string | null,
): Promise<Schemas['PageProposalView']> {
  return client.get('/api/figures', { query: { state, after, limit: FIGURES_A_PAGE } })
}

export function previewOf(id: string): Promise<FigurePreview> {
  return client.get(`/api/figures/${encodeURIComponent(id)}/preview`)
}

export function decideFigure(
  id: string,
  verb: 'approve' | 'refuse' | 'withdraw',
  reason: string | null,
): Promise<Proposal> {
  return client.post(`/api/figures/${encodeURIComponent(id)}/${verb}`, { reason })
}
