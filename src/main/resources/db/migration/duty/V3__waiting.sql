-- Organizations whose duties are to be derived anew: named by a thousand entries of the journal that came
-- at once, and derived when all of these have been looked through, each once. Update: to lock what is taken.
create table duty.waiting (
    organization uuid primary key
);
grant select, insert, update, delete on duty.waiting to sunmao_app;

alter table duty.waiting enable row level security;
create policy scope on duty.waiting using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id)));
