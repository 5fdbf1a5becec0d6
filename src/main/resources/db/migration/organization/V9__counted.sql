-- What module tally counts organizations and bodies by, with the rights and policies of whoever asks.
create view organization.profile_published with (security_invoker = true) as
    select id, valid_from, valid_to, kind, field from organization.profile;

create view organization.body_published with (security_invoker = true) as
    select id, valid_from, valid_to, organization, kind, field, headcount
    from organization.body_profile;

create view organization.link_published with (security_invoker = true) as
    select organization, body, valid_from, valid_to from organization.link;

grant select on organization.profile_published, organization.body_published,
    organization.link_published to sunmao_app;
