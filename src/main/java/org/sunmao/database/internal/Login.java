package org.sunmao.database.internal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A way into one database; its text never shows the password. */
record Login(String url, String user, String password) {

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    @Override
    public String toString() {
        return user + " @ " + url;
    }
}
