-- Who asks to be admitted may see how far that has come (ADMISSION_READ_OWN), as long as it goes on.
alter table access.grant
    drop constraint grant_basis,
    add constraint grant_basis check (
        basis_kind in ('post', 'request', 'demo', 'first-start', 'deputy', 'member', 'admission')),
    drop constraint grant_role_check,
    add constraint grant_role_check check (role in (
        'county-officer', 'township-officer', 'secretary', 'member', 'applicant', 'supervisor',
        'system-admin', 'security-admin', 'audit-admin'));
alter table access.second_factor_policy
    drop constraint second_factor_policy_role_check,
    add constraint second_factor_policy_role_check check (role in (
        'county-officer', 'township-officer', 'secretary', 'member', 'applicant', 'supervisor',
        'system-admin', 'security-admin', 'audit-admin'));
