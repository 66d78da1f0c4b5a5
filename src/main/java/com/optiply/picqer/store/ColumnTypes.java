package com.optiply.picqer.store;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.mapping.Occasion;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Approval;
import com.optiply.picqer.store.row.Candidate;
import com.optiply.picqer.store.row.Change;
import com.optiply.picqer.store.row.Difference;
import com.optiply.picqer.store.row.DropId;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.store.row.DropState;
import com.optiply.picqer.store.row.DroppedFile;
import com.optiply.picqer.store.row.DroppedPair;
import com.optiply.picqer.store.row.DroppedRow;
import com.optiply.picqer.store.row.Export;
import com.optiply.picqer.store.row.ExportState;
import com.optiply.picqer.store.row.HeldRecord;
import com.optiply.picqer.store.row.Hold;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.HoldCount;
import com.optiply.picqer.store.row.HoldState;
import com.optiply.picqer.store.row.Intent;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Mark;
import com.optiply.picqer.store.row.OpenWork;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.store.row.OutcomeCount;
import com.optiply.picqer.store.row.Parked;
import com.optiply.picqer.store.row.ParkedCount;
import com.optiply.picqer.store.row.RequestId;
import com.optiply.picqer.store.row.RequestState;
import com.optiply.picqer.store.row.RowOutcome;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.RunRow;
import com.optiply.picqer.store.row.SightingId;
import com.optiply.picqer.store.row.Standing;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** How our types stand in columns, and which records are rows. */
final class ColumnTypes implements JdbiPlugin {
    private static final List<Class<?>> ROWS = List.of(
            Candidate.class,
            Change.class,
            Difference.class,
            DroppedFile.class,
            DroppedPair.class,
            DroppedRow.class,
            Export.class,
            Approval.Approved.class,
            HeldRecord.class,
            Hold.class,
            HoldCount.class,
            Intent.class,
            Mark.class,
            OpenWork.class,
            OutcomeCount.class,
            Parked.class,
            ParkedCount.class,
            RunRow.class);

    @Override
    public void customizeJdbi(Jdbi jdbi) {
        text(jdbi, CustomerName.class, CustomerName::value, CustomerName::new);
        text(jdbi, RemoteId.class, RemoteId::value, RemoteId::new);
        text(jdbi, Instant.class, Moments::text, Moments::moment);
        text(jdbi, Kind.class, Kind::resource);
        for (Class<? extends Enum<?>> type : List.of(
                Action.class,
                Candidate.Author.class,
                Difference.Sort.class,
                DropPurpose.class,
                DropState.class,
                RowOutcome.class,
                ExportState.class,
                Standing.class,
                HoldAction.class,
                HoldState.class,
                Leg.class,
                Occasion.class,
                Outcome.class,
                RequestState.class)) {
            lowerCase(jdbi, type);
        }
        number(jdbi, OptiplyId.class, OptiplyId::value, OptiplyId::new);
        number(jdbi, RunId.class, RunId::value, RunId::new);
        number(jdbi, SightingId.class, SightingId::value, SightingId::new);
        number(jdbi, RequestId.class, RequestId::value, RequestId::new);
        number(jdbi, DropId.class, DropId::value, DropId::new);
        jdbi.registerRowMapper(Link.class, LinkMapper.ofAny());
        ROWS.forEach(row -> rows(jdbi, row));
    }

    private static <T> void rows(Jdbi jdbi, Class<T> row) {
        jdbi.registerRowMapper(row, KnownColumns.of(row));
    }

    private static <E extends Enum<?>> void lowerCase(Jdbi jdbi, Class<E> type) {
        text(jdbi, type, value -> value.name().toLowerCase(Locale.ROOT));
    }

    private static <E extends Enum<?>> void text(Jdbi jdbi, Class<E> type, Function<E, String> name) {
        Map<String, E> byName = Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(name, value -> value));
        text(jdbi, type, name, text -> known(type, text, byName));
    }

    private static <E> E known(Class<E> type, String text, Map<String, E> byName) {
        E value = byName.get(text);
        if (value == null) {
            throw new IllegalStateException("the state holds `" + text + "` where one of " + byName.keySet()
                    + " belongs (" + type.getSimpleName() + ")");
        }
        return value;
    }

    private static <T> void text(Jdbi jdbi, Class<T> type, Function<T, String> write, Function<String, T> read) {
        jdbi.registerArgument(new Argument<>(type, Types.VARCHAR, write));
        jdbi.registerColumnMapper(type, (ResultSet row, int column, StatementContext context) -> {
            String text = row.getString(column);
            return text == null ? null : read.apply(text);
        });
    }

    private static <T> void number(Jdbi jdbi, Class<T> type, Function<T, Long> write, LongFunction<T> read) {
        jdbi.registerArgument(new Argument<>(type, Types.BIGINT, write));
        jdbi.registerColumnMapper(type, (ResultSet row, int column, StatementContext context) -> {
            long number = row.getLong(column);
            return row.wasNull() ? null : read.apply(number);
        });
    }

    /** Binds values of one type as what stands in their column, null included. */
    private record Argument<T>(Class<T> type, int sqlType, Function<T, ?> write) implements ArgumentFactory.Preparable {
        @Override
        public Optional<Function<Object, org.jdbi.v3.core.argument.Argument>> prepare(
                Type asked, ConfigRegistry config) {
            return asked == type ? Optional.of(this::bind) : Optional.empty();
        }

        private org.jdbi.v3.core.argument.Argument bind(@Nullable Object value) {
            Object column = value == null ? null : write.apply(type.cast(value));
            return (position, statement, context) -> statement.setObject(position, column, sqlType);
        }
    }
}
