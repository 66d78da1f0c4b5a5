package com.optiply.picqer.flow.walk;

import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import java.util.List;
import java.util.Optional;

/** How an account says that a record of a number that was right once is there no more. */
public final class Gone {
    public static final Integer[] STATUSES = {404, 410};

    private Gone() {}

    public static boolean says(int status) {
        return List.of(STATUSES).contains(status);
    }

    /** The record that was asked for by its id. Where there is none, and nobody said that it is gone, nobody knows. */
    public static Optional<OptiplyRecord> shown(OptiplyAnswer answer, OptiplyId asked) {
        return Optional.ofNullable(answer.body())
                .filter(body -> !says(answer.status()))
                .flatMap(body -> OptiplyRecord.read(body.path("data")))
                .filter(record -> record.id().equals(asked));
    }
}
