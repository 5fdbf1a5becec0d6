-- Which days are worked (COD-11). Public, so under no policy: everybody's time runs by it.
create schema calendar;

-- A year of which something was entered. One without a row is presumed from the law.
create table calendar.year (
    year       integer     primary key check (year between 1949 and 2100),
    status     text        not null check (status in ('official', 'presumed')),
    notice     text        not null check (length(notice) between 1 and 200), -- by which document
    version    integer     not null check (version > 0),
    entered_by uuid,                            -- the account; none for what the house brings
    entered_as text        not null,            -- who, as shown
    entered_at timestamptz not null
);

-- The days about which the notice says something; all others go by the week.
create table calendar.day (
    day   date    primary key,
    year  integer not null references calendar.year,
    works boolean not null,
    name  text    not null check (length(name) between 1 and 20), -- of the holiday
    check (extract(year from day) = year)
);

create index day_of_year on calendar.day (year);

grant usage on schema calendar to sunmao_app;
grant select, insert, update on calendar.year to sunmao_app;
grant select, insert, delete on calendar.day to sunmao_app;
