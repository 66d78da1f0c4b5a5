package com.optiply.picqer.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.Sighting;
import com.optiply.picqer.store.row.SightingId;
import com.optiply.picqer.store.row.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads links by column number: every record of every run passes here, and Jdbi's reflection took half of the time. */
final class LinkMapper implements RowMapper<Link> {
    /** The columns in the order in which they are read. */
    static final String COLUMNS =
            "customer, kind, remote_id, parent, label, optiply_id, optiply_uuid, attributes, standing,"
                    + " reason, adjustments, seen_run, seen_leg, sighting";

    private static final Map<String, Kind> KINDS =
            Stream.of(Kind.values()).collect(Collectors.toMap(Kind::resource, kind -> kind));
    private static final Map<String, Standing> STANDINGS =
            Stream.of(Standing.values()).collect(Collectors.toMap(LinkMapper::text, standing -> standing));
    private static final Map<String, Leg> LEGS =
            Stream.of(Leg.values()).collect(Collectors.toMap(LinkMapper::text, leg -> leg));

    private final @Nullable CustomerName customer;
    private final @Nullable Kind kind;

    private LinkMapper(@Nullable CustomerName customer, @Nullable Kind kind) {
        this.customer = customer;
        this.kind = kind;
    }

    static LinkMapper ofAny() {
        return new LinkMapper(null, null);
    }

    /** For rows that are all of this customer and kind, which then need not be read from each. */
    static LinkMapper of(CustomerName customer, Kind kind) {
        return new LinkMapper(customer, kind);
    }

    @Override
    public Link map(ResultSet row, StatementContext context) throws SQLException {
        return new Link(
                customer != null ? customer : new CustomerName(text(row, 1)),
                kind != null ? kind : known(KINDS, text(row, 2)),
                new RemoteId(text(row, 3)),
                parent(text(row, 4)),
                text(row, 5),
                optiplyId(row),
                text(row, 7),
                text(row, 8),
                known(STANDINGS, text(row, 9)),
                text(row, 10),
                text(row, 11),
                sighting(row));
    }

    /** As bytes: of text, SQLite's driver makes a buffer of its own first, which costs a fifth of the whole lookup. */
    private static @Nullable String text(ResultSet row, int column) throws SQLException {
        byte[] utf8 = row.getBytes(column);
        return utf8 == null ? null : new String(utf8, UTF_8);
    }

    private static @Nullable RemoteId parent(@Nullable String text) {
        return text == null ? null : new RemoteId(text);
    }

    private static @Nullable OptiplyId optiplyId(ResultSet row) throws SQLException {
        long id = row.getLong(6);
        return row.wasNull() ? null : new OptiplyId(id);
    }

    private static Sighting sighting(ResultSet row) throws SQLException {
        RunId run = new RunId(row.getLong(12));
        Leg leg = known(LEGS, text(row, 13));
        long shared = row.getLong(14);
        return new Sighting(run, leg, row.wasNull() ? null : new SightingId(shared));
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E> E known(Map<String, E> byText, String text) {
        E value = byText.get(text);
        if (value == null) {
            throw new IllegalStateException(
                    "the state holds `" + text + "` where one of " + byText.keySet() + " belongs");
        }
        return value;
    }
}
