-- ACC-12: a deputy holds a grant like another's, for a while, and whatever is done under it carries both names.
alter table access.grant
    add column behalf    uuid references access.account,  -- whom the deputy acts for
    add column principal uuid references access.grant,    -- the grant that is acted under in their place
    drop constraint grant_basis_kind_check,
    add constraint grant_basis check (
        basis_kind in ('post', 'request', 'demo', 'first-start', 'deputy')),
    add constraint grant_of_deputy check (
        (basis_kind = 'deputy') = (behalf is not null)
        and (basis_kind = 'deputy') = (principal is not null)
        and behalf is distinct from account);

create index grant_of_principal on access.grant (principal) where principal is not null;
