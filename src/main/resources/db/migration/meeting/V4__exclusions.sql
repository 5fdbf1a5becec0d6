-- Votes on admission (R-DEV-28 to 32). Another procedure may rest on the counts: they stay as they are while the
-- minutes around them are changed.
alter table meeting.vote add column bound boolean not null default false;

-- Who was entitled and did not count among those due, by which class and whose consent (R-DEV-29). Nothing of a
-- choice: who is excluded casts no vote.
create table meeting.exclusion (
    vote        uuid        not null references meeting.vote on delete cascade,
    member      uuid        not null,
    reason      text        not null check (reason in
        ('illness', 'abroad', 'sentenced', 'bedridden', 'away', 'returned', 'sanctioned')),
    consent     text        not null check (length(consent) between 1 and 300), -- who agreed, when
    primary key (vote, member)
);
create index exclusion_of_member on meeting.exclusion (member);

grant select, insert on meeting.exclusion to sunmao_app;

alter table meeting.exclusion enable row level security;
create policy scope on meeting.exclusion using (
    (select scope.everything()) or exists (select from meeting.vote v where v.id = vote));
