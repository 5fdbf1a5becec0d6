-- Class and way of managing (A4, R-BR-23), confirmed by a person; the reason of a corrected party age
-- (R-DEV-48); the month of the day of joining, which a list is asked by.
alter table member.profile
    add column holds_office boolean not null default false,
    add column member_class text,
    add column way text check ((way is null) = (member_class is null)),
    add column party_age_correction_reason text,
    add column joined_month smallint not null
        generated always as (extract(month from joined_on)::smallint) stored,
    add check (party_age_correction = 0 or party_age_correction_reason is not null);

-- Found by number: equality is leakproof, so the policy lets these indexes be used.
create index profile_by_mobile on member.profile (mobile_index) where valid_to = 'infinity';
create index profile_by_mobile_tail on member.profile (mobile_tail_index)
    where valid_to = 'infinity';

-- Rare rows of a long list, in the order of the list.
create index profile_by_anniversary on member.profile (joined_month, pinyin, id)
    where valid_to = 'infinity';
create index profile_by_class on member.profile (member_class, pinyin, id)
    where valid_to = 'infinity';
create index profile_by_education on member.profile (education, pinyin, id)
    where valid_to = 'infinity';
create index profile_probationary on member.profile (status, pinyin, id)
    where valid_to = 'infinity' and status = 'probationary';
create index profile_floating on member.profile (floating, pinyin, id)
    where valid_to = 'infinity' and floating;

-- An interval is rewritten when what it says was wrong; the journal keeps what it said.
grant delete on member.profile to sunmao_app;

-- Rows that other organizations held are read by whoever holds the member today, and written only
-- under the purpose of editing that one member.
alter policy scope on member.profile with check (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id))
    or (id = (select scope.subject()) and (select scope.purpose()) = 'edit'));

-- Whether a number is registered anywhere in the platform: yes or no, and never whose it is.
create function member.number_taken(wanted bytea, but uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select exists (select from member.profile p
        where p.citizen_number_index = wanted and p.valid_to = 'infinity'
          and p.id is distinct from but)
$$;
