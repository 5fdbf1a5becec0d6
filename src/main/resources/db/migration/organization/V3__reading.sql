-- Names are found as people type them: by pinyin and initials, too. Kept by the store; empty for
-- names from before, until they are written again.
alter table organization.label add column reading text not null default '';
alter table organization.body_label add column reading text not null default '';

create index label_by_reading on organization.label using gin (reading public.gin_trgm_ops);
create index body_label_by_reading on organization.body_label
    using gin (reading public.gin_trgm_ops);
