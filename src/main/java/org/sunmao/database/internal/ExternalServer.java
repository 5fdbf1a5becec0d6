package org.sunmao.database.internal;

/** A PostgreSQL that somebody else runs. */
final class ExternalServer {

    static final String HOW = "spring.datasource.url（及 username、password）";

    private ExternalServer() {}
}
