-- What an account made under a key of its own choosing, so that repeating makes nothing twice.
create table access.receipt (
    account uuid        not null references access.account,
    kind    text        not null,
    key     uuid        not null,
    made    uuid        not null,
    kept_at timestamptz not null,
    primary key (account, kind, key)
);

create index receipt_by_time on access.receipt (kept_at);

grant select, insert, delete on access.receipt to sunmao_app;
