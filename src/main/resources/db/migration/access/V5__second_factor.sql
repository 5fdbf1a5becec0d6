-- A second factor by time (RFC 6238), one for an account (SEC-05).
create table access.second_factor (
    account      uuid        primary key references access.account,
    secret       bytea       not null,           -- sealed by the vault: in clear it is nowhere
    enrolled_at  timestamptz not null,
    confirmed_at timestamptz,                    -- by a first code; before that it asks for nothing
    last_step    bigint      not null default 0  -- the last step a code was taken of: none comes twice
);

-- For whoever has lost the device: each opens once. Only keyed hashes are kept.
create table access.recovery_code (
    account uuid  not null references access.account,
    code    bytea not null,
    used_at timestamptz,
    primary key (account, code)
);

-- What the security administrator has decided otherwise than the house does by itself.
create table access.second_factor_policy (
    role       text        primary key check (role in (
        'county-officer', 'township-officer', 'secretary', 'member', 'supervisor',
        'system-admin', 'security-admin', 'audit-admin')),
    obligatory boolean     not null,
    changed_at timestamptz not null
);

-- Somebody who knows the password and has lost the factor asks; another decides.
create table access.second_factor_request (
    id         uuid        primary key,
    account    uuid        not null references access.account,
    reason     text        not null check (length(reason) between 1 and 200),
    asked_at   timestamptz not null,
    decided_by uuid        references access.account,
    decided_at timestamptz,
    granted    boolean,
    check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (granted is null)),
    check (decided_by is distinct from account)
);

create unique index second_factor_request_open on access.second_factor_request (account)
    where decided_at is null;

-- When the session last proved itself again; what is grave asks for that (ASVS 7.5.3).
alter table access.session add column stepped_up_at timestamptz;

alter table access.account
    add column password_set_at   timestamptz not null default now(),
    -- Who handed over the code with which the password was set anew; told at the next sign-in.
    add column password_reset_by uuid references access.account,
    add column password_reset_at timestamptz;

-- Passwords that were replaced, as their hashes: the last few may not come back (SEC-02).
create table access.password_before (
    account     uuid        not null references access.account,
    password    text        not null,
    replaced_at timestamptz not null,
    primary key (account, replaced_at)
);

grant select, insert, update, delete on access.second_factor, access.recovery_code to sunmao_app;
grant select, insert, update on access.second_factor_policy to sunmao_app;
grant select, insert on access.second_factor_request, access.password_before to sunmao_app;
grant update (decided_by, decided_at, granted) on access.second_factor_request to sunmao_app;
grant delete on access.password_before to sunmao_app;
alter table access.session add column phone uuid;
grant update (password, password_set_at, password_reset_by, password_reset_at)
    on access.account to sunmao_app;
