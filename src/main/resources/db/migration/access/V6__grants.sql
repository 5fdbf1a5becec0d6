-- Nobody chooses another's password: an account stands without one until its own link was opened.
alter table access.account
    alter column password drop not null,
    add column disabled_reason text;

grant update (password, disabled_at, disabled_reason) on access.account to sunmao_app;

create index account_by_name on access.account (lower(name) collate "C", id);

-- A one-time link with which somebody sets the password of their own account; of one account, one.
create table access.invitation (
    account  uuid        primary key references access.account,
    token    bytea       not null unique,       -- SHA-256; the link itself is nowhere
    made_by  uuid        references access.account, -- null: the house itself, at its first start
    made_at  timestamptz not null,
    ends_at  timestamptz not null,
    used_at  timestamptz
);

grant select, insert, update, delete on access.invitation to sunmao_app;

-- SEC-17: a grant is asked for by one person and approved by another.
create table access.grant_request (
    id            uuid        primary key,
    state         text        not null check (state in ('requested', 'approved', 'refused', 'withdrawn')),
    account       uuid        not null references access.account, -- for whom
    role          text        not null,
    organization  uuid,
    valid_from    date        not null,
    valid_to      date        not null check (valid_from < valid_to),
    reason        text        not null,
    principal     uuid        references access.grant, -- of a deputy: the grant stood in for
    requested_by  uuid        not null references access.account,
    requested_as  uuid        references access.account, -- for whom the requester acted
    requested_at  timestamptz not null,
    decided_by    uuid        references access.account, -- null: the house itself, once it lapsed
    decided_at    timestamptz,
    decision      text,
    check ((organization is null) = (role in ('system-admin', 'security-admin', 'audit-admin'))),
    check ((state = 'requested') = (decided_at is null)),
    check (state <> 'approved' or (decided_by is not null and decided_by not in (requested_by, account)
        and decided_by is distinct from requested_as)),
    check (account <> requested_by)
);

create index grant_request_open on access.grant_request (id) where state = 'requested';
create index grant_request_over on access.grant_request (organization, id);
create index grant_request_by on access.grant_request (requested_by, id);

grant select, insert on access.grant_request to sunmao_app;
grant update (state, decided_by, decided_at, decision) on access.grant_request to sunmao_app;

-- Sessions are told apart without their tokens, and by what they were opened with.
alter table access.session
    add column id     uuid not null default uuidv7(),
    add column device text not null default '';

create unique index session_by_id on access.session (id);
create index session_by_acting on access.session (acting);

-- A first start that was broken off is begun anew: the accounts it named and nobody opened are no more. Only while
-- nobody at all has a password; whoever could use this in a running house has none of these accounts left to remove.
create function access.forget_first_start() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if exists (select from access.account a where a.password is not null) then
        raise exception 'an account has been opened: this is no first start any more';
    end if;
    delete from access.invitation;
    delete from access.grant where basis_kind = 'first-start';
    delete from access.account a where not exists (select from access.grant g where g.account = a.id);
end $$;
revoke all on function access.forget_first_start() from public;
grant execute on function access.forget_first_start() to sunmao_app;
