create schema access;
grant usage on schema access to sunmao_app;

create table access.account (
    id         uuid        primary key,
    username   text        not null check (username = lower(username)),
    name       text        not null,            -- as shown: a person or an office
    password   text        not null,            -- Argon2id, with its parameters
    member     uuid,                            -- the member it belongs to, if it does
    created_at timestamptz not null,
    disabled_at timestamptz
);

create unique index account_by_username on access.account (username);

-- A role over the subtree of an organization. Administrators have no organization.
create table access.grant (
    id           uuid primary key,
    account      uuid not null references access.account,
    role         text not null check (role in (
        'county-officer', 'township-officer', 'secretary', 'member', 'supervisor',
        'system-admin', 'security-admin', 'audit-admin')),
    organization uuid,
    valid_from   date not null,
    valid_to     date not null default 'infinity' check (valid_from < valid_to),
    basis_kind   text not null check (basis_kind in ('post', 'request', 'demo', 'first-start')),
    basis_id     uuid,
    -- An administrator sees no business data; everyone else acts for an organization.
    check ((organization is null) = (role in ('system-admin', 'security-admin', 'audit-admin')))
);

create index grant_of_account on access.grant (account);

-- SEC-16: who administers does nothing else, and administers one thing only.
alter table access.grant add constraint administrator_holds_nothing_else exclude using gist (
    account with =,
    (case when role in ('system-admin', 'security-admin', 'audit-admin') then role else '' end)
        with <>,
    daterange(valid_from, valid_to) with &&);

create table access.session (
    token      bytea       primary key,         -- SHA-256 of the cookie; the cookie is nowhere
    account    uuid        not null references access.account,
    acting     uuid        not null references access.grant,
    state      text        not null check (state in ('open', 'second-factor', 'password-change')),
    opened_at  timestamptz not null,
    seen_at    timestamptz not null,
    ends_at    timestamptz not null
);

create index session_of_account on access.session (account);

-- Attempts to sign in, counted before the password is looked at (SEC-03). The key is an account
-- name or a source address, whether or not such an account exists.
create table access.attempt (
    key      text        primary key,
    since    timestamptz not null,
    attempts integer     not null
);

-- The link that makes the first account of an empty installation; used once.
create table access.first_link (
    token   bytea       primary key,
    used_at timestamptz
);

grant select, insert on access.account, access.grant to sunmao_app;
grant select, insert, update, delete on access.session, access.attempt to sunmao_app;
grant select, insert, update, delete on access.first_link to sunmao_app;
