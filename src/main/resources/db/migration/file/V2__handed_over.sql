-- What a file is about may come to another organization, and the file with it: whoever had it reads it no
-- more. Its bytes and all else that is told of it stay as they were kept.
alter table file.chunk
    drop constraint chunk_content_organization_fkey,
    add constraint chunk_content_organization_fkey foreign key (content, organization)
        references file.content (id, organization) on update cascade deferrable initially deferred;

grant update (organization) on file.content to sunmao_app;

-- It lies with those who give it, outside the scope of those who examine and take it: the module whose paper
-- it is has found it in what they may read. Its pieces follow by their key.
alter policy scope on file.content using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id))
    or (id = (select scope.subject()) and (select scope.purpose()) = 'hand-over-file'));
alter policy scope on file.chunk using (
    (select scope.everything())
    or organization in (select s.id from scope.organizations() s (id))
    or (content = (select scope.subject()) and (select scope.purpose()) = 'hand-over-file'));
