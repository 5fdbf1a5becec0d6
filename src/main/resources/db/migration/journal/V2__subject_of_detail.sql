-- The person concerned reads the history of their own record, and whoever holds a member today reads
-- it whole, also what former holders recorded.
alter table journal.detail add column subject uuid;

update journal.detail d set subject = e.subject from journal.entry e where e.id = d.entry;

alter policy scope on journal.detail using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id))
    or subject = (select scope.subject()));
