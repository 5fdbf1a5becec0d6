package org.sunmao.journal.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The rows of a query, fetched a thousand at a time; the query begins when the first is asked for.
 */
final class Rows<T> implements Iterator<T> {

    private static final int FETCHED = 1000;

    interface Reader<T> {

        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final String sql;
    private final Reader<T> reader;
    private @Nullable ResultSet rows;
    private boolean there;

    Rows(Connection connection, String sql, Reader<T> reader) {
        this.connection = connection;
        this.sql = sql;
        this.reader = reader;
    }

    @Override
    public boolean hasNext() {
        if (rows == null) {
            rows = open();
            advance(rows);
        }
        return there;
    }

    @Override
    public T next() {
        if (!hasNext() || rows == null) {
            throw new NoSuchElementException();
        }
        try {
            var row = reader.read(rows);
            advance(rows);
            return row;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** It is closed with the connection. */
    private ResultSet open() {
        try {
            var statement = connection.createStatement();
            statement.setFetchSize(FETCHED);
            return statement.executeQuery(sql);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private void advance(ResultSet in) {
        try {
            there = in.next();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static DataAccessResourceFailureException unreadable(SQLException e) {
        return new DataAccessResourceFailureException("the journal cannot be read", e);
    }
}
