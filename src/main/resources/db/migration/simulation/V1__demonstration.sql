create schema simulation;
grant usage on schema simulation to sunmao_app;

-- That these registers hold demonstration data, and of which kind; it stays so for good, and with
-- it the mark on every page. No personal data, so no organization and no policy.
create table simulation.demonstration (
    kind      text        primary key check (kind in ('county', 'city')),
    loaded_at timestamptz not null
);

-- One kind at most.
create unique index demonstration_is_one on simulation.demonstration ((true));

grant select, insert on simulation.demonstration to sunmao_app;

-- After a bulk load the planner must know what the tables hold; the application owns none of them.
create function simulation.refresh_statistics() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    analyze;
end $$;
revoke all on function simulation.refresh_statistics from public;
grant execute on function simulation.refresh_statistics to sunmao_app;
