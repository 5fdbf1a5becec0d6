-- What a member was found by, by day: whoever held a member on a day finds them on that day. The
-- terms of days before this migration stay unwritten until the member is edited.
alter table member.term
    add column valid_from date,
    add column valid_to date not null default 'infinity';

update member.term t set valid_from = f.valid_from
from member.profile f where f.id = t.member and f.valid_to = 'infinity';

alter table member.term
    alter column valid_from set not null,
    add check (valid_from < valid_to),
    drop constraint term_pkey,
    add primary key (term, member, valid_from);

create index term_now on member.term (term, member) where valid_to = 'infinity';

-- The terms of a former holder are rewritten like the rows they come from.
alter policy scope on member.term using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id))
    or member = (select scope.subject()))
with check (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id))
    or (member = (select scope.subject()) and (select scope.purpose()) = 'edit'));

-- The lists of another day than today: in the same orders, without the partial indexes.
create index profile_by_name_then on member.profile (pinyin, id);
create index profile_by_joined_then on member.profile (joined_on, id);
create index profile_by_born_then on member.profile (born_on, id);
create index profile_of_organization_then on member.profile (organization);
create index profile_by_number_then on member.profile (citizen_number_index);

-- Found by telephone on any day by one index each.
drop index member.profile_by_mobile;
drop index member.profile_by_mobile_tail;
create index profile_by_mobile on member.profile (mobile_index);
create index profile_by_mobile_tail on member.profile (mobile_tail_index);
