-- The year of organization life that is played for the demonstration: from when to when, and how far it is.
create table simulation.year (
    whole       boolean     primary key default true check (whole),
    seed        bigint      not null,
    first_on    date        not null,
    last_on     date        not null,
    finished_at timestamptz,
    hash        text        check (length(hash) = 64) -- of all that was held, without ids and instants
);

-- What is entered already: of each month the organizations below one committee, in one transaction.
create table simulation.month (
    month       date        not null,
    part        uuid        not null,       -- the committee
    meetings    integer     not null check (meetings >= 0),
    primary key (month, part)
);

grant select, insert, update on simulation.year to sunmao_app;
grant select, insert on simulation.month to sunmao_app;
