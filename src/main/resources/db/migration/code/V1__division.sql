create schema code;
grant usage on schema code to sunmao_app;

-- Administrative divisions, GB/T 2260 and the twelve-digit statistical codes (COD-06).
create table code.division (
    code   text collate "C" primary key check (code ~ '^[0-9]{2,12}$'),
    name   text not null,
    parent text collate "C" references code.division,
    source text not null
);

grant select, insert on code.division to sunmao_app;

create view code.division_published with (security_invoker = true) as
    select code, name, parent from code.division;

grant select on code.division_published to sunmao_app;
