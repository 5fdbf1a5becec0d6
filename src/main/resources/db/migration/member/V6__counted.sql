-- What module tally counts members by: no names, no numbers, no contacts. With the rights and the
-- policy of whoever asks.
create view member.counted_published with (security_invoker = true) as
    select id, valid_from, valid_to, organization, status, standing, sex, nation, born_on, joined_on,
        full_on, education, degree, admission_kind, job_post, stratum, floating, member_class
    from member.profile;

grant select on member.counted_published to sunmao_app;
