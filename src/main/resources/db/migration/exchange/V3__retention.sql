-- An export that lapsed is let go (PRV-06); that it was asked for and fetched stands in the journal.
grant delete on exchange.export to sunmao_app;
