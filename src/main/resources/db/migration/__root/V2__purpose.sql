-- What a transaction does with the rows of its subject; without a purpose it only reads those that
-- lie outside its subtree.
create function scope.purpose() returns text language sql stable
    return nullif(current_setting('sunmao.purpose', true), '');
