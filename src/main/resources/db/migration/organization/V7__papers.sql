-- What a paper of a change says, as it was when the step was taken that it belongs to. It is printed
-- when it is first fetched, and kept as a file from then on.
create table organization.change_paper (
    change uuid  not null references organization.change,
    kind   text  not null,
    says   jsonb not null,
    file   uuid,
    primary key (change, kind)
);

grant select, insert on organization.change_paper to sunmao_app;
grant update (file) on organization.change_paper to sunmao_app;

-- Whoever reads a change reads its papers.
alter table organization.change_paper enable row level security;
create policy scope on organization.change_paper using (
    (select scope.everything())
    or change in (select c.id from organization.change c));
