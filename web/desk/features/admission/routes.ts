import type { RouteRecordRaw } from 'vue-router'

/** The pages of admission. */
export const admission: RouteRecordRaw[] = [
  { path: 'admissions', name: 'admissions', component: () => import('./AdmissionsPage.vue') },
  {
    path: 'admissions/new',
    name: 'new-admission',
    component: () => import('./AdmissionNewPage.vue'),
  },
  {
    path: 'admissions/board',
    name: 'admission-board',
    component: () => import('./AdmissionBoardPage.vue'),
  },
  { path: 'admissions/talents', name: 'talents', component: () => import('./TalentsPage.vue') },
  {
    path: 'admissions/talents/new',
    name: 'new-talent',
    component: () => import('./TalentNewPage.vue'),
  },
  { path: 'admissions/talents/:id', name: 'talent', component: () => import('./TalentPage.vue') },
  { path: 'admissions/:id', name: 'admission', component: () => import('./AdmissionPage.vue') },
]
