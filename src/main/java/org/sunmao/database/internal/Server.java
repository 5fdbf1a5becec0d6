package org.sunmao.database.internal;

/** A prepared PostgreSQL, our own or one that was named, with the two logins that outlive start. */
interface Server extends AutoCloseable {

    Login application();

    Login owner();

    @Override
    void close();
}
