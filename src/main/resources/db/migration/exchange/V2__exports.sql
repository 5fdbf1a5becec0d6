-- Lists that were asked for as files (PRV-12). The file itself is never kept: it is made from the
-- register whenever it is fetched.
create table exchange.export (
    id              uuid        primary key,
    organization    uuid        not null,   -- of the account then: whose it is, who may decide
    account         uuid        not null,
    member          uuid,                   -- whom the account belongs to, if to a member
    account_name    text        not null,
    kind            text        not null
        check (kind in ('organization', 'body', 'member', 'officer')),
    columns         text        not null,   -- JSON: names of fields, in their order
    filter          text        not null,   -- JSON: the parameters of the screen's list
    words           text        not null,   -- JSON: the filter in Chinese, as it was asked
    day             date,                   -- absent for the day on which it is fetched
    unmasked        boolean     not null,
    reason          text        check (length(reason) between 1 and 400),
    format          text        not null check (format in ('xlsx', 'csv')),
    layout          text        not null check (layout in ('standard', 'national')),
    rows            integer     not null check (rows > 0),
    state           text        not null check (state in ('pending', 'ready', 'refused')),
    asked_at        timestamptz not null,
    expires_at      timestamptz not null,
    decided_by      uuid        check (decided_by <> account),
    decided_name    text,
    decided_at      timestamptz,
    decision_reason text        check (length(decision_reason) between 1 and 400),
    downloads       integer     not null default 0,
    check (not unmasked or reason is not null),
    check ((state = 'refused') <= (decided_by is not null)),
    check ((state = 'pending') <= (decided_by is null)),
    check ((decided_by is null) = (decided_name is null)),
    check ((decided_by is null) = (decided_at is null))
);
create index export_of_account on exchange.export (account, id desc);
create index export_pending on exchange.export (organization, id desc) where state = 'pending';
create index export_decided on exchange.export (decided_by, id desc)
    where decided_by is not null;

-- Filters that somebody gave a name to. Whoever comes to another organization leaves them there.
create table exchange.saved_filter (
    id           uuid        primary key,
    account      uuid        not null,
    organization uuid        not null,
    kind         text        not null
        check (kind in ('organization', 'body', 'member', 'officer')),
    name         text        not null check (length(name) between 1 and 120),
    filter       text        not null,      -- JSON: the parameters of the screen's list
    saved_at     timestamptz not null,
    unique (account, organization, kind, name)
);

grant select, insert, update on exchange.export to sunmao_app;
grant select, insert, update, delete on exchange.saved_filter to sunmao_app;

alter table exchange.export enable row level security;
create policy scope on exchange.export using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));
alter table exchange.saved_filter enable row level security;
create policy scope on exchange.saved_filter using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));
