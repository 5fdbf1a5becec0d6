-- What waits for a decision: few rows of many, and every officer's home asks for them.
create index duty_waiting on duty.duty (organization)
    where explained_on is not null or contest_until = 'infinity';
