-- Rights follow posts: a grant is made with the post it rests on and ends with it. Nothing else of a
-- grant ever changes. One that was made and ended on one day held for no day.
alter table access.grant
    drop constraint grant_check,
    add constraint grant_days check (valid_from <= valid_to);

grant update (valid_to) on access.grant to sunmao_app;

create unique index grant_by_post on access.grant (account, basis_id) where basis_kind = 'post';
create index grant_of_post on access.grant (basis_id) where basis_kind = 'post';
create index grant_over_organization on access.grant (organization) where valid_to = 'infinity';
create index account_of_member on access.account (member) where member is not null;
