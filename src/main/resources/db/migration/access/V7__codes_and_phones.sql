-- A member's own record is theirs by membership: the grant rests on nothing else.
alter table access.grant
    drop constraint grant_basis,
    add constraint grant_basis check (
        basis_kind in ('post', 'request', 'demo', 'first-start', 'deputy', 'member'));

-- Codes with which members open their accounts, or set a password anew (SEC-01). One at a time is
-- good for a member; whoever is held elsewhere by now needs one from there.
create table access.activation_code (
    id           uuid        primary key,
    member       uuid        not null,
    organization uuid        not null,           -- which held the member when the code was made
    kind         text        not null check (kind in ('open', 'reset')),
    code         bytea       not null,           -- keyed hash: the code is on the paper only
    issued_by    uuid        not null references access.account,
    issued_at    timestamptz not null,
    expires_at   timestamptz not null check (expires_at > issued_at),
    used_at      timestamptz,
    voided_at    timestamptz,
    check (used_at is null or voided_at is null)
);

create unique index activation_code_by_code on access.activation_code (code);
create unique index activation_code_open on access.activation_code (member)
    where used_at is null and voided_at is null;

-- Phones on which members stay signed in for their own record. The token changes with each use;
-- one that comes a second time was copied.
create table access.phone (
    id         uuid        primary key,
    account    uuid        not null references access.account,
    token      bytea       not null,             -- SHA-256, as of a session's
    before     bytea,                            -- the one it replaced, and when
    rotated_at timestamptz not null,
    label      text        not null,
    opened_at  timestamptz not null,
    ends_at    timestamptz not null
);

create unique index phone_by_token on access.phone (token);
create unique index phone_by_token_before on access.phone (before) where before is not null;
create index phone_of_account on access.phone (account);

grant select, insert, delete on access.activation_code to sunmao_app;
grant update (used_at, voided_at) on access.activation_code to sunmao_app;
grant select, insert, update, delete on access.phone to sunmao_app;
