import { createRouter, createWebHistory } from 'vue-router'
import { guard } from '@core/access/guard'
import { carryDay } from '@core/as-of'
import { beginNavigation } from '@core/kit/focus'
import { destinationOf } from '@core/new-page'
import { isKept } from '@core/session'
import PhoneShell from './shell/PhoneShell.vue'

declare module 'vue-router' {
  interface RouteMeta {
    /** One thing to be done: the navigation steps aside for its own button. */
    task?: boolean
  }
}

/** One's own way, those of a branch, and the forms of their steps. */
const admissions = () => import('./features/admission/AdmissionPages.vue')

export const router = createRouter({
  history: createWebHistory('/m/'),
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? undefined : { top: 0 }),
  routes: [
    {
      path: '/sign-in',
      name: 'sign-in',
      meta: { public: true },
      component: () => import('./features/access/SignInPage.vue'),
    },
    {
      path: '/activate',
      name: 'activate',
      meta: { public: true },
      component: () => import('./features/account/ActivatePage.vue'),
    },
    {
      path: '/',
      component: PhoneShell,
      children: [
        {
          path: '',
          name: 'home',
          meta: { offline: true },
          component: () => import('./features/home/HomePage.vue'),
        },
        {
          path: 'mine',
          name: 'mine',
          meta: { register: true },
          component: () => import('./features/member/MinePage.vue'),
        },
        {
          path: 'mine/readings',
          name: 'readings',
          component: () => import('./features/member/ReadingsPage.vue'),
        },
        {
          path: 'mine/corrections',
          name: 'my-corrections',
          component: () => import('./features/person/CorrectionsPage.vue'),
        },
        {
          path: 'mine/corrections/new',
          name: 'new-correction',
          meta: { task: true },
          component: () => import('./features/person/NewCorrectionPage.vue'),
        },
        {
          path: 'mine/calendar',
          name: 'my-calendar',
          component: () => import('./features/message/FeedPage.vue'),
        },
        {
          path: 'digests',
          name: 'digests',
          component: () => import('./features/message/DigestsPage.vue'),
        },
        {
          path: 'mine/data',
          name: 'my-data',
          component: () => import('./features/person/MyDataPage.vue'),
        },
        {
          path: 'organization/:id?',
          name: 'organization',
          meta: { register: true },
          component: () => import('./features/organization/OrganizationPage.vue'),
        },
        {
          path: 'statistics',
          name: 'statistics',
          meta: { register: true },
          component: () => import('./features/statistics/StatisticsPage.vue'),
        },
        {
          path: 'board',
          name: 'board',
          meta: { register: true },
          component: () => import('./features/board/BoardPage.vue'),
        },
        {
          path: 'duties',
          name: 'duties',
          meta: { register: true },
          component: () => import('./features/duty/DutiesPage.vue'),
        },
        {
          path: 'duties/:id',
          name: 'duty',
          meta: { register: true },
          component: () => import('./features/duty/DutyPage.vue'),
        },
        {
          path: 'record',
          name: 'record',
          meta: { task: true, offline: true },
          component: () => import('./features/meeting/RecordPage.vue'),
        },
        {
          path: 'meetings',
          name: 'meetings',
          meta: { offline: true },
          component: () => import('./features/meeting/MeetingsPage.vue'),
        },
        {
          path: 'meetings/:id',
          name: 'meeting',
          component: () => import('./features/meeting/MeetingPage.vue'),
        },
        {
          path: 'meetings/:id/edit',
          name: 'edit-meeting',
          meta: { task: true },
          component: () => import('./features/meeting/EditMeetingPage.vue'),
        },
        {
          path: 'life',
          name: 'life',
          component: () => import('./features/meeting/LifePage.vue'),
        },
        {
          path: 'requests',
          name: 'requests',
          component: () => import('./features/request/RequestsPage.vue'),
        },
        {
          path: 'requests/:id',
          name: 'request',
          component: () => import('./features/request/RequestPage.vue'),
        },
        {
          path: ':way(admissions?)/:id?',
          name: 'admissions',
          component: admissions,
        },
        {
          path: ':way(admissions?)/:id/:step',
          name: 'admission-step',
          meta: { task: true },
          component: admissions,
        },
        {
          path: 'rules/:id',
          name: 'rule',
          component: () => import('./features/rules/RulePage.vue'),
        },
        {
          path: 'members',
          name: 'members',
          meta: { register: true },
          component: () => import('./features/member/MembersPage.vue'),
        },
        {
          path: 'members/new',
          name: 'new-member',
          meta: { task: true },
          component: () => import('./features/member/NewMemberPage.vue'),
        },
        {
          path: 'members/:id',
          name: 'member',
          meta: { register: true },
          component: () => import('./features/member/MemberPage.vue'),
        },
        {
          path: 'members/:id/edit',
          name: 'edit-member',
          meta: { task: true },
          component: () => import('./features/member/EditMemberPage.vue'),
        },
        {
          path: 'security',
          name: 'security',
          component: () => import('./features/account/SecurityPage.vue'),
        },
        {
          path: ':anything(.*)*',
          name: 'nowhere',
          component: () => import('./shell/NowherePage.vue'),
        },
      ],
    },
  ],
})

export const destination = destinationOf(router)

guard(router, async () => isKept() && (await import('@core/away')).goAway())
carryDay(router)
router.beforeEach(beginNavigation)
