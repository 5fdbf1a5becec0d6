import { createRouter, createWebHistory } from 'vue-router'
import { guard } from '@core/access/guard'
import { carryDay } from '@core/as-of'
import { beginNavigation } from '@core/kit/focus'
import { destinationOf } from '@core/new-page'
import { admission } from './features/admission/routes'

export const router = createRouter({
  history: createWebHistory(),
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
      path: '/first',
      name: 'first',
      meta: { public: true },
      component: () => import('./features/access/FirstStartPage.vue'),
    },
    {
      path: '/welcome',
      name: 'welcome',
      meta: { public: true },
      component: () => import('./features/access/WelcomePage.vue'),
    },
    {
      path: '/',
      component: () => import('./shell/DeskShell.vue'),
      children: [
        { path: '', name: 'home', component: () => import('./features/home/HomePage.vue') },
        {
          path: 'organizations/new',
          name: 'new-organization',
          component: () => import('./features/organization/OrganizationNewPage.vue'),
        },
        {
          path: 'organizations/trees',
          name: 'trees',
          meta: { register: true },
          component: () => import('./features/organization/TreesPage.vue'),
        },
        {
          path: 'organizations/overview',
          name: 'overview',
          meta: { register: true },
          component: () => import('./features/organization/OverviewPage.vue'),
        },
        {
          path: 'organizations/:id/edit',
          name: 'edit-organization',
          component: () => import('./features/organization/OrganizationEditPage.vue'),
        },
        {
          path: 'organizations/:id/posts/new',
          name: 'new-post',
          component: () => import('./features/post/PostNewPage.vue'),
        },
        {
          path: 'organizations/:id/terms',
          name: 'terms',
          component: () => import('./features/post/TermsPage.vue'),
        },
        {
          path: 'organizations/:id?',
          name: 'organizations',
          meta: { register: true },
          component: () => import('./features/organization/OrganizationsPage.vue'),
        },
        {
          path: 'bodies/new',
          name: 'new-body',
          component: () => import('./features/body/BodyNewPage.vue'),
        },
        {
          path: 'bodies/:id/edit',
          name: 'edit-body',
          component: () => import('./features/body/BodyEditPage.vue'),
        },
        {
          path: 'bodies/:id?',
          name: 'bodies',
          meta: { register: true },
          component: () => import('./features/body/BodiesPage.vue'),
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
          component: () => import('./features/member/MemberNewPage.vue'),
        },
        {
          path: 'members/breakdown',
          name: 'members-breakdown',
          meta: { register: true },
          component: () => import('./features/member/BreakdownPage.vue'),
        },
        {
          path: 'members/:id/edit',
          name: 'edit-member',
          component: () => import('./features/member/MemberEditPage.vue'),
        },
        {
          path: 'members/:id',
          name: 'member',
          meta: { register: true },
          component: () => import('./features/member/MemberPage.vue'),
        },
        ...admission,
        {
          path: 'statistics',
          name: 'statistics',
          meta: { register: true },
          component: () => import('./features/statistics/StatisticsPage.vue'),
        },
        {
          path: 'statistics/below',
          name: 'statistics-below',
          meta: { register: true },
          component: () => import('./features/statistics/BelowPage.vue'),
        },
        {
          path: 'board',
          name: 'board',
          meta: { register: true },
          component: () => import('./features/board/BoardPage.vue'),
        },
        {
          path: 'posts',
          name: 'posts',
          meta: { register: true },
          component: () => import('./features/post/PostsPage.vue'),
        },
        {
          path: 'posts/:id/end',
          name: 'end-post',
          component: () => import('./features/post/PostEditPage.vue'),
        },
        {
          path: 'posts/:id/correct',
          name: 'correct-post',
          component: () => import('./features/post/PostEditPage.vue'),
        },
        {
          path: 'changes',
          name: 'changes',
          component: () => import('./features/change/ChangesPage.vue'),
        },
        {
          path: 'changes/new',
          name: 'new-change',
          component: () => import('./features/change/ChangeEditPage.vue'),
        },
        {
          path: 'changes/:id/edit',
          name: 'edit-change',
          component: () => import('./features/change/ChangeEditPage.vue'),
        },
        {
          path: 'changes/:id/preview',
          name: 'change-preview',
          component: () => import('./features/change/PreviewPage.vue'),
        },
        {
          path: 'changes/:id',
          name: 'change',
          component: () => import('./features/change/ChangePage.vue'),
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
          component: () => import('./features/meeting/RecordPage.vue'),
        },
        {
          path: 'meetings',
          name: 'meetings',
          component: () => import('./features/meeting/MeetingsPage.vue'),
        },
        {
          path: 'meetings/calendar',
          name: 'life-calendar',
          component: () => import('./features/meeting/LifeCalendarPage.vue'),
        },
        {
          path: 'meetings/plan',
          name: 'plan',
          component: () => import('./features/meeting/PlanPage.vue'),
        },
        {
          path: 'meetings/lectures',
          name: 'lectures',
          component: () => import('./features/meeting/LecturesPage.vue'),
        },
        {
          path: 'meetings/:id/edit',
          name: 'edit-meeting',
          component: () => import('./features/meeting/EditMeetingPage.vue'),
        },
        {
          path: 'meetings/:id/appraisal',
          name: 'appraisal',
          component: () => import('./features/meeting/AppraisalPage.vue'),
        },
        {
          path: 'meetings/:id',
          name: 'meeting',
          component: () => import('./features/meeting/MeetingPage.vue'),
        },
        {
          path: 'rules',
          name: 'rules',
          component: () => import('./features/rules/RulesPage.vue'),
        },
        {
          path: 'rules/:id',
          name: 'rule',
          component: () => import('./features/rules/RulePage.vue'),
        },
        {
          path: 'requests',
          name: 'requests',
          component: () => import('./features/request/RequestsPage.vue'),
        },
        {
          path: 'requests/new',
          name: 'new-request',
          component: () => import('./features/request/NewRequestPage.vue'),
        },
        {
          path: 'requests/burden',
          name: 'burden',
          component: () => import('./features/request/BurdenPage.vue'),
        },
        {
          path: 'requests/:id',
          name: 'request',
          component: () => import('./features/request/RequestPage.vue'),
        },
        {
          path: 'figures',
          name: 'figures',
          component: () => import('./features/rules/FiguresPage.vue'),
        },
        {
          path: 'calendar',
          name: 'calendar',
          component: () => import('./features/calendar/CalendarPage.vue'),
        },
        {
          path: 'mine',
          name: 'mine',
          component: () => import('./features/mine/MinePage.vue'),
        },
        {
          path: 'mine/readings',
          name: 'readings',
          component: () => import('./features/mine/ReadingsPage.vue'),
        },
        {
          path: 'audit',
          name: 'audit',
          component: () => import('./features/audit/AuditPage.vue'),
        },
        {
          path: 'alarms',
          name: 'alarms',
          component: () => import('./features/audit/AlarmsPage.vue'),
        },
        {
          path: 'exports',
          name: 'exports',
          component: () => import('./features/exchange/ExportsPage.vue'),
        },
        {
          path: 'imports',
          name: 'imports',
          component: () => import('./features/import/ImportsPage.vue'),
        },
        {
          path: 'imports/:id',
          name: 'import',
          component: () => import('./features/import/ImportPage.vue'),
        },
        {
          path: 'security',
          name: 'security',
          component: () => import('./features/account/SecurityPage.vue'),
        },
        {
          path: 'member-accounts',
          name: 'member-accounts',
          component: () => import('./features/account/MemberAccountsPage.vue'),
        },
        {
          path: 'second-factors',
          name: 'second-factors',
          component: () => import('./features/account/FactorPolicyPage.vue'),
        },
        {
          path: 'accounts',
          name: 'accounts',
          component: () => import('./features/access/AccountsPage.vue'),
        },
        {
          path: 'grants',
          name: 'grants',
          component: () => import('./features/access/GrantsPage.vue'),
        },
        {
          path: 'roles',
          name: 'roles',
          component: () => import('./features/access/RolesPage.vue'),
        },
        {
          path: 'sessions',
          name: 'sessions',
          component: () => import('./features/access/SessionsPage.vue'),
        },
        {
          path: 'corrections',
          name: 'corrections',
          component: () => import('./features/person/CorrectionsPage.vue'),
        },
        {
          path: 'corrections/:id',
          name: 'correction',
          component: () => import('./features/person/CorrectionPage.vue'),
        },
        {
          path: 'mine/corrections',
          name: 'my-corrections',
          component: () => import('./features/person/MyCorrectionsPage.vue'),
        },
        {
          path: 'mine/corrections/new',
          name: 'new-correction',
          component: () => import('./features/person/CorrectionNewPage.vue'),
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
          path: 'privacy',
          name: 'fields',
          component: () => import('./features/person/FieldsPage.vue'),
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

guard(router)
carryDay(router)
router.beforeEach(beginNavigation)
