create schema member;
grant usage on schema member to sunmao_app;

-- Identities: ids, and what says nothing of a person without them. No policy.
create table member.member (
    id      uuid    primary key,
    version integer not null default 0,
    -- The day a member left the register (moved away, died, struck off); the record stays.
    left_on date    not null default 'infinity'
);

-- What is known of a member, by day. The organization is the one that held the formal relation in
-- that interval: one at most by the key (R-MOB-03), none missing by the trigger below.
create table member.profile (
    id                  uuid not null references member.member,
    valid_from          date not null,
    valid_to            date not null default 'infinity',
    valid               daterange not null generated always as (daterange(valid_from, valid_to)) stored,
    organization        uuid not null,
    name                text not null check (length(name) between 1 and 60),
    pinyin              text collate "C" not null,  -- the reading, as sorted: 'zhang san'
    sex                 text not null,              -- GB/T 2261.1
    citizen_number      bytea,                      -- sealed; GB 11643
    citizen_number_index bytea,                     -- blind index of the whole number
    nation              text,                       -- GB/T 3304
    born_on             date not null,
    native_place        text,                       -- division codes
    registered_place    text,
    residence           text,
    education           text,                       -- GB/T 4658
    degree              text,
    status              text not null check (status in ('full', 'probationary')),
    standing            text not null,
    joined_on           date not null check (joined_on >= born_on + interval '18 years'),
    full_on             date check ((full_on is null) = (status = 'probationary')),
    conversion          text,
    extension_months    integer check (extension_months between 6 and 12),
    party_age_correction integer not null default 0,
    admission_kind      text,
    admitted_in         uuid,
    job_post            text,
    stratum             text,
    frontline           text,
    technical_post      text,
    migrant_worker      boolean not null default false,
    from_taiwan         boolean not null default false,
    mobile              bytea,                      -- sealed
    mobile_index        bytea,                      -- blind indexes: whole, last four
    mobile_tail_index   bytea,
    phone               bytea,                      -- sealed
    address             bytea,                      -- sealed
    lost_on             date,
    lost_reason         text check ((lost_reason is null) = (lost_on is null)),
    floating            boolean not null default false,
    floating_to         text,                       -- a division code
    file_kept_by        text,
    check (valid_from < valid_to),
    check (full_on >= joined_on + interval '1 year'),
    primary key (id, valid without overlaps)
);

create index profile_by_name on member.profile (pinyin, id) where valid_to = 'infinity';
create index profile_by_joined on member.profile (joined_on, id) where valid_to = 'infinity';
create index profile_by_born on member.profile (born_on, id) where valid_to = 'infinity';
create index profile_of_organization on member.profile (organization) where valid_to = 'infinity';
create unique index profile_by_number on member.profile (citizen_number_index)
    where valid_to = 'infinity';

-- What a member is found by: name, given name, reading, initials. Kept by the store.
create table member.term (
    term         text collate "C" not null,
    member       uuid not null references member.member,
    organization uuid not null,
    primary key (term, member)
);

create index term_of_member on member.term (member);

-- No gap while a member is on the register. As owner, with a fixed search_path: under a policy it
-- would see only rows in scope and cry gap.
create function member.refuse_gap() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    checked uuid := case when tg_op = 'DELETE' then old.id else new.id end;
    gone_on date;
    covered datemultirange;
begin
    select left_on into gone_on from member.member where id = checked;
    select range_agg(valid) into covered from member.profile where id = checked;
    if covered is null
        or covered <> datemultirange(daterange(lower(covered), gone_on)) then
        raise exception 'member % has a gap in its profile', checked
            using errcode = '23514', constraint = 'member_without_gap';
    end if;
    return null;
end $$;

create constraint trigger member_without_gap
    after insert or update on member.member
    deferrable initially deferred for each row execute function member.refuse_gap();
create constraint trigger profile_without_gap
    after update or delete on member.profile
    deferrable initially deferred for each row execute function member.refuse_gap();

grant select, insert, update on member.member, member.profile to sunmao_app;
grant select, insert, update, delete on member.term to sunmao_app;

-- The second lock (__root/V1): rows outside the scope of the transaction are not there.
alter table member.profile enable row level security;
create policy scope on member.profile using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id))
    or id = (select scope.subject()));

alter table member.term enable row level security;
create policy scope on member.term using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));
