import type { Register } from '../edit'
import { changeBody, createBody, type BodyDetail } from './api'
import { bodyFields } from './fields'

/** The register of bodies (党政机构与各类单位) as the forms write it. */
export const bodies: Register<BodyDetail> = {
  name: 'bodies',
  fields: bodyFields,
  create: createBody,
  change: changeBody,
}
