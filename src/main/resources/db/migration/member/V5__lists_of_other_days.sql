-- Rare rows of a long list are rare on other days, too: one index each, for every day.
drop index member.profile_by_anniversary;
drop index member.profile_by_class;
drop index member.profile_by_education;
drop index member.profile_probationary;
drop index member.profile_floating;
create index profile_by_anniversary on member.profile (joined_month, pinyin, id);
create index profile_by_class on member.profile (member_class, pinyin, id);
create index profile_by_education on member.profile (education, pinyin, id);
create index profile_probationary on member.profile (status, pinyin, id)
    where status = 'probationary';
create index profile_floating on member.profile (floating, pinyin, id) where floating;
